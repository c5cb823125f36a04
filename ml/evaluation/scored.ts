/** A pair with what came of it, from 0 to 1, and what was predicted of it. */
export interface Scored {
  readonly left: string;
  readonly right: string;
  readonly outcome: number;
  /** Higher is better. A probability where calibration is asked for. */
  readonly score: number;
}

/** An outcome from which on a pair counts as one that went well. */
const POSITIVE = 0.5;

export const isPositive = ({ outcome }: Pick<Scored, 'outcome'>): boolean => outcome >= POSITIVE;

/** How many of a list are looked at. */
export const TOP = 10;

/** The pairs of each left id, best first. Equal scores: by right id, so that the order of lines decides nothing. */
export function listsOf(pairs: readonly Scored[]): ReadonlyMap<string, readonly Scored[]> {
  const lists = new Map<string, readonly Scored[]>();
  for (const [left, list] of byLeft(pairs))
    lists.set(
      left,
      list.toSorted((a, b) => b.score - a.score || (a.right < b.right ? -1 : 1)),
    );
  return lists;
}

/** The pairs of each left id, in the order they came. */
export function byLeft(pairs: readonly Scored[]): Map<string, Scored[]> {
  const groups = new Map<string, Scored[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.left);
    if (group) group.push(pair);
    else groups.set(pair.left, [pair]);
  }
  return groups;
}

/** The mean; null of nothing. */
export const meanOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
