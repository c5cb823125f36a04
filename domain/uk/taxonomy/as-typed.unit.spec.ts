import { asTypedIn } from './as-typed.js';
import { understandEither } from './understand.js';

describe('what was understood, as it was typed', () => {
  test.each([
    ['Year 6', ['Year 6']],
    ['y6 Maths', ['y6', 'Maths']],
    ['NQT', ['NQT']],
    ['R.E. in KS 3', ['R.E', 'KS 3']],
    ['SENCo, please', ['SENCo']],
    ['behavior', ['behavior']],
    ['Head of Year', ['Head of Year']],
    ['Maths or  Physics', ['Maths or Physics']],
    ['16+', ['16+']],
    ['D&T', ['D&T']],
  ])('%s', (typed, said) => expect(understandEither(typed).understood.map(({ words }) => asTypedIn(typed)(words))).toEqual(said));

  test('that is nowhere in the text stays as it is', () => {
    expect([asTypedIn('maths')('zebra'), asTypedIn('maths')(''), asTypedIn('a b')('a')]).toEqual(['zebra', '', 'a']);
  });
});
