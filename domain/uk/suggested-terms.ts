import type { Closure, Nation, Term } from '../institutions/institution.events.js';
import type { Day } from '../kernel/brand.js';
import { easterSunday } from './bank-holidays.js';
import { addDays, dayFrom, weekdayNumber, yearOf } from './days.js';

const FRIDAY = 4;
/** From this day on (month and day) the school year that is coming is the one to plan. */
const NEXT_YEAR_FROM: Readonly<Record<Nation, string>> = {
  england: '07-10',
  wales: '07-10',
  scotland: '06-20',
  'northern-ireland': '06-20',
};

const onOrAfter = (weekday: number, day: Day): Day => addDays(day, (weekday - weekdayNumber(day) + 7) % 7);
const onOrBefore = (weekday: number, day: Day): Day => addDays(day, -((weekdayNumber(day) - weekday + 7) % 7));
const weekdayFrom = (day: Day): Day => (weekdayNumber(day) > FRIDAY ? onOrAfter(0, day) : day);
const weekdayUpTo = (day: Day): Day => (weekdayNumber(day) > FRIDAY ? onOrBefore(FRIDAY, day) : day);
const week = (monday: Day, why: string): Closure => ({ from: monday, to: addDays(monday, FRIDAY), why });

/** The year in which the school year of a day begins. */
export function schoolYearOf(nation: Nation, day: Day): number {
  return day.slice(5) >= NEXT_YEAR_FROM[nation] ? yearOf(day) : yearOf(day) - 1;
}

/**
 * Terms and half terms as most councils of the nation set them: a start for the school to correct. Bank holidays are known without them.
 */
export function suggestedTerms(nation: Nation, day: Day): { readonly terms: readonly Term[]; readonly closures: readonly Closure[] } {
  const year = schoolYearOf(nation, day);
  const [autumn, october] =
    nation === 'scotland' ? [dayFrom(year, 8, 13), dayFrom(year, 10, 11)] : [dayFrom(year, 9, 1), dayFrom(year, 10, 25)];
  const easter = easterSunday(year + 1);
  const lastDay =
    nation === 'scotland' ? dayFrom(year + 1, 6, 26) : nation === 'northern-ireland' ? dayFrom(year + 1, 6, 30) : dayFrom(year + 1, 7, 21);
  const halfTerm = nation === 'scotland' ? 'Mid-term holiday' : 'Half term';
  // Good Friday and the two weeks around Easter Monday are holiday.
  return {
    terms: [
      { name: 'Autumn term', from: weekdayFrom(autumn), to: onOrBefore(FRIDAY, dayFrom(year, 12, 20)) },
      { name: 'Spring term', from: onOrAfter(0, dayFrom(year + 1, 1, 4)), to: addDays(easter, -3) },
      { name: 'Summer term', from: addDays(easter, 15), to: weekdayUpTo(lastDay) },
    ],
    closures: [
      week(onOrAfter(0, october), nation === 'scotland' ? 'October holiday' : halfTerm),
      week(onOrAfter(0, dayFrom(year + 1, 2, nation === 'scotland' ? 8 : 13)), halfTerm),
      ...(nation === 'england' || nation === 'wales' ? [week(onOrBefore(0, dayFrom(year + 1, 5, 31)), halfTerm)] : []),
    ],
  };
}
