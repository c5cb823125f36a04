import type { Day } from '../kernel/brand.js';
import { daysBetween } from '../uk/days.js';
import { silentSince, type SignsOfMeeting } from './silence.js';
import { isRunning } from './states.js';

/** How long after its day a meeting may stay unrecorded. */
const RECORD_LIMIT_DAYS = 3;

/** A pair as coordinators see it: days and states. */
export interface PairSeen extends SignsOfMeeting {
  readonly nextMeetingOn: Day | null;
  /** Until when the two are asked whether they continue. */
  readonly closesAfter: Day | null;
}

/** Why a pair may need a hand. */
export interface NeedsAHand {
  readonly why: 'not-recorded' | 'continued' | 'not-met' | 'no-longer-meets';
  /** The day from which it has waited. */
  readonly since: Day;
  /** It no longer meets by the rule that decides, too: an end can be suggested. */
  readonly silent: boolean;
}

/** Whether a pair may need a hand from its coordinator, and why; undefined where it does not. */
export function needsAHand(pair: PairSeen, today: Day): NeedsAHand | undefined {
  const { nextMeetingOn: next } = pair;
  // Both of a pair that is asked whether it continues act next.
  if (!isRunning(pair) || pair.closesAfter !== null) return undefined;
  if (next !== null && next >= today) return undefined;
  const silent = silentSince(pair, today);
  if (next !== null) {
    const late = daysBetween(next, today) >= RECORD_LIMIT_DAYS;
    return late ? { why: 'not-recorded', since: next, silent: silent !== undefined } : undefined;
  }
  if (silent === undefined) return undefined;
  if (silent === pair.continuedOn) return { why: 'continued', since: silent, silent: true };
  return pair.lastMetOn === null
    ? { why: 'not-met', since: pair.startedOn, silent: true }
    : { why: 'no-longer-meets', since: pair.lastMetOn, silent: true };
}
