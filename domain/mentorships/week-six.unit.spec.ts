import type { Day, Instant } from '../kernel/brand.js';
import type { PairStatus } from './states.js';
import { stillMeetsAtWeekSix } from './week-six.js';

const at = (day: string) => `${day}T15:30:00.000Z` as Instant;
/** Began on 2 March: week six is over on 13 April. */
const pair = (status: PairStatus = 'active', ended: string | null = null) => ({
  status,
  startedAt: at('2026-03-02'),
  endedAt: ended === null ? null : at(ended),
});
const meeting = (day: string, change: { status?: string; took?: boolean | null } = {}) => ({
  status: 'closed',
  took: true,
  time: { startsAt: at(day) },
  ...change,
});
const says = (of: ReturnType<typeof pair>, meetings: ReturnType<typeof meeting>[], today = '2026-04-13') =>
  stillMeetsAtWeekSix(of, meetings, today as Day);

describe('whether a pair still meets at week six', () => {
  test('a meeting in weeks 4 to 6 that took place or is booked says so', () => {
    expect(says(pair(), [meeting('2026-03-24')])).toBe(true);
    expect(says(pair(), [meeting('2026-04-13')])).toBe(true);
    expect(says(pair('paused'), [meeting('2026-04-08', { status: 'booked', took: null })])).toBe(true);
  });

  test('one before, one after, one that did not take place and one that was cancelled say nothing of it', () => {
    const none = [
      meeting('2026-03-23'),
      meeting('2026-04-14'),
      meeting('2026-04-01', { took: false }),
      meeting('2026-04-01', { status: 'cancelled', took: null }),
    ];
    expect(says(pair(), none)).toBe(false);
    expect(says(pair(), [])).toBe(false);
  });

  test('before it is over nothing is said, unless the pair ended before', () => {
    expect(says(pair(), [meeting('2026-03-24')], '2026-04-12')).toBeNull();
    expect(says(pair('ended', '2026-03-20'), [], '2026-03-21')).toBe(false);
    expect(says(pair('ended', '2026-04-12'), [meeting('2026-04-01')])).toBe(false);
    expect(says(pair('ended', '2026-04-13'), [meeting('2026-04-01')])).toBe(true);
  });

  test('a pair that completed before is left out: it has what it came for', () => {
    expect(says(pair('completed', '2026-03-30'), [meeting('2026-03-24')])).toBeNull();
    expect(says(pair('completed', '2026-05-30'), [meeting('2026-03-24')], '2026-06-01')).toBe(true);
  });
});
