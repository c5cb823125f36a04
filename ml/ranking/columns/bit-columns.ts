import { grown } from './columns.js';

const WORD_BITS = 32;

/** Which rows have which ids: a bit an id, in columns of 32, numbered as they come. */
export class BitColumns {
  readonly #numbers = new Map<string, number>();
  readonly #words: Int32Array[] = [];
  #rows = 0;

  grow(rows: number): void {
    this.#rows = rows;
    for (const [at, word] of this.#words.entries()) this.#words[at] = grown(word, Int32Array, rows);
  }

  /** Says which ids a row has, in place of those that it had. */
  mark(row: number, ids: readonly string[]): void {
    for (const word of this.#words) word[row] = 0;
    for (const id of ids) {
      const { word, bit } = this.#placeOf(id);
      word[row] = (word[row] as number) | bit;
    }
  }

  /** Whether a row has any of the ids. */
  anyOf(ids: ReadonlySet<string>): (row: number) => boolean {
    const masks = new Map<Int32Array, number>();
    for (const id of ids) {
      if (!this.#numbers.has(id)) continue;
      const { word, bit } = this.#placeOf(id);
      masks.set(word, (masks.get(word) ?? 0) | bit);
    }
    const [words, bits] = [[...masks.keys()], [...masks.values()]];
    return (row) => {
      for (let at = 0; at < words.length; at += 1)
        if ((((words[at] as Int32Array)[row] as number) & (bits[at] as number)) !== 0) return true;
      return false;
    };
  }

  #placeOf(id: string): { readonly word: Int32Array; readonly bit: number } {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(id, number);
    }
    const at = Math.floor(number / WORD_BITS);
    return { word: (this.#words[at] ??= new Int32Array(this.#rows)), bit: 1 << (number % WORD_BITS) };
  }
}
