import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { writersIn } from '@alongside/domain/protocol/writers.js';
import { concernedBy } from './concerned.js';
import { erasedBy, NOBODY_ERASED, type Erasure, type IsErased } from './erased.js';
import type { Forget, Handler, Row, Rows, View } from './view.js';

const NOBODY: readonly PersonId[] = [];

/** Tells a view of an event, and notes whose words went into which row. Of those erased by then, it is told again that they are (0038). */
export function tell<Data>(view: View<Event, Data>, event: Recorded, rows: Rows<Data>, isErased: IsErased = NOBODY_ERASED): void {
  const handler = view.on[event.type] as Handler<Event, Data> | undefined;
  if (!handler) return;
  const { forget, erase } = view;
  const noting = new Noting(rows, forget ? writersIn(event) : NOBODY, forget || erase ? isErased : NOBODY_ERASED);
  handler(event, noting);
  if (isErased === NOBODY_ERASED) return;
  const plain = new Noting(rows, NOBODY, NOBODY_ERASED);
  if (forget && noting.behind) forgetBehind(noting.behind, plain, forget);
  if (erase) for (const person of eraseBehind(event, noting.behind, isErased)) erase(asErasure(event, person), plain);
}

/** Whom the event names, or whose rows it wrote, once each and in a fixed order. */
function eraseBehind(event: Recorded, behind: Behind | undefined, isErased: IsErased): readonly PersonId[] {
  const named = concernedBy(event).filter(isErased);
  return behind ? [...new Set([...named, ...[...behind.values()].flat()])].sort() : named;
}

/** As if they were erased once more, at that moment. */
const asErasure = (event: Recorded, person: PersonId): Erasure => ({ ...event, type: 'PersonErased', data: { person } });

/** Tells a view of events in their order, from the first on, and knows of them who is erased: for rows in memory. */
export function telling<Data>(view: View<Event, Data>, rows: Rows<Data>): (event: Recorded) => void {
  const erased = new Set<PersonId>();
  return (event) => {
    tell(view, event, rows, (person) => erased.has(person));
    const person = erasedBy(event);
    if (person !== undefined) erased.add(person);
  };
}

type Behind = ReadonlyMap<string, readonly PersonId[]>;

/** In the order in which an erasure would have met the rows. */
function forgetBehind<Data>(behind: Behind, rows: Rows<Data>, forget: Forget<Data>): void {
  for (const [id, people] of [...behind].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const person of people) if (rows.get(id)) forget(rows, id, person);
}

/** Rows that stay about those they were about, and are about the writers from now on. A class, as one is made for each event and view. */
class Noting<Data> implements Rows<Data> {
  /** The rows that were written as about erased people, and these. */
  behind: Map<string, readonly PersonId[]> | undefined;

  constructor(
    private readonly rows: Rows<Data>,
    private readonly writers: readonly PersonId[],
    private readonly isErased: IsErased,
  ) {}

  get(id: string): Row<Data> | undefined {
    return this.rows.get(id);
  }

  put(id: string, row: Row<Data>): void {
    const about = join(join(this.rows.get(id)?.about ?? NOBODY, row.about ?? NOBODY), this.writers);
    this.rows.put(id, withAbout(row, about));
    if (this.isErased !== NOBODY_ERASED && about.some(this.isErased))
      (this.behind ??= new Map<string, readonly PersonId[]>()).set(id, about.filter(this.isErased));
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
