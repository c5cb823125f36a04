import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { DayOrder } from '@alongside/ml/ranking/day-order.js';
import { spread } from '@alongside/ml/ranking/spread.js';
import { QUERY_LIMIT_ROWS, type Change, type ViewStore } from '@alongside/projections/store/view-store.js';
import { openToOffersView, type OpenToOffersRow } from '@alongside/projections/views/open-to-offers.view.js';
import { isPrivate } from '@alongside/projections/views/private-rows.js';

/** Those who are open to offers, by what they would like to work on, in memory and in step with the view: no question looks through all. */
export class MenteePool {
  readonly #open = new Map<PersonId, OpenToOffersRow>();
  readonly #byAim = new Map<string, DayOrder<PersonId>>();

  /** Reads the view as it stands. */
  fill(store: Pick<ViewStore, 'list'>): void {
    this.#open.clear();
    this.#byAim.clear();
    for (let afterId: string | undefined; ;) {
      const page = store.list<OpenToOffersRow>(openToOffersView.name, {
        for: 'all',
        limitRows: QUERY_LIMIT_ROWS,
        ...(afterId !== undefined && { afterId }),
      });
      for (const { id, data } of page) if (!isPrivate(id)) this.#put(data);
      if (page.length < QUERY_LIMIT_ROWS) return;
      afterId = page.at(-1)?.id;
    }
  }

  /** To be told of every commit of the views. */
  heed(changes: readonly Change[]): void {
    for (const { view, id, row } of changes) {
      if (view !== openToOffersView.name || isPrivate(id)) continue;
      if (row) this.#put(row.data as OpenToOffersRow);
      else this.#drop(id as PersonId);
    }
  }

  find(person: PersonId): OpenToOffersRow | undefined {
    return this.#open.get(person);
  }

  /** Those who want to work on any of these, each once and in the order of the day: one of every focus area in turn. */
  *wanting(tags: Iterable<string>, day: string): Generator<OpenToOffersRow> {
    const seen = new Set<PersonId>();
    const byDay = [...new Set(tags)].sort((a, b) => spread(day, a) - spread(day, b));
    let lists = byDay.flatMap((tag) => this.#byAim.get(tag)?.on(day) ?? []);
    while (lists.length > 0) {
      const turn: Generator<PersonId>[] = [];
      for (const list of lists) {
        const next = firstOf(list, (person) => !seen.has(person));
        if (next === undefined) continue;
        turn.push(list);
        seen.add(next);
        const row = this.#open.get(next);
        if (row) yield row;
      }
      lists = turn;
    }
  }

  #put(row: OpenToOffersRow): void {
    this.#drop(row.person);
    this.#open.set(row.person, row);
    for (const tag of row.aims) {
      const order = this.#byAim.get(tag) ?? new DayOrder<PersonId>();
      order.add(row.person);
      this.#byAim.set(tag, order);
    }
  }

  #drop(person: PersonId): void {
    for (const tag of this.#open.get(person)?.aims ?? []) {
      const order = this.#byAim.get(tag);
      order?.remove(person);
      if (order?.size === 0) this.#byAim.delete(tag);
    }
    this.#open.delete(person);
  }
}

function firstOf<T>(list: Generator<T>, fits: (one: T) => boolean): T | undefined {
  for (let next = list.next(); !next.done; next = list.next()) if (fits(next.value)) return next.value;
  return undefined;
}
