import { grown } from './columns.js';

const WORD_BITS = 32;

/** Which rows have which ids: a bit an id, in columns of 32, numbered as they come. */
export class BitColumns {
  readonly #numbers = new Map<string, number>();
  readonly #words: Uint32Array[] = [];
  #rows = 0;

  grow(rows: number): void {
    this.#rows = rows;
    for (const [at, word] of this.#words.entries()) this.#words[at] = grown(word, Uint32Array, rows);
  }

  /** Says which ids a row has, in place of those that it had. */
  mark(row: number, ids: readonly string[]): void {
    for (const word of this.#words) word[row] = 0;
    for (const id of ids) {
      const { word, bit } = this.#placeOf(id);
      word[row] = (word[row] as number) | bit;
    }
  }

  /** Writes of each row whether it has any of the ids, 1 or 0. */
  find(ids: ReadonlySet<string>, found: Uint8Array): void {
    found.fill(0);
    const masks = new Map<Uint32Array, number>();
    for (const id of ids) {
      if (!this.#numbers.has(id)) continue;
      const { word, bit } = this.#placeOf(id);
      masks.set(word, (masks.get(word) ?? 0) | bit);
    }
    for (const [word, mask] of masks)
      for (let row = 0; row < word.length; row += 1) if (((word[row] as number) & mask) !== 0) found[row] = 1;
  }

  #placeOf(id: string): { readonly word: Uint32Array; readonly bit: number } {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(id, number);
    }
    const at = Math.floor(number / WORD_BITS);
    return { word: (this.#words[at] ??= new Uint32Array(this.#rows)), bit: 1 << (number % WORD_BITS) };
  }
}
