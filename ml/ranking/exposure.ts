import type { Mentor } from '../features/candidate.js';
import type { Adjustment } from './suggestion.js';

/** What is taken off a fit, as a share of it, for each that holds: by how many of something there are. */
interface Balance {
  readonly about: Adjustment['about'];
  readonly count: (mentor: Mentor) => number;
  readonly off: (count: number) => number;
}

/** More than this many days to a first reply is slow. */
export const SLOW_DAYS = 5;
/** One request that lapsed may be chance. */
const CHANCE = 1;

const BALANCES: readonly Balance[] = [
  // Nobody is asked by all.
  { about: 'requests', count: ({ openRequests }) => openRequests, off: (count) => Math.min(0.4, 0.08 * count) },
  // Who asks a mentor who is not there waits for nothing, and loses heart.
  { about: 'unanswered', count: ({ unanswered }) => unanswered, off: (count) => Math.min(0.45, 0.15 * Math.max(0, count - CHANCE)) },
  { about: 'slow', count: ({ usualReplyDays }) => usualReplyDays ?? 0, off: (days) => (days > SLOW_DAYS ? Math.min(0.1, 0.01 * days) : 0) },
];

/** The share of a fit that is left to a mentor whom others wait for, or who does not reply: 0 to 1. */
export function exposureOf(mentor: Mentor): number {
  let left = 1;
  for (const { count, off } of BALANCES) left *= 1 - off(count(mentor));
  return left;
}

/** What each took off a sum of parts, in points of the score: with the sum they add up to what is left. */
export function adjustmentsOf(mentor: Mentor, sum: number): readonly Adjustment[] {
  let left = sum;
  return BALANCES.flatMap(({ about, count, off }) => {
    const points = -left * off(count(mentor));
    left += points;
    return points < 0 ? [{ about, points, count: count(mentor) }] : [];
  });
}
