import { numberOf, textOf, wordsOf } from './tokens.js';
import { standard } from './encode.js';
import type { Features } from './record.js';
import { scaleOf, type SharedPlan, type SidePlan } from './vocabulary.js';

/** What two records have in common, each as one number; standardised by the training pairs. */
export interface InCommonPlan {
  readonly parts: readonly Part[];
}

type Kind = 'overlap' | 'covered' | 'same' | 'product' | 'distance' | 'words' | 'text' | 'alike' | 'apart';

interface Part {
  readonly kind: Kind;
  readonly left: string;
  readonly right: string;
  readonly mean: number;
  readonly sd: number;
}

/** A record made ready to be compared with others. */
export interface Comparable {
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  readonly all: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, { readonly raw: number; readonly z: number }>;
  readonly buckets: ReadonlySet<number>;
}

/** Pairs of keys whose words are compared, those with most words in common first. */
const KEY_LIMIT_PAIRS = 24;

export function comparableOf(plan: SidePlan): (features: Features) => Comparable {
  const scales = new Map(plan.keys.flatMap(({ key, dense }) => (dense ? [[key, dense] as const] : [])));
  return (features) => {
    const entries = Object.entries(features);
    const words = new Map(entries.flatMap(([key, value]) => (wordsOf(value) ? [[key, new Set(wordsOf(value))] as const] : [])));
    const numbers = entries.flatMap(([key, value]) => {
      const [raw, scale] = [numberOf(value), scales.get(key)];
      return raw === undefined || !scale ? [] : [[key, { raw, z: standard(raw, scale) }] as const];
    });
    const all = new Set([...words.values()].flatMap((each) => [...each]));
    return { words, all, numbers: new Map(numbers), buckets: new Set(textOf(features)) };
  };
}

/** What is worth comparing, and its scale over the pairs that were given. */
export function planInCommon(
  plans: { readonly left: SidePlan; readonly right: SidePlan; readonly shared: SharedPlan },
  pairs: readonly (readonly [Comparable, Comparable])[],
): InCommonPlan {
  const parts = [...wordParts(plans.left, plans.right), ...numberParts(plans), ...wholeParts(plans.shared)];
  return {
    parts: parts.flatMap((part) => {
      const scale = scaleOf(pairs.flatMap(([left, right]) => rawOf(part, left, right) ?? []));
      return scale ? [{ ...part, ...scale }] : [];
    }),
  };
}

type Unscaled = Omit<Part, 'mean' | 'sd'>;

function wordParts(left: SidePlan, right: SidePlan): Unscaled[] {
  const lists = ({ keys }: SidePlan) =>
    keys.flatMap(({ key, words }) =>
      words ? [{ key, words: new Set(words.map(([word]) => word)), many: keys.some((each) => each.key === key && each.length) }] : [],
    );
  const found = lists(left).flatMap((a) =>
    lists(right).map((b) => ({ a, b, both: [...a.words].filter((word) => b.words.has(word)).length })),
  );
  return found
    .filter(({ both }) => both > 1)
    .sort((one, other) => other.both - one.both)
    .slice(0, KEY_LIMIT_PAIRS)
    .flatMap(({ a, b }) => {
      const keys = { left: a.key, right: b.key };
      return [{ kind: 'overlap', ...keys } as const, ...(a.many || b.many ? [{ kind: 'covered', ...keys } as const] : [])];
    });
}

function numberParts({ left, shared }: { readonly left: SidePlan; readonly shared: SharedPlan }): Unscaled[] {
  return shared.dense.flatMap((key) => {
    const single = left.keys.some((each) => each.key === key && each.bins?.single);
    const kinds: Kind[] = single ? ['product', 'distance', 'same'] : ['product', 'distance'];
    return kinds.map((kind) => ({ kind, left: key, right: key }));
  });
}

const wholeParts = ({ words, buckets, dense }: SharedPlan): Unscaled[] => [
  ...(dense.length > 1 ? (['alike', 'apart'] as const).map((kind) => ({ kind, left: '', right: '' })) : []),
  ...(words.length > 1 ? [{ kind: 'words', left: '', right: '' } as const] : []),
  ...(buckets.length > 1 ? [{ kind: 'text', left: '', right: '' } as const] : []),
];

/** Writes what two records have in common; what is not known is 0, which is the mean. */
export function inCommon({ parts }: InCommonPlan, left: Comparable, right: Comparable, into: Float32Array, offset: number): void {
  parts.forEach((part, at) => {
    const raw = rawOf(part, left, right);
    into[offset + at] = raw === undefined ? 0 : standard(raw, part);
  });
}

/** One number as it is; undefined where one side says nothing. */
function rawOf({ kind, left, right }: Unscaled, a: Comparable, b: Comparable): number | undefined {
  if (kind === 'overlap') return cosine(a.words.get(left), b.words.get(right));
  if (kind === 'covered') return covered(a.words.get(left), b.words.get(right));
  if (kind === 'words') return cosine(a.all, b.all);
  if (kind === 'text') return cosine(a.buckets, b.buckets);
  if (kind === 'alike' || kind === 'apart') return overall(kind, a, b);
  const [one, other] = [a.numbers.get(left), b.numbers.get(right)];
  if (!one || !other) return undefined;
  if (kind === 'same') return one.raw === other.raw ? 1 : 0;
  return kind === 'product' ? one.z * other.z : Math.abs(one.raw - other.raw);
}

/** How alike two records are in all numbers that both have: many small agreements say more together than each. */
function overall(kind: 'alike' | 'apart', a: Comparable, b: Comparable): number | undefined {
  let [sum, count] = [0, 0];
  for (const [key, { z }] of a.numbers) {
    const other = b.numbers.get(key);
    if (!other) continue;
    sum += kind === 'alike' ? z * other.z : Math.abs(z - other.z);
    count += 1;
  }
  return count === 0 ? undefined : sum / count;
}

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const each of few) if (many.has(each)) both += 1;
  return both;
}

const cosine = <T>(a: ReadonlySet<T> | undefined, b: ReadonlySet<T> | undefined): number | undefined =>
  a?.size && b?.size ? shared(a, b) / Math.sqrt(a.size * b.size) : undefined;

const covered = <T>(a: ReadonlySet<T> | undefined, b: ReadonlySet<T> | undefined): number | undefined =>
  a?.size && b?.size ? shared(a, b) / a.size : undefined;
