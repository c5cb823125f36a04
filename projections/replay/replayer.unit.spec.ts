import type { Instant } from '@alongside/domain/kernel/brand.js';
import { MemoryFeed } from '../testing/memory-feed.js';
import { randomFrom, seedOf } from '../testing/random.js';
import { folded, fragileView, goalDropped, goalMoved, goalSet, goalView, noise, someHistory, tallyView } from '../testing/sample-views.js';
import { PastState } from './past-state.js';
import { Replayer } from './replayer.js';
import type { Replay } from './replay.js';
import { Snapshots } from './snapshots.js';

const views = [goalView, tallyView];
const seed = seedOf();
/** Events stand a minute apart; this is the moment of one, and a little more. */
const momentOf = (place: number, seconds = 0) => new Date(Date.UTC(2026, 0, 5) + place * 60_000 + seconds * 1_000).toISOString() as Instant;
const rowsOf = (replay: Replay, view: string) =>
  replay.list(view, { for: 'all' }).map(({ id, audience, data }) => ({ id, audience, data }));

function expectPrefix(replay: Replay, feed: MemoryFeed, instant: Instant): void {
  const prefix = feed.all().filter((event) => event.at <= instant);
  for (const view of views) expect(rowsOf(replay, view.name)).toEqual(folded(view, prefix));
  expect([replay.events, replay.position]).toEqual([prefix.length, prefix.at(-1)?.position]);
}

/** Counts what is read, to show that a date does not cost the whole log. */
class CountingFeed extends MemoryFeed {
  read = 0;
  override async *readAll(options = {}): ReturnType<MemoryFeed['readAll']> {
    for await (const batch of super.readAll({ ...options, batchSizeEvents: 10 })) {
      this.read += batch.length;
      yield batch;
    }
  }
}

describe('the programme as it stood on a date', () => {
  test('before anything, between two events, at an event, and now', async () => {
    const feed = new MemoryFeed();
    feed.append(goalSet('g1', 'asha'), goalMoved('g1', 'ben'), goalDropped('g1'));
    const replayer = new Replayer({ feed, views });
    expect((await replayer.asOf(momentOf(0))).row('goal', 'g1')).toBeUndefined();
    expect((await replayer.asOf(momentOf(1, 59))).row('goal', 'g1')).toMatchObject({ owner: 'asha', moves: 0 });
    expect((await replayer.asOf(momentOf(2))).rows('goal', { owner: 'ben' })).toMatchObject([{ owner: 'ben', moves: 1 }]);
    expect((await replayer.asOf(momentOf(9))).rows('goal', { owner: 'ben' })).toEqual([]);
  });

  test('shows each reader only what they might have seen then', async () => {
    const feed = new MemoryFeed();
    feed.append(goalSet('g1', 'asha'), goalSet('g2', 'ben'), goalMoved('g1', 'ben'));
    const then = await new Replayer({ feed, views }).asOf(momentOf(2));
    expect(then.list('goal', { for: ['person:asha'] }).map((row) => row.id)).toEqual(['g1']);
    expect(then.list('goal', { for: ['person:ben'], afterId: 'g1', limitRows: 5 }).map((row) => row.id)).toEqual(['g2']);
    expect(then.count('goal', { for: 'all', ids: ['g1'] })).toBe(1);
    expect(() => then.rows('goal', { title: 'g1' })).toThrow('no index on title');
    expect(() => then.row('people', 'asha')).toThrow('not among those replayed');
  });

  test('a state in hand does not move when the log or another question does', async () => {
    const feed = new MemoryFeed();
    feed.append(goalSet('g1', 'asha'));
    const replayer = new Replayer({ feed, views });
    const before = await replayer.asOf(momentOf(1));
    feed.append(goalMoved('g1', 'ben'));
    expect((await replayer.asOf(momentOf(2))).row('goal', 'g1')).toMatchObject({ owner: 'ben' });
    expect(before.row('goal', 'g1')).toMatchObject({ owner: 'asha' });
  });

  test('can be of some events only', async () => {
    const feed = new MemoryFeed();
    feed.append(goalSet('g1', 'asha'), noise, goalSet('g2', 'ben'));
    const replay = await new Replayer({ feed, views, only: (event) => event.type !== 'Noise' && event.id !== 'e1' }).asOf(momentOf(3));
    expect([rowsOf(replay, 'goal').map((row) => row.id), replay.events]).toEqual([['g2'], 1]);
  });

  test('an event that a view cannot take is left out whole, and named', async () => {
    const feed = new MemoryFeed();
    feed.append(goalSet('poison', 'asha'), goalDropped('poison'), goalSet('g2', 'ben'));
    const replayer = new Replayer({ feed, views: [fragileView] });
    const replay = await replayer.asOf(momentOf(3));
    expect(rowsOf(replay, 'fragile').map((row) => row.id)).toEqual(['g2', 'poison']);
    expect(replay.leftOut).toEqual([{ view: 'fragile', event: 'e2' }]);
    expect((await replayer.asOf(momentOf(1))).leftOut).toEqual([]);
  });

  test('a clock that went back hides nothing that was already shown', async () => {
    const feed = new MemoryFeed();
    feed.append(goalSet('g1', 'asha'), goalSet('g2', 'asha'), goalSet('g3', 'asha'));
    const [, second] = feed.all();
    Object.assign(second ?? {}, { at: momentOf(0) });
    const replayer = new Replayer({ feed, views, snapshotIntervalEvents: 1 });
    expect(rowsOf(await replayer.asOf(momentOf(1)), 'goal').map((row) => row.id)).toEqual(['g1', 'g2']);
    expect(rowsOf(await replayer.asOf(momentOf(0)), 'goal').map((row) => row.id)).toEqual([]);
  });

  test(`equals a fresh fold of the events until then, on random dates, while the log grows (SEED=${seed})`, async () => {
    const random = randomFrom(seed);
    const feed = new MemoryFeed((left) => 1 + Math.floor(random() * Math.min(left, 40)));
    const replayer = new Replayer({ feed, views, snapshotIntervalEvents: 7, snapshotsLimit: 9 });
    for (let round = 0; round < 60; round += 1) {
      feed.append(...someHistory(1 + Math.floor(random() * 20), random));
      const instants = Array.from({ length: 3 }, () => momentOf(Math.floor(random() * (feed.all().length + 3)), Math.floor(random() * 60)));
      const replays = await Promise.all(instants.map((instant) => replayer.asOf(instant)));
      for (const [place, replay] of replays.entries()) expectPrefix(replay, feed, instants[place] as Instant);
    }
  });

  test('after the first pass a date reads a short stretch of the log, and the next date a shorter one', async () => {
    const feed = new CountingFeed();
    feed.append(...someHistory(2_000, randomFrom(7)));
    const replayer = new Replayer({ feed, views, snapshotIntervalEvents: 100 });
    expect(await replayer.prepare()).toBe(2_000);
    feed.read = 0;
    await replayer.asOf(momentOf(1_095));
    expect(feed.read).toBeLessThanOrEqual(110);
    feed.read = 0;
    await replayer.asOf(momentOf(1_099));
    expect(feed.read).toBeLessThanOrEqual(10);
  });

  test('remembers no more states than it may, however long the log, and spreads them over all of it', async () => {
    const state = PastState.empty(views);
    const snapshots = new Snapshots(state.copy(), 10, 8);
    const feed = new MemoryFeed();
    feed.append(...someHistory(5_000, randomFrom(11)));
    for (const event of feed.all()) {
      state.take(event);
      snapshots.offer(state);
      expect(snapshots.size).toBeLessThanOrEqual(8);
    }
    for (const place of [0, 700, 2_500, 4_999]) {
      const found = snapshots.lastBy(momentOf(place));
      expect(place - found.events).toBeGreaterThanOrEqual(0);
      expect(place - found.events).toBeLessThanOrEqual(1_280);
    }
  });
});
