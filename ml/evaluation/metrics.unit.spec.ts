import { auc, aucWithinLeft } from './auc.js';
import { calibrationError } from './calibration.js';
import { metricsOf } from './metrics.js';
import type { Scored } from './scored.js';
import { exposureGini, ndcgAt10, recallAt10 } from './top-ten.js';

const pair = (left: string, right: string, outcome: number, score: number): Scored => ({ left, right, outcome, score });
/** One left id with many right ids: outcomes in the order of falling scores. */
const list = (left: string, outcomes: readonly number[]): Scored[] =>
  outcomes.map((outcome, place) => pair(left, `r${String(place).padStart(2, '0')}`, outcome, 1 - place / 100));

describe('the AUC', () => {
  test('counts pairs in the right order, and ties half', () => {
    // Good: 0.9, 0.5. Bad: 0.5, 0.1. Of four comparisons three are won and one is a tie.
    expect(auc([pair('a', '1', 1, 0.9), pair('a', '2', 0.5, 0.5), pair('a', '3', 0.4, 0.5), pair('a', '4', 0, 0.1)])).toBe(3.5 / 4);
    expect(auc([pair('a', '1', 1, 0.3), pair('a', '2', 0, 0.3)])).toBe(0.5);
  });

  test('is unknown where one kind is missing', () => {
    expect(auc([pair('a', '1', 1, 0.9)])).toBeNull();
    expect(auc([])).toBeNull();
  });

  test('within left ids is the mean of those that have both outcomes', () => {
    const pairs = [
      ...[pair('a', '1', 1, 0.2), pair('a', '2', 0, 0.1)], // 1
      ...[pair('b', '1', 1, 0.5), pair('b', '2', 0, 0.8), pair('b', '3', 0, 0.4)], // 1 of 2
      ...[pair('c', '1', 1, 0.9), pair('c', '2', 1, 0.1)], // no bad one
    ];
    expect(aucWithinLeft(pairs)).toBe(0.75);
    expect(aucWithinLeft([pair('c', '1', 1, 0.9)])).toBeNull();
  });
});

describe('the first ten', () => {
  test('hold a share of the good ones', () => {
    // Three good, two of them among the first ten; b has one good of one; c has none and is left out.
    const a = list('a', [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
    expect(recallAt10([...a, ...list('b', [0, 1]), ...list('c', [0, 0])])).toBeCloseTo((2 / 3 + 1) / 2, 12);
  });

  test('gain raw outcomes, discounted by rank', () => {
    const got = 0.2 / Math.log2(2) + 1 / Math.log2(3);
    const best = 1 / Math.log2(2) + 0.2 / Math.log2(3);
    expect(ndcgAt10([...list('a', [0.2, 1]), ...list('b', [0.4])])).toBeCloseTo(got / best, 12);
  });

  test('are the same whatever the order of the lines, where scores are equal', () => {
    const equal = Array.from({ length: 12 }, (_, at) => pair('a', `r${String(at).padStart(2, '0')}`, at < 11 ? 0 : 1, 0.5));
    expect(recallAt10(equal)).toBe(0);
    expect(recallAt10(equal.toReversed())).toBe(0);
  });

  test('show right ids more or less equally', () => {
    // Eleven right ids, one list: ten are shown once and the last never. Gini = 1/11.
    expect(
      exposureGini(
        list(
          'a',
          Array.from({ length: 11 }, () => 0),
        ),
      ),
    ).toBeCloseTo(1 / 11, 12);
    expect(exposureGini([pair('a', '1', 1, 0.5), pair('b', '2', 1, 0.5)])).toBe(0);
    // Shown 3 times and once: |3 − 1| / (2 · 4) = 0.25.
    expect(exposureGini([pair('a', '1', 1, 1), pair('b', '1', 1, 1), pair('c', '1', 1, 1), pair('c', '2', 1, 1)])).toBeCloseTo(0.25, 12);
    expect(exposureGini([])).toBeNull();
  });
});

test('calibration compares what was said with what came, bin by bin', () => {
  // 0.2 and 0.3 are bins of their own: |0.2 − 0|, |0.3 − 1|; 0.91 and 1 share the last: |1.91 − 1|.
  const pairs = [pair('a', '1', 0, 0.2), pair('a', '2', 1, 0.3), pair('a', '3', 1, 0.91), pair('a', '4', 0, 1)];
  expect(calibrationError(pairs)).toBeCloseTo((0.2 + 0.7 + 0.91) / 4, 12);
  expect(calibrationError([])).toBeNull();
});

test('all metrics of predictions that are right', () => {
  expect(metricsOf([pair('a', '1', 1, 1), pair('a', '2', 0, 0)])).toEqual({
    auc: 1,
    aucWithinLeft: 1,
    recallAt10: 1,
    ndcgAt10: 1,
    calibrationError: 0,
    exposureGini: 0,
  });
});
