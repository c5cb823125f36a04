import type { Day, Instant } from '../kernel/brand.js';
import { addDays } from '../uk/days.js';
import { dayOf } from '../uk/uk-time.js';
import type { PairStatus } from './states.js';

/** Six weeks after a mentorship began, in days. */
export const WEEK_SIX_DAYS = 6 * 7;
/** Weeks 4 to 6 are looked at: a holiday of two weeks does not decide. In days. */
const LOOKED_AT_DAYS = 3 * 7;

interface Pair {
  readonly status: PairStatus;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
}
interface Meeting {
  readonly status: string;
  readonly took: boolean | null;
  readonly time: { readonly startsAt: Instant } | null;
}

/** Whether a pair still met at week six: not over, and a meeting in weeks 4 to 6 that took place or was booked. `null`: too early, or completed before. */
export function stillMeetsAtWeekSix({ status, startedAt, endedAt }: Pair, meetings: readonly Meeting[], today: Day): boolean | null {
  const until = addDays(dayOf(startedAt), WEEK_SIX_DAYS);
  if (endedAt !== null && dayOf(endedAt) < until) return status === 'completed' ? null : false;
  if (today < until) return null;
  const from = addDays(until, -LOOKED_AT_DAYS);
  const counts = ({ status: at, took, time }: Meeting): boolean => {
    const on = time && dayOf(time.startsAt);
    return on !== null && on > from && on <= until && (took === true || at === 'booked');
  };
  return meetings.some(counts);
}
