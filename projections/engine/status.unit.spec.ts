import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { ReadAllOptions } from '@alongside/domain/kernel/event-store.js';
import { MemoryFeed, positionOf } from '../testing/memory-feed.js';
import { goalView, noise } from '../testing/sample-views.js';
import { LAG_LIMIT_EVENTS, lagAfter, statusOf } from './status.js';
import type { ViewProgress } from './view-group.js';

const MINUTE_MS = 60_000;
const NOW = '2026-01-05T12:00:00.000Z' as Instant;
const nowMs = Date.parse(NOW);
const minutesAgo = (minutes: number) => new Date(nowMs - minutes * MINUTE_MS).toISOString() as Instant;

/** A log of so many events, in batches of so many, and how many of them were read. */
function logOf(events: number, batch = events) {
  const feed = new MemoryFeed(() => batch);
  feed.append(...Array.from({ length: events }, () => noise));
  const asked: ReadAllOptions[] = [];
  const seen = { events: 0 };
  const readAll = async function* (options: ReadAllOptions = {}) {
    asked.push(options);
    for await (const taken of MemoryFeed.prototype.readAll.call(feed, options)) {
      seen.events += taken.length;
      yield taken;
    }
  };
  return { feed: Object.assign(feed, { readAll }), asked, seen };
}

describe('how far a view is behind the log', () => {
  test('is as many events as stand after it, and as long as the first of them has waited', async () => {
    const { feed } = logOf(5, 2);
    const at = Date.parse(feed.all()[2]?.at ?? '');
    expect(await lagAfter(feed, positionOf(2), at + 500)).toEqual({ events: 3, ms: 500 });
    expect(await lagAfter(feed, undefined, at)).toEqual({ events: 5, ms: 2 * MINUTE_MS });
  });

  test('is nothing at the end of the log, past it, and where nothing has happened; then nothing is read', async () => {
    const { feed, asked } = logOf(3);
    expect(await lagAfter(feed, positionOf(3), nowMs)).toEqual({ events: 0, ms: 0 });
    expect(await lagAfter(feed, positionOf(4), nowMs)).toEqual({ events: 0, ms: 0 });
    const empty = logOf(0);
    expect(await lagAfter(empty.feed, undefined, nowMs)).toEqual({ events: 0, ms: 0 });
    expect([asked, empty.asked]).toEqual([[], []]);
  });

  test('is never less than no time, though the clock of the event was ahead', async () => {
    const { feed } = logOf(1);
    expect(await lagAfter(feed, undefined, Date.parse(feed.all()[0]?.at ?? '') - 1)).toEqual({ events: 1, ms: 0 });
  });

  test('is counted up to a limit, and no more of the log is read than that', async () => {
    const { feed, seen } = logOf(LAG_LIMIT_EVENTS + 300, 400);
    expect(await lagAfter(feed, undefined, nowMs)).toMatchObject({ events: LAG_LIMIT_EVENTS });
    expect(seen.events).toBe(LAG_LIMIT_EVENTS);
  });
});

describe('what is said of a view', () => {
  const lag = { events: 2, ms: 900 };
  const member: ViewProgress = {
    view: goalView,
    checkpoint: positionOf(4),
    state: 'live',
    progress: { events: 4, firstAt: minutesAgo(40), lastAt: minutesAgo(10) },
    stopped: undefined,
  };
  const stopped = { event: 'e5', position: positionOf(5), error: 'Error: cannot let go' };

  test('that is live: where it is and how far behind', () => {
    expect(statusOf(member, 1, lag, nowMs)).toEqual({
      ...{ view: 'goal', version: 1, state: 'live', servedVersion: 1 },
      ...{ checkpoint: positionOf(4), lagEvents: 2, lagMs: 900 },
    });
  });

  test('that is built while nothing serves: no version that serves, and how much it has gone through', () => {
    const status = statusOf({ ...member, state: 'rebuilding' }, undefined, lag, nowMs);
    expect(status).not.toHaveProperty('servedVersion');
    expect(status.progress).toEqual({ events: 4, share: 0.75 });
  });

  test('that an event stopped: which, and why; and no longer once it is built again', () => {
    expect(statusOf({ ...member, state: 'stopped', stopped }, 1, lag, nowMs)).toMatchObject({
      state: 'stopped',
      stopped: { event: 'e5', error: 'Error: cannot let go' },
    });
    expect(statusOf({ ...member, state: 'rebuilding', stopped }, 1, lag, nowMs)).not.toHaveProperty('stopped');
  });

  test.each([
    ['nothing while it has read nothing', undefined, undefined, 0],
    ['nothing of the time while it stands at its first event', minutesAgo(40), minutesAgo(40), 0],
    ['half way between the first event and now', minutesAgo(40), minutesAgo(20), 0.5],
    ['all, at an event that is ahead of the clock', minutesAgo(40), minutesAgo(-5), 1],
    ['all, where the log began only now', minutesAgo(0), minutesAgo(0), 1],
    ['none of it, at an event with a time before the first', minutesAgo(40), minutesAgo(50), 0],
  ])('its share is %s', (_, firstAt, lastAt, share) => {
    const { progress } = statusOf({ ...member, state: 'rebuilding', progress: { events: 1, firstAt, lastAt } }, 1, lag, nowMs);
    expect(progress?.share).toBe(share);
  });
});
