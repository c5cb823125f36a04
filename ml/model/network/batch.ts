import { numbersFrom } from '@alongside/domain/kernel/random.js';
import type { Sparse } from '../records/encode.js';
import { shuffle } from '../random.js';
import { matrixOf, type Matrix } from '../base/design.js';

/** What a network learns from. */
export interface Lessons {
  readonly left: LessonSide;
  readonly right: LessonSide;
  /** By row: the logit of all that is known without the network. */
  readonly offsets: Float32Array;
  readonly targets: Float32Array;
}

export interface LessonSide {
  readonly matrix: Matrix;
  readonly recordOf: Int32Array;
  readonly personOf: Int32Array;
}

/** Rows that are learned from together, with all that chance decides: every trainer sees the same. */
export interface Batch {
  readonly rows: number;
  readonly left: Matrix;
  readonly right: Matrix;
  /** What hidden units are multiplied with: 0 for those that are left out. */
  readonly leftMask: Float32Array;
  readonly rightMask: Float32Array;
  readonly offsets: Float32Array;
  readonly targets: Float32Array;
  /** By row and column: 0, or a large negative number where the column's person is not another one. */
  readonly apart: Float32Array;
}

/** Beside this, a logit counts for nothing. */
const NOT_COMPARED = -1e9;

export interface Dropout {
  readonly input: number;
  readonly hidden: number;
}

/** Batches of one epoch, in an order that the seed decides. */
export function* batchesOf(
  lessons: Lessons,
  rows: Int32Array,
  size: number,
  hidden: number,
  dropout: Dropout,
  seed: number,
): Generator<Batch> {
  const random = numbersFrom(seed);
  const order = shuffle(rows.slice(), random);
  for (let from = 0; from < order.length; from += size) yield batchOf(lessons, order.subarray(from, from + size), hidden, dropout, random);
}

function batchOf(
  { left, right, offsets, targets }: Lessons,
  rows: Int32Array,
  hidden: number,
  dropout: Dropout,
  random: () => number,
): Batch {
  const pick = (from: Float32Array) => Float32Array.from(rows, (row) => from[row] as number);
  return {
    rows: rows.length,
    left: chosen(left, rows, dropout.input, random),
    right: chosen(right, rows, dropout.input, random),
    leftMask: maskOf(rows.length * hidden, dropout.hidden, random),
    rightMask: maskOf(rows.length * hidden, dropout.hidden, random),
    offsets: pick(offsets),
    targets: pick(targets),
    apart: apartOf(rows, left.personOf, right.personOf),
  };
}

/** Records of rows, without what chance leaves out; what stays weighs more. */
function chosen({ matrix, recordOf }: LessonSide, rows: Int32Array, rate: number, random: () => number): Matrix {
  const { starts, ids, values } = matrix;
  const picked: Sparse[] = [];
  for (const row of rows) {
    const record = recordOf[row] as number;
    const [from, to] = [starts[record] as number, starts[record + 1] as number];
    const kept: number[] = [];
    for (let at = from; at < to; at += 1) if (random() >= rate) kept.push(at);
    picked.push({
      ids: Int32Array.from(kept, (at) => ids[at] as number),
      values: Float32Array.from(kept, (at) => (values[at] as number) / (1 - rate)),
    });
  }
  return matrixOf(picked, matrix.columns);
}

function maskOf(length: number, rate: number, random: () => number): Float32Array {
  const mask = new Float32Array(length);
  for (let at = 0; at < length; at += 1) mask[at] = random() < rate ? 0 : 1 / (1 - rate);
  return mask;
}

function apartOf(rows: Int32Array, lefts: Int32Array, rights: Int32Array): Float32Array {
  const size = rows.length;
  const apart = new Float32Array(size * size);
  for (let at = 0; at < size; at += 1)
    for (let other = 0; other < size; other += 1) {
      if (at === other) continue;
      const [row, column] = [rows[at] as number, rows[other] as number];
      if (lefts[row] === lefts[column] || rights[row] === rights[column]) apart[at * size + other] = NOT_COMPARED;
    }
  return apart;
}
