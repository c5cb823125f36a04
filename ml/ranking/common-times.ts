import type { ClockTime, Day, Instant } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import type { Availability } from '@alongside/domain/people/person.events.js';
import { addDays, weekdayNumber } from '@alongside/domain/uk/days.js';
import { isSchoolDay, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import { dayOf, instantOf, overlaps, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { sharedStretches, weekOf, type Stretch } from '../features/week.js';

/** How far ahead times are looked for. */
export const LOOK_AHEAD_DAYS = 28;
/** Nobody is asked to meet sooner than this. */
export const NOTICE_MINUTES = 12 * 60;
export const COMMON_TIMES_LIMIT = 5;
const START_STEP_MINUTES = 15;
const SATURDAY = 5;

/** One of the two: when they are free, where they teach, and what stands in their diary already. */
export interface Free {
  readonly availability: Availability;
  readonly calendar: SchoolCalendar;
  readonly busy?: readonly MeetingTime[];
}

/**
 * Times that both could make in the next four weeks, on school days of both and outside booked meetings; one in each stretch. `minutes`:
 * the shorter wish by default.
 */
export function commonTimes(
  one: Free,
  other: Free,
  now: Instant,
  options: { readonly minutes?: number; readonly limit?: number } = {},
): readonly MeetingTime[] {
  const minutes = options.minutes ?? Math.min(one.availability.minutes, other.availability.minutes);
  const limit = options.limit ?? COMMON_TIMES_LIMIT;
  const shared = sharedStretches(weekOf(one.availability.slots), weekOf(other.availability.slots), minutes);
  const busy = [...(one.busy ?? []), ...(other.busy ?? [])];
  const soonest = plusMinutes(now, NOTICE_MINUTES);
  const today = dayOf(now);
  const found: MeetingTime[] = [];
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS && shared.length > 0; ahead += 1) {
    const day = addDays(today, ahead);
    const stretches = shared.filter(({ weekday }) => weekday === weekdayNumber(day));
    if (stretches.length === 0 || !inTerm(one.calendar, day) || !inTerm(other.calendar, day)) continue;
    for (const stretch of stretches) {
      const time = firstStart(
        day,
        stretch,
        minutes,
        (candidate) => candidate.startsAt >= soonest && !busy.some((taken) => overlaps(taken, candidate)),
      );
      if (time) found.push(time);
      if (found.length >= limit) return found;
    }
  }
  return found;
}

function firstStart(day: Day, { from, to }: Stretch, minutes: number, suits: (time: MeetingTime) => boolean): MeetingTime | undefined {
  for (let start = from; start + minutes <= to; start += START_STEP_MINUTES) {
    const time = { startsAt: instantOf(day, clockAt(start)), minutes };
    if (suits(time)) return time;
  }
  return undefined;
}

/** A weekend counts as term where its Friday was a school day: people who marked a Saturday mean one in term. */
function inTerm(calendar: SchoolCalendar, day: Day): boolean {
  const past = weekdayNumber(day) - SATURDAY;
  return isSchoolDay(calendar, past < 0 ? day : addDays(day, -past - 1));
}

const clockAt = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as ClockTime;
