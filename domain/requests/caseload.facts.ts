import type { PersonId } from '../kernel/brand.js';
import type { AnswerTime } from '../uk/answer-time.js';

/** What is known of one mentor as one mentee asks them. Every field is about the two together, on the day of the command. */
export interface AskFacts {
  /** Joined and not erased. */
  readonly mentorKnown: boolean;
  readonly menteeKnown: boolean;
  readonly offering: boolean;
  /** Paused without an end, or until a day that has not come. */
  readonly paused: boolean;
  /** The mentor's visibility and their institutions' settings let this mentee find them. */
  readonly visible: boolean;
  /** Either has excluded the other. */
  readonly excluded: boolean;
  /** The mentor is the mentee's line manager, or the induction tutor who assesses them, at any institution. */
  readonly inReportingLine: boolean;
  /** The two already share a mentorship that is not over. */
  readonly paired: boolean;
}

/** What is known of a mentee to whom a mentor offers help. */
export interface OfferFacts {
  /** What the mentee would like to work on and the mentor can help with; `null` where the mentee has not chosen that mentors see it. */
  readonly aims: readonly string[] | null;
  /** The mentee’s visibility lets this mentor find them. */
  readonly reached: boolean;
  /** How many offers to the mentee are open, from all mentors together. */
  readonly openOffers: number;
  /** How many mentors and open requests the mentee has. */
  readonly mentors: number;
}

/** What a caseload must know of the world outside its own stream. */
export interface CaseloadFacts {
  /** The mentor and the mentee of the request that the command is about; `null` where it is about none, or one nobody knows. */
  readonly ask: AskFacts | null;
  /** How many requests of the mentee are open, with all mentors together. */
  readonly openRequests: number;
  /** Those of the request's reserves who could be asked today (`mayBeAsked`, a free place, not asked already), in the mentee's order. */
  readonly askable: readonly PersonId[];
  /** The mentee of an offer that is made (OfferHelp); `null` for every other command. */
  readonly offer: OfferFacts | null;
  /** The school days of the person who replies, as their calendar is now, and how many of them they have: the mentor, or the mentee of an offer. */
  readonly time: AnswerTime;
  /** How many messages its writer has sent the other today, about this request and otherwise (DiscussRequest). 0 for every other command. */
  readonly writtenToday: number;
  /** Either of the two has another meeting at the time of the first one (AcceptRequest). False for every other command. */
  readonly clashes: boolean;
}
