/** One mentor at most for each mentee, from a full matrix. */
export interface DenseProblem {
  readonly mentees: number;
  readonly mentors: number;
  /** Row by row, a row for each mentee; `-Infinity` where a pair cannot be. Nought is what no pair is worth. */
  readonly weight: Float64Array;
  /** Whether each mentee takes part: 0 or 1. */
  readonly needs: Int32Array;
  readonly capacity: Int32Array;
}
