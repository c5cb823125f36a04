import type { PersonId } from '../kernel/brand.js';

/** Where a mentorship stands, as far as other areas need to know it. */
export type PairStatus = 'trial' | 'active' | 'paused' | 'completed' | 'ended';

/** The two people of a mentorship and where it stands. */
export interface Pair {
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly status: PairStatus;
  /** Its mentor has come to manage or assess its mentee: until that changes nothing new is said between the two (R6). Absent: no. */
  readonly keptApart?: boolean;
}

/** What goals need to know of the mentorship they belong to. `null`: there is no such mentorship. */
export interface GoalsFacts {
  readonly pair: Pair | null;
}
