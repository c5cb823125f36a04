import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ClockGuard } from './clock-guard.js';

const NEWEST = '2026-03-06T12:00:00.000Z';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const at = (ms: number) => new Date(Date.parse(NEWEST) + ms).toISOString() as Instant;

/** A guard whose newest event, clock and passing time a spec sets. */
function guard({ demo = false } = {}) {
  const state = { newest: NEWEST as string | undefined, now: at(MINUTE_MS), passed: 0, reads: 0 };
  const log = {
    last: async () => {
      state.reads += 1;
      return state.newest === undefined ? undefined : ({ at: state.newest } as never);
    },
  };
  const guarded = new ClockGuard({ log, clock: { now: () => state.now }, isDemonstration: async () => demo, passed: () => state.passed });
  const clockIs = async (ms: number) => {
    state.now = at(ms);
    return (await guarded.check()).state;
  };
  return { state, guarded, clockIs };
}

describe('the clock of a hub', () => {
  test.each([
    ['right', 'at the newest event', 0],
    ['right', 'five minutes behind it, as two servers may be', -5 * MINUTE_MS],
    ['behind', 'more than that behind it', -5 * MINUTE_MS - 1],
    ['right', 'sixty days after it, for a hub may rest', 60 * DAY_MS],
    ['ahead', 'more than that after it', 60 * DAY_MS + MINUTE_MS],
  ] as const)('is %s %s', async (state, _, ms) => {
    expect(await guard().clockIs(ms)).toBe(state);
  });

  test('of a demonstration is never ahead, and may be behind', async () => {
    expect([await guard({ demo: true }).clockIs(900 * DAY_MS), await guard({ demo: true }).clockIs(-DAY_MS)]).toEqual(['right', 'behind']);
  });

  test('is behind by so much, and by nothing where it is right, ahead or confirmed', async () => {
    const { state, guarded, clockIs } = guard();
    for (const [ms, behindMs] of [
      [-3 * 60 * MINUTE_MS, 3 * 60 * MINUTE_MS],
      [-5 * MINUTE_MS, 0],
      [400 * DAY_MS, 0],
    ] as const) {
      await clockIs(ms);
      expect(await guarded.behindMs()).toBe(behindMs);
    }
    await clockIs(-DAY_MS);
    state.newest = at(-DAY_MS);
    expect(await guarded.behindMs()).toBe(0);
  });

  test('of a hub where nothing has happened yet is right', async () => {
    const { state, clockIs } = guard();
    state.newest = undefined;
    expect(await clockIs(900 * DAY_MS)).toBe('right');
  });

  test('is held against the log once, and again when it is set', async () => {
    const { state, clockIs } = guard();
    for (let minute = 1; minute <= 100; minute += 1) {
      state.passed = minute * MINUTE_MS;
      expect(await clockIs(minute * MINUTE_MS)).toBe('right');
    }
    expect(state.reads).toBe(1);
    expect(await clockIs(-DAY_MS)).toBe('behind');
    expect(state.reads).toBe(2);
  });

  test('while it is wrong, what the hub ended meanwhile is looked through once', async () => {
    const events = [
      { type: 'PersonJoined', actor: 'ada', stream: 'person-ada', at: NEWEST, position: '1' },
      ...Array.from({ length: 500 }, (_, n) => ({
        type: 'AllSessionsClosed',
        actor: HUB,
        stream: 'person-x',
        at: at(0),
        position: String(1_000 + n),
      })),
    ];
    let read = 0;
    const log = {
      last: async (counts: (event: StoredEvent) => boolean = () => true) =>
        events.toReversed().find((event) => {
          read += 1;
          return counts(event as unknown as StoredEvent);
        }) as never,
    };
    const clock = { now: () => at(100 * DAY_MS) };
    const guarded = new ClockGuard({ log, clock, isDemonstration: async () => false, passed: () => 0 });
    for (let times = 0; times < 5; times += 1) expect(await guarded.check()).toEqual({ state: 'ahead', newest: NEWEST });
    expect(read).toBe(501 + 4);
    events.push({ type: 'DateConfirmed', actor: 'ada', stream: 'institution-hub', at: at(100 * DAY_MS), position: '2000' });
    expect((await guarded.check()).state).toBe('right');
  });

  test('that was found wrong is right once it is set, or the date is confirmed', async () => {
    const { state, guarded, clockIs } = guard();
    expect(await clockIs(400 * DAY_MS)).toBe('ahead');
    expect(guarded.condition).toEqual({ state: 'ahead', newest: NEWEST });
    expect(await clockIs(MINUTE_MS)).toBe('right');
    expect(await clockIs(400 * DAY_MS)).toBe('ahead');
    state.newest = at(400 * DAY_MS);
    expect(await clockIs(400 * DAY_MS)).toBe('right');
  });
});
