import { recordSums, spreadSums, type Design } from './design.js';
import { fitLogistic, type Logistic } from './newton.js';

/** How strongly weights are held at 0: of features, of what is in common, and of single people on either side. */
export interface Ridge {
  readonly features: number;
  readonly inCommon: number;
  readonly left: number;
  readonly right: number;
}

/** Holds a weight at 0 for good. */
export const NEVER = Infinity;

/** Where each kind of weight begins. */
export interface Layout {
  readonly left: number;
  readonly right: number;
  readonly inCommon: number;
  readonly leftPeople: number;
  readonly rightPeople: number;
  readonly columns: number;
}

/** The intercept is the first weight. */
export function layoutOf(design: Design): Layout {
  const left = 1;
  const right = left + design.left.matrix.columns;
  const inCommon = right + design.right.matrix.columns;
  const leftPeople = inCommon + design.inCommonColumns;
  const rightPeople = leftPeople + design.left.people;
  return { left, right, inCommon, leftPeople, rightPeople, columns: rightPeople + design.right.people };
}

/** A logistic regression with an effect of each person beside those of features (a mixed model): people differ in ways no feature says. */
export function fitBase(design: Design, rows: Int32Array, ridge: Ridge, start?: Float64Array): Float64Array {
  const layout = layoutOf(design);
  const costs = new Float64Array(layout.columns);
  costs.fill(ridge.features, layout.left, layout.inCommon);
  costs.fill(ridge.inCommon, layout.inCommon, layout.leftPeople);
  costs.fill(ridge.left, layout.leftPeople, layout.rightPeople);
  costs.fill(ridge.right, layout.rightPeople);
  const weights = fitLogistic(logisticOf(design, layout, rows, costs), start);
  return weights;
}

function logisticOf(design: Design, layout: Layout, rows: Int32Array, costs: Float64Array): Logistic {
  const never = Uint8Array.from(costs, (cost) => (cost === NEVER ? 1 : 0));
  const sums = { left: new Float64Array(design.left.matrix.starts.length), right: new Float64Array(design.right.matrix.starts.length) };
  return {
    rows: rows.length,
    columns: layout.columns,
    targets: Float64Array.from(rows, (row) => design.targets[row] as number),
    ridge: costs.map((cost) => (cost === NEVER ? 0 : cost)),
    times: (weights, logits) => baseLogits(design, weights, rows, logits),
    transposed: (perRow, into) => {
      into.fill(0);
      sums.left.fill(0);
      sums.right.fill(0);
      rows.forEach((row, at) => addRow(design, layout, row, perRow[at] as number, sums, into));
      spreadSums(design.left.matrix, sums.left, into, layout.left);
      spreadSums(design.right.matrix, sums.right, into, layout.right);
      for (let at = 0; at < into.length; at += 1) if (never[at]) into[at] = 0;
    },
  };
}

function addRow(
  { left, right, inCommon, inCommonColumns }: Design,
  layout: Layout,
  row: number,
  amount: number,
  sums: { readonly left: Float64Array; readonly right: Float64Array },
  into: Float64Array,
): void {
  const add = (to: Float64Array, at: number) => (to[at] = (to[at] as number) + amount);
  add(into, 0);
  add(sums.left, left.recordOf[row] as number);
  add(sums.right, right.recordOf[row] as number);
  add(into, layout.leftPeople + (left.personOf[row] as number));
  add(into, layout.rightPeople + (right.personOf[row] as number));
  const offset = row * inCommonColumns;
  for (let at = 0; at < inCommonColumns; at += 1)
    into[layout.inCommon + at] = (into[layout.inCommon + at] as number) + amount * (inCommon[offset + at] as number);
}

/** Logits of rows. Weights of people who were in no row that was fitted are 0. */
export function baseLogits(
  design: Design,
  weights: Float64Array,
  rows: Int32Array,
  logits: Float64Array,
  people = { left: true, right: true },
): void {
  const layout = layoutOf(design);
  const { left, right, inCommon, inCommonColumns } = design;
  const [lefts, rights] = [new Float64Array(left.matrix.starts.length), new Float64Array(right.matrix.starts.length)];
  recordSums(left.matrix, weights, layout.left, lefts);
  recordSums(right.matrix, weights, layout.right, rights);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    let logit =
      (weights[0] as number) + (lefts[left.recordOf[row] as number] as number) + (rights[right.recordOf[row] as number] as number);
    if (people.left) logit += weights[layout.leftPeople + (left.personOf[row] as number)] as number;
    if (people.right) logit += weights[layout.rightPeople + (right.personOf[row] as number)] as number;
    const offset = row * inCommonColumns;
    for (let at = 0; at < inCommonColumns; at += 1) logit += (inCommon[offset + at] as number) * (weights[layout.inCommon + at] as number);
    logits[index] = logit;
  }
}
