import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { MapRows } from '@alongside/projections/engine/map-rows.js';
import { telling } from '@alongside/projections/engine/tell.js';
import type { Row, Rows, View } from '@alongside/projections/engine/view.js';
import type { HubDueReader, HubViews } from '@alongside/projections/views/index.js';

/** Rows of views in memory, indexed, for the story’s decisions. A view applies events once it is first read, because most never are. */
export class Shelf implements HubDueReader {
  readonly #tables = new Map<string, Table>();
  readonly #byEvent = new Map<string, Table[]>();

  constructor(views: readonly View[]) {
    for (const view of views) {
      const table = new Table(view);
      this.#tables.set(view.name, table);
      for (const type of Object.keys(view.on)) this.#byEvent.set(type, [...(this.#byEvent.get(type) ?? []), table]);
    }
  }

  apply(event: Recorded): void {
    for (const table of this.#byEvent.get(event.type) ?? []) table.hear(event);
  }

  row<Name extends keyof HubViews>(view: Name, id: string): HubViews[Name]['row'] | undefined {
    return this.#tables.get(view)?.current().get(id)?.data as HubViews[Name]['row'] | undefined;
  }

  upTo<Name extends keyof HubViews>(view: Name, field: string, last: string): readonly HubViews[Name]['row'][] {
    const rows = this.#tables.get(view)?.current().find({}) ?? [];
    return rows.filter((data) => valuesOf(data, field).some((value) => value <= last)) as HubViews[Name]['row'][];
  }

  rows<Name extends keyof HubViews>(
    view: Name,
    where: Readonly<Partial<Record<HubViews[Name]['by'], string>>>,
  ): readonly HubViews[Name]['row'][] {
    return (this.#tables
      .get(view)
      ?.current()
      .find(where as Readonly<Record<string, string>>) ?? []) as HubViews[Name]['row'][];
  }
}

const valuesOf = (data: unknown, field: string): readonly string[] => {
  const value = (data as Record<string, unknown>)[field];
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null ? [] : [String(value)];
};

class Table implements Rows<unknown> {
  readonly #rows = new MapRows<unknown>();
  readonly #keys = new Map<string, readonly string[]>();
  readonly #index = new Map<string, Set<string>>();
  readonly #tell: (event: Recorded) => void;
  #heard: Recorded[] = [];

  constructor(readonly view: View) {
    this.#tell = telling(view, this);
  }

  /** Keeps an event until a view is read. */
  hear(event: Recorded): void {
    this.#heard.push(event);
  }

  /** Takes in all that was heard. */
  current(): this {
    const heard = this.#heard;
    if (heard.length === 0) return this;
    this.#heard = [];
    for (const event of heard) this.#tell(event);
    return this;
  }

  get(id: string): Row<unknown> | undefined {
    return this.#rows.get(id);
  }

  put(id: string, row: Row<unknown>): void {
    this.#unfile(id);
    const keys = this.#keysOf(row);
    this.#rows.put(id, row);
    this.#keys.set(id, keys);
    for (const key of keys) {
      const ids = this.#index.get(key);
      if (ids) ids.add(id);
      else this.#index.set(key, new Set([id]));
    }
  }

  remove(id: string): void {
    this.#unfile(id);
    this.#rows.remove(id);
  }

  about(person: PersonId): readonly string[] {
    return this.#rows.about(person);
  }

  find(where: Readonly<Record<string, string>>): readonly unknown[] {
    const wanted = Object.entries(where);
    const [first] = wanted;
    const ids = first ? (this.#index.get(`${first[0]}\0${first[1]}`) ?? []) : this.#rows.all.keys();
    const found: unknown[] = [];
    for (const id of ids) {
      const data = this.get(id)?.data;
      if (data !== undefined && wanted.every(([field, value]) => valuesOf(data, field).includes(value))) found.push(data);
    }
    return found;
  }

  #unfile(id: string): void {
    for (const key of this.#keys.get(id) ?? []) this.#index.get(key)?.delete(id);
    this.#keys.delete(id);
  }

  #keysOf(row: Row<unknown>): readonly string[] {
    return this.view.indexes.flatMap((field) => valuesOf(row.data, field).map((value) => `${field}\0${value}`));
  }
}
