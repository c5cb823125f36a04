import type { Problem } from '../problem.js';

/** What the best of all choices has; undefined where none keeps every rule. */
export interface Best {
  readonly total: number;
  readonly pairs: number;
  /** Scores from the lowest up, with nought for each mentor that is missing. */
  readonly sorted: readonly number[];
}

/** Tries every choice of pairs: written for tests, and knows nothing of prices. Small problems only. */
export function bestOfAll(problem: Problem): Best | undefined {
  const { mentees, mentors, mode, first } = problem;
  const table = tableOf(problem);
  const load = mentors.map(() => 0);
  const scores: number[] = [];
  let best: Best | undefined;

  const finish = () => {
    if (mentors.some(({ min }, place) => (load[place] ?? 0) < min)) return;
    const missing = mentees.reduce((sum, { needs }) => sum + needs, 0) - scores.length;
    const sorted = [...scores, ...Array.from({ length: missing }, () => 0)].toSorted((a, b) => a - b);
    const found = { total: scores.reduce((sum, score) => sum + score, 0), pairs: countOf(scores), sorted };
    if (!best || better(found, best)) best = found;
  };
  const better = (one: Best, other: Best): boolean => {
    if (mode === 'leximin') {
      const at = one.sorted.findIndex((score, place) => score !== other.sorted[place]);
      return at >= 0 && (one.sorted[at] ?? 0) > (other.sorted[at] ?? 0);
    }
    if (first === 'pairs' && one.pairs !== other.pairs) return one.pairs > other.pairs;
    return one.total > other.total;
  };
  const choose = (mentee: number, mentor: number, left: number): void => {
    if (mentee === mentees.length) return finish();
    if (mentor === mentors.length) return choose(mentee + 1, 0, mentees[mentee + 1]?.needs ?? 0);
    const { score, fixed } = table[mentee]?.[mentor] ?? { score: undefined, fixed: false };
    if (!fixed) choose(mentee, mentor + 1, left);
    if (score === undefined || left === 0 || (load[mentor] ?? 0) >= (mentors[mentor]?.capacity ?? 0)) return;
    load[mentor] = (load[mentor] ?? 0) + 1;
    scores.push(score);
    choose(mentee, mentor + 1, left - 1);
    scores.pop();
    load[mentor] = (load[mentor] ?? 0) - 1;
  };
  choose(0, 0, mentees[0]?.needs ?? 0);
  return best;
}

/** Pairs that are better than none: those that the number of pairs counts. */
const countOf = (scores: readonly number[]): number => scores.filter((score) => score >= 0).length;

interface Cell {
  readonly score: number | undefined;
  readonly fixed: boolean;
}

/** Every pair with its score, undefined where it may not be chosen. */
export function tableOf({ mentees, mentors, scores, forbidden, fixed, floor }: Problem): readonly (readonly Cell[])[] {
  const cells = mentees.map((): Cell[] => mentors.map(() => ({ score: undefined, fixed: false })));
  scores.values.forEach((score, at) => {
    const [mentee, mentor] =
      scores.form === 'dense' ? [Math.floor(at / mentors.length), at % mentors.length] : [scores.mentees[at] ?? 0, scores.mentors[at] ?? 0];
    const row = cells[mentee];
    if (row && !(floor !== undefined && score < floor)) row[mentor] = { score, fixed: false };
  });
  const at = (pair: readonly [unknown, unknown]) =>
    [mentees.findIndex(({ id }) => id === pair[0]), mentors.findIndex(({ id }) => id === pair[1])] as const;
  const change = ([mentee, mentor]: readonly [number, number], to: (cell: Cell | undefined) => Cell) => {
    const row = cells[mentee];
    if (row) row[mentor] = to(row[mentor]);
  };
  for (const place of forbidden.map(at)) change(place, () => ({ score: undefined, fixed: false }));
  for (const place of fixed.map(at)) change(place, (cell) => ({ score: cell?.score, fixed: true }));
  return cells;
}
