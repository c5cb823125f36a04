import type { Day } from '../kernel/brand.js';
import { daysBetween } from '../uk/days.js';
import { isRunning, type PairStatus } from './states.js';

/** How long a pair may go without a first meeting, in days. */
export const FIRST_MEETING_LIMIT_DAYS = 14;
/** How long a pair that has met, or has said that it continues, may go without a meeting, in days. */
export const QUIET_LIMIT_DAYS = 28;

/** What shows whether two people still meet: days and a state, and no words (R6). */
export interface SignsOfMeeting {
  readonly status: PairStatus;
  readonly startedOn: Day;
  readonly lastMetOn: Day | null;
  /** The last day for which a meeting is booked and not closed; it may lie in the past. */
  readonly bookedUntil: Day | null;
  /** When one of the two last said that they continue. */
  readonly continuedOn: Day | null;
}

/** Since when a running pair has not met, with nothing booked; undefined while that is not long. The desk and the rules both ask here. */
export function silentSince(pair: SignsOfMeeting, today: Day): Day | undefined {
  if (!isRunning(pair)) return undefined;
  const signs = [pair.lastMetOn, pair.bookedUntil, pair.continuedOn].filter((day) => day !== null);
  const last = signs.toSorted().at(-1);
  const since = last ?? pair.startedOn;
  return daysBetween(since, today) >= (last ? QUIET_LIMIT_DAYS : FIRST_MEETING_LIMIT_DAYS) ? since : undefined;
}
