import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { writersIn } from '@alongside/domain/protocol/writers.js';
import type { Handler, Row, Rows, View } from './view.js';

const NOBODY: readonly PersonId[] = [];

/** Tells a view of an event: its handler changes `rows`, and whose words went into which row is noted. */
export function tell<Data>(view: View<Event, Data>, event: Recorded, rows: Rows<Data>): void {
  const handler = view.on[event.type] as Handler<Event, Data> | undefined;
  handler?.(event, new Noting(rows, view.forget ? writersIn(event) : NOBODY));
}

/** Rows that stay about those they were about, and are about the writers from now on. A class, as one is made for each event and view. */
class Noting<Data> implements Rows<Data> {
  constructor(
    private readonly rows: Rows<Data>,
    private readonly writers: readonly PersonId[],
  ) {}

  get(id: string): Row<Data> | undefined {
    return this.rows.get(id);
  }

  put(id: string, row: Row<Data>): void {
    this.rows.put(id, withAbout(row, join(join(this.rows.get(id)?.about ?? NOBODY, row.about ?? NOBODY), this.writers)));
  }

  remove(id: string): void {
    this.rows.remove(id);
  }

  about(person: PersonId): readonly string[] {
    return this.rows.about(person);
  }
}

const withAbout = <Data>(row: Row<Data>, about: readonly PersonId[]): Row<Data> => (about.length === 0 ? row : { ...row, about });

/** The first list where the second adds nothing to it. */
function join(some: readonly PersonId[], more: readonly PersonId[]): readonly PersonId[] {
  // What most events bring, and each of a rebuild passes here.
  if (more.length === 0) return some;
  const fresh = [...new Set(more)].filter((one) => !some.includes(one));
  return fresh.length === 0 ? some : [...some, ...fresh];
}
