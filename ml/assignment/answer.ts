import type { Id, PairOfIds } from './problem.js';

/** A mentee who has fewer mentors than needed: how many are missing, and why, with a stable code. */
export interface Unmatched {
  readonly id: Id;
  readonly missing: number;
  readonly code:
    | 'UNMATCHED.NO_PAIR_POSSIBLE'
    | 'UNMATCHED.BELOW_FLOOR'
    | 'UNMATCHED.ALL_FORBIDDEN'
    | 'UNMATCHED.WORSE_THAN_NONE'
    | 'UNMATCHED.MENTORS_FULL';
  readonly reason: string;
}

/** Prices that prove a total, by place: what one more mentor adds for a mentee, what one more place of a mentor adds (negative where a minimum costs). */
export interface Duals {
  readonly mentees: readonly number[];
  readonly mentors: readonly number[];
  /** Added to every score of at least nought where pairs come first (0069). */
  readonly bonus: number;
}

/** One level of `leximin`: that no assignment which is as good below has fewer units at this score. */
export interface LeximinStage {
  readonly score: number;
  /** Units at this score, mentors that are missing being units at nought. */
  readonly units: number;
  /** Whole prices by place, relative to the end. */
  readonly mentees: readonly number[];
  readonly mentors: readonly number[];
}

/** An assignment with what proves it. */
export interface Answer {
  readonly pairs: readonly PairOfIds[];
  /** The sum of the scores of the pairs; a mentee without a mentor counts nought. */
  readonly total: number;
  /** What no assignment exceeds: from the duals for `total`; the one total that is possible for `leximin`; null for `stable`. */
  readonly bound: number | null;
  /** Whether what the mode asks for is proven. */
  readonly optimal: boolean;
  /** The lowest score of a pair; null where there is none. */
  readonly worst: number | null;
  readonly unmatched: readonly Unmatched[];
  /** The proof of `total` or of `leximin`; null for `stable`. */
  readonly duals: Duals | { readonly stages: readonly LeximinStage[] } | null;
  /** Pairs who would rather have each other, for `stable`: none. Null for other modes, which do not ask. */
  readonly blocking: readonly PairOfIds[] | null;
  readonly seconds: number;
}
