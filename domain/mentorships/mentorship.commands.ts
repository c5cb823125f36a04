import { z } from 'zod';
import { agreementId, day, institutionId, meetingId, mentorshipId, personId, requestId, tagged } from '../kernel/brand.js';
import { prose, type CommandOf } from '../kernel/catalogue.js';
import { firstMeeting } from '../requests/caseload.events.js';
import { agreementTerms, CANCELLED_AT_ONCE, FIT_ANSWERS, LIFT_REASONS } from './mentorship.events.js';

const mentorship = z.object({ mentorship: mentorshipId });
/** How often the mentorship had been paused when the sender looked: a pause that they have not seen is not undone. */
const seenPauses = z.number().int().min(0).optional();

export const mentorshipCommands = {
  /** Given by the reactor that follows an accepted request. */
  StartMentorship: mentorship.extend({
    mentor: personId,
    mentee: personId,
    request: requestId.nullable(),
    aims: z.array(tagged(80)).max(6),
    first: firstMeeting.optional(),
  }),
  /** Proposing is also signing one's own side. `seen`: the latest agreement that the sender had before them, `null` for none. */
  ProposeAgreement: mentorship.extend({ agreement: agreementId, terms: agreementTerms, seen: agreementId.nullable().optional() }),
  SignAgreement: mentorship.extend({ agreement: agreementId }),
  /** Given by the clock. */
  AskForReview: mentorship,
  /** Carries on with the agreement, until another day to look at it: each says so for themself. */
  ReviewAgreement: mentorship.extend({ agreement: agreementId, reviewOn: day }),
  CheckFit: mentorship.extend({ answer: z.enum(FIT_ANSWERS) }),
  /** `cancel`: booked meetings to cancel with it. Times that were only suggested are withdrawn. */
  PauseMentorship: mentorship.extend({
    until: day.nullable(),
    cancel: z.array(meetingId).max(CANCELLED_AT_ONCE).optional(),
    seen: seenPauses,
  }),
  ResumeMentorship: mentorship.extend({ seen: seenPauses }),
  /** Proposing what the other has proposed already is agreeing to it. */
  ProposeCompletion: mentorship,
  /** The other agrees; or the hub's clock, once the days that were given have passed. */
  CompleteMentorship: mentorship,
  /** “Not yet”, by the one who was asked. */
  DeclineCompletion: mentorship,
  /** Taken back by the one who proposed. */
  WithdrawCompletion: mentorship,
  /** Given by the clock. */
  RemindOfCompletion: mentorship,
  /** Given by the reactor that follows a school's calendar. */
  MoveCompletionDay: mentorship,
  /** Words for one coordinator only. */
  AskForHelp: mentorship.extend({ coordinator: personId, text: prose(1_200, 'Your message').min(1, { error: 'Enter a message.' }) }),
  /** Given by the reactors that follow a mentor who leaves. */
  NeedHandover: mentorship.extend({ ends: z.literal(true).optional(), institution: institutionId.optional() }),
  /** Given by the reactor that follows a mentee who leaves. */
  SayMenteeLeft: mentorship.extend({ institution: institutionId, untold: z.literal(true).optional() }),
  /** The two carry on although the mentor has left. By the hub with the institution that the mentor has joined. */
  SettleHandover: mentorship.extend({ institution: institutionId.optional() }),
  /** By a coordinator of the mentee: a pair that no longer meets is asked whether it continues. By the hub once the mentee has another mentor. */
  ProposeClosing: mentorship,
  /** One of the two continues. */
  DeclineClosing: mentorship,
  /** Given by the reactors that follow the meetings of a pair, and the mentee's other mentorships. */
  LiftClosing: mentorship.extend({ why: z.enum(LIFT_REASONS) }),
  /** Given by the reactor that follows a school's calendar. */
  MoveClosingDay: mentorship,
  /** Given by the clock, once the days that were given have passed. */
  CloseMentorship: mentorship,
  EndMentorship: mentorship.extend({ reason: prose(1_200, 'Your reason'), wantsAnother: z.boolean() }),
};
export type MentorshipCommand = CommandOf<typeof mentorshipCommands>;
