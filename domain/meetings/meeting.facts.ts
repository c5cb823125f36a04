import type { Instant } from '../kernel/brand.js';
import type { Pair } from '../development/goals.facts.js';
import type { WordedItem } from './meeting.agenda-words.js';

/** What a meeting needs to know of the world outside its own stream. */
export interface MeetingFacts {
  /** The mentorship that the command or the meeting belongs to. `null`: there is no such mentorship. */
  readonly pair: Pair | null;
  /** When that mentorship started; `null` where there is none. */
  readonly startedAt: Instant | null;
  /** When that mentorship was completed or ended; `null` while it is not over. */
  readonly endedAt: Instant | null;
  /** Whether either of the two is booked, or was recorded, elsewhere at the `time` of BookMeeting, ChooseTime or MoveMeeting. False for other commands. */
  readonly clashes: boolean;
  /** Whether times for another meeting of the two are suggested and still to be chosen from (ProposeMeeting). False for every other command. */
  readonly suggestedAlready: boolean;
  /**
   * Whether the two have another meeting, booked or held, in the time of a RecordPastMeeting: that is the one to record. False for every
   * other command.
   */
  readonly metAlready: boolean;
  /** Whether the person who records has recorded another meeting in the same minutes, beyond `RECORDING_GRACE_MINUTES`. What others recorded does not count. */
  readonly recordedTwice: boolean;
  /** Agenda items that wait for the pair’s next meeting, with their authors: they stay theirs when the other puts them on an agenda. */
  readonly waiting: readonly WordedItem[];
}
