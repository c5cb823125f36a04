/** The best rows of a table, best first. */
export interface TopRows {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
}

/** Numbers of a turn, in four sums beside each other: a processor need not wait for one addition before the next. */
const AT_ONCE = 8;

/**
 * The `limit` rows of a flat table whose product with a query is highest; of equal ones the earlier, and none without a number. Throws
 * where sizes differ.
 */
export function topRows(table: Float32Array, query: Float32Array, limit: number): TopRows {
  const width = query.length;
  if (width === 0 || table.length % width !== 0) throw new RangeError(`A table of ${table.length} numbers has no rows of ${width}.`);
  if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`${limit} is no number of rows.`);
  const count = table.length / width;
  // In full numbers once, and not anew with every row.
  const wide = Float64Array.from(query);
  const heap = new WorstFirst(Math.min(limit, count));
  // What a row must beat. What is not a number beats nothing.
  let bar = heap.limit > 0 ? -Infinity : Infinity;
  for (let row = 0, from = 0; row < count; row += 1, from += width) {
    const score = product(table, from, wide);
    if (score > bar || (score === -Infinity && heap.size < heap.limit)) {
      heap.take(row, score);
      if (heap.size === heap.limit) bar = heap.worst;
    }
  }
  return heap.bestFirst();
}

function product(table: Float32Array, from: number, query: Float64Array): number {
  const width = query.length;
  const whole = width - (width % AT_ONCE);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let at = 0, place = from; at < whole; at += AT_ONCE, place += AT_ONCE) {
    a += (table[place] as number) * (query[at] as number) + (table[place + 4] as number) * (query[at + 4] as number);
    b += (table[place + 1] as number) * (query[at + 1] as number) + (table[place + 5] as number) * (query[at + 5] as number);
    c += (table[place + 2] as number) * (query[at + 2] as number) + (table[place + 6] as number) * (query[at + 6] as number);
    d += (table[place + 3] as number) * (query[at + 3] as number) + (table[place + 7] as number) * (query[at + 7] as number);
  }
  for (let at = whole; at < width; at += 1) a += (table[from + at] as number) * (query[at] as number);
  return a + b + (c + d);
}

/** A heap of so many rows at most, the worst on top: the lowest score, and of equal ones the later row. */
class WorstFirst {
  size = 0;
  readonly #rows: Int32Array;
  readonly #scores: Float64Array;

  constructor(readonly limit: number) {
    this.#rows = new Int32Array(limit);
    this.#scores = new Float64Array(limit);
  }

  get worst(): number {
    return this.#scores[0] as number;
  }

  /** Takes a row in, in place of the worst where there is no space. Rows come in their order. */
  take(row: number, score: number): void {
    if (this.size < this.limit) {
      this.#rise(this.size, row, score);
      this.size += 1;
    } else this.#sink(row, score, this.size);
  }

  /** Takes the heap apart: the worst goes last. */
  bestFirst(): TopRows {
    const { size } = this;
    const [rows, scores] = [new Int32Array(size), new Float64Array(size)];
    for (let left = size; left > 0; left -= 1) {
      rows[left - 1] = this.#rows[0] as number;
      scores[left - 1] = this.#scores[0] as number;
      this.#sink(this.#rows[left - 1] as number, this.#scores[left - 1] as number, left - 1);
    }
    return { rows, scores };
  }

  #rise(from: number, row: number, score: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isWorse(row, score, above)) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, row, score);
  }

  #sink(row: number, score: number, size: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && this.#isWorse(this.#rows[below + 1] as number, this.#scores[below + 1] as number, below)) below += 1;
      if (this.#isWorse(row, score, below)) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, row, score);
  }

  #isWorse(row: number, score: number, at: number): boolean {
    const other = this.#scores[at] as number;
    return score < other || (score === other && row > (this.#rows[at] as number));
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#rows[from] as number, this.#scores[from] as number);
  }

  #put(at: number, row: number, score: number): void {
    this.#rows[at] = row;
    this.#scores[at] = score;
  }
}
