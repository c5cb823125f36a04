import type { Day } from '../kernel/brand.js';
import type { Closure, Nation, Term } from '../institutions/institution.events.js';
import { isBankHoliday } from './bank-holidays.js';
import { addDays, dayFrom, daysBetween, monthOf, weekdayNumber, yearOf } from './days.js';

/** When an institution teaches: its nation’s bank holidays, its terms (none: not set) and the days on which it is shut. */
export interface SchoolCalendar {
  readonly nation: Nation;
  readonly terms: readonly Term[];
  readonly closures: readonly Closure[];
}

/** Used for people who belong to no institution with a known nation. */
export const PLAIN_CALENDAR: SchoolCalendar = { nation: 'england', terms: [], closures: [] };

/** How far ahead a school day is looked for before the institution’s own terms and closures are set aside. */
export const LOOK_AHEAD_LIMIT_DAYS = 400;
/** A first term that begins this early in the school year is its autumn term, so that what lies before it is holiday. */
const AUTUMN_STARTS_WITHIN_DAYS = 45;
const JUNE = 6;

const isWorkingDay = (nation: Nation, day: Day): boolean => weekdayNumber(day) < 5 && !isBankHoliday(nation, day);
const within = (day: Day, { from, to }: { readonly from: Day; readonly to: Day }): boolean => from <= day && day <= to;

/** Whether the institution teaches on a day. Where no terms are set for its school year: every weekday that is no bank holiday and no closure. */
export function isSchoolDay(calendar: SchoolCalendar, day: Day): boolean {
  if (!isWorkingDay(calendar.nation, day) || calendar.closures.some((closure) => within(day, closure))) return false;
  return !termsSayOf(calendar, day) || calendar.terms.some((term) => within(day, term));
}

/**
 * The `n`th school day after `day`; for 0, `day` or the next school day. Calendars shut beyond `LOOK_AHEAD_LIMIT_DAYS` count working days,
 * so mistakes block nothing.
 */
export function addSchoolDays(calendar: SchoolCalendar, day: Day, n: number): Day {
  return (
    step(day, n, (candidate) => isSchoolDay(calendar, candidate)) ??
    step(day, n, (candidate) => isWorkingDay(calendar.nation, candidate)) ??
    day
  );
}

function step(day: Day, n: number, counts: (day: Day) => boolean): Day | undefined {
  if (n <= 0 && counts(day)) return day;
  let left = Math.max(1, n);
  for (let next = addDays(day, 1), ahead = 1; ahead <= LOOK_AHEAD_LIMIT_DAYS; next = addDays(next, 1), ahead += 1) {
    if (counts(next)) left -= 1;
    if (left === 0) return next;
  }
  return undefined;
}

/** The first day of the school year that a day falls in: 1 September, in Scotland 1 August. */
export function schoolYearStart(nation: Nation, day: Day): Day {
  const month = nation === 'scotland' ? 8 : 9;
  return dayFrom(monthOf(day) >= month ? yearOf(day) : yearOf(day) - 1, month, 1);
}

/** Whether the terms that are set cover a day. Where a school has set only some terms of a year, the rest of that year is not covered. */
export function termsSayOf(calendar: SchoolCalendar, day: Day): boolean {
  if (calendar.terms.length === 0) return false;
  const start = schoolYearStart(calendar.nation, day);
  const end = addDays(dayFrom(yearOf(start) + 1, monthOf(start), 1), -1);
  const terms = calendar.terms.filter((term) => term.from <= end && term.to >= start);
  if (terms.length === 0) return false;
  const first = terms.reduce((least, term) => (term.from < least ? term.from : least), end);
  const last = terms.reduce((most, term) => (term.to > most ? term.to : most), start);
  if (day < first) return daysBetween(start, first) <= AUTUMN_STARTS_WITHIN_DAYS;
  if (day > last) return yearOf(last) > yearOf(start) && monthOf(last) >= JUNE;
  return true;
}
