import { Bitmap } from './bitmap.js';

/** Up to here a plain list is smaller and quicker than a bit for every document. */
const SPARSE_LIMIT_DOCUMENTS = 512;

/** The documents that have one value: a short list, or a bitmap once it is long. */
export class Posting {
  #sparse: number[] | undefined = [];
  #dense: Bitmap | undefined;

  add(number: number): void {
    if (this.#dense) return this.#dense.add(number);
    this.#sparse?.push(number);
    if ((this.#sparse?.length ?? 0) <= SPARSE_LIMIT_DOCUMENTS) return;
    this.#dense = new Bitmap();
    for (const one of this.#sparse ?? []) this.#dense.add(one);
    this.#sparse = undefined;
  }

  delete(number: number): void {
    if (this.#dense) return this.#dense.delete(number);
    const place = this.#sparse?.indexOf(number) ?? -1;
    if (place >= 0) this.#sparse?.splice(place, 1);
  }

  /** Whether it is known to hold nothing any more. */
  get empty(): boolean {
    return this.#sparse?.length === 0;
  }

  addTo(bitmap: Bitmap): void {
    if (this.#dense) bitmap.include(this.#dense);
    else for (const number of this.#sparse ?? []) bitmap.add(number);
  }

  countIn(bitmap: Bitmap): number {
    if (this.#dense) return this.#dense.countAnd(bitmap);
    let count = 0;
    for (const number of this.#sparse ?? []) if (bitmap.has(number)) count += 1;
    return count;
  }
}

/** The documents by value. */
export class Postings {
  readonly #byValue = new Map<string, Posting>();

  change(number: number, before: readonly string[], after: readonly string[]): void {
    for (const value of new Set(before)) if (!after.includes(value)) this.#take(value, number);
    for (const value of new Set(after)) if (!before.includes(value)) this.#give(value, number);
  }

  /** Every document that has any of the values. */
  union(values: readonly string[]): Bitmap {
    const found = new Bitmap();
    for (const value of new Set(values)) this.#byValue.get(value)?.addTo(found);
    return found;
  }

  *counts(context: Bitmap): Generator<readonly [value: string, count: number]> {
    for (const [value, posting] of this.#byValue) yield [value, posting.countIn(context)];
  }

  #give(value: string, number: number): void {
    let posting = this.#byValue.get(value);
    if (!posting) this.#byValue.set(value, (posting = new Posting()));
    posting.add(number);
  }

  #take(value: string, number: number): void {
    const posting = this.#byValue.get(value);
    posting?.delete(number);
    if (posting?.empty) this.#byValue.delete(value);
  }
}
