import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { MemoryViewStore } from '../store/memory-view-store.js';
import { positionOf } from '../testing/memory-feed.js';
import { folded, goalMoved, goalSet, goalView, tallyView } from '../testing/sample-views.js';
import { closeProjectors, expectFold, feedOf, projectorOf, rowsOf } from './projector.testing.js';
import type { Reading } from './reading.js';

afterEach(closeProjectors);

/** Reads Ben as Asha. */
const AS_ONE: Reading = {
  key: 'asha:ben',
  read: (event) => {
    const data = event.data as Readonly<Record<string, unknown>>;
    const asOne = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, value === 'ben' ? 'asha' : value]));
    return { ...event, data: asOne };
  },
};

const views = [goalView, tallyView];
const read = (events: readonly Recorded[]) => events.map(AS_ONE.read);
function expectReadSo(store: MemoryViewStore, events: readonly Recorded[]) {
  for (const view of views) expect(rowsOf(store, view.name)).toEqual(folded(view, read(events)));
}

test('all views are built again by another reading and begin to serve in one turn, and go on by it', async () => {
  const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalSet('g2', 'ben')), new MemoryViewStore()];
  const { projector } = projectorOf({ feed, store });
  await projector.start();
  expectFold(store, feed, ...views);
  const served: string[] = [];
  projector.onServed((view) => served.push(view));
  const building = projector.readAs(AS_ONE, () => {
    expectReadSo(store, feed.all());
    served.push('switched');
  });
  // What comes meanwhile is read as before, until the views switch.
  await projector.caughtUpTo(feed.append(goalMoved('g1', 'ben')));
  await building;
  expect(served).toEqual(['switched', 'goal', 'tally']);
  await projector.caughtUpTo(feed.append(goalSet('g3', 'ben')));
  expectReadSo(store, feed.all());
});

test('rows that were made by another reading are built again at the next start, and those that were not are kept', async () => {
  const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalSet('g2', 'ben')), new MemoryViewStore()];
  const first = projectorOf({ feed, store });
  await first.projector.start();
  await first.projector.close();
  const second = projectorOf({ feed, store, reading: AS_ONE });
  await second.projector.start();
  expectReadSo(store, feed.all());
  await second.projector.close();
  let batches = 0;
  const readAll = feed.readAll.bind(feed);
  feed.readAll = (options) => ((batches += 1), readAll(options));
  const third = projectorOf({ feed, store, reading: AS_ONE });
  await third.projector.start();
  expect([batches, third.projector.through]).toEqual([0, positionOf(2)]);
  expectReadSo(store, feed.all());
});

test('a view that is told of events as they are written stays as it is, in the middle and at the next start', async () => {
  const [feed, store] = [feedOf(goalSet('g1', 'asha'), goalSet('g2', 'ben')), new MemoryViewStore()];
  const asWritten = { ...tallyView, asWritten: true as const };
  const first = projectorOf({ feed, store, views: [goalView, asWritten] });
  await first.projector.start();
  const served: string[] = [];
  first.projector.onServed((view) => served.push(view));
  await first.projector.readAs(AS_ONE, () => undefined);
  await first.projector.caughtUpTo(feed.append(goalSet('g3', 'ben')));
  expect(served).toEqual(['goal']);
  expect(rowsOf(store, 'tally')).toEqual(folded(tallyView, feed.all()));
  expect(rowsOf(store, 'goal')).toEqual(folded(goalView, read(feed.all())));
  await first.projector.close();
  let batches = 0;
  const readAll = feed.readAll.bind(feed);
  feed.readAll = (options) => ((batches += 1), readAll(options));
  const second = projectorOf({ feed, store, views: [goalView, asWritten], reading: AS_ONE });
  await second.projector.start();
  expect(batches).toBe(0);
  expect(rowsOf(store, 'tally')).toEqual(folded(tallyView, feed.all()));
});
