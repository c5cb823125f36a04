import { bucketsOf, numberOf, textOf, wordsOf } from './tokens.js';
import { isText, type Features } from './record.js';
import type { KeyPlan, SharedPlan, SidePlan } from './vocabulary.js';

/** Columns that are not nought, with their values. */
export interface Sparse {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** A record as numbers. */
export interface Encoded {
  /** The side’s own columns. */
  readonly own: Sparse;
  /** Rows of the embedding table: its own columns but ranges of numbers, and what both sides may have in common. */
  readonly bag: Sparse;
}

/** Standardised values beyond this many standard deviations are taken for it. */
const LIMIT_SD = 4;

/** Where a side’s rows begin in the embedding table, and where those of both begin. */
export interface Rows {
  readonly own: number;
  readonly shared: number;
}

/** How records of one side become numbers. What was not seen in training is left out. */
export function encoderOf(plan: SidePlan, shared: SharedPlan, rows: Rows): (features: Features) => Encoded {
  const keys = plan.keys.map(keyEncoder);
  const words = new Map(shared.words.map((word, at) => [word, rows.shared + at]));
  const buckets = new Map(shared.buckets.map((bucket, at) => [bucket, rows.shared + shared.words.length + at]));
  const denseAt = rows.shared + shared.words.length + shared.buckets.length;
  const dense = shared.dense.map((key, at) => ({ key, row: denseAt + at, scale: plan.keys.find((each) => each.key === key)?.dense }));
  return (features) => {
    const [own, bag] = [new Collected(), new Collected()];
    for (const encode of keys) encode(features, own, bag, rows.own);
    const known = [...new Set(Object.values(features).flatMap((value) => wordsOf(value) ?? []))].flatMap((word) => words.get(word) ?? []);
    for (const row of known) bag.add(row, 1 / Math.sqrt(known.length));
    const heard = textOf(features).flatMap((bucket) => buckets.get(bucket) ?? []);
    for (const row of heard) bag.add(row, 1 / Math.sqrt(heard.length));
    for (const { key, row, scale } of dense) {
      const number = numberOf(features[key]);
      if (number !== undefined && scale) bag.add(row, standard(number, scale));
    }
    return { own: own.sparse(), bag: bag.sparse() };
  };
}

class Collected {
  readonly #ids: number[] = [];
  readonly #values: number[] = [];

  add(id: number, value: number): void {
    this.#ids.push(id);
    this.#values.push(value);
  }

  sparse = (): Sparse => ({ ids: new Int32Array(this.#ids), values: new Float32Array(this.#values) });
}

type KeyEncoder = (features: Features, own: Collected, bag: Collected, offset: number) => void;

function keyEncoder(plan: KeyPlan): KeyEncoder {
  return plan.buckets || isText(plan.key) ? textEncoder(plan) : valueEncoder(plan);
}

function valueEncoder({ key, missing, dense, bins, words, length }: KeyPlan): KeyEncoder {
  const columnOf = new Map(words);
  return (features, own, bag, offset) => {
    const [number, list] = [numberOf(features[key]), wordsOf(features[key])];
    const put = (column: number, amount: number, embedded = true) => {
      own.add(column, amount);
      if (embedded) bag.add(offset + column, amount);
    };
    if (missing !== undefined && number === undefined && list === undefined) put(missing, 1);
    if (number !== undefined && dense) put(dense.column, standard(number, dense));
    const bin = number !== undefined && bins ? binOf(number, bins) : -1;
    if (bins && bin >= 0) put(bins.column + bin, 1, bins.single);
    if (!list) return;
    putAll(
      list.flatMap((word) => columnOf.get(word) ?? []),
      list.length,
      put,
    );
    if (length) put(length.column, standard(Math.log1p(list.length), length));
  };
}

function textEncoder({ key, buckets, length }: KeyPlan): KeyEncoder {
  const columnOf = new Map(buckets);
  return (features, own, bag, offset) => {
    const put = (column: number, amount: number) => {
      own.add(column, amount);
      bag.add(offset + column, amount);
    };
    const heard = bucketsOf([features[key] ?? ''].flat().join(' '));
    putAll(
      heard.flatMap((bucket) => columnOf.get(bucket) ?? []),
      heard.length,
      put,
    );
    if (length) put(length.column, standard(Math.log1p(heard.length), length));
  };
}

/** A long list weighs more than a short one, but not as many times as it is longer. */
function putAll(columns: readonly number[], length: number, put: (column: number, amount: number) => void): void {
  for (const column of columns) put(column, 1 / Math.sqrt(length));
}

export const standard = (value: number, { mean, sd }: { readonly mean: number; readonly sd: number }): number =>
  Math.max(-LIMIT_SD, Math.min(LIMIT_SD, (value - mean) / sd));

/** The bin of a number; -1 for a single value that was not seen. */
export function binOf(value: number, { from, single }: { readonly from: readonly number[]; readonly single: boolean }): number {
  if (single) return from.indexOf(value);
  const above = from.findIndex((edge, at) => at > 0 && value < edge);
  return above < 0 ? from.length - 1 : above - 1;
}
