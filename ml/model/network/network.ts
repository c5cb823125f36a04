import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { normal } from '../random.js';

/** The sizes of a network of two towers. */
export interface Shape {
  /** Rows of the embedding table that both towers share. */
  readonly rows: number;
  /** Units of the hidden layer. */
  readonly hidden: number;
  /** Numbers by which the sides meet without a hidden layer between. */
  readonly rank: number;
}

/** Numbers of what a tower says of a record. */
export const OUTPUT = 64;

/** Named parts of the weights and their sizes, in the order in which they lie in one array. */
export interface Part {
  readonly name: PartName;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly length: number;
  /** Whether weight decay pulls it to 0. */
  readonly decays: boolean;
}

export type PartName = 'table' | 'leftBias' | 'rightBias' | 'leftTower' | 'rightTower' | 'leftOut' | 'rightOut' | 'head' | 'mix' | 'bias';

export function partsOf({ rows, hidden, rank }: Shape): readonly Part[] {
  const shapes: readonly (readonly [PartName, readonly number[], boolean])[] = [
    ['table', [rows, hidden + rank], true],
    ['leftBias', [hidden], false],
    ['rightBias', [hidden], false],
    ['leftTower', [hidden, OUTPUT], true],
    ['rightTower', [hidden, OUTPUT], true],
    ['leftOut', [OUTPUT], false],
    ['rightOut', [OUTPUT], false],
    ['head', [OUTPUT, OUTPUT], true],
    ['mix', [rank], true],
    ['bias', [1], false],
  ];
  let offset = 0;
  return shapes.map(([name, shape, decays]) => {
    const length = shape.reduce((product, size) => product * size, 1);
    offset += length;
    return { name, shape, offset: offset - length, length, decays };
  });
}

/** The parts of the weights by name, as views of one array. */
export function viewsOf(shape: Shape, weights: Float32Array): Readonly<Record<PartName, Float32Array>> {
  return Object.fromEntries(partsOf(shape).map(({ name, offset, length }) => [name, weights.subarray(offset, offset + length)])) as Record<
    PartName,
    Float32Array
  >;
}

/** Spread of rows before training: of the hidden layer, and of the numbers that meet directly. */
const TABLE_SD = 0.1;
const RANK_SD = 0.05;

/** Weights before training. Both towers begin the same, so that words which both sides have draw near at once; the head says nothing yet. */
export function initialWeights(shape: Shape, seed: number): Float32Array {
  const parts = partsOf(shape);
  const last = parts[parts.length - 1] as Part;
  const weights = new Float32Array(last.offset + last.length);
  const { table, leftTower, rightTower, mix } = viewsOf(shape, weights);
  const random = numbersFrom(seed);
  const width = shape.hidden + shape.rank;
  for (let at = 0; at < table.length; at += 1) table[at] = normal(random) * (at % width < shape.hidden ? TABLE_SD : RANK_SD);
  for (let at = 0; at < leftTower.length; at += 1) leftTower[at] = normal(random) / Math.sqrt(shape.hidden);
  rightTower.set(leftTower);
  mix.fill(1);
  return weights;
}
