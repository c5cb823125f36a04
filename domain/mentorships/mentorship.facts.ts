import type { InstitutionId, PersonId } from '../kernel/brand.js';
import type { AnswerTime } from '../uk/answer-time.js';

/** What a mentorship must know of the world outside its own stream. */
export interface MentorshipFacts {
  /** The mentor is the mentee's line manager, or the induction tutor who assesses them, at any institution. */
  readonly inReportingLine: boolean;
  /** The mentee's school days as their calendar is now, and how many of them a proposal to complete is open. */
  readonly time: AnswerTime;
  /** The person to whom the command would write coordinates where its sender belongs, and neither manages nor assesses the mentee (R6). */
  readonly mayHelp: boolean;
  /** How much the sender wrote on the day of the command to the person to whom it would write. */
  readonly writtenToday: number;
  /** The pair has not met for long, and has nothing booked (`silence.ts`). */
  readonly silent: boolean;
  /** Who gives the command manages or assesses the mentee, at any institution (R6). */
  readonly managesMentee: boolean;
  /** The coordinator who suggested the end that is open, as long as they may suggest one; `null` otherwise (R6). */
  readonly mayHear: PersonId | null;
  /** Where the mentee belongs: their coordinators may suggest an end. */
  readonly menteeAt: readonly { readonly institution: InstitutionId; readonly trust: InstitutionId | null }[];
}
