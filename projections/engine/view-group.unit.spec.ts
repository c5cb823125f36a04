import { MemoryViewStore } from '../store/memory-view-store.js';
import type { Batch, Change } from '../store/view-store.js';
import { positionOf, recorded } from '../testing/memory-feed.js';
import {
  fragileView,
  goalDropped,
  goalMoved,
  goalSet,
  goalView,
  noise,
  taking,
  tallyView,
  type SampleEvent,
} from '../testing/sample-views.js';
import { landmarkOf } from './landmark.js';
import { applyBatch, type ViewProgress } from './view-group.js';
import type { View } from './view.js';

const log = (...events: readonly SampleEvent[]) => events.map((event, index) => recorded(index + 1, event));
const member = (view: View, rest: Partial<ViewProgress> = {}): ViewProgress => ({
  ...{ view, checkpoint: undefined, state: 'rebuilding', stopped: undefined },
  ...{ progress: { events: 0, firstAt: undefined, lastAt: undefined } },
  ...rest,
});

/** A store that notes what it is asked to commit. */
class NotedStore extends MemoryViewStore {
  commits: (readonly Batch[])[] = [];
  fails = false;
  override commit(...[batches, ...rest]: Parameters<MemoryViewStore['commit']>): readonly Change[] {
    if (this.fails) throw new Error('the disk is full');
    this.commits.push(batches);
    return super.commit(batches, ...rest);
  }
}
function storeOf(...views: View[]) {
  const store = new NotedStore();
  for (const view of views) store.prepare(view);
  return store;
}
const ids = (store: NotedStore, view: View, side: 'served' | 'built' = 'built') =>
  ['g1', 'g2', 'g3'].filter((id) => store.draft(view, id, side) !== undefined);

describe('a batch for several views', () => {
  const events = log(goalSet('g1', 'asha'), goalSet('g2', 'ben'), noise);

  test('is one commit, through its last event, and each view is there afterwards', () => {
    const store = storeOf(goalView, tallyView);
    const members = [member(goalView), member(tallyView)];
    expect(applyBatch(store, members, events, true)).toEqual({ changes: [], stopped: [] });
    expect(store.commits.map((batches) => batches.map(({ view }) => view.name))).toEqual([['goal', 'tally']]);
    expect(members.map(({ checkpoint }) => checkpoint)).toEqual([positionOf(3), positionOf(3)]);
    expect(store.landmark()).toEqual(landmarkOf(events[2] as (typeof events)[number]));
  });

  test('leaves out views that have it already, and those that are stopped', () => {
    const store = storeOf(goalView, tallyView, fragileView);
    const there = member(goalView, { checkpoint: positionOf(3) });
    const stopped = member(fragileView, { state: 'stopped' });
    applyBatch(store, [there, stopped, member(tallyView)], events, true);
    expect(store.commits.flat().map(({ view }) => view.name)).toEqual(['tally']);
    expect(stopped.checkpoint).toBeUndefined();
  });

  test('changes what is served of a view that is live, and tells of it unless it is to be quiet', () => {
    const store = storeOf(goalView);
    store.serve(goalView);
    store.reset(goalView);
    const live = member(goalView, { state: 'live' });
    expect(applyBatch(store, [live], events.slice(0, 1), false).changes.map(({ id }) => id)).toEqual(['g1']);
    expect(applyBatch(store, [live], events.slice(1, 2), true).changes).toEqual([]);
    expect([ids(store, goalView, 'served'), ids(store, goalView)]).toEqual([['g1', 'g2'], []]);
  });

  test('changes what is built of a view that is built again, beside what is served', () => {
    const store = storeOf(goalView);
    store.serve(goalView);
    store.reset(goalView);
    expect(applyBatch(store, [member(goalView)], events, false).changes).toEqual([]);
    expect([ids(store, goalView, 'served'), ids(store, goalView)]).toEqual([[], ['g1', 'g2']]);
  });

  test('counts for a view that is built how much it has gone through, and since when; for one that is live nothing', () => {
    const [built, live] = [member(goalView), member(tallyView, { state: 'live' })];
    const store = storeOf(goalView, tallyView);
    for (const batch of [events.slice(0, 1), events.slice(1)]) applyBatch(store, [built, live], batch, true);
    expect(built.progress).toEqual({ events: 3, firstAt: events[0]?.at, lastAt: events[2]?.at });
    expect(live.progress).toEqual({ events: 0, firstAt: undefined, lastAt: undefined });
  });
});

describe('a view that cannot take an event', () => {
  const events = log(goalSet('g1', 'asha'), goalDropped('poison'), goalSet('g2', 'ben'));

  test('stops before it, is said to, and the others go on', () => {
    const [fragile, goal] = [member(fragileView), member(goalView)];
    const store = storeOf(fragileView, goalView);
    const { stopped } = applyBatch(store, [fragile, goal], events, true);
    const reason = { event: 'e2', error: 'Error: cannot let go' };
    expect(stopped).toEqual([fragile]);
    expect(fragile).toMatchObject({ state: 'stopped', checkpoint: positionOf(1), stopped: reason });
    expect(goal).toMatchObject({ state: 'rebuilding', checkpoint: positionOf(3), stopped: undefined });
    expect(store.states()).toMatchObject([{ name: 'fragile', stopped: reason }, { name: 'goal' }]);
    expect(store.states()[1]).not.toHaveProperty('stopped');
    expect(ids(store, fragileView)).toEqual(['g1']);
  });

  test('or whose row no store can hold, stops before the event that wrote it, once the rest is saved', () => {
    const odd = taking(goalView, { GoalMoved: (_, rows) => rows.put('odd', { audience: [], data: 1n }) }, { name: 'odd' });
    const [wrong, goal] = [member(odd), member(goalView)];
    const store = storeOf(odd, goalView);
    const { stopped } = applyBatch(store, [goal, wrong], log(goalSet('g1', 'asha'), goalMoved('g1', 'ben'), goalSet('g2', 'ben')), true);
    expect(stopped).toEqual([wrong]);
    expect(wrong).toMatchObject({ state: 'stopped', checkpoint: positionOf(1), stopped: { event: 'e2' } });
    expect(goal.checkpoint).toBe(positionOf(3));
    expect([ids(store, odd), ids(store, goalView)]).toEqual([['g1'], ['g1', 'g2']]);
  });

  test('is no view whose store fails: that is thrown, and each view stays where it was', () => {
    const goal = member(goalView);
    const store = storeOf(goalView);
    store.fails = true;
    expect(() => applyBatch(store, [goal], events, true)).toThrow('the disk is full');
    expect(goal).toEqual(member(goalView));
  });
});
