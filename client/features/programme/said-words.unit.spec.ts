import { EXPERTISE_GROUPS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { linesOf, sayPart } from './said-words.js';

const one = (people: number, said: Record<string, number>, releases = 1) => ({ people, releases, said });

describe('[R7] what people said, in words', () => {
  test('all and all but one are nearly all, one and none hardly any: which it is, is not known', () => {
    expect(sayPart('good', one(6, { good: 5 }))).toBe('Nearly all of 6');
    expect(sayPart('good', one(6, {}))).toBe('Hardly any of 6');
    expect(sayPart('good', one(6, { good: 4 }))).toBe('About 4 of 6');
    // Two releases, each of which may be one off.
    expect([sayPart('good', one(11, { good: 9 }, 2)), sayPart('good', one(11, { good: 8 }, 2))]).toEqual([
      'Nearly all of 11',
      'About 8 of 11',
    ]);
  });

  test('days add up, the commonest area comes first, and a question that few have answered has no line', () => {
    const [first, second] = EXPERTISE_GROUPS.map(({ id }) => id) as [string, string];
    const rows = [
      { of: { fit: one(5, { good: 3 }), about: one(5, { [first]: 2, [second]: 3 }) } },
      { of: { fit: one(7, { good: 4 }), about: one(5, { [second]: 2 }) } },
    ];
    expect(linesOf(rows)).toEqual([
      { label: 'Said that it is going well', value: 'About 7 of 12' },
      { label: 'Agreed a goal about how pupils learn', value: 'About 5 of 10' },
      { label: 'Agreed a goal about behaviour and relationships', value: 'About 2 of 10' },
    ]);
    expect(linesOf([])).toEqual([]);
  });
});
