import { byLeft, isPositive, meanOf, type Scored } from './scored.js';

/** How often a pair that went well scores above one that did not; ties count half. Null where one of the two kinds is missing. */
export function auc(pairs: readonly Pick<Scored, 'outcome' | 'score'>[]): number | null {
  const sorted = pairs.toSorted((a, b) => a.score - b.score);
  const positives = sorted.filter(isPositive).length;
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let [won, below] = [0, 0];
  for (let at = 0; at < sorted.length;) {
    let [good, bad] = [0, 0];
    const { score } = sorted[at] as Scored;
    for (; at < sorted.length && sorted[at]?.score === score; at += 1) {
      if (isPositive(sorted[at] as Scored)) good += 1;
      else bad += 1;
    }
    won += good * (below + bad / 2);
    below += bad;
  }
  return won / (positives * negatives);
}

/** The mean AUC inside each left id that has both outcomes: whether one person’s own list is in the right order. */
export function aucWithinLeft(pairs: readonly Scored[]): number | null {
  return meanOf([...byLeft(pairs).values()].flatMap((list) => auc(list) ?? []));
}
