import type { Sparse } from '../records/encode.js';

/** Examples as numbers: records once, and by row which records and ids meet and what came of it. */
export interface Design {
  readonly rows: number;
  readonly left: DesignSide;
  readonly right: DesignSide;
  /** What the two records of a row have in common, row after row. */
  readonly inCommon: Float32Array;
  readonly inCommonColumns: number;
  /** What is learned, from 0 to 1. */
  readonly targets: Float64Array;
}

export interface DesignSide {
  readonly matrix: Matrix;
  readonly recordOf: Int32Array;
  readonly people: number;
  readonly personOf: Int32Array;
}

/** Records without their noughts, one after the other (CSR). */
export interface Matrix {
  readonly columns: number;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export function matrixOf(records: readonly Sparse[], columns: number): Matrix {
  const starts = new Int32Array(records.length + 1);
  records.forEach(({ ids }, at) => (starts[at + 1] = (starts[at] as number) + ids.length));
  const length = starts[records.length] as number;
  const [ids, values] = [new Int32Array(length), new Float32Array(length)];
  records.forEach((record, at) => {
    ids.set(record.ids, starts[at] as number);
    values.set(record.values, starts[at] as number);
  });
  return { columns, starts, ids, values };
}

/** By record: the sum of its values times the weights that begin at `offset`. */
export function recordSums({ starts, ids, values }: Matrix, weights: Float64Array, offset: number, sums: Float64Array): void {
  for (let record = 0; record + 1 < starts.length; record += 1) {
    let sum = 0;
    for (let at = starts[record] as number; at < (starts[record + 1] as number); at += 1)
      sum += (values[at] as number) * (weights[offset + (ids[at] as number)] as number);
    sums[record] = sum;
  }
}

/** Adds to the weights that begin at `offset` what records give: the transpose of `recordSums`. */
export function spreadSums({ starts, ids, values }: Matrix, perRecord: Float64Array, weights: Float64Array, offset: number): void {
  for (let record = 0; record + 1 < starts.length; record += 1) {
    const amount = perRecord[record] as number;
    if (amount === 0) continue;
    for (let at = starts[record] as number; at < (starts[record + 1] as number); at += 1) {
      const column = offset + (ids[at] as number);
      weights[column] = (weights[column] as number) + amount * (values[at] as number);
    }
  }
}
