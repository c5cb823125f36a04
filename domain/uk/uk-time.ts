import type { ClockTime, Day, Instant } from '../kernel/brand.js';
import { daysBetween, yearOf } from './days.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const dayWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
const dateWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const shortDayWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' });
const weekdayWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });
const shortDateWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });

/** The clock’s offset from UTC by day number since 1970; null on a day on which it changes. A cache, because every replayed event asks. */
const offsets = new Map<number, number | null>();
const OFFSETS_LIMIT_DAYS = 20_000;

/** In milliseconds. */
function offsetMs(ms: number): number {
  const day = Math.floor(ms / DAY_MS);
  let known = offsets.get(day);
  if (known === undefined) {
    const [start, end] = [workOutOffsetMs(day * DAY_MS), workOutOffsetMs((day + 1) * DAY_MS)];
    known = start === end ? start : null;
    if (offsets.size >= OFFSETS_LIMIT_DAYS) offsets.clear();
    offsets.set(day, known);
  }
  return known ?? workOutOffsetMs(Math.floor(ms / HOUR_MS) * HOUR_MS);
}

function workOutOffsetMs(ms: number): number {
  const part = Object.fromEntries(wallClock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute']) - ms;
}

/** `2026-03-06` and `15:40` as a clock on a wall in London shows them. */
function wallOf(ms: number): { day: Day; clock: ClockTime } {
  const shown = new Date(ms + offsetMs(ms)).toISOString();
  return { day: shown.slice(0, 10) as Day, clock: shown.slice(11, 16) as ClockTime };
}

/** The day in the United Kingdom on which a moment falls. */
export const dayOf = (instant: Instant): Day => wallOf(Date.parse(instant)).day;

/** What a clock in the United Kingdom shows at a moment. */
export const clockOf = (instant: Instant): ClockTime => wallOf(Date.parse(instant)).clock;

/**
 * The moment at which UK clocks show this time. A time that spring skips is an hour later (01:30 becomes 02:30); one that autumn repeats is
 * the first.
 */
export function instantOf(day: Day, clock: ClockTime): Instant {
  const asGmt = Date.parse(`${day}T${clock}:00.000Z`);
  const asSummerTime = asGmt - HOUR_MS;
  const wall = wallOf(asSummerTime);
  const ms = wall.day === day && wall.clock === clock ? asSummerTime : asGmt;
  return new Date(ms).toISOString() as Instant;
}

/** The moment `minutes` later. */
export const plusMinutes = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString() as Instant;

/** Whole minutes from one moment to a later one. */
export const minutesBetween = (from: Instant, to: Instant): number => Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

/** Whether two stretches of time, each a start and a length in minutes, share a moment. Touching ends do not. */
export const overlaps = (
  a: { readonly startsAt: Instant; readonly minutes: number },
  b: { readonly startsAt: Instant; readonly minutes: number },
): boolean => {
  const [from, other] = [Date.parse(a.startsAt), Date.parse(b.startsAt)];
  return from < other + b.minutes * MINUTE_MS && other < from + a.minutes * MINUTE_MS;
};

/** “Friday 6 March”; with the year where it is not that of `today`. */
export function sayDay(day: Day, today?: Day): string {
  const words = dayWords.format(Date.parse(`${day}T00:00:00Z`)).replace(',', '');
  return today !== undefined && yearOf(day) === yearOf(today) ? words : `${words} ${yearOf(day)}`;
}

/** “Fri 6 March”, for lists and buttons. */
export const sayDayShort = (day: Day): string => shortDayWords.format(Date.parse(`${day}T00:00:00Z`)).replace(',', '');

const sayWeekday = (day: Day): string => weekdayWords.format(Date.parse(`${day}T00:00:00Z`));

/** “today”, “tomorrow”, “yesterday”, otherwise the day in full. */
export function sayDayNear(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  return away === 0 ? 'today' : away === 1 ? 'tomorrow' : away === -1 ? 'yesterday' : sayDay(day, today);
}

/** “on Thursday” within the coming week, “today”, “tomorrow”, otherwise “on Thursday 26 March”. */
export function sayOnDay(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (away >= -1 && away <= 1) return sayDayNear(day, today);
  return away > 0 && away < 7 ? `on ${sayWeekday(day)}` : `on ${sayDay(day, today)}`;
}

/** “on Thursday” within the last week, otherwise as `sayOnDay` has it. */
export function sayOnPastDay(day: Day, today: Day): string {
  const ago = daysBetween(day, today);
  return ago > 1 && ago < 7 ? `on ${sayWeekday(day)}` : sayOnDay(day, today);
}

/** “6 March 2026”, for records. */
export const sayDate = (day: Day): string => dateWords.format(Date.parse(`${day}T00:00:00Z`));

/** “6 Mar 2026”, for tables. */
export const sayDateShort = (day: Day): string => shortDateWords.format(Date.parse(`${day}T00:00:00Z`));

/** “3:40pm”, “9am”, “midday”, “midnight”. */
export function sayTime(clock: ClockTime): string {
  if (clock === '00:00') return 'midnight';
  if (clock === '12:00') return 'midday';
  const [hour, minute] = [Number(clock.slice(0, 2)), clock.slice(3)];
  return `${hour % 12 || 12}${minute === '00' ? '' : `:${minute}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** “3:40pm to 4:30pm”. */
export const sayTimes = (from: ClockTime, to: ClockTime): string => `${sayTime(from)} to ${sayTime(to)}`;

/** “Friday 6 March at 3:40pm”, by the clock in the United Kingdom. */
export function sayMoment(instant: Instant, today?: Day): string {
  const { day, clock } = wallOf(Date.parse(instant));
  return `${sayDay(day, today)} at ${sayTime(clock)}`;
}

/** “on Tuesday at 3:40pm” within the coming week, “today at 3:40pm”, otherwise “on Friday 6 March at 3:40pm”. */
export function sayOnMoment(instant: Instant, today: Day): string {
  const { day, clock } = wallOf(Date.parse(instant));
  return `${sayOnDay(day, today)} at ${sayTime(clock)}`;
}

const inHours = (minutes: number, say: (n: number, unit: 'hour' | 'minute') => string): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && say(hours, 'hour'), (rest > 0 || hours === 0) && say(rest, 'minute')].filter(Boolean).join(' ');
};

/** “45 minutes”, “1 hour”, “1 hour 15 minutes”. */
export const sayMinutes = (minutes: number): string => inHours(minutes, (n, unit) => `${n} ${unit}${n === 1 ? '' : 's'}`);

/** “45 min”, “1 hr”, “1 hr 15 min”, for tables. */
export const sayMinutesShort = (minutes: number): string => inHours(minutes, (n, unit) => `${n} ${unit === 'hour' ? 'hr' : 'min'}`);
