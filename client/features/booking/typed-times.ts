import { isClockTime, isDay } from '@alongside/domain/kernel/moments.js';
import { instantOf } from '@alongside/domain/uk/uk-time.js';
import { dayAfter, dayOf, timeOf } from '../../ui/words.js';
import type { MeetingTime } from '../../shared/pair/pair.js';

/** How many times can be offered at once. */
export const TIMES_LIMIT = 5;
const AFTER_SCHOOL = '15:45';

/** A day and a wall-clock time as they stand in the form; empty while not chosen. */
export interface TypedTime {
  readonly day: string;
  readonly time: string;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

/** Two school days from the day after tomorrow on, after school: something to change rather than an empty form. */
export function startTimes(today: string): readonly TypedTime[] {
  const days = Array.from({ length: 7 }, (_, index) => dayAfter(today, index + 2)).filter((day) => !isWeekend(day));
  return days.slice(0, 2).map((day) => ({ day, time: AFTER_SCHOOL }));
}

/** What a suggestion begins with: times in neither diary as the hub found them, else after school; never those that it replaces. */
export function timesToBegin(found: readonly MeetingTime[], replaced: readonly MeetingTime[], today: string): readonly TypedTime[] {
  const others = found.filter(({ startsAt }) => !replaced.some((time) => time.startsAt === startsAt));
  if (others.length) return others.map(({ startsAt }) => ({ day: dayOf(startsAt), time: timeOf(startsAt) }));
  const last = replaced
    .map(({ startsAt }) => dayOf(startsAt))
    .toSorted()
    .at(-1);
  return startTimes(last !== undefined && last > today ? last : today);
}

/**
 * The offered moments by their places in the form, so that a fault shows at its field, or what is missing. Without faults, `problems` is
 * empty.
 */
export function readTimes(
  typed: readonly TypedTime[],
  minutes: number,
): { readonly times: readonly MeetingTime[]; readonly problems: readonly string[] } {
  const problems = typed.map(({ day, time }) =>
    !day ? 'Choose a day.' : !isDay(day) ? 'Enter a real date.' : !isClockTime(time) ? 'Choose a time for this day.' : '',
  );
  if (problems.some(Boolean)) return { times: [], problems };
  const times = typed.flatMap(({ day, time }) => (isDay(day) && isClockTime(time) ? [{ startsAt: instantOf(day, time), minutes }] : []));
  return { times, problems: [] };
}
