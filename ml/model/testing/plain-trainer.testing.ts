import type { Matrix } from '../base/design.js';
import type { Batch } from '../network/batch.js';
import { OUTPUT, viewsOf, type Shape } from '../network/network.js';
import { LENGTH_FLOOR } from '../network/towers.js';
import type { Losses, Trainer } from '../network/trainer.js';

/** Gradients written out by hand: a second opinion on those of TensorFlow.js. */
export const plainTrainer: Trainer = {
  backend: 'plain',
  gradientOf: (shape, losses, weights, batch, gradient) => {
    gradient.fill(0);
    const [all, slopes] = [viewsOf(shape, weights), viewsOf(shape, gradient)];
    const [left, right] = [new TowerPass(shape, all, batch, 'left'), new TowerPass(shape, all, batch, 'right')];
    const outcome = outcomeLoss(shape, all, slopes, batch, left, right);
    const choice = losses.inBatch === 0 ? 0 : choiceLoss(losses, batch, left, right);
    for (const pass of [left, right]) pass.back(all, slopes);
    return outcome + choice;
  },
};

/** Each value of each record: by record, by table row, and how much. Shares nothing with what it checks. */
function entriesOf({ starts, ids, values }: Matrix) {
  const record = (at: number) => starts.findLastIndex((start) => start <= at);
  return [...ids].map((id, at) => ({ record: record(at), id, value: values[at]! }));
}

function sumsOf(bag: Matrix, table: Float32Array, width: number): Float32Array {
  const sums = new Float32Array((bag.starts.length - 1) * width);
  for (const { record, id, value } of entriesOf(bag))
    for (let unit = 0; unit < width; unit += 1) sums[record * width + unit]! += value * table[id * width + unit]!;
  return sums;
}

function spread(bag: Matrix, slopes: Float32Array, table: Float32Array, width: number): void {
  for (const { record, id, value } of entriesOf(bag))
    for (let unit = 0; unit < width; unit += 1) table[id * width + unit]! += value * slopes[record * width + unit]!;
}

type Views = ReturnType<typeof viewsOf>;

/** One tower over a batch, forwards and back. */
class TowerPass {
  readonly direction: Float32Array;
  readonly bag: Float32Array;
  /** Slopes of the loss by direction and by bag. */
  readonly directionSlope: Float32Array;
  readonly bagSlope: Float32Array;
  readonly width: number;
  readonly #units: Float32Array;
  readonly #length: Float32Array;

  constructor(
    private readonly shape: Shape,
    all: Views,
    private readonly batch: Batch,
    private readonly side: 'left' | 'right',
  ) {
    const { rows } = batch;
    const { hidden } = shape;
    this.width = hidden + shape.rank;
    this.bag = sumsOf(batch[side], all.table, this.width);
    this.bagSlope = new Float32Array(this.bag.length);
    this.direction = new Float32Array(rows * OUTPUT);
    this.directionSlope = new Float32Array(rows * OUTPUT);
    this.#units = new Float32Array(rows * hidden);
    this.#length = new Float32Array(rows);
    for (let row = 0; row < rows; row += 1) this.#forward(row, all);
  }

  #forward(row: number, all: Views): void {
    const { hidden } = this.shape;
    const [bias, tower, out] = [all[`${this.side}Bias`], all[`${this.side}Tower`], all[`${this.side}Out`]];
    const into = this.direction.subarray(row * OUTPUT, (row + 1) * OUTPUT);
    into.set(out);
    for (let unit = 0; unit < hidden; unit += 1) {
      const sum = this.bag[row * this.width + unit]! + bias[unit]!;
      const amount = Math.max(0, sum) * this.batch[`${this.side}Mask`][row * hidden + unit]!;
      this.#units[row * hidden + unit] = amount;
      for (let place = 0; place < OUTPUT; place += 1) into[place]! += amount * tower[unit * OUTPUT + place]!;
    }
    const length = Math.sqrt(into.reduce((sum, one) => sum + one * one, 0) + LENGTH_FLOOR);
    this.#length[row] = length;
    for (let place = 0; place < OUTPUT; place += 1) into[place]! /= length;
  }

  back(all: Views, slopes: Views): void {
    for (let row = 0; row < this.batch.rows; row += 1) this.#backward(row, all, slopes);
    spread(this.batch[this.side], this.bagSlope, slopes.table, this.width);
  }

  #backward(row: number, all: Views, slopes: Views): void {
    const { hidden } = this.shape;
    const direction = this.direction.subarray(row * OUTPUT, (row + 1) * OUTPUT);
    const slope = this.directionSlope.subarray(row * OUTPUT, (row + 1) * OUTPUT);
    const along = direction.reduce((sum, one, place) => sum + one * slope[place]!, 0);
    const outSlope = slope.map((one, place) => (one - direction[place]! * along) / this.#length[row]!);
    outSlope.forEach((one, place) => (slopes[`${this.side}Out`][place]! += one));
    for (let unit = 0; unit < hidden; unit += 1) {
      const [amount, mask] = [this.#units[row * hidden + unit]!, this.batch[`${this.side}Mask`][row * hidden + unit]!];
      let unitSlope = 0;
      for (let place = 0; place < OUTPUT; place += 1) {
        const at = unit * OUTPUT + place;
        unitSlope += outSlope[place]! * all[`${this.side}Tower`][at]!;
        slopes[`${this.side}Tower`][at]! += amount * outSlope[place]!;
      }
      if (amount <= 0) continue;
      slopes[`${this.side}Bias`][unit]! += unitSlope * mask;
      this.bagSlope[row * this.width + unit]! += unitSlope * mask;
    }
  }
}

function outcomeLoss({ hidden, rank }: Shape, all: Views, slopes: Views, batch: Batch, left: TowerPass, right: TowerPass): number {
  let loss = 0;
  for (let row = 0; row < batch.rows; row += 1) {
    let logit = batch.offsets[row]! + all.bias[0]!;
    const [u, v] = [left, right].map((pass) => pass.direction.subarray(row * OUTPUT, (row + 1) * OUTPUT)) as [Float32Array, Float32Array];
    for (let j = 0; j < OUTPUT; j += 1) for (let k = 0; k < OUTPUT; k += 1) logit += u[j]! * all.head[j * OUTPUT + k]! * v[k]!;
    const from = row * left.width + hidden;
    for (let r = 0; r < rank; r += 1) logit += left.bag[from + r]! * right.bag[from + r]! * all.mix[r]!;
    const target = batch.targets[row]!;
    loss += Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    const slope = (1 / (1 + Math.exp(-logit)) - target) / batch.rows;
    slopes.bias[0]! += slope;
    for (let j = 0; j < OUTPUT; j += 1)
      for (let k = 0; k < OUTPUT; k += 1) {
        const weight = all.head[j * OUTPUT + k]!;
        slopes.head[j * OUTPUT + k]! += slope * u[j]! * v[k]!;
        left.directionSlope[row * OUTPUT + j]! += slope * weight * v[k]!;
        right.directionSlope[row * OUTPUT + k]! += slope * weight * u[j]!;
      }
    for (let r = 0; r < rank; r += 1) {
      const [p, q] = [left.bag[from + r]!, right.bag[from + r]!];
      slopes.mix[r]! += slope * p * q;
      left.bagSlope[from + r]! += slope * q * all.mix[r]!;
      right.bagSlope[from + r]! += slope * p * all.mix[r]!;
    }
  }
  return loss / batch.rows;
}

function choiceLoss({ inBatch, temperature }: Losses, batch: Batch, left: TowerPass, right: TowerPass): number {
  const { rows, targets } = batch;
  const share =
    inBatch /
    Math.max(
      1,
      targets.reduce((sum, one) => sum + one, 0),
    );
  const cosine = (row: number, column: number) => {
    let sum = 0;
    for (let place = 0; place < OUTPUT; place += 1)
      sum += left.direction[row * OUTPUT + place]! * right.direction[column * OUTPUT + place]!;
    return sum / temperature;
  };
  const cosines = Float64Array.from({ length: rows * rows }, (_, at) => cosine(Math.floor(at / rows), at % rows) + batch.apart[at]!);
  const logSum = (numbers: Float64Array) => {
    const most = Math.max(...numbers);
    return most + Math.log(numbers.reduce((sum, one) => sum + Math.exp(one - most), 0));
  };
  const byRow = Float64Array.from({ length: rows }, (_, row) => logSum(cosines.subarray(row * rows, (row + 1) * rows)));
  const byColumn = Float64Array.from({ length: rows }, (_, column) =>
    logSum(Float64Array.from({ length: rows }, (_each, row) => cosines[row * rows + column]!)),
  );
  let loss = 0;
  for (let row = 0; row < rows; row += 1) {
    loss += share * targets[row]! * ((byRow[row]! + byColumn[row]!) / 2 - cosine(row, row));
    for (let column = 0; column < rows; column += 1) {
      const at = cosines[row * rows + column]!;
      const chosen = (targets[row]! * Math.exp(at - byRow[row]!) + targets[column]! * Math.exp(at - byColumn[column]!)) / 2;
      const slope = (share * (chosen - (row === column ? targets[row]! : 0))) / temperature;
      for (let place = 0; place < OUTPUT; place += 1) {
        left.directionSlope[row * OUTPUT + place]! += slope * right.direction[column * OUTPUT + place]!;
        right.directionSlope[column * OUTPUT + place]! += slope * left.direction[row * OUTPUT + place]!;
      }
    }
  }
  return loss;
}
