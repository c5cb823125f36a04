/** A convex loss of logits that are linear in weights. */
export interface Logistic {
  readonly rows: number;
  readonly columns: number;
  /** Logits of all rows. */
  readonly times: (weights: Float64Array, logits: Float64Array) => void;
  /** Adds up by column what rows give: the transpose of `times`. Overwrites `sums`. */
  readonly transposed: (perRow: Float64Array, sums: Float64Array) => void;
  /** By row: what the logit has beside the weights. */
  readonly offsets?: Float64Array;
  /** What came of each row, from 0 to 1. */
  readonly targets: Float64Array;
  /** By column: what a weight away from 0 costs. */
  readonly ridge: Float64Array;
}

const STEP_LIMIT = 40;
const INNER_LIMIT_STEPS = 30;
/** The gradient, as a share of the first one, at which it is done. */
const GOOD_ENOUGH = 1e-3;

/** The weights of least loss: Newton steps, each solved roughly by conjugate gradients (Nocedal and Wright 2006, 7.1). */
export function fitLogistic(problem: Logistic, start: Float64Array = new Float64Array(problem.columns)): Float64Array {
  const { rows, columns, targets, ridge } = problem;
  const weights = Float64Array.from(start);
  const [logits, perRow, curvature] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  const [gradient, step, moved] = [new Float64Array(columns), new Float64Array(columns), new Float64Array(columns)];
  logitsOf(problem, weights, logits);
  let loss = lossOf(problem, logits, weights);
  let first = 0;
  for (let turn = 0; turn < STEP_LIMIT; turn += 1) {
    for (let row = 0; row < rows; row += 1) {
      const p = sigmoid(logits[row] as number);
      perRow[row] = p - (targets[row] as number);
      curvature[row] = p * (1 - p);
    }
    problem.transposed(perRow, gradient);
    for (let at = 0; at < columns; at += 1) gradient[at] = (gradient[at] as number) + (ridge[at] as number) * (weights[at] as number);
    const size = Math.sqrt(dot(gradient, gradient));
    if (turn === 0) first = size;
    if (size <= GOOD_ENOUGH * Math.max(first, 1e-9)) break;
    solve(problem, curvature, gradient, step, Math.min(0.3, Math.sqrt(size / first)) * size);
    const next = backtrack(problem, weights, step, moved, logits, loss);
    if (next === undefined || loss - next < 1e-6 * Math.abs(loss)) {
      if (next !== undefined) weights.set(moved);
      break;
    }
    weights.set(moved);
    loss = next;
  }
  return weights;
}

/** Shortens the step until the loss falls; undefined where it does not. Leaves `moved` and `logits` of the shortened step. */
function backtrack(
  problem: Logistic,
  weights: Float64Array,
  step: Float64Array,
  moved: Float64Array,
  logits: Float64Array,
  loss: number,
): number | undefined {
  for (let length = 1; length > 1e-4; length /= 2) {
    for (let at = 0; at < moved.length; at += 1) moved[at] = (weights[at] as number) - length * (step[at] as number);
    logitsOf(problem, moved, logits);
    const next = lossOf(problem, logits, moved);
    if (next < loss) return next;
  }
  return undefined;
}

/** Solves (curvature) · step = gradient by conjugate gradients until the rest is below `tolerance`. */
function solve(problem: Logistic, curvature: Float64Array, gradient: Float64Array, step: Float64Array, tolerance: number): void {
  const { rows, columns, ridge } = problem;
  const [perRow, product] = [new Float64Array(rows), new Float64Array(columns)];
  const [rest, direction] = [gradient.slice(), gradient.slice()];
  step.fill(0);
  let size = dot(rest, rest);
  for (let turn = 0; turn < INNER_LIMIT_STEPS && Math.sqrt(size) > tolerance; turn += 1) {
    problem.times(direction, perRow);
    for (let row = 0; row < rows; row += 1) perRow[row] = (perRow[row] as number) * (curvature[row] as number);
    problem.transposed(perRow, product);
    for (let at = 0; at < columns; at += 1) product[at] = (product[at] as number) + (ridge[at] as number) * (direction[at] as number);
    const length = size / dot(direction, product);
    for (let at = 0; at < columns; at += 1) {
      step[at] = (step[at] as number) + length * (direction[at] as number);
      rest[at] = (rest[at] as number) - length * (product[at] as number);
    }
    const next = dot(rest, rest);
    for (let at = 0; at < columns; at += 1) direction[at] = (rest[at] as number) + (next / size) * (direction[at] as number);
    size = next;
  }
}

function logitsOf({ times, offsets }: Logistic, weights: Float64Array, logits: Float64Array): void {
  times(weights, logits);
  if (offsets) for (let row = 0; row < logits.length; row += 1) logits[row] = (logits[row] as number) + (offsets[row] as number);
}

function lossOf({ targets, ridge }: Logistic, logits: Float64Array, weights: Float64Array): number {
  let loss = 0;
  for (let row = 0; row < logits.length; row += 1) {
    const logit = logits[row] as number;
    loss += Math.max(logit, 0) - logit * (targets[row] as number) + Math.log1p(Math.exp(-Math.abs(logit)));
  }
  for (let at = 0; at < weights.length; at += 1) loss += ((ridge[at] as number) * (weights[at] as number) ** 2) / 2;
  return loss;
}

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
