import { refuse, ok, type Result } from '@alongside/domain/kernel/result.js';
import type { Answer } from './answer.js';
import { instanceOf, type Instance } from './instance.js';
import { solveLeximin } from './leximin.js';
import { acceptable } from './likings.js';
import type { Pairs } from './pairs.js';
import { peopleOf, type PairOfIds, type Problem, type Trouble } from './problem.js';
import { blockingPairs } from './proof/blocking.js';
import { boundOf, meets, scoresOf, totalOf } from './proof/bound.js';
import { stagesHold } from './proof/levels.js';
import { possibleIn } from './proof/possible.js';
import { solveStable } from './stable.js';
import { solveTotal } from './total.js';
import { minimumTrouble, unstableMinimum } from './trouble.js';
import { unmatchedOf } from './unmatched.js';
import type { Watch } from './watch.js';

/** Pairs that were chosen, and the proof that the solver has for them. */
interface Found {
  /** By place: mentee × mentors + mentor. */
  readonly keys: readonly number[];
  readonly duals: Answer['duals'];
}

/** Assigns a whole cohort, with a proof, or says what makes it impossible. Throws `Cancelled` where the caller ends it, and on unknown ids. */
export function assign(problem: Problem, watch: Watch = {}): Result<Answer, Trouble> {
  const began = performance.now();
  const solve = { total: byTotal, leximin: byLeximin, stable: byStability }[problem.mode];
  const found = solve(problem, watch);
  if ('code' in found) return refuse(found);
  const { keys, duals } = found;
  const possible = possibleIn(problem);
  const scores = scoresOf(possible, keys);
  const total = totalOf(scores);
  const blocking = problem.mode === 'stable' ? blockingPairs(problem, possible, keys) : null;
  const bound = duals && !('stages' in duals) ? Math.max(total, boundOf(problem, possible, duals, keys)) : duals ? total : null;
  const pairs = named(problem, keys);
  const isProven = () => {
    if (duals && 'stages' in duals) return stagesHold(problem, possible, duals.stages, pairs);
    return bound === null ? blocking?.length === 0 : meets(bound, total, problem);
  };
  return ok({
    pairs,
    total,
    bound,
    optimal: isProven(),
    worst: scores.length === 0 ? null : scores.reduce((least, score) => Math.min(least, score)),
    unmatched: unmatchedOf(
      problem,
      keys.map((key) => Math.floor(key / possible.width)),
    ),
    duals,
    blocking,
    seconds: (performance.now() - began) / 1000,
  });
}

function byTotal(problem: Problem, watch: Watch): Found | Trouble {
  const instance = instanceOf(problem);
  if ('code' in instance) return instance;
  const solution = solveTotal(instance, watch);
  if ('rivals' in solution) return minimumTrouble(problem, solution.mentor, solution.rivals, solution.candidates);
  const { chosen, menteePrice, mentorPrice } = solution;
  const duals = { mentees: [...menteePrice], mentors: [...mentorPrice], bonus: instance.bonus };
  return { keys: keysOfChosen(instance, instance.pairs, chosen), duals };
}

/** Begins with as many pairs as can be: the fewer units at nought, the better. */
function byLeximin(problem: Problem, watch: Watch): Found | Trouble {
  const { keep: _keep, ...rest } = problem;
  const instance = instanceOf({ ...rest, first: 'pairs' });
  if ('code' in instance) return instance;
  const begin = solveTotal(instance, watch);
  if ('rivals' in begin) return minimumTrouble(problem, begin.mentor, begin.rivals, begin.candidates);
  const { chosen, stages } = solveLeximin(instance, begin.chosen, watch);
  return { keys: keysOfChosen(instance, instance.pairs, chosen), duals: { stages } };
}

function byStability(problem: Problem): Found | Trouble {
  const instance = instanceOf(problem);
  if ('code' in instance) return instance;
  const { pairs, liking } = acceptable(problem, instance.pairs);
  const { mentors, needs, capacity } = instance;
  const chosen = solveStable({ mentors, needs, capacity, pairs, liking });
  const keys = keysOfChosen(instance, pairs, chosen);
  const load = new Int32Array(mentors);
  for (const key of keys) {
    const { mentor } = peopleOf(key, mentors);
    load[mentor] = (load[mentor] ?? 0) + 1;
  }
  const short = problem.mentors.findIndex(({ min }, mentor) => (load[mentor] ?? 0) < min);
  return short >= 0 ? unstableMinimum(problem, short, load[short] ?? 0) : { keys, duals: null };
}

/** The keys of fixed and chosen pairs, mentee by mentee and in the order of the mentors. */
function keysOfChosen({ fixed, mentees, mentors }: Instance, { start, mentor }: Pairs, chosen: Uint8Array): readonly number[] {
  const keys = fixed.map((pair) => pair.mentee * mentors + pair.mentor);
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const end = start[mentee + 1] ?? 0;
    for (let at = start[mentee] ?? 0; at < end; at += 1) if (chosen[at]) keys.push(mentee * mentors + (mentor[at] ?? 0));
  }
  return keys.sort((a, b) => a - b);
}

const named = ({ mentees, mentors }: Problem, keys: readonly number[]): readonly PairOfIds[] =>
  keys.map((key) => {
    const { mentee, mentor } = peopleOf(key, mentors.length);
    return [mentees[mentee]?.id ?? mentee, mentors[mentor]?.id ?? mentor];
  });
