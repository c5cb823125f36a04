import type { Instant, Position } from './brand.js';
import { begunByNow, byConfirmed, CLOCKS_DIFFER_MS, countedLately, isGoodAt, isPausedUntil, isWithin } from './windows.js';

const NOW = '2026-11-30T09:00:00.000Z' as Instant;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const from = (milliseconds: number) => new Date(Date.parse(NOW) + milliseconds).toISOString() as Instant;

/** `given(it happened so long from now).isOfTheLastHour()`. */
const given = (milliseconds: number) => ({
  isOfTheLastHour: (expected = true) => {
    expect(isWithin(from(milliseconds), NOW, HOUR_MS)).toBe(expected);
    expect(isWithin(Date.parse(from(milliseconds)), Date.parse(NOW), HOUR_MS)).toBe(expected);
  },
});

describe('within so long before now', () => {
  test('is closed at both ends: what lies ahead by more than clocks differ is no part of it', () => {
    for (const inside of [0, 1 - HOUR_MS, CLOCKS_DIFFER_MS]) given(inside).isOfTheLastHour();
    for (const outside of [-HOUR_MS, -DAY_MS, CLOCKS_DIFFER_MS + 1, 30 * DAY_MS]) given(outside).isOfTheLastHour(false);
  });

  test('nothing is that cannot be read as a time', () => expect(isWithin('' as Instant, NOW, HOUR_MS)).toBe(false));
});

test('what is good from its start to its end is good at neither side of them', () => {
  const code = { from: NOW, to: from(10 * 60_000) };
  expect([0, 599_999, -CLOCKS_DIFFER_MS].map((at) => isGoodAt(code, from(at)))).toEqual([true, true, true]);
  expect([600_000, 30 * DAY_MS, -CLOCKS_DIFFER_MS - 1, -30 * DAY_MS].map((at) => isGoodAt(code, from(at)))).toEqual(
    Array.from({ length: 4 }, () => false),
  );
});

test('a pause is over at its end, and at once where its end lies further ahead than it is ever long', () => {
  const isPaused = (ms: number) => isPausedUntil(from(ms), NOW, 45_000);
  expect([1, 45_000].map(isPaused)).toEqual([true, true]);
  expect([0, -1, 45_001, 30 * DAY_MS].map(isPaused)).toEqual([false, false, false, false]);
});

test('a count of late takes what lies ahead as of now, so that it counts and passes', () => {
  expect(countedLately([10, 100, 5_000], 100, 90)).toEqual([100, 100]);
  expect(countedLately(countedLately([5_000], 100, 90), 189, 90)).toEqual([100]);
  expect(countedLately(countedLately([5_000], 100, 90), 190, 90)).toEqual([]);
});

test('a window that lies ahead begins now and is as long; any other stays as it is', () => {
  const ahead = { from: from(30 * DAY_MS), to: from(30 * DAY_MS + HOUR_MS) };
  expect(begunByNow(ahead, NOW)).toEqual({ from: NOW, to: from(HOUR_MS) });
  for (const start of [CLOCKS_DIFFER_MS, 0, -2 * HOUR_MS]) {
    const window = { from: from(start), to: from(start + HOUR_MS) };
    expect(begunByNow(window, NOW)).toBe(window);
  }
});

describe('what stands before the confirmation of the date', () => {
  const confirmed = { at: NOW, position: '0000000010' as Position };
  const placed = (position: string, milliseconds: number) => ({ position: position as Position, at: from(milliseconds) });

  test('happened by then, however far ahead it is dated', () => {
    expect(byConfirmed(placed('0000000009', 30 * DAY_MS), confirmed)).toBe(NOW);
    expect(byConfirmed(placed('0000000009', -DAY_MS), confirmed)).toBe(from(-DAY_MS));
  });

  test('and what stands after it happened when it says, as everything where no date was confirmed', () => {
    expect(byConfirmed(placed('0000000011', DAY_MS), confirmed)).toBe(from(DAY_MS));
    expect(byConfirmed(placed('0000000009', DAY_MS), undefined)).toBe(from(DAY_MS));
  });
});
