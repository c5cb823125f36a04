import type { Closure, Nation } from '../institutions/institution.events.js';
import type { Day } from '../kernel/brand.js';
import { seeded } from '../testing/seeded.js';
import { isBankHoliday } from '../uk/bank-holidays.js';
import { addDays, daysBetween, weekdayNumber } from '../uk/days.js';
import { PLAIN_CALENDAR, schoolYearStart, type SchoolCalendar } from '../uk/school-days.js';
import { suggestedTerms } from '../uk/suggested-terms.js';
import { REVIEW_AFTER_DAYS, isTaught, reviewDay, taughtFrom } from './review-day.js';

const day = (of: string) => of as Day;
const NATIONS: readonly Nation[] = ['england', 'wales', 'scotland', 'northern-ireland'];
const RUNS = 2_000;
/** The summer holidays, with what a school may add to them. */
const LATE_LIMIT_DAYS = 90;

/** A school with the usual terms of its nation for some school years, and days of its own on which it is shut. */
function calendarFrom(random: ReturnType<typeof seeded>): SchoolCalendar {
  const nation = random.pick(NATIONS);
  const years = [2025, 2026, 2027].filter(() => random.number() < 0.7).map((year) => suggestedTerms(nation, day(`${year}-10-01`)));
  const inset = Array.from({ length: random.below(6) }, (): Closure => {
    const from = addDays(day('2025-09-01'), random.below(900));
    return { from, to: addDays(from, random.below(4)), why: 'INSET day' };
  });
  return { nation, terms: years.flatMap(({ terms }) => terms), closures: [...years.flatMap(({ closures }) => closures), ...inset] };
}

describe('the review date of an agreement', () => {
  test('is about a term away, a school day of both, and never in a holiday: 2,000 pairs of schools, on any day', () => {
    const random = seeded();
    for (let run = 0; run < RUNS; run += 1) {
      const two: [SchoolCalendar, SchoolCalendar] = [calendarFrom(random), calendarFrom(random)];
      const today = addDays(day('2025-09-01'), random.below(730));
      const review = reviewDay(two, today);
      expect(daysBetween(today, review)).toBeGreaterThanOrEqual(REVIEW_AFTER_DAYS);
      expect(daysBetween(today, review)).toBeLessThanOrEqual(REVIEW_AFTER_DAYS + LATE_LIMIT_DAYS);
      for (const { nation, terms, closures } of two) {
        const usual = suggestedTerms(nation, addDays(schoolYearStart(nation, review), 30));
        const own = terms.filter(({ from, to }) => from <= review && review <= to);
        const anyOf = own.length > 0 ? own : usual.terms.filter(({ from, to }) => from <= review && review <= to);
        expect({ review, inTerm: anyOf.length > 0 }).toEqual({ review, inTerm: true });
        expect(closures.some(({ from, to }) => from <= review && review <= to)).toBe(false);
        expect(isBankHoliday(nation, review)).toBe(false);
        expect(weekdayNumber(review)).toBeLessThan(5);
      }
    }
  });

  test('skips the Christmas holidays, a weekend and a day on which the school is shut', () => {
    const { terms, closures } = suggestedTerms('england', day('2026-10-01'));
    const school: SchoolCalendar = {
      nation: 'england',
      terms,
      closures: [...closures, { from: day('2027-01-04'), to: day('2027-01-05'), why: 'INSET' }],
    };
    // 12 weeks on is Sunday 27 December.
    expect(reviewDay([school], day('2026-10-04'))).toBe('2027-01-06');
  });

  test('where a school has set no terms, the usual ones of its nation count', () => {
    expect(isTaught(PLAIN_CALENDAR, day('2026-12-29'))).toBe(false);
    expect(taughtFrom(PLAIN_CALENDAR, day('2026-12-29'))).toBe('2027-01-04');
    expect(isTaught(PLAIN_CALENDAR, day('2026-11-26'))).toBe(true);
  });
});
