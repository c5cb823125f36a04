import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Row, Rows } from './view.js';

/** A row after an event, or `undefined` where the event removed it. */
export type Next = Row<unknown> | undefined;

/** Rows that are only read. */
export type Base = Pick<Rows<unknown>, 'get' | 'about'>;

/** What events write, over rows that stay as they are until it is taken over. An event whose handler throws leaves nothing behind. */
export class RowsOver implements Rows<unknown> {
  readonly #done = new Map<string, { readonly position: Position; readonly row: Next }>();
  readonly #read = new Map<string, Next>();
  readonly #current = new Map<string, Next>();
  /** Rows that were written as about a person; one that is no more is found out by reading it. */
  readonly #about = new Map<PersonId, Set<string>>();

  constructor(private readonly base: Base) {}

  get(id: string): Next {
    if (this.#current.has(id)) return this.#current.get(id);
    const earlier = this.#done.get(id);
    if (earlier) return earlier.row;
    if (this.#read.has(id)) return this.#read.get(id);
    const row = this.base.get(id);
    this.#read.set(id, row);
    return row;
  }

  put(id: string, row: Row<unknown>): void {
    this.#current.set(id, row);
    for (const person of row.about ?? []) {
      const ids = this.#about.get(person);
      if (ids) ids.add(id);
      else this.#about.set(person, new Set([id]));
    }
  }

  remove(id: string): void {
    this.#current.set(id, undefined);
  }

  about(person: PersonId): readonly string[] {
    const ids = new Set([...this.base.about(person), ...(this.#about.get(person) ?? [])]);
    return [...ids].filter((id) => this.get(id)?.about?.includes(person)).sort();
  }

  /** Keeps what an event wrote. */
  keep(position: Position): void {
    for (const [id, row] of this.#current) this.#done.set(id, { position, row });
    this.#current.clear();
  }

  /** Each row that was written, as it is now, and the event that last wrote it. */
  *written(): Generator<readonly [id: string, position: Position, row: Next]> {
    for (const [id, { position, row }] of this.#done) yield [id, position, row];
  }
}
