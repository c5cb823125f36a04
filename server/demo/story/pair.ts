import type { Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Character } from '../cast.js';
import type { Theme } from '../themes.js';

/** How a pair comes to meet no more. Nobody decides it: the next time is simply never found. */
export interface Drift {
  /** After so many meetings; 0: they never find a first time. */
  readonly meets: number;
  readonly signs: boolean;
  /** The last meeting stays as it was booked: neither closes it. */
  readonly leavesLastOpen: boolean;
}

/** A school year of the story, as its pairs live through it. */
export interface StoryYear {
  readonly people: readonly Character[];
  /** Counted from 0; it decides what a pair works on. */
  readonly number: number;
  /** When a mentorship that begins now comes to its end. */
  readonly endOf: (begins: Instant) => Instant;
  /** Meetings that a pair is sure to have, soonest first. Most pairs have none: chance alone decides theirs. */
  readonly appointmentsOf: (pair: Pick<Pair, 'mentor' | 'mentee'>) => readonly Appointment[];
  /** Pairs that find no further time to meet, from now on. */
  readonly quiet: ReadonlySet<string>;
  /** How the next pair falls silent, if it does. */
  readonly nextDrift: () => Drift | undefined;
}

/** A meeting that takes place whatever chance says. */
export interface Appointment {
  readonly startsAt: Instant;
  /** Neither has recorded it yet. */
  readonly leftOpen?: boolean;
}

/** Two people of the story and the thing they work on. */
export interface Pair {
  readonly mentorship: MentorshipId;
  readonly mentor: PersonId;
  readonly mentee: Character;
  readonly theme: Theme;
  readonly goal: string;
  readonly steps: readonly string[];
  readonly year: StoryYear;
  /** When this mentorship comes to its end. */
  readonly ends: Instant;
  /** Absent for nearly all: they go on to the end of the year, or part on a day of their own choosing. */
  readonly drift: Drift | undefined;
  /** The mentee looks for another mentor, once this mentorship is over. */
  readonly lookAgain: () => void;
}
