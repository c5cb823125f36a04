import type { Day } from '../kernel/brand.js';
import { NATIONS } from '../institutions/institution.events.js';
import { PUBLISHED_BANK_HOLIDAYS, PUBLISHED_YEARS } from './bank-holidays.data.js';
import { isBankHoliday, regularBankHolidays } from './bank-holidays.js';
import { weekdayNumber } from './days.js';

/** Days that differ from the rules, each with its reason. */
const MOVED = { '2020-05-04': '2020-05-08', '2022-05-30': '2022-06-02' };
const EXTRA = ['2022-06-03', '2022-09-19', '2023-05-08'];

describe('bank holidays', () => {
  test.each(NATIONS)('the published list of %s is the rules, and the exceptions that are known', (nation) => {
    const expected = new Set<string>(EXTRA);
    for (let year: number = PUBLISHED_YEARS.from; year <= PUBLISHED_YEARS.to; year += 1)
      for (const day of regularBankHolidays(nation, year)) expected.add(MOVED[day as keyof typeof MOVED] ?? day);
    if (nation === 'scotland') expected.add('2026-06-15');
    expect([...PUBLISHED_BANK_HOLIDAYS[nation]].toSorted()).toEqual([...expected].toSorted());
  });

  test.each(NATIONS)('none of %s falls on a weekend', (nation) => {
    expect(PUBLISHED_BANK_HOLIDAYS[nation].filter((day) => weekdayNumber(day as Day) > 4)).toEqual([]);
  });

  test('each nation has its own', () => {
    expect(isBankHoliday('scotland', '2026-04-06' as Day)).toBe(false);
    expect(isBankHoliday('england', '2026-04-06' as Day)).toBe(true);
    expect(isBankHoliday('scotland', '2027-01-04' as Day)).toBe(true);
    expect(isBankHoliday('scotland', '2025-12-01' as Day)).toBe(true);
    expect(isBankHoliday('northern-ireland', '2026-07-13' as Day)).toBe(true);
    expect(isBankHoliday('northern-ireland', '2024-03-18' as Day)).toBe(true);
    expect(isBankHoliday('wales', '2026-07-13' as Day)).toBe(false);
  });

  test('beyond the published years the rules carry on', () => {
    expect(regularBankHolidays('england', 2030)).toEqual([
      '2030-01-01',
      '2030-04-19',
      '2030-04-22',
      '2030-05-06',
      '2030-05-27',
      '2030-08-26',
      '2030-12-25',
      '2030-12-26',
    ]);
    expect(isBankHoliday('england', '2030-04-19' as Day)).toBe(true);
    expect(isBankHoliday('england', '2030-04-18' as Day)).toBe(false);
  });
});
