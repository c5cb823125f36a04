/** Words with whose they are, in order: the beginnings of words are found by halving, on each key press. */
export class WordsInOrder<Id> {
  readonly #words: readonly (readonly [word: string, of: Id])[];

  constructor(words: Iterable<readonly [word: string, of: Id]>) {
    this.#words = [...words].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** Those who have, for every one of these, a word that begins so. */
  withAll(starts: readonly string[]): ReadonlySet<Id> {
    let found: ReadonlySet<Id> | undefined;
    for (const start of starts) {
      const here = new Set<Id>();
      for (let at = this.#firstAtLeast(start); this.#words[at]?.[0].startsWith(start); at += 1) {
        const id = this.#words[at]?.[1];
        if (id !== undefined && (found?.has(id) ?? true)) here.add(id);
      }
      found = here;
    }
    return found ?? new Set();
  }

  #firstAtLeast(wanted: string): number {
    let [from, to] = [0, this.#words.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#words[middle]?.[0] ?? '') < wanted) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
