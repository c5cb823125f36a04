import type { Day } from '../kernel/brand.js';

const DAY_MS = 86_400_000;
const msOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;

/** The day `days` calendar days later; earlier where negative. */
export const addDays = (day: Day, days: number): Day => dayAt(msOf(day) + days * DAY_MS);

/** Calendar days from one day to another; negative where `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => Math.round((msOf(to) - msOf(from)) / DAY_MS);

/** 0 for Monday to 6 for Sunday. */
export const weekdayNumber = (day: Day): number => (new Date(msOf(day)).getUTCDay() + 6) % 7;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The same date some years later; earlier where negative. The day after 28 February where the year has no 29th. */
export const inYears = (day: Day, years: number): Day => dayFrom(yearOf(day) + years, monthOf(day), Number(day.slice(8, 10)));

/** The day of a year, month (from 1) and date; overflows as calendars do. */
export const dayFrom = (year: number, month: number, date: number): Day => dayAt(Date.UTC(year, month - 1, date));
