import type { PersonId } from '../kernel/brand.js';
import type { PairStatus } from '../mentorships/states.js';

/** The two people of a mentorship and its state. */
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
