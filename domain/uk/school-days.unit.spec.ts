import type { Day } from '../kernel/brand.js';
import { addDays, daysBetween } from './days.js';
import { addSchoolDays, isSchoolDay, PLAIN_CALENDAR, schoolYearStart, type SchoolCalendar } from './school-days.js';

const day = (text: string) => text as Day;
const term = (name: string, from: string, to: string) => ({ name, from: day(from), to: day(to) });
const taught: SchoolCalendar = {
  nation: 'england',
  terms: [
    term('Autumn', '2025-09-02', '2025-12-19'),
    term('Spring', '2026-01-05', '2026-03-27'),
    term('Summer', '2026-04-13', '2026-07-21'),
  ],
  closures: [
    { from: day('2025-10-27'), to: day('2025-10-31'), why: 'Half-term' },
    { from: day('2026-02-16'), to: day('2026-02-20'), why: 'Half-term' },
    { from: day('2026-06-26'), to: day('2026-06-26'), why: 'Training day' },
  ],
};

describe('school days', () => {
  test('[R4] weekends are left out: five school days from a Friday is the next Friday', () => {
    expect(addSchoolDays(PLAIN_CALENDAR, day('2026-03-06'), 5)).toBe('2026-03-13');
  });

  test('[R4] bank holidays of the nation are left out', () => {
    expect(addSchoolDays(PLAIN_CALENDAR, day('2026-04-02'), 1)).toBe('2026-04-07');
    expect(addSchoolDays({ ...PLAIN_CALENDAR, nation: 'scotland' }, day('2026-04-02'), 1)).toBe('2026-04-06');
    expect(addSchoolDays({ ...PLAIN_CALENDAR, nation: 'northern-ireland' }, day('2026-03-16'), 1)).toBe('2026-03-18');
  });

  test('[R4] closures of the institution are left out', () => {
    expect(addSchoolDays(taught, day('2026-06-25'), 1)).toBe('2026-06-29');
    expect(addSchoolDays(taught, day('2026-02-12'), 5)).toBe('2026-02-26');
  });

  test('[R4] the holidays between terms are left out, and the summer is not counted', () => {
    expect(addSchoolDays(taught, day('2026-03-26'), 2)).toBe('2026-04-13');
    expect(isSchoolDay(taught, day('2026-07-22'))).toBe(false);
    expect(isSchoolDay(taught, day('2026-08-24'))).toBe(false);
    expect(isSchoolDay(taught, day('2025-09-01'))).toBe(false);
  });

  test('a school year whose terms are not set counts weekdays', () => {
    expect(isSchoolDay(taught, day('2026-09-14'))).toBe(true);
    const autumnOnly = { ...taught, terms: taught.terms.slice(0, 1) };
    expect(isSchoolDay(autumnOnly, day('2026-01-12'))).toBe(true);
    expect(isSchoolDay(autumnOnly, day('2025-10-28'))).toBe(false);
  });

  test('no days on is the day itself, or the first school day after it', () => {
    expect(addSchoolDays(taught, day('2026-03-06'), 0)).toBe('2026-03-06');
    expect(addSchoolDays(taught, day('2026-03-07'), 0)).toBe('2026-03-09');
  });

  test('a calendar shut for years falls back to working days', () => {
    const shut = { ...PLAIN_CALENDAR, closures: [{ from: day('2020-01-01'), to: day('2040-01-01'), why: 'A slip of the keyboard' }] };
    expect(addSchoolDays(shut, day('2026-03-06'), 5)).toBe('2026-03-13');
  });

  test('the school year begins in September, in Scotland in August', () => {
    expect(schoolYearStart('england', day('2026-08-31'))).toBe('2025-09-01');
    expect(schoolYearStart('scotland', day('2026-08-17'))).toBe('2026-08-01');
  });

  test('adding and counting agree, from every day of two years', () => {
    for (let from = day('2025-08-20'); from < '2027-08-20'; from = addDays(from, 1)) {
      const to = addSchoolDays(taught, from, 5);
      const days = Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1));
      const taughtOn = days.filter((one) => isSchoolDay(taught, one));
      expect([from, taughtOn.length, taughtOn.at(-1)]).toEqual([from, 5, to]);
    }
  });
});
