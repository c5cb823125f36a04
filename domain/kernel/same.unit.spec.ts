import { isSame } from './same.js';

test.each([
  [1, 1, true],
  ['a', 'b', false],
  [null, undefined, false],
  [null, {}, false],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }, true],
  [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
  [[1, 2], [1, 2, 3], false],
  [[], {}, false],
])('%j and %j say the same: %j', (one, other, same) => {
  expect(isSame(one, other)).toBe(same);
  expect(isSame(other, one)).toBe(same);
});
