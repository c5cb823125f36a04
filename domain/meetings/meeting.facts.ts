import type { Pair } from '../development/goals.facts.js';
import type { WordedItem } from './meeting.agenda.js';

/** What a meeting needs to know of the world outside its own stream. */
export interface MeetingFacts {
  /** The mentorship that the command or the meeting belongs to. `null`: there is no such mentorship. */
  readonly pair: Pair | null;
  /**
   * Whether either of the two has another booked meeting that overlaps the `time` of the command (BookMeeting, ChooseTime, MoveMeeting).
   * False for every other command. Whose meeting it is stays with whoever gathered it.
   */
  readonly clashes: boolean;
  /** Agenda items that wait for the pair’s next meeting, with whoever worded them: they stay theirs when the other puts them on an agenda. */
  readonly waiting: readonly WordedItem[];
}
