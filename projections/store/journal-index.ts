/** How many entries of a journal are dropped from its index together: one by one they would have to be looked for. */
const SEGMENT_ENTRIES = 20_000;

interface Segment {
  last: number;
  entries: number;
  /** A number by itself where there is one: most people have one change of a view in a long while. */
  readonly found: Map<number, number | number[]>;
}

/**
 * Where entries of a journal are, by their key numbers, in memory: on disk it would cost several times the entry itself. A start rebuilds
 * it within a second.
 */
export class JournalIndex {
  #segments: Segment[] = [];

  constructor(private readonly segmentEntries: number = SEGMENT_ENTRIES) {}

  /** Adds an entry under its keys. Entries come in order. */
  add(seq: number, keys: Iterable<number>): void {
    const segment = this.#open(seq);
    segment.last = seq;
    segment.entries += 1;
    for (const key of keys) {
      const before = segment.found.get(key);
      if (before === undefined) segment.found.set(key, seq);
      else if (typeof before === 'number') segment.found.set(key, [before, seq]);
      else before.push(seq);
    }
  }

  /** Entries up to this one are no longer asked for. */
  forget(through: number): void {
    while ((this.#segments[0]?.last ?? Infinity) <= through) this.#segments.shift();
  }

  /** Entries under a key from `first` on, in order, at most so many. */
  under(key: number, first: number, limit: number): readonly number[] {
    const seqs: number[] = [];
    for (const { last, found } of this.#segments) {
      if (last < first) continue;
      const here = found.get(key);
      if (here === undefined) continue;
      const list = typeof here === 'number' ? [here] : here;
      for (let place = firstFrom(list, first); place < list.length; place += 1) {
        if (seqs.length >= limit) return seqs;
        seqs.push(list[place] ?? 0);
      }
    }
    return seqs;
  }

  get segments(): number {
    return this.#segments.length;
  }

  #open(seq: number): Segment {
    const last = this.#segments.at(-1);
    if (last && last.entries < this.segmentEntries) return last;
    const fresh: Segment = { last: seq, entries: 0, found: new Map() };
    this.#segments.push(fresh);
    return fresh;
  }
}

/** The first place in an ascending list that holds at least this, by halving. */
function firstFrom(list: readonly number[], least: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
