import type { Mentor } from '../features/candidate.js';
import type { Adjustment } from './suggestion.js';

/** What is taken off a fit, as a share of it, for each that holds: by how many of something there are. */
interface Rule {
  readonly about: Adjustment['about'];
  readonly count: (mentor: Mentor) => number;
  readonly off: (count: number, mentor: Mentor) => number;
}

/** One thing that takes points off a mentor, whatever counts how much: how many there are, and the share of what is left that it takes. */
export interface Balance {
  readonly about: Adjustment['about'];
  readonly count: number;
  /** 0 to 1. */
  readonly off: number;
  /** With requests: for how many of them there is space. */
  readonly free?: number;
}

/** More than this many days to a first reply is slow. */
export const SLOW_DAYS = 5;
/** One request that lapsed may be chance. */
const CHANCE = 1;
/** However many ask, a mentor does not disappear. */
const CROWDED_LIMIT = 0.4;

const RULES: readonly Rule[] = [
  // Nobody is asked by all, and a mentee is not sent to the end of a queue.
  { about: 'requests', count: ({ openRequests }) => openRequests, off: (count, mentor) => crowdedBy(count, freeOf(mentor)) },
  // Who asks a mentor who is not there waits for nothing, and loses heart.
  { about: 'unanswered', count: ({ unanswered }) => unanswered, off: (count) => Math.min(0.45, 0.15 * Math.max(0, count - CHANCE)) },
  { about: 'slow', count: ({ usualReplyDays }) => usualReplyDays ?? 0, off: (days) => (days > SLOW_DAYS ? Math.min(0.1, 0.01 * days) : 0) },
];

const freeOf = ({ places, taken }: Mentor): number => Math.max(0, places - taken);

/** The chance that no place is left once those who asked before have a reply, if a mentor accepts every second request; to a limit. */
export function crowdedBy(requests: number, free: number): number {
  if (requests < Math.max(1, free)) return 0;
  // As likely as not, or more.
  if (requests >= 2 * free - 1) return CROWDED_LIMIT;
  let [ways, full] = [0.5 ** requests, 0];
  for (let accepted = 0; accepted <= requests; accepted += 1) {
    if (accepted >= free) full += ways;
    ways = (ways * (requests - accepted)) / (accepted + 1);
  }
  return Math.min(CROWDED_LIMIT, full);
}

/** How a mentor replies to requests. It changes with requests alone, never by the passing of days. */
export type Liveness = 'replies' | 'slow' | 'silent';

/** In three steps, for lists that are not ranked for one mentee. Of whom too little is known replies. */
export const livenessOf = ({ unanswered, usualReplyDays }: Pick<Mentor, 'unanswered' | 'usualReplyDays'>): Liveness =>
  unanswered > CHANCE ? 'silent' : (usualReplyDays ?? 0) > SLOW_DAYS ? 'slow' : 'replies';

/** What was worked out: a mentor is made anew where anything of theirs changes. */
const exposures = new WeakMap<Mentor, number>();

/** The share of a fit that is left to a mentor whom others wait for, or who does not reply: 0 to 1. */
export function exposureOf(mentor: Mentor): number {
  const known = exposures.get(mentor);
  if (known !== undefined) return known;
  const left = RULES.reduce((share, { count, off }) => share * (1 - off(count(mentor), mentor)), 1);
  exposures.set(mentor, left);
  return left;
}

/** What takes points off this mentor, in the order in which it does. */
export const balancesOf = (mentor: Mentor): readonly Balance[] =>
  RULES.flatMap(({ about, count, off }) => {
    const many = count(mentor);
    const share = off(many, mentor);
    return share > 0 ? [{ about, count: many, off: share, ...(about === 'requests' && { free: freeOf(mentor) }) }] : [];
  });

/** The share of a fit that is left after these: 0 to 1. */
export const leftAfter = (balances: readonly Balance[]): number => balances.reduce((left, { off }) => left * (1 - off), 1);

/** What each took off a sum of parts, in points of the score: with the sum they add up to what is left. */
export function adjustmentsOf(balances: readonly Balance[], sum: number): readonly Adjustment[] {
  let left = sum;
  return balances.flatMap(({ about, count, off, free }) => {
    const points = -left * off;
    left += points;
    return points < 0 ? [{ about, points, count, ...(free !== undefined && { free }) }] : [];
  });
}
