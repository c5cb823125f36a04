import { bucketsOf, numberOf, textOf, wordsOf } from './tokens.js';
import { isText, type Side } from './record.js';

/** What one key of one side becomes: columns of the side’s own. */
export interface KeyPlan {
  readonly key: string;
  /** 1 where the value is not known; absent where it always or never is. */
  readonly missing?: number;
  /** Numbers, standardised. */
  readonly dense?: { readonly column: number; readonly mean: number; readonly sd: number };
  /** Bins of numbers: single values where there are few, else ranges. The first begins at minus infinity. */
  readonly bins?: { readonly column: number; readonly from: readonly number[]; readonly single: boolean };
  /** Words and their columns. */
  readonly words?: readonly (readonly [string, number])[];
  /** The logarithm of one more than the length of a list, standardised. */
  readonly length?: { readonly column: number; readonly mean: number; readonly sd: number };
  /** Buckets of free text and their columns. */
  readonly buckets?: readonly (readonly [number, number])[];
}

export interface SidePlan {
  readonly columns: number;
  readonly keys: readonly KeyPlan[];
}

/** Words of one key that are kept, the most frequent first. */
const WORD_LIMIT_PER_KEY = 2000;
/** Records that have a word before it gets a column: what one alone has teaches nothing of others. */
const WORD_FLOOR_RECORDS = 2;
/** Different numbers up to which each is a bin of its own. */
const SINGLE_LIMIT_VALUES = 12;
const RANGES = 6;

/** Columns for what varies between the records of one side. */
export function planSide(records: readonly Side[]): SidePlan {
  const keys = [...new Set(records.flatMap(({ features }) => Object.keys(features)))].sort();
  let columns = 0;
  const next = (count = 1) => {
    columns += count;
    return columns - count;
  };
  const plans = keys.map((key) => planKey(key, records, next)).filter((plan) => Object.keys(plan).length > 1);
  return { columns, keys: plans };
}

function planKey(key: string, records: readonly Side[], next: (count?: number) => number): KeyPlan {
  const values = records.map(({ features }) => features[key]);
  if (isText(key)) return { key, ...planText(records, key, next) };
  const numbers = values.map(numberOf).filter((value) => value !== undefined);
  const lists = values.map(wordsOf).filter((value) => value !== undefined);
  const known = numbers.length + lists.length;
  if (known === 0) return { key };
  return {
    key,
    ...(known < records.length && { missing: next() }),
    ...(numbers.length > 0 && planNumbers(numbers, next)),
    ...(lists.length > 0 && planWords(lists, records.length, next)),
  };
}

function planNumbers(numbers: readonly number[], next: (count?: number) => number): Partial<KeyPlan> {
  const scale = scaleOf(numbers);
  if (!scale) return {};
  const sorted = numbers.toSorted((a, b) => a - b);
  const values = [...new Set(sorted)];
  const single = values.length <= SINGLE_LIMIT_VALUES;
  const from = single
    ? values
    : [...new Set(Array.from({ length: RANGES }, (_, at) => sorted[Math.floor((at * sorted.length) / RANGES)] as number))];
  return { dense: { column: next(), ...scale }, ...(from.length > 2 && { bins: { column: next(from.length), from, single } }) };
}

function planWords(lists: readonly (readonly string[])[], records: number, next: (count?: number) => number): Partial<KeyPlan> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, count]) => count >= WORD_FLOOR_RECORDS && count < records)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, WORD_LIMIT_PER_KEY);
  const scale = scaleOf(lists.map((list) => Math.log1p(list.length)));
  return {
    ...(kept.length > 0 && { words: kept.map(([word]) => [word, next()] as const) }),
    ...(scale && { length: { column: next(), ...scale } }),
  };
}

function planText(records: readonly Side[], key: string, next: () => number): Partial<KeyPlan> {
  const counts = new Map<number, number>();
  const lengths = records.map(({ features }) => {
    const buckets = bucketsOf([features[key] ?? ''].flat().join(' '));
    for (const bucket of buckets) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    return Math.log1p(buckets.length);
  });
  const kept = [...counts].filter(([, count]) => count >= WORD_FLOOR_RECORDS && count < records.length).sort(([a], [b]) => a - b);
  const scale = scaleOf(lengths);
  return {
    ...(kept.length > 0 && { buckets: kept.map(([bucket]) => [bucket, next()] as const) }),
    ...(scale && { length: { column: next(), ...scale } }),
  };
}

/** Mean and standard deviation; undefined where nothing varies. */
export function scaleOf(numbers: readonly number[]): { readonly mean: number; readonly sd: number } | undefined {
  if (numbers.length === 0) return undefined;
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const sd = Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length);
  return sd > 1e-9 * Math.max(1, Math.abs(mean)) ? { mean, sd } : undefined;
}

/** What both sides may have in common, whatever their keys are called: rows of the embedding table that they share. */
export interface SharedPlan {
  readonly words: readonly string[];
  readonly buckets: readonly number[];
  /** Keys that are numbers on both sides. */
  readonly dense: readonly string[];
}

export function planShared(
  left: readonly Side[],
  right: readonly Side[],
  plans: { readonly left: SidePlan; readonly right: SidePlan },
): SharedPlan {
  const words = (plan: SidePlan) => new Set(plan.keys.flatMap(({ words = [] }) => words.map(([word]) => word)));
  const buckets = (records: readonly Side[]) => new Set(records.flatMap(({ features }) => textOf(features)));
  const dense = (plan: SidePlan) => new Set(plan.keys.flatMap((each) => (each.dense ? each.key : [])));
  return {
    words: common(words(plans.left), words(plans.right)).sort(),
    buckets: common(buckets(left), buckets(right)).sort((a, b) => a - b),
    dense: common(dense(plans.left), dense(plans.right)).sort(),
  };
}

const common = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] => [...a].filter((each) => b.has(each));
