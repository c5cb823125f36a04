import { spread } from './spread.js';

interface Placed {
  readonly id: string;
  readonly key: number;
}

/** Things in an order that changes every day, and is the same for all who look on one day. Sorted once a day. */
export class DayOrder<Id extends string> {
  readonly #ids = new Set<Id>();
  #day = '';
  /** In order for `#day`; empty while nobody has asked on that day. */
  #placed: (Placed & { readonly id: Id })[] = [];

  get size(): number {
    return this.#ids.size;
  }

  add(id: Id): void {
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    if (this.#day !== '') this.#placed.splice(this.#placeOf(id), 0, placed(this.#day, id));
  }

  remove(id: Id): void {
    if (!this.#ids.delete(id) || this.#day === '') return;
    this.#placed.splice(this.#placeOf(id), 1);
  }

  /** All of them, in the order of a day. */
  *on(day: string): Generator<Id> {
    if (day !== this.#day) {
      this.#day = day;
      this.#placed = [...this.#ids].map((id) => placed(day, id)).sort(compare);
    }
    for (const { id } of this.#placed) yield id;
  }

  /** Where one is in the order, or would be. */
  #placeOf(id: Id): number {
    const one = placed(this.#day, id);
    let [from, to] = [0, this.#placed.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const there = this.#placed[middle];
      if (there && compare(there, one) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

const placed = <Id extends string>(day: string, id: Id) => ({ id, key: spread(day, id) });
const compare = (a: Placed, b: Placed): number => a.key - b.key || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
