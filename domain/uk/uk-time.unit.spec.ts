import type { ClockTime, Day, Instant } from '../kernel/brand.js';
import { addDays, daysBetween, weekdayNumber } from './days.js';
import {
  clockOf,
  dayOf,
  instantOf,
  minutesBetween,
  overlaps,
  plusMinutes,
  sayDate,
  sayDateShort,
  sayDay,
  sayDayNear,
  sayDayShort,
  sayMinutes,
  sayMinutesShort,
  sayMoment,
  sayOnDay,
  sayOnMoment,
  sayOnPastDay,
  sayTime,
  sayTimes,
} from './uk-time.js';

const day = (text: string) => text as Day;
const clock = (text: string) => text as ClockTime;
const at = (text: string) => `${text}:00.000Z` as Instant;

describe('time in the United Kingdom', () => {
  test('in winter the clock shows UTC, in summer an hour more', () => {
    expect(instantOf(day('2026-03-06'), clock('15:40'))).toBe(at('2026-03-06T15:40'));
    expect(instantOf(day('2026-06-05'), clock('15:40'))).toBe(at('2026-06-05T14:40'));
    expect(clockOf(at('2026-06-05T14:40'))).toBe('15:40');
    expect(dayOf(at('2026-06-05T23:30'))).toBe('2026-06-06');
    expect(clockOf(at('2026-06-05T23:30'))).toBe('00:30');
  });

  test('the hour that spring leaves out moves forward', () => {
    expect(instantOf(day('2026-03-29'), clock('01:30'))).toBe(at('2026-03-29T01:30'));
    expect(clockOf(instantOf(day('2026-03-29'), clock('01:30')))).toBe('02:30');
    expect(instantOf(day('2026-03-29'), clock('00:59'))).toBe(at('2026-03-29T00:59'));
    expect(instantOf(day('2026-03-29'), clock('02:00'))).toBe(at('2026-03-29T01:00'));
  });

  test('of the hour that autumn repeats it is the first', () => {
    expect(instantOf(day('2026-10-25'), clock('01:30'))).toBe(at('2026-10-25T00:30'));
    expect(instantOf(day('2026-10-25'), clock('00:30'))).toBe(at('2026-10-24T23:30'));
    expect(instantOf(day('2026-10-25'), clock('02:00'))).toBe(at('2026-10-25T02:00'));
  });

  test('a wall-clock time and its moment are each other’s, every day of two years, but for the missing hour', () => {
    for (let on = day('2026-01-01'); on < '2028-01-01'; on = addDays(on, 1))
      for (const time of ['00:00', '01:00', '01:45', '02:00', '08:15', '23:59'].map(clock)) {
        const moment = instantOf(on, time);
        const missing = time.startsWith('01') && (on === '2026-03-29' || on === '2027-03-28');
        expect([on, dayOf(moment), clockOf(moment)]).toEqual([on, on, missing ? time.replace('01', '02') : time]);
      }
  });

  test('days count through a clock change', () => {
    expect(addDays(day('2026-03-28'), 1)).toBe('2026-03-29');
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
    expect(daysBetween(day('2026-03-27'), day('2026-03-30'))).toBe(3);
    expect(weekdayNumber(day('2026-03-06'))).toBe(4);
  });

  test('meetings that touch do not overlap', () => {
    const first = { startsAt: at('2026-03-06T15:00'), minutes: 30 };
    expect(overlaps(first, { startsAt: plusMinutes(first.startsAt, 30), minutes: 30 })).toBe(false);
    expect(overlaps(first, { startsAt: plusMinutes(first.startsAt, 29), minutes: 30 })).toBe(true);
    expect(overlaps({ startsAt: at('2026-03-06T14:00'), minutes: 240 }, first)).toBe(true);
  });

  test('minutes between two moments are whole ones', () => {
    const from = '2026-03-06T15:40:00.000Z' as Instant;
    expect(minutesBetween(from, '2026-03-06T16:10:59.000Z' as Instant)).toBe(30);
    expect(minutesBetween(from, from)).toBe(0);
  });

  test('days and times are said as GOV.UK writes them', () => {
    expect(sayDay(day('2026-03-06'), day('2026-11-22'))).toBe('Friday 6 March');
    expect(sayDay(day('2027-03-05'), day('2026-11-22'))).toBe('Friday 5 March 2027');
    expect(['15:40', '08:05', '12:30', '12:00', '00:00', '06:30', '19:30', '09:00'].map((time) => sayTime(clock(time)))).toEqual([
      '3:40pm',
      '8:05am',
      '12:30pm',
      'midday',
      'midnight',
      '6:30am',
      '7:30pm',
      '9am',
    ]);
    expect(sayMoment(at('2026-06-05T14:40'), day('2026-01-01'))).toBe('Friday 5 June at 3:40pm');
    expect([45, 60, 75, 121, 0].map(sayMinutes)).toEqual(['45 minutes', '1 hour', '1 hour 15 minutes', '2 hours 1 minute', '0 minutes']);
    expect([45, 60, 75, 0].map(sayMinutesShort)).toEqual(['45 min', '1 hr', '1 hr 15 min', '0 min']);
    expect(sayTimes(clock('15:40'), clock('16:30'))).toBe('3:40pm to 4:30pm');
    expect([sayDate(day('2026-11-25')), sayDateShort(day('2026-11-25'))]).toEqual(['25 November 2026', '25 Nov 2026']);
  });

  test('a day near is said by how far it is, before and after', () => {
    const today = day('2026-03-06');
    const days = ['2026-02-27', '2026-02-28', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-12', '2026-03-13'].map(day);
    expect(days.map((one) => sayOnDay(one, today))).toEqual([
      ...['on Friday 27 February', 'on Saturday 28 February', 'on Wednesday 4 March', 'yesterday', 'today', 'tomorrow'],
      ...['on Thursday', 'on Friday 13 March'],
    ]);
    expect(days.map((one) => sayOnPastDay(one, today))).toEqual([
      ...['on Friday 27 February', 'on Saturday', 'on Wednesday', 'yesterday', 'today', 'tomorrow'],
      ...['on Thursday', 'on Friday 13 March'],
    ]);
    expect([sayDayNear(day('2026-03-08'), today), sayDayShort(day('2026-03-08'))]).toEqual(['Sunday 8 March', 'Sun 8 March']);
    expect(['2026-03-07T15:40', '2026-12-01T09:00'].map((one) => sayOnMoment(at(one), today))).toEqual([
      'tomorrow at 3:40pm',
      'on Tuesday 1 December at 9am',
    ]);
  });
});
