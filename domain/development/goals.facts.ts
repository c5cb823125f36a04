import type { Participants } from '../mentorships/participants.js';
import type { PairStatus } from '../mentorships/states.js';

/** A mentorship as others decide by it: who takes part, and how it stands. */
export interface Pair {
  readonly participants: Participants;
  readonly status: PairStatus;
  /** Its mentor has come to manage or assess its mentee: until that changes nothing new is said between the two (R6). Absent: no. */
  readonly keptApart?: boolean;
}

/** What goals need to know of the mentorship they belong to. `null`: there is no such mentorship. */
export interface GoalsFacts {
  readonly pair: Pair | null;
}
