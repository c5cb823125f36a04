import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { MemoryViewStore } from '../store/memory-view-store.js';
import { positionOf, recorded } from '../testing/memory-feed.js';
import { goalDropped, goalMoved, goalSet, goalView, noise, taking, type SampleEvent } from '../testing/sample-views.js';
import { applyTo, sentenceOf, unstorableOf } from './batch-rows.js';
import { change, type View } from './view.js';

const log = (...events: readonly SampleEvent[]) => events.map((event, index) => recorded(index + 1, event));
const putting = (data: unknown): View => taking(goalView, { GoalMoved: (_, rows) => rows.put('odd', { audience: [], data }) });

/** What a view that holds nothing yet makes of events. */
function applied(view: View, events: ReturnType<typeof log>, ...rest: [after?: ReturnType<typeof positionOf>]) {
  const store = new MemoryViewStore();
  store.prepare(view);
  return applyTo(store, view, 'built', rest[0], events);
}

describe('what a batch of events does to a view', () => {
  test('is what it writes in the end, each row with the last event that wrote it, and how far it came', () => {
    const { writes, checkpoint, poison } = applied(
      goalView,
      log(goalSet('g1', 'asha'), goalSet('g2', 'asha'), goalMoved('g1', 'ben'), goalDropped('g2'), noise),
    );
    expect(writes).toEqual([
      { id: 'g1', position: positionOf(3), row: { audience: ['person:ben'], data: { owner: 'ben', title: 'g1', moves: 1 } } },
      { id: 'g2', position: positionOf(4) },
    ]);
    expect([checkpoint, poison]).toEqual([positionOf(5), undefined]);
  });

  test('leaves out events that it has already, the last of them included', () => {
    const events = log(goalSet('g1', 'asha'), goalSet('g2', 'asha'), goalSet('g3', 'asha'));
    expect(applied(goalView, events, positionOf(2)).writes.map(({ id }) => id)).toEqual(['g3']);
    expect(applied(goalView, events, positionOf(3))).toEqual({ writes: [], checkpoint: positionOf(3) });
  });

  test('reads the rows that it has, those about somebody among them, and says of each whom it is about', () => {
    const about = ['ben' as PersonId];
    const mine = taking(goalView, {
      GoalSet: ({ data }, rows) => rows.put(data.goal, { audience: [], data: 'open', about }),
      GoalDropped: (_, rows) => {
        for (const id of rows.about('ben' as PersonId)) change(rows, id, (data) => `${String(data)}, dropped`);
      },
    });
    const store = new MemoryViewStore();
    store.prepare(mine);
    const { writes, checkpoint = positionOf(1) } = applyTo(store, mine, 'built', undefined, log(goalSet('g1', 'asha')));
    expect(writes.map(({ row }) => row)).toEqual([{ audience: [], data: 'open', about }]);
    store.commit([{ view: mine, side: 'built', writes, checkpoint, quiet: true }]);
    const later = applyTo(store, mine, 'built', checkpoint, log(noise, goalDropped('g1')));
    expect(later.writes).toEqual([{ id: 'g1', position: positionOf(2), row: { audience: [], data: 'open, dropped', about } }]);
  });

  test('ends before an event that it cannot take, and keeps nothing of that one', () => {
    const failing = taking(goalView, {
      GoalMoved: (_, rows) => {
        rows.remove('g1');
        throw new TypeError('no such goal');
      },
    });
    const { writes, checkpoint, poison } = applied(failing, log(goalSet('g1', 'asha'), goalMoved('g1', 'ben'), goalSet('g2', 'ben')));
    expect(writes.map(({ id, row }) => [id, row !== undefined])).toEqual([['g1', true]]);
    expect(checkpoint).toBe(positionOf(1));
    expect(poison).toEqual({ event: 'e2', position: positionOf(2), error: 'TypeError: no such goal' });
  });
});

describe('a row that no store can take', () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;

  test.each([
    ['has no data', undefined, 'The row has no data that JSON can hold.'],
    ['holds a number that JSON has no form for', 1n, 'TypeError: Do not know how to serialize a BigInt'],
    ['holds itself', circular, expect.stringContaining('TypeError: Converting circular structure to JSON')],
  ])('%s: the event that wrote it is named', (_, data, error) => {
    const events = log(goalSet('g1', 'asha'), goalMoved('g1', 'ben'), noise);
    const outcome = applied(putting(data), events);
    expect(unstorableOf(outcome, events)).toEqual({ event: 'e2', position: positionOf(2), error });
  });

  test('is none of those that are removed or have plain data, be it null', () => {
    const events = log(goalSet('g1', 'asha'), goalMoved('g1', 'ben'), goalDropped('g1'));
    expect(unstorableOf(applied(putting(null), events), events)).toBeUndefined();
  });
});

test('what was thrown is said with its name, whatever it is', () => {
  expect([new RangeError('too far'), 'the disk is full', undefined].map(sentenceOf)).toEqual([
    'RangeError: too far',
    'the disk is full',
    'undefined',
  ]);
});
