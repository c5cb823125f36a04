import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { writersIn } from '@alongside/domain/protocol/writers.js';
import type { Handler, Row, Rows, View } from './view.js';

const NOBODY: readonly PersonId[] = [];

/** Tells a view of an event: its handler changes `rows`, and whose words went into which row is noted. */
export function tell<Data>(view: View<Event, Data>, event: Recorded, rows: Rows<Data>): void {
  const handler = view.on[event.type] as Handler<Event, Data> | undefined;
  handler?.(event, noting(rows, view.forget ? writersIn(event) : NOBODY));
}

/** Rows that stay about those they were about, and are about the writers from now on. */
function noting<Data>(rows: Rows<Data>, writers: readonly PersonId[]): Rows<Data> {
  return {
    get: (id) => rows.get(id),
    remove: (id) => rows.remove(id),
    about: (person) => rows.about(person),
    put: (id, row) => rows.put(id, withAbout(row, join(join(rows.get(id)?.about ?? NOBODY, row.about ?? NOBODY), writers))),
  };
}

const withAbout = <Data>(row: Row<Data>, about: readonly PersonId[]): Row<Data> => (about.length === 0 ? row : { ...row, about });

/** The first list where the second adds nothing to it. */
function join(some: readonly PersonId[], more: readonly PersonId[]): readonly PersonId[] {
  // What most events bring, and each of a rebuild passes here.
  if (more.length === 0) return some;
  const fresh = [...new Set(more)].filter((one) => !some.includes(one));
  return fresh.length === 0 ? some : [...some, ...fresh];
}
