import { setImmediate } from 'node:timers/promises';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { MemoryViewStore } from '../store/memory-view-store.js';
import type { Batch, Change } from '../store/view-store.js';
import { MemoryFeed, positionOf } from '../testing/memory-feed.js';
import { fragileView, goalDropped, goalMoved, goalSet, goalView, noise, taking, tallyView } from '../testing/sample-views.js';
import { closeProjectors, expectFold, feedOf, projectorOf, rowsOf } from './projector.testing.js';

afterEach(closeProjectors);

/** A store whose commit fails so many times, before or after it did its work. */
class FailingStore extends MemoryViewStore {
  failures = 0;
  override commit(batches: readonly Batch[]): readonly Change[] {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the disk is full');
    }
    return super.commit(batches);
  }
}

describe('a projector', () => {
  test('brings views to the end of the log, serves them, and goes on', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalMoved('g1', 'ben')), new MemoryViewStore()];
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    expectFold(store, feed, goalView, tallyView);
    const position = feed.append(goalSet('g2', 'ben'), goalDropped('g1'));
    expect(await projector.caughtUpTo(position)).toBe(true);
    expectFold(store, feed, goalView, tallyView);
    expect(projector.through).toBe(position);
  });

  test('marks each row with the event that last changed it, however many were taken together', async () => {
    const [feed, store] = [
      feedOf(goalSet('g1', 'asha'), goalSet('g2', 'ben'), goalMoved('g1', 'ben'), noise, goalSet('g3', 'ben')),
      new MemoryViewStore(),
    ];
    await projectorOf({ feed, store }).projector.start();
    expect(store.list('goal', { for: 'all' }).map(({ id, position }) => [id, position])).toEqual([
      ['g1', positionOf(3)],
      ['g2', positionOf(2)],
      ['g3', positionOf(5)],
    ]);
  });

  test('begins with an empty log', async () => {
    const [feed, store] = [feedOf(), new MemoryViewStore()];
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    expect(projector.through).toBeUndefined();
    expect(await projector.caughtUpTo(feed.append(goalSet('g1', 'asha')))).toBe(true);
    expectFold(store, feed, goalView, tallyView);
  });

  test('tells changes after each commit with how far it is, and nothing of what it caught up', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha')), new MemoryViewStore()];
    const { projector, troubles } = projectorOf({ feed, store, views: [goalView] });
    const told: [string[], Position][] = [];
    const refresh: string[] = [];
    projector.onServed((view) => refresh.push(view));
    projector.onChanges(() => {
      throw new Error('a broken listener');
    });
    const forget = projector.onChanges((changes, through) => {
      expect(store.states()[0]?.checkpoint).toBe(through);
      told.push([changes.map((change) => `${change.id} ${change.before.join()} → ${change.row?.audience.join() ?? 'gone'}`), through]);
    });
    await projector.start();
    expect([told, refresh]).toEqual([[], ['goal']]);
    await projector.caughtUpTo(feed.append(goalMoved('g1', 'ben')));
    await projector.caughtUpTo(feed.append(noise));
    forget();
    await projector.caughtUpTo(feed.append(goalDropped('g1')));
    expect(told).toEqual([
      [['g1 person:asha → person:ben'], positionOf(2)],
      [[], positionOf(3)],
    ]);
    expect(troubles[0]).toMatchObject({ kind: 'failed', doing: 'telling-listeners' });
  });

  test('does not wait for ever for a position, nor for one it has', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha')), new MemoryViewStore()];
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    expect(await projector.caughtUpTo(positionOf(1))).toBe(true);
    expect(await projector.caughtUpTo(positionOf(99), 5)).toBe(false);
    const waiting = projector.caughtUpTo(positionOf(99), 60_000);
    await projector.close();
    expect(await waiting).toBe(false);
  });

  test('takes events that are delivered again as if they were not', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha')), new MemoryViewStore()];
    feed.repeatedEvents = 3;
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    for (let n = 0; n < 10; n += 1) await projector.caughtUpTo(feed.append(goalMoved('g1', `p${n}`)));
    expectFold(store, feed, goalView, tallyView);
    expect(store.get<{ events: number }>('tally', 'all')?.data.events).toBe(11);
  });

  test('a store that fails is tried again until it works, and nothing is lost or doubled', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalMoved('g1', 'ben')), new FailingStore()];
    store.failures = 3;
    const { projector, troubles } = projectorOf({ feed, store, batchSizeEvents: 1 });
    await projector.start();
    store.failures = 2;
    await projector.caughtUpTo(feed.append(goalMoved('g1', 'cleo')));
    expectFold(store, feed, goalView, tallyView);
    expect(troubles.map((trouble) => trouble.kind === 'failed' && trouble.doing)).toEqual([
      'catching-up',
      'catching-up',
      'catching-up',
      'following',
      'following',
    ]);
  });

  test('a process that died between batches goes on where the last commit was', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalMoved('g1', 'ben'), goalMoved('g1', 'cleo')), new FailingStore()];
    const first = projectorOf({ feed, store, batchSizeEvents: 1 });
    await first.projector.start();
    store.failures = Infinity;
    feed.append(goalMoved('g1', 'dan'));
    await first.projector.close();
    store.failures = 0;
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    expect(await projector.caughtUpTo(feed.append(goalMoved('g1', 'eve')))).toBe(true);
    expectFold(store, feed, goalView, tallyView);
  });

  test('that is closed while its store fails has not taken what was not saved', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha')), new FailingStore()];
    const { projector } = projectorOf({ feed, store });
    await projector.start();
    const told: Position[] = [];
    projector.onChanges((_, through) => told.push(through));
    store.failures = Infinity;
    feed.append(goalMoved('g1', 'ben'));
    expect(await projector.caughtUpTo(positionOf(2), 5)).toBe(false);
    await projector.close();
    expect([projector.through, told, await projector.caughtUpTo(positionOf(2))]).toEqual([positionOf(1), [], false]);
  });

  describe('whose feed stops', () => {
    class BreakingFeed extends MemoryFeed {
      followed: (Position | undefined)[] = [];
      stopFeed: ((error: unknown) => Promise<void>) | undefined;
      override follow(...[after, handle, onStopped]: Parameters<MemoryFeed['follow']>) {
        this.followed.push(after);
        const subscription = super.follow(after, handle, onStopped);
        this.stopFeed = async (error) => {
          await subscription.close();
          onStopped?.(error);
        };
        return subscription;
      }
    }

    test('subscribes again, from where it is', async () => {
      const [feed, store] = [new BreakingFeed(), new MemoryViewStore()];
      const { projector, troubles } = projectorOf({ feed, store });
      await projector.start();
      await projector.caughtUpTo(feed.append(goalSet('g1', 'asha')));
      await feed.stopFeed?.(new Error('the server went away'));
      expect(await projector.caughtUpTo(feed.append(goalMoved('g1', 'ben')))).toBe(true);
      expectFold(store, feed, goalView, tallyView);
      expect(feed.followed).toEqual([undefined, positionOf(1)]);
      expect(troubles).toMatchObject([{ doing: 'following', error: 'Error: the server went away' }]);
    });

    test('does not once it is closed', async () => {
      const [feed, store] = [new BreakingFeed(), new MemoryViewStore()];
      const { projector } = projectorOf({ feed, store });
      await projector.start();
      await feed.stopFeed?.(new Error('the server went away'));
      await projector.close();
      for (let turn = 0; turn < 5; turn += 1) await setImmediate();
      expect(feed.followed).toHaveLength(1);
    });
  });
});

describe('a poison event', () => {
  test('stops its view, names itself, and holds up nobody else', async () => {
    const [feed, store] = [feedOf(goalSet('poison', 'asha')), new MemoryViewStore()];
    const { projector, troubles } = projectorOf({ feed, store, views: [fragileView, goalView, tallyView] });
    await projector.start();
    await projector.caughtUpTo(feed.append(goalSet('g2', 'ben'), goalDropped('poison'), goalSet('g3', 'ben')));
    expectFold(store, feed, goalView, tallyView);
    expect(rowsOf(store, 'fragile').map((row) => row.id)).toEqual(['g2', 'poison']);
    expect(await projector.status()).toMatchObject([
      {
        view: 'fragile',
        state: 'stopped',
        checkpoint: positionOf(2),
        lagEvents: 2,
        stopped: { event: 'e3', error: 'Error: cannot let go' },
      },
      { view: 'goal', state: 'live', lagEvents: 0 },
      { view: 'tally', state: 'live', lagEvents: 0 },
    ]);
    expect(troubles).toEqual([{ kind: 'view-stopped', view: 'fragile', version: 1, event: 'e3', error: 'Error: cannot let go' }]);
    expect(store.states()).toContainEqual(
      expect.objectContaining({ name: 'fragile', stopped: { event: 'e3', error: 'Error: cannot let go' } }),
    );
  });

  test('in the first build leaves what was built so far to be read', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalDropped('poison')), new MemoryViewStore()];
    const { projector } = projectorOf({ feed, store, views: [fragileView] });
    await projector.start();
    expect(rowsOf(store, 'fragile').map((row) => row.id)).toEqual(['g1']);
    expect(await projector.caughtUpTo(feed.append(noise))).toBe(true);
  });

  test('that writes what no store can hold is poison too, and what came before it stays', async () => {
    const odd = taking(goalView, { GoalMoved: (_, rows) => rows.put('g9', { audience: [], data: 1n }) }, { name: 'odd' });
    const [feed, store] = [feedOf(), new MemoryViewStore()];
    const { projector, troubles } = projectorOf({ feed, store, views: [odd, tallyView] });
    await projector.start();
    await projector.caughtUpTo(feed.append(goalSet('g1', 'asha'), goalMoved('g1', 'ben'), goalSet('g2', 'ben')));
    expect(rowsOf(store, 'odd').map((row) => row.id)).toEqual(['g1']);
    expectFold(store, feed, tallyView);
    expect(troubles).toMatchObject([{ kind: 'view-stopped', view: 'odd', event: 'e2' }]);
  });

  test('is tried again after a restart, when the view may have been mended', async () => {
    const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalDropped('poison'), goalSet('g2', 'ben')), new MemoryViewStore()];
    const first = projectorOf({ feed, store, views: [fragileView, goalView] });
    await first.projector.start();
    await first.projector.close();
    const mended = taking(fragileView, { GoalDropped: ({ data }, rows) => rows.remove(data.goal) });
    const { projector } = projectorOf({ feed, store, views: [mended, goalView] });
    await projector.start();
    expectFold(store, feed, mended, goalView);
    expect((await projector.status()).map((status) => status.state)).toEqual(['live', 'live']);
    for (const view of ['fragile', 'goal'])
      expect(store.changesAfter(positionOf(1), { views: [view], for: ['everyone'], limitChanges: 9 }).kind).toBe('too-old');
  });
});
