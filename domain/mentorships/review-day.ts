import type { Day } from '../kernel/brand.js';
import { addDays } from '../uk/days.js';
import { isSchoolDay, LOOK_AHEAD_LIMIT_DAYS, schoolYearStart, termsSayOf, type SchoolCalendar } from '../uk/school-days.js';
import { suggestedTerms } from '../uk/suggested-terms.js';

/** About a term. */
export const REVIEW_AFTER_DAYS = 12 * 7;
/** So long after its first day a school year is the one that suggestions are about. */
const AUTUMN_DAYS = 30;

/** Whether a day lies in a holiday of the calendar or at a weekend. Where a school has set no terms for it, the usual terms of its nation count. */
export function isTaught(calendar: SchoolCalendar, day: Day): boolean {
  if (!isSchoolDay(calendar, day)) return false;
  if (termsSayOf(calendar, day)) return true;
  const { terms, closures } = suggestedTerms(calendar.nation, addDays(schoolYearStart(calendar.nation, day), AUTUMN_DAYS));
  return isSchoolDay({ nation: calendar.nation, terms, closures }, day);
}

/** The day to look at an agreement again: about a term from `today`, and a school day of each calendar. Calendars that never meet yield the first of the first. */
export function reviewDay(calendars: readonly [SchoolCalendar, ...SchoolCalendar[]], today: Day): Day {
  const from = addDays(today, REVIEW_AFTER_DAYS);
  return next(calendars, from) ?? next([calendars[0]], from) ?? from;
}

/** The first day from `day` on that is taught in every calendar. */
function next(calendars: readonly SchoolCalendar[], day: Day): Day | undefined {
  for (let ahead = 0; ahead <= LOOK_AHEAD_LIMIT_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (calendars.every((calendar) => isTaught(calendar, candidate))) return candidate;
  }
  return undefined;
}

/** The first school day of a calendar from `day` on: what is suggested in place of a day in a holiday. */
export const taughtFrom = (calendar: SchoolCalendar, day: Day): Day => next([calendar], day) ?? day;
