/** The rows of a plan, in the order of the file, kept as buffers and made into objects batch by batch: tens of thousands at once would hold everybody up. */
export class PlannedRows<Row> {
  #batches: readonly Uint8Array[];

  /** `batches` as `batchesOf` made them; `length` counts all of their rows and stays when they are let go. */
  constructor(
    batches: readonly Uint8Array[],
    readonly length: number,
  ) {
    this.#batches = batches;
  }

  /** Batch by batch; none once they were let go. */
  *batches(): Iterable<readonly Row[]> {
    for (const batch of this.#batches) yield rowsIn<Row>(batch);
  }

  /** So many of the first rows, of the first batch at most. */
  first(limitRows: number): readonly Row[] {
    const [batch] = this.#batches;
    return batch ? rowsIn<Row>(batch).slice(0, limitRows) : [];
  }

  /** The same rows, some of them changed. Batches in which none is stay as they are. */
  *changed(change: (row: Row) => Row): Iterable<Uint8Array> {
    for (const batch of this.#batches) {
      const rows = rowsIn<Row>(batch);
      const now = rows.map(change);
      yield now.some((row, at) => row !== rows[at]) ? Buffer.from(JSON.stringify(now)) : batch;
    }
  }

  /** Lets the memory go: they were brought in, or called off. */
  release(): void {
    this.#batches = [];
  }
}

/** Rows made into batches of so many. */
export function* batchesOf(rows: readonly unknown[], sizeRows: number): Iterable<Uint8Array> {
  for (let from = 0; from < rows.length; from += sizeRows) yield Buffer.from(JSON.stringify(rows.slice(from, from + sizeRows)));
}

// Only ever what `batchesOf` made of rows of the same kind, in a process of this hub.
const rowsIn = <Row>(batch: Uint8Array): readonly Row[] =>
  JSON.parse(Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength).toString()) as Row[];
