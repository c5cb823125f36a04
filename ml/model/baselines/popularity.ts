import type { Example, Side } from '../records/record.js';

/** Pairs of an average person that are added to each: of one pair nothing is concluded. */
const PRIOR_PAIRS = 5;
const POSITIVE = 0.5;

/** How often pairs with a right person went well, with any left person. */
export function popularityOf(examples: readonly Example[]): (right: Pick<Side, 'id'>) => number {
  const mean = examples.filter(({ outcome }) => outcome >= POSITIVE).length / Math.max(1, examples.length);
  const counts = new Map<string, { readonly good: number; readonly all: number }>();
  for (const { right, outcome } of examples) {
    const { good, all } = counts.get(right.id) ?? { good: 0, all: 0 };
    counts.set(right.id, { good: good + (outcome >= POSITIVE ? 1 : 0), all: all + 1 });
  }
  return ({ id }) => {
    const { good, all } = counts.get(id) ?? { good: 0, all: 0 };
    return (good + PRIOR_PAIRS * mean) / (all + PRIOR_PAIRS);
  };
}
