import type { Mentor } from '../features/candidate.js';
import { mentor } from '../testing/people.js';
import { adjustmentsOf, balancesOf, crowdedBy, exposureOf, leftAfter, livenessOf } from './exposure.js';

const left = (change: Partial<Mentor>) => exposureOf(mentor('Asha', change));

describe('what is left of a fit', () => {
  test('is all of it where nobody waits and replies come', () => {
    expect([left({}), left({ usualReplyDays: 5 }), left({ unanswered: 1 })]).toEqual([1, 1, 1]);
  });

  test('is less the more requests lapsed in a row, and the longer a reply takes, to a bound', () => {
    expect([2, 3, 4, 50].map((unanswered) => left({ unanswered }))).toEqual([0.85, 0.7, 0.55, 0.55]);
    expect([6, 10, 50].map((usualReplyDays) => left({ usualReplyDays }))).toEqual([0.94, 0.9, 0.9]);
  });

  test('is less the likelier those who asked before take the last place: space for more costs nobody points', () => {
    const by = (free: number) => [0, 1, 2, 3, 4, 5, 50].map((openRequests) => left({ places: 4, taken: 4 - free, openRequests }));
    expect(by(1)).toEqual([1, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6]);
    expect(by(2)).toEqual([1, 1, 0.75, 0.6, 0.6, 0.6, 0.6]);
    expect(by(3)).toEqual([1, 1, 1, 0.875, 0.6875, 0.6, 0.6]);
    // A mentor who is full is suggested to nobody, and explained to those who ask.
    expect(left({ places: 2, taken: 2, openRequests: 1 })).toBe(0.6);
    expect(left({ places: 2, taken: 3 })).toBe(1);
  });

  test('is what counting every way in which requests may be answered says, and never more for more requests or fewer places', () => {
    for (let free = 1; free <= 6; free += 1)
      for (let requests = 0; requests <= 10; requests += 1) {
        const ways = Array.from({ length: 2 ** requests }, (_, way) => way.toString(2).replaceAll('0', '').length);
        const full = ways.filter((accepted) => accepted >= free).length / ways.length;
        expect(crowdedBy(requests, free)).toBeCloseTo(Math.min(0.4, full), 12);
        expect(crowdedBy(requests + 1, free)).toBeGreaterThanOrEqual(crowdedBy(requests, free));
        expect(crowdedBy(requests, free + 1)).toBeLessThanOrEqual(crowdedBy(requests, free));
      }
    expect(crowdedBy(5000, 3000)).toBe(0);
  });

  test('is never so little that a mentor disappears', () => {
    expect(left({ openRequests: 99, unanswered: 99, usualReplyDays: 99 })).toBeCloseTo(0.6 * 0.55 * 0.9);
  });

  test('takes points off exactly those who are not said to reply in good time', () => {
    for (const unanswered of [0, 1, 2, 9])
      for (const usualReplyDays of [null, 1, 5, 6, 30]) {
        const asha = mentor('Asha', { unanswered, usualReplyDays });
        expect(livenessOf(asha) === 'replies').toBe(exposureOf(asha) === 1);
      }
    expect([livenessOf({ unanswered: 2, usualReplyDays: 9 }), livenessOf({ unanswered: 1, usualReplyDays: 9 })]).toEqual([
      'silent',
      'slow',
    ]);
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
