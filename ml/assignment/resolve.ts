import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import type { Answer } from './answer.js';
import { assign } from './assign.js';
import { movesBetween, type Moves } from './moves.js';
import type { Kept, Problem, Trouble } from './problem.js';
import type { Watch } from './watch.js';

/** Assigns again and moves few: the highest total less `kept.price`, in units of score, for each parted pair. Refuses modes other than `total`. */
export function resolve(problem: Problem, kept: Kept, watch: Watch = {}): Result<Answer & { readonly moves: Moves }, Trouble> {
  if (problem.mode !== 'total')
    return refuse({
      code: 'ASSIGN.KEEPING_NEEDS_TOTAL',
      message: `Pairs can be kept in the mode “total” alone, and this problem has the mode “${problem.mode}”.`,
      path: 'mode',
    });
  const answer = assign({ ...problem, keep: kept }, watch);
  return answer.ok ? ok({ ...answer.value, moves: movesBetween(problem, kept.pairs, answer.value.pairs) }) : answer;
}
