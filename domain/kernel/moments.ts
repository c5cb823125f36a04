import { z } from 'zod';
import type { Brand } from './branded.js';

/** A calendar day in the United Kingdom, `2026-03-06`. */
export type Day = Brand<string, 'Day'>;
/** A moment, ISO 8601 in UTC with milliseconds, `2026-03-06T15:40:00.000Z`. Sorts as text. */
export type Instant = Brand<string, 'Instant'>;
/** A wall-clock time in the United Kingdom, `15:40`. */
export type ClockTime = Brand<string, 'ClockTime'>;

/** The first and last day that dates here may have: earlier or later is a typing error. All input and queries use these parsers. */
export const FIRST_DAY = '1950-01-01' as Day;
export const LAST_DAY = '2099-12-31' as Day;
/** The first moment: devices whose clock was never set begin here, and what they send is still read. */
const FIRST_INSTANT = '1970-01-01T00:00:00.000Z';
const BETWEEN = `between ${FIRST_DAY.slice(0, 4)} and ${LAST_DAY.slice(0, 4)}`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

// Date.parse takes 31 April for 1 May and 24:00 for the next day: only what comes back as it went in exists.
const exists = (instant: string): boolean => {
  const at = Date.parse(instant);
  return !Number.isNaN(at) && new Date(at).toISOString() === instant;
};
const isWithin = (text: string, first: string, last: string): boolean => text >= first && text.slice(0, 10) <= last;

/** A day of the calendar, written `2026-03-06`, within the bounds. */
export const isDay = (text: string): text is Day =>
  DAY.test(text) && exists(`${text}T00:00:00.000Z`) && isWithin(text, FIRST_DAY, LAST_DAY);
/** A moment in UTC, written `2026-03-06T15:40:00.000Z`, within the bounds. */
export const isInstant = (text: string): text is Instant => INSTANT.test(text) && exists(text) && isWithin(text, FIRST_INSTANT, LAST_DAY);
/** A time by the clock in the United Kingdom, written `15:40`. */
export const isClockTime = (text: string): text is ClockTime => CLOCK.test(text);

export const day = z
  .string()
  .regex(DAY, { error: 'Enter a whole date: day, month and year.', abort: true })
  .refine((value) => exists(`${value}T00:00:00.000Z`), { error: 'Enter a date that exists.', abort: true })
  .refine(isDay, { error: `Enter a date ${BETWEEN}.` }) as unknown as z.ZodType<Day, Day>;

export const instant = z
  .string()
  .regex(INSTANT, { error: 'Enter a time in UTC, such as 2026-03-06T15:40:00.000Z.', abort: true })
  .refine(exists, { error: 'Enter a time that exists.', abort: true })
  .refine(isInstant, { error: `Enter a time ${BETWEEN}.` }) as unknown as z.ZodType<Instant, Instant>;

export const clockTime = z.string().regex(CLOCK, { error: 'Enter a time, such as 15:40.' }) as unknown as z.ZodType<ClockTime, ClockTime>;
