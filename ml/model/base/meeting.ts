import type { Matrix, Meeting } from './design.js';

/** Multiplications that one look at all pairs of columns may take: more columns would take too long. */
const BUDGET_PRODUCTS = 4_000_000;
const LIMIT_COLUMNS = 128;

/** How many columns of a side may meet those of the other. */
export const meetingLimit = (records: number): number => Math.min(LIMIT_COLUMNS, Math.floor(Math.sqrt(BUDGET_PRODUCTS / Math.max(1, records))));

/** The columns of a side that vary most, of those that may be taken. */
export function meetingOf({ starts, ids, values, columns }: Matrix, limit: number, mayMeet: (column: number) => boolean): Meeting {
  const records = starts.length - 1;
  const [sums, squares] = [new Float64Array(columns), new Float64Array(columns)];
  ids.forEach((column, at) => {
    const value = values[at] as number;
    sums[column] = (sums[column] as number) + value;
    squares[column] = (squares[column] as number) + value * value;
  });
  const variance = (column: number) => (squares[column] as number) / records - ((sums[column] as number) / records) ** 2;
  const chosen = [...sums.keys()]
    .filter((column) => mayMeet(column) && variance(column) > 1e-6)
    .sort((a, b) => variance(b) - variance(a) || a - b)
    .slice(0, limit);
  const means = Float32Array.from(chosen, (column) => (sums[column] as number) / records);
  const dense = new Float32Array(records * chosen.length);
  const places = new Map(chosen.map((column, place) => [column, place]));
  for (let record = 0; record < records; record += 1) {
    const row = dense.subarray(record * chosen.length, (record + 1) * chosen.length);
    means.forEach((mean, place) => (row[place] = -mean));
    for (let at = starts[record] as number; at < (starts[record + 1] as number); at += 1) {
      const place = places.get(ids[at] as number);
      if (place !== undefined) row[place] = (row[place] as number) + (values[at] as number);
    }
  }
  return { columns: Int32Array.from(chosen), means, values: dense };
}

/** By right record: what each left column is worth to it, `weights` being left columns × right columns from `offset` on. */
export function towardsRight(left: Meeting, right: Meeting, weights: Float64Array, offset: number, worth: Float64Array): void {
  const [a, b] = [left.columns.length, right.columns.length];
  const records = b === 0 ? 0 : right.values.length / b;
  for (let record = 0; record < records; record += 1)
    for (let row = 0; row < a; row += 1) {
      let sum = 0;
      const [from, at] = [offset + row * b, record * b];
      for (let column = 0; column < b; column += 1) sum += (weights[from + column] as number) * (right.values[at + column] as number);
      worth[record * a + row] = sum;
    }
}

/** The transpose of `towardsRight`: adds to weights what right records give. */
export function fromRight(left: Meeting, right: Meeting, worth: Float64Array, weights: Float64Array, offset: number): void {
  const [a, b] = [left.columns.length, right.columns.length];
  const records = b === 0 ? 0 : right.values.length / b;
  for (let record = 0; record < records; record += 1)
    for (let row = 0; row < a; row += 1) {
      const amount = worth[record * a + row] as number;
      if (amount === 0) continue;
      const [into, at] = [offset + row * b, record * b];
      for (let column = 0; column < b; column += 1)
        weights[into + column] = (weights[into + column] as number) + amount * (right.values[at + column] as number);
    }
}
