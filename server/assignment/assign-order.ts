import type { Answer } from '@alongside/ml/assignment/answer.js';
import type { Moves } from '@alongside/ml/assignment/moves.js';
import type { Kept, PairOfIds, Problem, Trouble } from '@alongside/ml/assignment/problem.js';
import type { Forced } from '@alongside/ml/assignment/why-not.js';
import type { Result } from '@alongside/domain/kernel/result.js';

/** What a thread is to assign. */
export interface AssignOrder {
  readonly problem: Problem;
  /** Pairs of yesterday and the price of parting one. */
  readonly kept?: Kept;
  /** A pair of which is asked what it would take. */
  readonly why?: PairOfIds;
}

/** An answer, with who moves where pairs of yesterday were given, and what the asked pair would take. */
export type Assigned = Answer & { readonly moves?: Moves; readonly why?: Forced };

/** What the thread says: how far it is, from 0 to 1, and at last the answer or why there is none. */
export type AssignSaid =
  { readonly kind: 'progress'; readonly done: number } | { readonly kind: 'ended'; readonly result: Result<Assigned, Trouble> };
