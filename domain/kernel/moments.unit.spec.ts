import type { z } from 'zod';
import { clockTime, day, instant, isDay, isInstant } from './moments.js';

const said = (schema: z.ZodType, value: unknown) => {
  const { success, error } = schema.safeParse(value);
  return success ? 'taken' : error?.issues.map(({ message }) => message).join(' ');
};

describe('dates and times that are taken', () => {
  test.each([
    ['2026-03-06', 'taken'],
    ['2028-02-29', 'taken'],
    ['1950-01-01', 'taken'],
    ['2099-12-31', 'taken'],
    ['2027-02-29', 'Enter a date that exists.'],
    ['2027-04-31', 'Enter a date that exists.'],
    ['1949-12-31', 'Enter a date between 1950 and 2099.'],
    ['2100-01-01', 'Enter a date between 1950 and 2099.'],
    ['0002-01-01', 'Enter a date between 1950 and 2099.'],
    ['2025-09-011', 'Enter a whole date: day, month and year.'],
    ['6/3/2026', 'Enter a whole date: day, month and year.'],
    ['+275760-09-13', 'Enter a whole date: day, month and year.'],
  ])('the day %s: %s', (text, expected) => expect([said(day, text), isDay(text)]).toEqual([expected, expected === 'taken']));

  test.each([
    ['2027-03-10T15:40:00.000Z', 'taken'],
    ['1970-01-01T00:00:00.000Z', 'taken'],
    ['2027-04-31T10:00:00.000Z', 'Enter a time that exists.'],
    ['2027-06-10T24:00:00.000Z', 'Enter a time that exists.'],
    ['2027-06-10T10:60:00.000Z', 'Enter a time that exists.'],
    ['9999-12-31T23:30:00.000Z', 'Enter a time between 1950 and 2099.'],
    ['1969-12-31T23:30:00.000Z', 'Enter a time between 1950 and 2099.'],
    ['2027-03-10T15:40:00Z', 'Enter a time in UTC, such as 2026-03-06T15:40:00.000Z.'],
    ['2027-03-10T15:40:00.000+01:00', 'Enter a time in UTC, such as 2026-03-06T15:40:00.000Z.'],
  ])('the moment %s: %s', (text, expected) => expect([said(instant, text), isInstant(text)]).toEqual([expected, expected === 'taken']));

  test.each([
    ['15:40', 'taken'],
    ['00:00', 'taken'],
    ['24:00', 'Enter a time, such as 15:40.'],
    ['9:05', 'Enter a time, such as 15:40.'],
    ['15:60', 'Enter a time, such as 15:40.'],
  ])('the time %s: %s', (text, expected) => expect(said(clockTime, text)).toBe(expected));
});
