import { setImmediate } from 'node:timers/promises';
import { MemoryViewStore } from '../store/memory-view-store.js';
import { MemoryFeed, positionOf } from '../testing/memory-feed.js';
import { fragileView, goalDropped, goalMoved, goalSet, goalView, noise, taking, tallyView } from '../testing/sample-views.js';
import type { Projector } from './projector.js';
import { closeProjectors, expectFold, feedOf, projectorOf, rowsOf } from './projector.testing.js';

const shut = new Set<GatedFeed>();
afterEach(async () => {
  // A spec that failed before it lifted its gate would else never end.
  for (const feed of shut) feed.lift();
  await closeProjectors();
});

/** A gate in front of a feed’s history, so that a spec can look on while a view catches up. */
class GatedFeed extends MemoryFeed {
  batches = 0;
  #openGate = () => {};
  #gate: Promise<void> | undefined;
  shut(): void {
    this.#gate = new Promise((resolve) => (this.#openGate = resolve));
    shut.add(this);
  }
  lift(): void {
    this.#gate = undefined;
    this.#openGate();
    shut.delete(this);
  }
  override async *readAll(options = {}): ReturnType<MemoryFeed['readAll']> {
    for await (const batch of super.readAll(options)) {
      this.batches += 1;
      yield batch;
      await this.#gate;
    }
  }
}

/** A feed whose log grows just before a history is read, or between its end and what its reader does next. */
class LateFeed extends MemoryFeed {
  /** How many were handed over. */
  batches = 0;
  atBegin: (() => unknown) | undefined;
  atEnd: (() => Promise<unknown>) | undefined;
  override async *readAll(options = {}): ReturnType<MemoryFeed['readAll']> {
    this.atBegin?.();
    this.atBegin = undefined;
    for await (const batch of super.readAll(options)) {
      this.batches += 1;
      yield batch;
    }
    const late = this.atEnd;
    this.atEnd = undefined;
    await late?.();
  }
}

describe('building again', () => {
  const titled = taking(
    goalView,
    { GoalSet: ({ data }, rows) => rows.put(data.goal, { audience: [], data: { owner: data.owner, title: 'v2' } }) },
    { version: 2 },
  );

  test('a new version is built beside the old, which serves; the others go on; progress is shown', async () => {
    const [feed, store] = [new GatedFeed(), new MemoryViewStore()];
    feed.append(...Array.from({ length: 10 }, (_, n) => goalSet(`g${n}`, 'asha')));
    const first = projectorOf({ feed, store });
    await first.projector.start();
    await first.projector.close();

    const now = Date.parse(feed.all()[9]?.at ?? '');
    const { projector } = projectorOf({ feed, store, views: [titled, tallyView], batchSizeEvents: 4, now: () => now });
    feed.shut();
    const started = projector.start();
    expect(await projector.caughtUpTo(feed.append(goalSet('g10', 'ben')))).toBe(true);
    expectFold(store, feed, tallyView);
    expect(store.get<{ title: string }>('goal', 'g1')?.data.title).toBe('g1');
    const [status] = await statusWhileShut(projector, feed);
    expect(status).toMatchObject({
      view: 'goal',
      version: 2,
      servedVersion: 1,
      state: 'rebuilding',
      checkpoint: positionOf(4),
      lagEvents: 7,
      progress: { events: 4 },
    });
    expect(status?.progress?.share).toBeCloseTo(3 / 9);

    feed.lift();
    await started;
    expectFold(store, feed, titled, tallyView);
    await projector.caughtUpTo(feed.append(goalSet('g11', 'ben')));
    expectFold(store, feed, titled, tallyView);
    expect(await projector.status()).toMatchObject([
      { version: 2, servedVersion: 2, state: 'live', lagEvents: 0, lagMs: 0 },
      { state: 'live' },
    ]);
  });

  test('a view is rebuilt on demand while it serves, once however often it is asked', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalSet('g2', 'ben')), new MemoryViewStore()];
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    const refresh: string[] = [];
    projector.onServed((view) => refresh.push(view));
    const rebuilds = [projector.rebuild('goal'), projector.rebuild('goal')];
    feed.append(goalMoved('g1', 'cleo'));
    expect(rowsOf(store, 'goal')).toHaveLength(2);
    await Promise.all(rebuilds);
    await projector.caughtUpTo(feed.append(goalMoved('g2', 'cleo')));
    expectFold(store, feed, goalView, tallyView);
    expect(refresh).toEqual(['goal']);
    await expect(projector.rebuild('nothing')).rejects.toThrow('no view nothing');
  });

  test('while it is rebuilt, the rows that serve follow the log and their changes are told', async () => {
    const [feed, store] = [new GatedFeed(), new MemoryViewStore()];
    feed.append(goalSet('g1', 'asha'), goalSet('g2', 'ben'));
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    const told: string[] = [];
    projector.onChanges((changes) => told.push(...changes.map(({ view, id }) => `${view} ${id}`)));
    feed.shut();
    const rebuilt = projector.rebuild('goal');
    expect(projector.unfinished).toEqual(['goal']);
    expect(await projector.caughtUpTo(feed.append(goalDropped('g1')))).toBe(true);
    expectFold(store, feed, goalView, tallyView);
    expect(told).toEqual(['goal g1', 'tally all']);
    feed.lift();
    await rebuilt;
    expect(projector.unfinished).toEqual([]);
    expect(await projector.caughtUpTo(feed.append(goalMoved('g2', 'cleo')))).toBe(true);
    expectFold(store, feed, goalView, tallyView);
    expect(told.slice(2).toSorted()).toEqual(['goal g2', 'tally all']);
  });

  test('what the live views took after a rebuild reached the end of the log, and before it fell in, is in it too', async () => {
    const [feed, store] = [new LateFeed(), new MemoryViewStore()];
    feed.append(goalSet('g1', 'asha'), goalSet('g2', 'ben'));
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    feed.atEnd = () => projector.caughtUpTo(feed.append(goalMoved('g1', 'cleo')));
    await projector.rebuild('goal');
    expectFold(store, feed, goalView, tallyView);
    expect(store.get<{ owner: string }>('goal', 'g1')?.data.owner).toBe('cleo');
  });

  test('a rebuild that an event stops leaves the rows that serve as they are, following', async () => {
    let broken = false;
    const moody = taking(tallyView, { GoalMoved: () => assertWhole(broken) }, { name: 'moody' });
    const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalMoved('g1', 'ben')), new MemoryViewStore()];
    const { projector } = projectorOf({ feed, store, views: [moody] });
    await projector.start();
    broken = true;
    await projector.rebuild('moody');
    expect(projector.unfinished).toEqual(['moody']);
    await projector.caughtUpTo(feed.append(goalSet('g2', 'ben')));
    expect(store.get<{ events: number }>('moody', 'all')?.data.events).toBe(2);
    broken = false;
    await projector.rebuild('moody');
    expect(projector.unfinished).toEqual([]);
    expectFold(store, feed, moody);
  });

  test('that is closed meanwhile reads no further, and does not serve what is half built', async () => {
    const [feed, store] = [new GatedFeed(), new MemoryViewStore()];
    feed.append(goalSet('g1', 'asha'), goalSet('g2', 'ben'), goalSet('g3', 'ben'), goalSet('g4', 'ben'));
    const first = projectorOf({ feed, store, views: [goalView] });
    await first.projector.start();
    await first.projector.close();
    const { projector } = projectorOf({ feed, store, views: [titled, tallyView], batchSizeEvents: 1 });
    const served: string[] = [];
    projector.onServed((view) => served.push(view));
    feed.shut();
    feed.batches = 0;
    const started = projector.start();
    await setImmediate();
    const closed = projector.close();
    feed.lift();
    await Promise.all([started, closed]);
    expect([served, projector.unfinished, feed.batches]).toEqual([[], ['goal', 'tally'], 2]);
    expect(store.get<{ title: string }>('goal', 'g2')?.data.title).toBe('g2');
    expect(store.draft(titled, 'g2')).toBeUndefined();
  });

  test('that an event stops reads no further', async () => {
    const feed = new LateFeed();
    feed.append(goalSet('g1', 'asha'), goalDropped('poison'), goalSet('g2', 'ben'), goalSet('g3', 'ben'));
    const { projector } = projectorOf({ feed, store: new MemoryViewStore(), views: [fragileView], batchSizeEvents: 1 });
    await projector.start();
    expect(feed.batches).toBe(2);
  });

  test('reads no further than the live views are when it falls in: they take the rest together', async () => {
    const [feed, store] = [new LateFeed(), new MemoryViewStore()];
    feed.append(goalSet('g1', 'asha'));
    const { projector } = projectorOf({ feed, store, batchSizeEvents: 1 });
    await projector.start();
    feed.batches = 0;
    feed.atEnd = async () => void (feed.atBegin = () => feed.append(goalMoved('g1', 'ben'), goalMoved('g1', 'cleo'), noise));
    await projector.rebuild('goal');
    expect(feed.batches).toBe(2);
    expect(await projector.caughtUpTo(positionOf(4))).toBe(true);
    expectFold(store, feed, goalView, tallyView);
  });

  test('a stopped view comes back by a rebuild', async () => {
    let mended = false;
    const refuses = () => {
      if (!mended) throw new Error('not yet');
    };
    const shy = taking(tallyView, { GoalMoved: refuses }, { name: 'shy' });
    const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalMoved('g1', 'ben')), new MemoryViewStore()];
    const { projector } = projectorOf({ feed, store, views: [shy] });
    await projector.start();
    expect(await projector.status()).toMatchObject([{ state: 'stopped' }]);
    mended = true;
    await projector.rebuild('shy');
    await projector.caughtUpTo(feed.append(goalSet('g2', 'ben')));
    expect(await projector.status()).toMatchObject([{ state: 'live', checkpoint: positionOf(3) }]);
    expectFold(store, feed, shy);
  });
});

function assertWhole(broken: boolean): void {
  if (broken) throw new Error('cannot be taken');
}

/** `feed.head` and the count of lag read the log themselves; the gate is only for views that catch up. */
async function statusWhileShut(projector: Projector, feed: GatedFeed) {
  const readAll = feed.readAll.bind(feed);
  feed.readAll = MemoryFeed.prototype.readAll.bind(feed);
  const statuses = await projector.status();
  feed.readAll = readAll;
  return statuses;
}
