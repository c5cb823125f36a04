import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ReadAllOptions } from '@alongside/domain/kernel/event-store.js';
import { MemoryViewStore } from '../store/memory-view-store.js';
import { MemoryFeed, positionOf } from '../testing/memory-feed.js';
import { fragileView, goalDropped, goalMoved, goalSet, goalView, noise, taking, tallyView } from '../testing/sample-views.js';
import { CATCH_UP_BATCH_EVENTS, FIRST_BUILD_BATCH_EVENTS, Projector } from './projector.js';
import { closeProjectors, expectFold, projectorOf, rowsOf } from './projector.testing.js';

afterEach(closeProjectors);

/** A log that notes how it is read and followed. */
class NotedFeed extends MemoryFeed {
  read: ReadAllOptions[] = [];
  followed: (Position | undefined)[] = [];
  heads = 0;
  override readAll(options: ReadAllOptions = {}) {
    this.read.push(options);
    return super.readAll(options);
  }
  override follow(...[after, ...rest]: Parameters<MemoryFeed['follow']>) {
    this.followed.push(after);
    return super.follow(after, ...rest);
  }
  override head() {
    this.heads += 1;
    return super.head();
  }
}

/** A log of so many events, and a store in which these views have already taken the first of them. */
async function begun(...views: (readonly [taken: number, view: typeof goalView])[]) {
  const [feed, store] = [new NotedFeed(), new MemoryViewStore()];
  const events = [goalSet('g1', 'asha'), goalMoved('g1', 'ben'), goalSet('g2', 'ben'), goalMoved('g2', 'cleo'), noise];
  for (const [place, event] of events.entries()) {
    feed.append(event);
    const taken = views.filter(([upTo]) => upTo > place).map(([, view]) => view);
    const { projector } = projectorOf({ feed, store, views: taken });
    await projector.start();
    await projector.close();
  }
  feed.read = [];
  feed.followed = [];
  return { feed, store };
}

describe('when a projector starts', () => {
  test('views that served go on where the furthest of them is, and read nothing of what they have', async () => {
    const { feed, store } = await begun([5, goalView], [5, tallyView]);
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    expect([feed.read, feed.followed]).toEqual([[], [positionOf(5)]]);
    expect(projector.through).toBe(positionOf(5));
    expect(await projector.caughtUpTo(positionOf(5))).toBe(true);
    await projector.caughtUpTo(feed.append(goalDropped('g1')));
    expectFold(store, feed, goalView, tallyView);
  });

  test('those that are behind read from where they are, in one pass for each place, and then follow with the others', async () => {
    const again = taking(tallyView, {}, { name: 'again' });
    const late = taking(goalView, {}, { name: 'late' });
    const fresh = taking(goalView, {}, { name: 'fresh' });
    const { feed, store } = await begun([5, goalView], [2, tallyView], [2, again], [3, late]);
    const views = [tallyView, fresh, goalView, late, again];
    const { projector } = projectorOf({ feed, store, views });
    await projector.start();
    const batchSizeEvents = CATCH_UP_BATCH_EVENTS;
    expect(feed.read.slice(0, 3)).toEqual([
      { batchSizeEvents, after: positionOf(2) },
      { batchSizeEvents },
      { batchSizeEvents, after: positionOf(3) },
    ]);
    expect(feed.followed).toEqual([positionOf(5)]);
    await projector.caughtUpTo(feed.append(goalMoved('g2', 'dan')));
    expectFold(store, feed, ...views);
  });

  test('where nothing serves yet views are built in larger batches', async () => {
    const feed = new NotedFeed();
    feed.append(goalSet('g1', 'asha'));
    await projectorOf({ feed, store: new MemoryViewStore() }).projector.start();
    expect(feed.read).toEqual([{ batchSizeEvents: FIRST_BUILD_BATCH_EVENTS }]);
    expect(feed.followed).toEqual([positionOf(1)]);
  });

  test('where every view is stopped it follows all the same, so that nobody waits for a position in vain', async () => {
    const feed = new NotedFeed();
    feed.append(goalSet('g1', 'asha'), goalDropped('poison'), noise);
    const { projector } = projectorOf({ feed, store: new MemoryViewStore(), views: [fragileView] });
    await projector.start();
    expect(projector.unfinished).toEqual(['fragile']);
    expect(feed.followed).toEqual([positionOf(1)]);
    expect(await projector.caughtUpTo(positionOf(3))).toBe(true);
  });

  test('a view that an event stops in its first build serves as far as it came, also where others serve already', async () => {
    const { feed, store } = await begun([5, goalView]);
    feed.append(goalDropped('poison'), goalSet('g3', 'asha'));
    const { projector } = projectorOf({ feed, store, views: [goalView, fragileView] });
    await projector.start();
    expect(projector.unfinished).toEqual(['fragile']);
    expect(rowsOf(store, 'fragile').map(({ id }) => id)).toEqual(['g1', 'g2']);
  });

  test('those that go on read from where they are, not from where one beside them was stopped', async () => {
    const { feed, store } = await begun([5, tallyView]);
    feed.append(goalDropped('poison'), goalSet('g3', 'asha'));
    const { projector } = projectorOf({ feed, store, views: [fragileView, goalView, tallyView] });
    await projector.start();
    expect(feed.read.map(({ after }) => after ?? 'the first')).toEqual(['the first', positionOf(7)]);
    expectFold(store, feed, goalView, tallyView);
  });

  test('nobody need hear of its troubles', async () => {
    const [feed, store] = [new MemoryFeed(), new MemoryViewStore()];
    feed.append(goalSet('g1', 'asha'), goalDropped('poison'));
    const projector = new Projector({ feed, store, views: [fragileView] });
    await projector.start();
    expect(projector.unfinished).toEqual(['fragile']);
    await projector.close();
  });

  test('before it does, it is through nothing and everything is unfinished', async () => {
    const { projector } = projectorOf({ feed: new NotedFeed(), store: new MemoryViewStore() });
    expect([projector.through, projector.unfinished]).toEqual([undefined, ['goal', 'tally']]);
  });
});

describe('a projector that follows', () => {
  test('counts what is missing once for all views at one place', async () => {
    const { feed, store } = await begun([5, goalView], [5, tallyView]);
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    feed.heads = 0;
    await projector.status();
    expect(feed.heads).toBe(1);
  });

  test('tells nobody anything of a batch that it had already', async () => {
    let deliver: Parameters<MemoryFeed['follow']>[1] = () => {};
    class RepeatingFeed extends MemoryFeed {
      override follow(...[after, handle, onStopped]: Parameters<MemoryFeed['follow']>) {
        deliver = handle;
        return super.follow(after, handle, onStopped);
      }
    }
    const feed = new RepeatingFeed();
    const { projector } = projectorOf({ feed, store: new MemoryViewStore() });
    await projector.start();
    const told: Position[] = [];
    projector.onChanges((_, through) => told.push(through));
    await projector.caughtUpTo(feed.append(goalSet('g1', 'asha'), goalMoved('g1', 'ben')));
    await deliver(feed.all());
    await deliver(feed.all().slice(0, 1));
    expect(told).toEqual([positionOf(2)]);
    expect(projector.through).toBe(positionOf(2));
  });

  test('takes nothing more once it is closed', async () => {
    const feed = new NotedFeed();
    const store = new MemoryViewStore();
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    await projector.caughtUpTo(feed.append(goalSet('g1', 'asha')));
    await projector.close();
    feed.append(goalSet('g2', 'asha'));
    expect(await projector.caughtUpTo(positionOf(2), 5)).toBe(false);
    expect(store.get('goal', 'g2')).toBeUndefined();
  });
});
