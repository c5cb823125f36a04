import { distinct, type Distinct } from './distinct.js';
import { encoderOf, type Encoded } from './encode.js';
import { comparableOf, inCommon, planInCommon, type Comparable, type InCommonPlan } from './in-common.js';
import type { Example, Features } from './record.js';
import { planShared, planSide, type SharedPlan, type SidePlan } from './vocabulary.js';
import { matrixOf, type Design, type DesignSide } from '../base/design.js';

/** How records become numbers: fitted on what a model is trained with, and plain data. */
export interface Schema {
  readonly left: SidePlan;
  readonly right: SidePlan;
  readonly shared: SharedPlan;
  readonly inCommon: InCommonPlan;
}

/** Pairs by which what is in common is scaled: more would not change it. */
const SCALE_LIMIT_PAIRS = 5000;

/** Rows of the embedding table: the left side’s, the right side’s, then those of both. */
export const tableRows = ({ left, right, shared }: Schema): number =>
  left.columns + right.columns + shared.words.length + shared.buckets.length + shared.dense.length;

interface Reader {
  readonly encode: (features: Features) => Encoded;
  readonly comparable: (features: Features) => Comparable;
}

/** How records of both sides are read by a schema. */
export function readersOf({ left, right, shared }: Schema): { readonly left: Reader; readonly right: Reader } {
  const rows = (own: number) => ({ own, shared: left.columns + right.columns });
  return {
    left: { encode: encoderOf(left, shared, rows(0)), comparable: comparableOf(left) },
    right: { encode: encoderOf(right, shared, rows(left.columns)), comparable: comparableOf(right) },
  };
}

/** What a model is fitted to, as numbers, and the schema that made them. */
export interface Prepared {
  readonly schema: Schema;
  readonly design: Design;
  /** Rows of the embedding table by record: what the network reads. */
  readonly bags: { readonly left: DesignSide['matrix']; readonly right: DesignSide['matrix'] };
  readonly leftIds: readonly string[];
  readonly rightIds: readonly string[];
}

/** Fits a schema to examples and reads them by it. `targetOf` says what is learned from an outcome. */
export function prepare(examples: readonly Example[], targetOf: (outcome: number) => number, withInCommon = true): Prepared {
  const [left, right] = [distinct(examples, 'left'), distinct(examples, 'right')];
  const plans = { left: planSide(left.records), right: planSide(right.records) };
  const shared = planShared(left.records, right.records, plans);
  const bare: Schema = { ...plans, shared, inCommon: { parts: [] } };
  const readers = readersOf(bare);
  const comparables = {
    left: left.records.map(({ features }) => readers.left.comparable(features)),
    right: right.records.map(({ features }) => readers.right.comparable(features)),
  };
  const pairOf = (row: number) =>
    [comparables.left[left.recordOf[row] as number], comparables.right[right.recordOf[row] as number]] as readonly [Comparable, Comparable];
  const every = Math.max(1, Math.floor(examples.length / SCALE_LIMIT_PAIRS));
  const sample = examples.flatMap((_, row) => (row % every === 0 ? [pairOf(row)] : []));
  const common = withInCommon ? planInCommon(bare, sample) : bare.inCommon;
  const width = common.parts.length;
  const table = new Float32Array(examples.length * width);
  if (width > 0) examples.forEach((_, row) => inCommon(common, ...pairOf(row), table, row * width));
  const schema = { ...bare, inCommon: common };
  const encoded = {
    left: left.records.map(({ features }) => readers.left.encode(features)),
    right: right.records.map(({ features }) => readers.right.encode(features)),
  };
  const sideOf = (from: Distinct, which: 'left' | 'right'): DesignSide => ({
    matrix: matrixOf(
      encoded[which].map(({ own }) => own),
      schema[which].columns,
    ),
    recordOf: from.recordOf,
    people: from.ids.length,
    personOf: from.idOf,
  });
  const bag = (which: 'left' | 'right') =>
    matrixOf(
      encoded[which].map((each) => each.bag),
      tableRows(schema),
    );
  return {
    schema,
    design: {
      rows: examples.length,
      left: sideOf(left, 'left'),
      right: sideOf(right, 'right'),
      inCommon: table,
      inCommonColumns: width,
      targets: Float64Array.from(examples, ({ outcome }) => targetOf(outcome)),
    },
    bags: { left: bag('left'), right: bag('right') },
    leftIds: left.ids,
    rightIds: right.ids,
  };
}
