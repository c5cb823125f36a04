import type { Instant } from '../kernel/brand.js';
import { isAhead, type MeetingStatus } from '../meetings/states.js';
import { daysBetween } from '../uk/days.js';
import { dayOf } from '../uk/uk-time.js';

/** How far the coming week reaches, in days. */
const SOON_DAYS = 7;

/** A meeting as far as its time matters. */
interface Timed {
  readonly status: MeetingStatus;
  readonly time: { readonly startsAt: string } | null;
}
/** A booked meeting and its time. */
interface Ahead<Meeting extends Timed> {
  readonly meeting: Meeting;
  readonly time: NonNullable<Meeting['time']>;
}

/** Booked meetings that have not begun, soonest first. */
export function ahead<Meeting extends Timed>(meetings: readonly Meeting[], now: string): readonly Ahead<Meeting>[] {
  const coming = meetings.flatMap((meeting): readonly Ahead<Meeting>[] => {
    const time: Meeting['time'] = meeting.time;
    return time !== null && isAhead(meeting, now) ? [{ meeting, time }] : [];
  });
  return coming.toSorted((a, b) => (a.time.startsAt < b.time.startsAt ? -1 : 1));
}

/** Those of the next seven days. */
export function soonAhead<Meeting extends Timed>(meetings: readonly Meeting[], now: string): readonly Ahead<Meeting>[] {
  const today = dayOf(now as Instant);
  return ahead(meetings, now).filter(({ time }) => daysBetween(today, dayOf(time.startsAt as Instant)) <= SOON_DAYS);
}
