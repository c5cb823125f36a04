import type { Mentor } from '../features/candidate.js';
import { mentor } from '../testing/people.js';
import { adjustmentsOf, balancesOf, exposureOf, leftAfter } from './exposure.js';

const left = (change: Partial<Mentor>) => exposureOf(mentor('Asha', change));

describe('what is left of a fit', () => {
  test('is all of it where nobody waits and replies come', () => {
    expect([left({}), left({ usualReplyDays: 5 }), left({ unanswered: 1 })]).toEqual([1, 1, 1]);
  });

  test('is less the more wait, the more requests lapsed in a row, and the longer a reply takes, to a bound', () => {
    expect([1, 2, 5, 50].map((openRequests) => left({ openRequests }))).toEqual([0.92, 0.84, 0.6, 0.6]);
    expect([2, 3, 4, 50].map((unanswered) => left({ unanswered }))).toEqual([0.85, 0.7, 0.55, 0.55]);
    expect([6, 10, 50].map((usualReplyDays) => left({ usualReplyDays }))).toEqual([0.94, 0.9, 0.9]);
  });

  test('is never so little that a mentor disappears', () => {
    expect(left({ openRequests: 99, unanswered: 99, usualReplyDays: 99 })).toBeCloseTo(0.6 * 0.55 * 0.9);
  });

  test('is told for each cause, in points that add up to it', () => {
    const busy = mentor('Asha', { openRequests: 2, unanswered: 3, usualReplyDays: 6 });
    const told = adjustmentsOf(balancesOf(busy), 0.8);
    expect(told.map(({ about, count }) => [about, count])).toEqual([
      ['requests', 2],
      ['unanswered', 3],
      ['slow', 6],
    ]);
    expect(told.reduce((sum, { points }) => sum + points, 0.8)).toBeCloseTo(0.8 * exposureOf(busy));
    expect(leftAfter(balancesOf(busy))).toBe(exposureOf(busy));
    expect(balancesOf(mentor('Cleo', { unanswered: 1, usualReplyDays: 3 }))).toEqual([]);
  });
});
