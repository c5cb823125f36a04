import { bonusFor, weighed } from './objective.js';
import { chosenFrom, listedPairs, sortedPairs, type Pairs } from './pairs.js';
import { keysOf, type Problem, type Trouble } from './problem.js';
import { troubleOfFixed } from './trouble.js';

/** What is left to decide once fixed pairs are in their places. All by place in the lists of the problem. */
export interface Instance {
  readonly mentees: number;
  readonly mentors: number;
  readonly needs: Int32Array;
  readonly capacity: Int32Array;
  readonly min: Int32Array;
  /** Pairs that may be chosen, fixed ones left out; in the order of the mentors but for `stable`, which puts wishes in order itself. */
  readonly pairs: Pairs;
  /** What the calculation weighs for each of them: the score, with the bonus of a pair and the price of parting added. */
  readonly weight: Float64Array;
  readonly bonus: number;
  readonly fixed: readonly { readonly mentee: number; readonly mentor: number; readonly score: number }[];
}

/** Reads a problem by place, or says what makes it impossible whatever the scores. */
export function instanceOf(problem: Problem): Instance | Trouble {
  const { mentees, mentors, floor = -Infinity } = problem;
  const width = mentors.length;
  const forbidden = keysOf(problem, problem.forbidden);
  const fixedKeys = [...keysOf(problem, problem.fixed)];
  const pairsOf = problem.mode === 'stable' ? listedPairs : sortedPairs;
  const all = pairsOf(problem.scores, mentees.length, width);
  const scoreOf = scoresAt(all, fixedKeys, width);
  const fixed = fixedKeys.map((key) => ({ mentee: Math.floor(key / width), mentor: key % width, score: scoreOf.get(key) ?? Number.NaN }));
  const trouble = troubleOfFixed(problem, fixed, forbidden);
  if (trouble) return trouble;
  const needs = Int32Array.from(mentees.map((mentee) => mentee.needs));
  const capacity = Int32Array.from(mentors.map((mentor) => mentor.capacity));
  const min = Int32Array.from(mentors.map((mentor) => mentor.min));
  for (const { mentee, mentor } of fixed) {
    needs[mentee] = (needs[mentee] ?? 0) - 1;
    capacity[mentor] = (capacity[mentor] ?? 0) - 1;
    min[mentor] = Math.max(0, (min[mentor] ?? 0) - 1);
  }
  const allFree = problem.floor === undefined && forbidden.size + fixedKeys.length === 0;
  const free = (mentee: number, mentor: number, score: number) => {
    const key = mentee * width + mentor;
    return score >= floor && !forbidden.has(key) && !scoreOf.has(key);
  };
  const pairs = allFree ? all : chosenFrom(all, free);
  const bonus = bonusFor(problem);
  return { mentees: mentees.length, mentors: width, needs, capacity, min, pairs, weight: weighed(problem, pairs, bonus), bonus, fixed };
}

function scoresAt({ start, mentor, score }: Pairs, keys: readonly number[], width: number): Map<number, number> {
  const found = new Map<number, number>();
  for (const key of keys) {
    const mentee = Math.floor(key / width);
    const at = mentor.subarray(start[mentee], start[mentee + 1]).indexOf(key % width);
    found.set(key, at < 0 ? Number.NaN : (score[(start[mentee] ?? 0) + at] ?? Number.NaN));
  }
  return found;
}
