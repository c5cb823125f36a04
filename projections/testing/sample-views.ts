import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { MapRows } from '../engine/map-rows.js';
import { tell } from '../engine/tell.js';
import { change, view, type Handlers, type Row, type View } from '../engine/view.js';

/** A few events and views, as small as they can be and still meet everything that the engine does. */
export type SampleEvent =
  | Event<'GoalSet', { goal: string; owner: string; title: string }>
  | Event<'GoalMoved', { goal: string; owner: string }>
  | Event<'GoalDropped', { goal: string }>
  | Event<'Noise', Record<string, never>>;

export interface GoalRow {
  readonly owner: string;
  readonly title: string;
  readonly moves: number;
}

export const goalSet = (goal: string, owner: string, title = goal): SampleEvent => ({ type: 'GoalSet', data: { goal, owner, title } });
export const goalMoved = (goal: string, owner: string): SampleEvent => ({ type: 'GoalMoved', data: { goal, owner } });
export const goalDropped = (goal: string): SampleEvent => ({ type: 'GoalDropped', data: { goal } });
export const noise: SampleEvent = { type: 'Noise', data: {} };

const ownedBy = (owner: string): readonly Principal[] => [`person:${owner}`];

export const goalView = view<SampleEvent, GoalRow>({
  name: 'goal',
  version: 1,
  indexes: ['owner'],
  on: {
    GoalSet: ({ data }, rows) =>
      rows.put(data.goal, { audience: ownedBy(data.owner), data: { owner: data.owner, title: data.title, moves: 0 } }),
    GoalMoved: ({ data }, rows) => {
      const row = rows.get(data.goal);
      if (row) rows.put(data.goal, { audience: ownedBy(data.owner), data: { ...row.data, owner: data.owner, moves: row.data.moves + 1 } });
    },
    GoalDropped: ({ data }, rows) => rows.remove(data.goal),
  },
}) as unknown as View;

/** Counts, so that an event applied twice or not at all shows. */
export const tallyView = view<SampleEvent, { events: number }>({
  name: 'tally',
  version: 1,
  indexes: [],
  on: {
    GoalSet: (_, rows) =>
      rows.get('all')
        ? change(rows, 'all', ({ events }) => ({ events: events + 1 }))
        : rows.put('all', { audience: ['everyone'], data: { events: 1 } }),
    GoalMoved: (_, rows) => change(rows, 'all', ({ events }) => ({ events: events + 1 })),
    GoalDropped: (_, rows) => change(rows, 'all', ({ events }) => ({ events: events + 1 })),
  },
}) as unknown as View;

/** Refuses to take the event that drops `poison`. */
export const fragileView = view<SampleEvent, { title: string }>({
  name: 'fragile',
  version: 1,
  indexes: [],
  on: {
    GoalSet: ({ data }, rows) => rows.put(data.goal, { audience: ['everyone'], data: { title: data.title } }),
    GoalDropped: ({ data }, rows) => {
      rows.remove(data.goal);
      if (data.goal === 'poison') throw new Error('cannot let go');
    },
  },
}) as unknown as View;

/** The same view, taking some events otherwise. */
export const taking = (one: View, on: Handlers<SampleEvent, unknown>, rest: Partial<Pick<View, 'name' | 'version'>> = {}): View => ({
  ...one,
  ...rest,
  on: { ...one.on, ...(on as View['on']) },
});

/** The plain fold that every batching must equal: rows by id, in order of id. */
export function folded(one: View, events: readonly Recorded[]): readonly (Row<unknown> & { id: string })[] {
  const rows = new MapRows<unknown>();
  for (const event of events) tell(one, event, rows);
  return [...rows.all].map(([id, row]) => ({ id, ...row })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A random but lawful history. */
export function someHistory(length: number, random: () => number): readonly SampleEvent[] {
  const pick = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length }, () => {
    const [goal, owner] = [`g${pick(40)}`, `p${pick(6)}`];
    const kind = random();
    if (kind < 0.4) return goalSet(goal, owner);
    if (kind < 0.75) return goalMoved(goal, owner);
    return kind < 0.9 ? goalDropped(goal) : noise;
  });
}
