import type { Course } from './network/learn.js';
import { tableRows, type Prepared } from './records/schema.js';

/** How much is trained, by how much there is to learn from. */
export interface TrainingPlan {
  /** Parts into which left people are split: each is left out once. */
  readonly parts: number;
  /** Networks, each of which did not see another part. */
  readonly members: number;
  readonly course: Course;
}

/** Pairs up to which more networks and parts are worth their time. */
const [FEW_PAIRS, SOME_PAIRS] = [5000, 12_000];

export function planOf({ schema, design }: Prepared, { seed, epochs }: { readonly seed: number; readonly epochs: number }): TrainingPlan {
  const few = design.rows <= FEW_PAIRS;
  const some = design.rows <= SOME_PAIRS;
  const parts = Math.min(design.left.people, few ? 5 : some ? 4 : 6);
  return {
    parts: Math.max(2, parts),
    members: Math.max(1, Math.min(parts, few ? 5 : some ? 3 : 1)),
    course: {
      shape: { rows: tableRows(schema), hidden: few ? 32 : some ? 64 : 128, rank: 16 },
      losses: { inBatch: 0.1, temperature: 0.15 },
      dropout: { input: 0.3, hidden: 0.2 },
      epochs,
      batchRows: few ? 64 : some ? 128 : 256,
      rate: few ? 1e-2 : 5e-3,
      decay: 0.1,
      seed,
    },
  };
}
