import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import type { Closure, Term } from '@alongside/domain/institutions/institution.events.js';
import { isSchoolDay, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import { addDays, weekdayNumber } from '@alongside/domain/uk/days.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';

/** School years that the demo community looks back on, beside the one it is in. */
export const YEARS_BACK = 2;
const YEARS = YEARS_BACK + 2;
/** A made-up school year, in weeks: always the same number, so that every one of them opens on a Monday. */
const YEAR_WEEKS = 52;
/** In weeks from the Monday on which the year opens; each break in the middle of a term takes one week. */
const TERMS = [
  { from: 0, weeks: 15, halfTerm: 7 },
  { from: 17, weeks: 13, halfTerm: 25 },
  { from: 32, weeks: 14, halfTerm: 38 },
] as const;
/** The demo is opened in this week of its year: the sixth of the second term, when pairs are at work and no holiday is near. */
const OPENING_WEEK = 22;
const FRIDAY = 4;

/** A school year of the demonstration, whose term dates are made up. */
export interface SchoolYear {
  readonly opens: Day;
  /** Its last school day. */
  readonly closes: Day;
  readonly terms: readonly Term[];
  readonly halfTerms: readonly Closure[];
}

const afterWeeks = (day: Day, weeks: number): Day => addDays(day, weeks * 7);
const mondayOf = (day: Day): Day => addDays(day, -weekdayNumber(day));

/** The school years around a day, oldest first: it lies in the sixth week of a term of the last but one, whatever the season. */
export function schoolYears(today: Day): readonly SchoolYear[] {
  const opens = afterWeeks(mondayOf(today), -OPENING_WEEK - YEAR_WEEKS * YEARS_BACK);
  return Array.from({ length: YEARS }, (_, index) => schoolYear(afterWeeks(opens, YEAR_WEEKS * index), index + 1));
}

function schoolYear(opens: Day, number: number): SchoolYear {
  const terms = TERMS.map(({ from, weeks }, index) => {
    const first = afterWeeks(opens, from);
    return { name: `Term ${index + 1} of year ${number}`, from: first, to: addDays(afterWeeks(first, weeks - 1), FRIDAY) };
  });
  const halfTerms = TERMS.map(({ halfTerm }) => {
    const monday = afterWeeks(opens, halfTerm);
    return { from: monday, to: addDays(monday, FRIDAY), why: 'Half term' };
  });
  return { opens, closes: terms.at(-1)?.to ?? opens, terms, halfTerms };
}

/** The calendar that every school of the demo keeps. Terms and half terms are made up; bank holidays are real. */
export function demoCalendar(now: Instant, nation: SchoolCalendar['nation'] = 'england'): SchoolCalendar {
  const years = schoolYears(dayOf(now));
  return { nation, terms: years.flatMap(({ terms }) => terms), closures: years.flatMap(({ halfTerms }) => halfTerms) };
}

/** The school days from `from` to `to`, both included. */
export function schoolDays(calendar: SchoolCalendar, from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isSchoolDay(calendar, day)) days.push(day);
  return days;
}

/** The last school day that lies so many days back, or longer. */
export function schoolDayBack(calendar: SchoolCalendar, from: Day, days: number): Day {
  const latest = addDays(from, -days);
  return schoolDays(calendar, addDays(latest, -LOOK_BACK_LIMIT_DAYS), latest).at(-1) ?? latest;
}

/** Longer than any holiday of the made-up calendar. */
const LOOK_BACK_LIMIT_DAYS = 60;

export { addDays as shiftDay };
