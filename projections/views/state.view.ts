import type { StreamId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { aggregates, type AnyAggregate } from '@alongside/domain/protocol/registry.js';
import type { Handler, Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';

/** The largest state that a row holds, as JSON. A stream that has outgrown it is decided by the hub alone. */
export const STATE_LIMIT_BYTES = 64 * 1_024;

/**
 * The state of a stream as its decider folds it, or its absence. Without a revision: that would count what is private to one of its
 * readers.
 */
export type StateRow =
  { readonly stream: StreamId; readonly held: true; readonly state: unknown } | { readonly stream: StreamId; readonly held: false };

const bytesOf = (state: unknown): number => new TextEncoder().encode(JSON.stringify(state)).length;
const rowOf = (stream: StreamId, state: unknown): StateRow =>
  bytesOf(state) > STATE_LIMIT_BYTES ? { stream, held: false } : { stream, held: true, state };

/** Folds one event into the row of its stream. What is not held any more stays so: its state is gone. */
function fold({ category, decider, knownTo }: AnyAggregate, event: Recorded<Event>, rows: Rows<StateRow>): void {
  const { stream } = event;
  const row = rows.get(stream);
  if (row ? !row.data.held : event.revision > 0) return;
  const before = row?.data.held ? row.data.state : decider.initial;
  const state = decider.evolve(before, event);
  // An event that is private to one of the readers changes no state, and must not show to the other as a change of the row.
  if (row && state === before) return;
  const audience = knownTo?.(state, stream.slice(category.length + 1)) ?? [];
  if (audience.length > 0) rows.put(stream, { audience, data: rowOf(stream, state) });
  else if (row) rows.put(stream, { audience: row.audience, data: { stream, held: false } });
}

// Each aggregate meets only the events of its own types, which no type of the list can say.
const known = (Object.values(aggregates) as unknown as readonly AnyAggregate[]).filter(({ knownTo }) => knownTo);
/** Of an erasure `forget` leaves nothing to fold, and it is told again behind events of other streams. */
const { PersonErased: _, ...on } = Object.fromEntries(
  known.flatMap((aggregate) =>
    Object.keys(aggregate.events).map((type): [string, Handler<Event, StateRow>] => [type, (event, rows) => fold(aggregate, event, rows)]),
  ),
);

/** State by stream, to those who may know all of it. */
export const stateView = hubView<Event, StateRow>()({
  name: 'state',
  version: 6,
  title: 'Records as the rules see them',
  readers: ['mentorship', 'person'],
  own: null,
  indexes: [],
  forget: (rows, id, person) => {
    const row = rows.get(id);
    if (!row?.about?.includes(person)) return;
    const isTheirsAlone = row.audience.every((reader) => reader === `person:${person}`);
    if (isTheirsAlone) rows.remove(id);
    else rows.put(id, { audience: row.audience, data: { stream: row.data.stream, held: false } });
  },
  on,
});
