import type { Matrix } from '../base/design.js';

/** By record: the sum of table rows, each times its value. */
export function bagSums({ starts, ids, values }: Matrix, table: Float32Array, width: number): Float32Array {
  const sums = new Float32Array((starts.length - 1) * width);
  for (let record = 0; record + 1 < starts.length; record += 1) {
    const into = record * width;
    for (let at = starts[record] as number; at < (starts[record + 1] as number); at += 1) {
      const [from, value] = [(ids[at] as number) * width, values[at] as number];
      for (let unit = 0; unit < width; unit += 1)
        sums[into + unit] = (sums[into + unit] as number) + value * (table[from + unit] as number);
    }
  }
  return sums;
}

/** Adds to table rows what records give: the transpose of `bagSums`. */
export function bagSpread({ starts, ids, values }: Matrix, perRecord: Float32Array, table: Float32Array, width: number): void {
  for (let record = 0; record + 1 < starts.length; record += 1) {
    const from = record * width;
    for (let at = starts[record] as number; at < (starts[record + 1] as number); at += 1) {
      const [into, value] = [(ids[at] as number) * width, values[at] as number];
      for (let unit = 0; unit < width; unit += 1)
        table[into + unit] = (table[into + unit] as number) + value * (perRecord[from + unit] as number);
    }
  }
}
