import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { JoiningEvent } from '@alongside/domain/joining/joining.events.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Handler, Handlers, Rows } from '../engine/view.js';
import { privateRows } from './private-rows.js';

/** Which record a record was joined into. */
const keptIn = privateRows<PersonId>('kept-in');
/** Every record that was joined into one. */
const joinedInto = privateRows<readonly PersonId[]>('joined-into');
/** Nothing is joined to them, or they to anything. */
const erased = privateRows<true>('erased');

/** Where events that such a view follows name a person. */
export const NAMING = ['person', 'by', 'mentee'] as const;

/** The person whose record this is, as far as the log has come. For views that are told of events as they are written. */
export function personOf<Data>(rows: Rows<Data>, record: PersonId): PersonId {
  let person = record;
  for (let next = keptIn.get(rows, person); next !== undefined; next = keptIn.get(rows, person)) person = next;
  return person;
}

/** A person’s records so far, the kept one first. */
export const recordsOf = <Data>(rows: Rows<Data>, person: PersonId): readonly PersonId[] => [
  person,
  ...(joinedInto.get(rows, person) ?? []),
];

/** Notes that two records are one from here on. Undefined where they are not: the first join of a record counts, and an erased one has none. */
export function noteJoin<Data>(
  { data }: Pick<Extract<JoiningEvent, { type: 'RecordsJoined' }>, 'data'>,
  rows: Rows<Data>,
): { readonly kept: PersonId; readonly joined: PersonId } | undefined {
  const [kept, joined] = [personOf(rows, data.person), data.joined as string as PersonId];
  if (kept === joined || keptIn.get(rows, joined) || [kept, joined].some((record) => isErased(rows, record))) return undefined;
  keptIn.put(rows, joined, kept);
  joinedInto.put(rows, kept, [...(joinedInto.get(rows, kept) ?? []), ...recordsOf(rows, joined)]);
  return { kept, joined };
}

/** Notes that a person is gone: nothing is joined to them any more. */
export const noteErasure = <Data>(rows: Rows<Data>, person: PersonId): void => erased.put(rows, person, true);

/** Whether a person is gone. */
export const isErased = <Data>(rows: Rows<Data>, person: PersonId): boolean => erased.get(rows, person) ?? false;

/** What comes after a join is told of the kept person, whichever record it names. */
export function inTheirName<E extends Event, Data>(on: Handlers<E, Data>): Handlers<E, Data> {
  const told = Object.entries(on).map(([type, handler]) => [
    type,
    (event: Recorded<E>, rows: Rows<Data>) => (handler as Handler<E, Data>)({ ...event, data: named(event.data, rows) }, rows),
  ]);
  return Object.fromEntries(told) as Handlers<E, Data>;
}

function named<Data>(data: unknown, rows: Rows<Data>): unknown {
  const before = data as Readonly<Record<string, unknown>>;
  const others = NAMING.flatMap((field) => {
    const record = before[field];
    const person = typeof record === 'string' ? personOf(rows, record as PersonId) : record;
    return person === record ? [] : [[field, person] as const];
  });
  return others.length === 0 ? data : { ...before, ...Object.fromEntries(others) };
}
