import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import { PLAIN_CALENDAR, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import { clockOf, dayOf } from '@alongside/domain/uk/uk-time.js';
import { free } from '../testing/people.js';
import { commonTimes } from './common-times.js';

const now = '2026-03-06T09:00:00.000Z' as Instant;
const at = (slots: readonly string[], calendar: SchoolCalendar = PLAIN_CALENDAR) => ({ availability: free(slots), calendar });
const tuesdays = at(['tuesday 15:30-17:00']);
const said = (times: ReturnType<typeof commonTimes>) => times.map(({ startsAt }) => `${dayOf(startsAt)} ${clockOf(startsAt)}`);

describe('the first times both could make', () => {
  test('stand at the beginning of what both marked, week after week, for four weeks', () => {
    expect(said(commonTimes(tuesdays, at(['tuesday 15:40-18:00']), now))).toEqual([
      '2026-03-10 15:40',
      '2026-03-17 15:40',
      '2026-03-24 15:40',
      '2026-03-31 15:40',
    ]);
  });

  test('keep their hour by the clock when the clocks change', () => {
    const [before, after] = commonTimes(tuesdays, tuesdays, '2026-03-20T09:00:00.000Z' as Instant);
    expect([before?.startsAt, after?.startsAt]).toEqual(['2026-03-24T15:30:00.000Z', '2026-03-31T14:30:00.000Z']);
  });

  test('are school days for both', () => {
    const closed = { ...PLAIN_CALENDAR, closures: [{ from: '2026-03-09' as Day, to: '2026-03-13' as Day, why: 'Flood' }] };
    expect(said(commonTimes(tuesdays, at(['tuesday 15:30-17:00'], closed), now))[0]).toBe('2026-03-17 15:30');
    const mondays = at(['monday 15:30-17:00']);
    expect(said(commonTimes(mondays, mondays, '2026-04-01T09:00:00.000Z' as Instant))[0]).toBe('2026-04-13 15:30');
  });

  test('step past what either has booked', () => {
    const busy = [{ startsAt: '2026-03-10T15:30:00.000Z' as Instant, minutes: 30 }];
    expect(said(commonTimes({ ...tuesdays, busy }, tuesdays, now))[0]).toBe('2026-03-10 16:00');
    expect(
      said(commonTimes(tuesdays, { ...tuesdays, busy: [{ startsAt: '2026-03-10T15:30:00.000Z' as Instant, minutes: 90 }] }, now))[0],
    ).toBe('2026-03-17 15:30');
  });

  test('leave half a day’s notice and fit the length asked for', () => {
    expect(said(commonTimes(tuesdays, tuesdays, '2026-03-10T09:00:00.000Z' as Instant))[0]).toBe('2026-03-17 15:30');
    expect(commonTimes(tuesdays, tuesdays, now, { minutes: 120 })).toEqual([]);
    expect(commonTimes(tuesdays, tuesdays, now, { limit: 2 })).toHaveLength(2);
    expect(commonTimes(tuesdays, at(['monday 15:30-17:00']), now)).toEqual([]);
  });

  test('a Saturday that both marked counts in term', () => {
    const saturdays = at(['saturday 10:00-11:00']);
    const holiday = { ...PLAIN_CALENDAR, closures: [{ from: '2026-03-13' as Day, to: '2026-03-13' as Day, why: 'Training day' }] };
    expect(said(commonTimes(saturdays, saturdays, now))[0]).toBe('2026-03-07 10:00');
    expect(said(commonTimes(saturdays, { ...saturdays, calendar: holiday }, now))[1]).toBe('2026-03-21 10:00');
  });
});
