import type { Mentor } from '../features/candidate.js';
import type { Seeker } from './seeker.js';
import type { Weights } from './weights.js';

/** What is done with mentors who could come in. */
export interface Looking {
  /** The score beneath which nobody comes in any more; it may rise while one looks. */
  readonly least: () => number;
  readonly visit: (mentor: Mentor) => void;
}

/** The mentors of a hub, as ranking looks through them. */
export interface Mentors {
  /** Visits every mentor who can score `least`, in any order; others may be visited too. */
  readonly lookThrough: (seeker: Seeker, weights: Weights, looking: Looking) => void;
  /** Whether the mentee may find a mentor. Asked of the few who could come in. */
  readonly mayFind?: (mentor: Mentor) => boolean;
}

/** Some mentors, all of whom are visited. */
export const those = (mentors: Iterable<Mentor>): Mentors => ({
  lookThrough: (_seeker, _weights, { visit }) => {
    for (const mentor of mentors) visit(mentor);
  },
});
