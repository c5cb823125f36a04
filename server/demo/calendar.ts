import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import type { Closure, Term } from '@alongside/domain/institutions/institution.events.js';
import { isSchoolDay, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';

const DAY_MS = 86_400_000;
/** School years that the demo community looks back on, beside the one it is in. */
export const YEARS_BACK = 2;

const shift = (day: string, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day;
/** The first given weekday (1 Monday … 5 Friday) on or after a day. */
const firstOnOrAfter = (day: string, weekday: number): Day => shift(day, (weekday - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7);

/** Easter Sunday by the Gregorian rule (the anonymous algorithm). */
function easter(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day;
}

/** A school year as most authorities in England draw it; `year` is the one it begins in. */
export function schoolYear(year: number): { readonly terms: readonly Term[]; readonly halfTerms: readonly Closure[] } {
  const autumn = { name: `Autumn ${year}`, from: firstOnOrAfter(`${year}-09-02`, 2), to: firstOnOrAfter(`${year}-12-17`, 5) };
  const sunday = easter(year + 1);
  const spring = { name: `Spring ${year + 1}`, from: firstOnOrAfter(`${year + 1}-01-03`, 1), to: shift(sunday, -9) };
  const summer = { name: `Summer ${year + 1}`, from: shift(sunday, 8), to: firstOnOrAfter(`${year + 1}-07-20`, 2) };
  const half = (monday: Day): Closure => ({ from: monday, to: shift(monday, 4), why: 'Half-term' });
  return {
    terms: [autumn, spring, summer],
    halfTerms: [
      half(firstOnOrAfter(`${year}-10-25`, 1)),
      half(firstOnOrAfter(`${year + 1}-02-14`, 1)),
      half(firstOnOrAfter(`${year + 1}-05-25`, 1)),
    ],
  };
}

/** The calendar that every school of the demo keeps, from the first year it looks back on to the end of the coming one. */
export function demoCalendar(now: Instant, nation: SchoolCalendar['nation'] = 'england'): SchoolCalendar {
  const first = firstSchoolYear(now);
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => schoolYear(first + index));
  return { nation, terms: years.flatMap(({ terms }) => terms), closures: years.flatMap(({ halfTerms }) => halfTerms) };
}

/** The calendar year in which the oldest school year of the demo begins. */
export function firstSchoolYear(now: Instant): number {
  const today = dayOf(now);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return (month >= 9 ? year : year - 1) - YEARS_BACK;
}

/** The school days from `from` to `to`, both included. */
export function schoolDays(calendar: SchoolCalendar, from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = shift(day, 1)) if (isSchoolDay(calendar, day)) days.push(day);
  return days;
}

export { shift as shiftDay };
