import { isPositive, listsOf, meanOf, TOP, type Scored } from './scored.js';

/** The share of a left id’s good pairs that its first ten hold: the mean over left ids that have a good pair. */
export function recallAt10(pairs: readonly Scored[]): number | null {
  return meanOf(withPositive(pairs).map((list) => list.slice(0, TOP).filter(isPositive).length / list.filter(isPositive).length));
}

/** Gain of the first ten over the best possible gain, with raw outcomes: the mean over left ids that have a good pair. */
export function ndcgAt10(pairs: readonly Scored[]): number | null {
  return meanOf(
    withPositive(pairs).map((list) => {
      const outcomes = list.map(({ outcome }) => outcome);
      return gain(outcomes) / gain(outcomes.toSorted((a, b) => b - a));
    }),
  );
}

/** How unequally right ids are shown in top tens: 0 where all are shown as often, near 1 where a few are shown to all. */
export function exposureGini(pairs: readonly Scored[]): number | null {
  const shown = new Map(pairs.map(({ right }) => [right, 0]));
  for (const list of listsOf(pairs).values()) for (const { right } of list.slice(0, TOP)) shown.set(right, (shown.get(right) ?? 0) + 1);
  const counts = [...shown.values()].toSorted((a, b) => a - b);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  return counts.reduce((sum, count, place) => sum + (2 * (place + 1) - counts.length - 1) * count, 0) / (counts.length * total);
}

const withPositive = (pairs: readonly Scored[]) => [...listsOf(pairs).values()].filter((list) => list.some(isPositive));

const gain = (outcomes: readonly number[]): number =>
  outcomes.slice(0, TOP).reduce((sum, outcome, place) => sum + outcome / Math.log2(place + 2), 0);
