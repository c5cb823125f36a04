import type { Pair } from '../development/goals.facts.js';

/** What a meeting needs to know of the world outside its own stream. */
export interface MeetingFacts {
  /** The mentorship that the command or the meeting belongs to. `null`: there is no such mentorship. */
  readonly pair: Pair | null;
  /**
   * Whether either of the two has another booked meeting that overlaps the `time` of the command (BookMeeting, ChooseTime, MoveMeeting).
   * False for every other command. Whose meeting it is stays with whoever gathered it.
   */
  readonly clashes: boolean;
}
