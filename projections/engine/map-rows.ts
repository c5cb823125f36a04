import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Row, Rows } from './view.js';

/** Rows of a view in memory. A copy shares rows, which are never changed in place. */
export class MapRows<Data, Kept extends Row<Data> = Row<Data>> implements Rows<Data> {
  constructor(
    readonly all: Map<string, Kept> = new Map(),
    private readonly index: Map<PersonId, Set<string>> = new Map(),
  ) {}

  get(id: string): Kept | undefined {
    return this.all.get(id);
  }

  put(id: string, row: Kept): void {
    this.#unfile(id);
    this.all.set(id, row);
    for (const person of row.about ?? []) this.#file(person, id);
  }

  remove(id: string): void {
    this.#unfile(id);
    this.all.delete(id);
  }

  about(person: PersonId): readonly string[] {
    return [...(this.index.get(person) ?? [])].sort();
  }

  #file(person: PersonId, id: string): void {
    const ids = this.index.get(person);
    if (ids) ids.add(id);
    else this.index.set(person, new Set([id]));
  }

  #unfile(id: string): void {
    for (const person of this.all.get(id)?.about ?? []) this.index.get(person)?.delete(id);
  }

  copy(): MapRows<Data, Kept> {
    return new MapRows(new Map(this.all), new Map([...this.index].map(([person, ids]) => [person, new Set(ids)])));
  }
}
