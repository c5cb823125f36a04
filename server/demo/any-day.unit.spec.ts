import { jest } from '@jest/globals';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { missingAt, opened, openedAgain } from './any-day.testing.js';
import { seeded } from './random.js';

jest.setTimeout(240_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
/** How many days are tried: one, or with `DAYS=365` every day of a year. */
const DAYS = Number(process.env['DAYS'] ?? 1);
const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;
const FIRST = Date.UTC(2026, 10, 26, 9);

/** With many days, these as well: holidays, nights, clock changes, a leap day, the turn of the year. */
const NAMED = [
  // The day that it is opened on again below.
  '2026-11-26T09:00:00.000Z',
  '2027-08-14T09:00:00.000Z',
  '2026-12-25T09:00:00.000Z',
  '2026-07-22T09:00:00.000Z',
  '2026-09-23T09:00:00.000Z',
  '2026-12-31T23:58:00.000Z',
  '2027-01-02T22:30:00.000Z',
  '2027-03-28T00:59:30.000Z',
  '2027-10-31T00:30:00.000Z',
  '2027-12-28T12:00:00.000Z',
  '2028-02-29T09:00:00.000Z',
  // Its mentor who left had a mentee who parted from them by chance the day before.
  '2029-02-14T21:52:00.000Z',
] as const;

const chosen = (): readonly Instant[] => {
  const { whole } = seeded(seed);
  const offsets =
    DAYS >= YEAR_DAYS ? Array.from({ length: DAYS }, (_, day) => day) : Array.from({ length: DAYS }, () => whole(0, 3 * YEAR_DAYS));
  const days = offsets.map((day) => new Date(FIRST + day * DAY_MS + whole(-9 * 60, 14 * 60) * 60_000).toISOString());
  return [...(DAYS > 1 ? NAMED : []), ...days] as Instant[];
};

describe(`the demonstration, opened for the first time (SEED=${seed} DAYS=${DAYS})`, () => {
  test.each(chosen())('on %s is in the middle of its work, in each role', (now) => {
    expect(missingAt(opened(now), now)).toEqual([]);
  });
});

const MONTHS = [1, 3, 8, 13] as const;
const plusMonths = (now: Instant, months: number): Instant => {
  const at = new Date(now);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString() as Instant;
};

describe('the demonstration, opened again', () => {
  const first = '2026-11-26T09:00:00.000Z' as Instant;
  const log = opened(first);

  test.each(DAYS > 1 ? MONTHS : [MONTHS[seed % MONTHS.length] ?? 1])(
    'after %i months is in the middle of its work, in each role, and keeps all that was',
    async (months) => {
      const now = plusMonths(first, months);
      const again = await openedAgain(log, first, now);
      expect(missingAt(again, now)).toEqual([]);
      expect(again.slice(0, log.length)).toEqual(log);
      const times = again.map(({ at }) => at);
      expect(times.toSorted()).toEqual(times);
      expect(dayOf(again.at(-1)?.at ?? first) <= dayOf(now)).toBe(true);
    },
  );

  test('day after day is in the middle of its work each time, with what each role finds', async () => {
    let [told, before] = [log, first];
    const { whole } = seeded(seed);
    // With many days each of four weeks, weekends included; otherwise one visit, a day or more later.
    const visits = DAYS > 1 ? Array.from({ length: 28 }, () => 1) : [whole(1, 4)];
    for (const [number, days] of visits.entries()) {
      const now = new Date(Date.parse(before) + days * DAY_MS).toISOString() as Instant;
      told = await openedAgain(told, before, now, number + 1);
      expect([now, missingAt(told, now)]).toEqual([now, []]);
      before = now;
    }
  });

  test('is told the same by whoever tells it: the same log and instant give the same events', async () => {
    const now = DAYS > 1 ? plusMonths(first, 1) : (new Date(Date.parse(first) + 5 * DAY_MS).toISOString() as Instant);
    const [one, other] = [await openedAgain(log, first, now), await openedAgain(log, first, now)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});
