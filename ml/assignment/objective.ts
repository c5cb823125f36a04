import type { Pairs } from './pairs.js';
import { keysOf, placesOf, type Problem } from './problem.js';

/**
 * What a pair is worth beside its score where pairs come first: more than all scores together can differ. A power of two keeps whole
 * numbers exact.
 */
export function bonusFor(problem: Problem): number {
  if (problem.first !== 'pairs') return 0;
  let largest = problem.keep?.price ?? 0;
  for (const value of problem.scores.values) largest = Math.max(largest, Math.abs(value) + (problem.keep?.price ?? 0));
  const most = problem.mentees.reduce((sum, { needs }) => sum + Math.min(needs, problem.mentors.length), 0);
  return 2 ** Math.ceil(Math.log2(2 * (most + 1) * (largest || 1)));
}

/** The bonus of a pair: one that scores below nought is worse than none, and has no bonus. */
export const bonusOf = (score: number, bonus: number): number => (score >= 0 ? bonus : 0);

/** Keys (mentee × mentors + mentor) of the pairs of yesterday that can still be. */
function keptKeys(problem: Problem): ReadonlySet<number> {
  if (!problem.keep) return new Set();
  const [mentees, mentors] = [placesOf(problem.mentees), placesOf(problem.mentors)];
  return keysOf(
    problem,
    problem.keep.pairs.filter(([mentee, mentor]) => mentees.has(mentee) && mentors.has(mentor)),
  );
}

/** The weight of each pair: its score, its bonus, and the price of parting where it was a pair yesterday. */
export function weighed(problem: Problem, { start, mentor, score }: Pairs, bonus: number): Float64Array {
  const kept = keptKeys(problem);
  if (bonus === 0 && kept.size === 0) return score;
  const weight = score.map((value) => value + bonusOf(value, bonus));
  const width = problem.mentors.length;
  if (kept.size > 0)
    for (let mentee = 0; mentee + 1 < start.length; mentee += 1)
      for (let at = start[mentee] ?? 0; at < (start[mentee + 1] ?? 0); at += 1)
        if (kept.has(mentee * width + (mentor[at] ?? 0))) weight[at] = (weight[at] ?? 0) + (problem.keep?.price ?? 0);
  return weight;
}
