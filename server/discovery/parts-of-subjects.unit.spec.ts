import { wholesAsked } from './parts-of-subjects.js';

describe('the subjects within one that was asked for', () => {
  const counted = new Set(['sub-science', 'sub-physics', 'sub-biology', 'sub-mathematics', 'sub-statistics']);
  const told = (asked: string, ...taught: readonly (readonly string[])[]) => wholesAsked([asked], counted, taught);

  test('are told where somebody was found by one of them alone', () => {
    expect(told('sub-science', ['sub-science'], ['sub-physics'])).toEqual([{ name: 'Science', parts: ['biology', 'physics'] }]);
  });

  test('and not where all who were found teach the whole: it would explain nothing', () => {
    expect(told('sub-mathematics', ['sub-mathematics'], ['sub-mathematics', 'sub-statistics'])).toEqual([]);
    expect(told('sub-mathematics')).toEqual([]);
  });
});
