import { personId } from '../kernel/brand.js';
import { numbersFrom } from '../kernel/random.js';
import { nameOfTwo } from './joining.aggregate.js';

const IDS = 400;

test('two records have a name that no other two have, whatever hyphens and underscores are in their ids', () => {
  const random = numbersFrom(20_261_129);
  const pick = (letters: string) => letters[Math.floor(random() * letters.length)] ?? '';
  const idOf = () => pick('ab0') + Array.from({ length: Math.floor(random() * 5) }, () => pick('a_-b')).join('');
  const ids = [...new Set(Array.from({ length: IDS }, idOf))];
  const named = new Map<string, string>();
  for (const one of ids) {
    expect(personId.safeParse(one).success).toBe(true);
    for (const other of ids) {
      const pair = [one, other].toSorted().join(' ');
      const name = nameOfTwo(one, other);
      expect([name, named.get(name) ?? pair]).toEqual([nameOfTwo(other, one), pair]);
      named.set(name, pair);
    }
  }
});

test('names are as logs have had them, but where the first id has an underscore within', () => {
  expect(nameOfTwo('moved', 'ben-okafor')).toBe('ben-okafor_moved');
  expect(nameOfTwo('0192f3-a', '0192f3-b_c')).toBe('0192f3-a_0192f3-b_c');
  expect(nameOfTwo('a', 'b_c')).toBe('a_b_c');
  expect(nameOfTwo('a_b', 'c')).toBe('a_b_c~3');
});
