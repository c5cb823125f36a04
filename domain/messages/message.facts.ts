import type { InstitutionId, PersonId } from '../kernel/brand.js';

/** A place of the person who is written to: their institution and its trust. */
export interface PlaceOfReader {
  readonly institution: InstitutionId;
  readonly trust: InstitutionId | null;
  /** Whether they coordinate mentoring there. */
  readonly coordinates: boolean;
}

/** What a message must know of the world outside its own stream. */
export interface MessageFacts {
  /** Where the recipient belongs; none for an unknown person. */
  readonly places: readonly PlaceOfReader[];
  /** Where those belong whom that person mentors, or who wait for their reply: a coordinator there may write about it. */
  readonly throughMentees: readonly PlaceOfReader[];
  /** The sender manages or assesses that person, at any institution (R6). */
  readonly managesReader: boolean;
  /** That person has written to the sender before: a message, or a word to a coordinator. */
  readonly wroteBefore: boolean;
  /** How many messages the sender wrote to that person on the day of this one, words to a coordinator included. */
  readonly sentToday: number;
  /** Whether the help that the command names was asked of this coordinator, and is done already. */
  readonly help: 'none' | 'open' | 'done';
  /** Of the mentors whom the command names: those who offer mentoring and neither manage nor assess the reader (R5). Exclusions are left out: a refusal would tell of them. */
  readonly askable: readonly PersonId[];
}
