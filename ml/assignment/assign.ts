import { refuse, ok, type Result } from '@alongside/domain/kernel/result.js';
import type { Answer } from './answer.js';
import { instanceOf, type Instance } from './instance.js';
import { solveLeximin } from './leximin.js';
import { acceptable } from './likings.js';
import type { Pairs } from './pairs.js';
import type { PairOfIds, Problem, Trouble } from './problem.js';
import { blockingPairs } from './proof/blocking.js';
import { boundOf, meets, totalOf } from './proof/bound.js';
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
  const total = totalOf(possible, keys);
  const blocking = problem.mode === 'stable' ? blockingPairs(problem, possible, keys) : null;
  const bound = duals && !('stages' in duals) ? Math.max(total, boundOf(problem, possible, duals, keys)) : duals ? total : null;
  const scores = keys.map((key) => possible.scoreOf(key) ?? Number.NaN);
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
  const { mentees, mentors, needs, capacity } = instance;
  const chosen = solveStable({ mentees, mentors, needs, capacity, pairs, liking });
  const load = new Int32Array(mentors);
  pairs.mentor.forEach((mentor, at) => (load[mentor] = (load[mentor] ?? 0) + (chosen[at] ?? 0)));
  const short = instance.min.findIndex((least, mentor) => (load[mentor] ?? 0) < least);
  if (short >= 0) {
    const fixed = instance.fixed.filter(({ mentor }) => mentor === short).length;
    return unstableMinimum(problem, short, fixed + (load[short] ?? 0));
  }
  return { keys: keysOfChosen(instance, pairs, chosen), duals: null };
}

/** The keys of fixed and chosen pairs, mentee by mentee. */
function keysOfChosen({ fixed, mentees, mentors }: Instance, { start, mentor }: Pairs, chosen: Uint8Array): readonly number[] {
  const keys = fixed.map((pair) => pair.mentee * mentors + pair.mentor);
  for (let mentee = 0; mentee < mentees; mentee += 1)
    for (let at = start[mentee] ?? 0; at < (start[mentee + 1] ?? 0); at += 1)
      if (chosen[at]) keys.push(mentee * mentors + (mentor[at] ?? 0));
  return fixed.length > 0 ? keys.sort((a, b) => a - b) : keys;
}

const named = ({ mentees, mentors }: Problem, keys: readonly number[]): readonly PairOfIds[] =>
  keys.map((key) => {
    const [mentee, mentor] = [Math.floor(key / mentors.length), key % mentors.length];
    return [mentees[mentee]?.id ?? mentee, mentors[mentor]?.id ?? mentor];
  });
