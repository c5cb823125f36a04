import { z } from 'zod';
import { agreementId, day, institutionId, meetingId, mentorshipId, personId, requestId, tagged } from '../kernel/brand.js';
import { event, personal, prose, type EventOf } from '../kernel/catalogue.js';
import { amongParticipants, participants } from './participants.js';
import { counted, firstMeeting } from '../requests/caseload.events.js';
import { FREQUENCIES, MEETING_FORMATS } from '../people/person.events.js';

/** Why a mentorship rests: one of the two chose it, or the mentor has come to appraise or assess the mentee (R5). */
export const PAUSE_REASONS = ['chosen', 'reporting-line'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/**
 * Why a pair is asked whether it continues: they no longer meet, or the mentor has left or been replaced. An end without a reply has the
 * same reason.
 */
export const CLOSING_REASONS = ['not-meeting', 'mentor-left'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** How many booked meetings one pause can cancel. */
export const CANCELLED_AT_ONCE = 40;

/**
 * Why a suggestion to end a pair no longer holds: they met or will, the mentee’s other mentorship ended or lost its mentor too, or the
 * mentor is back.
 */
export const LIFT_REASONS = ['met', 'other-ended', 'other-left', 'mentor-back'] as const;
export type LiftReason = (typeof LIFT_REASONS)[number];

/** What the other of the two hears of by its own name. It may reply to something else as well, and says that they go on. */
export const TELLING = [
  ...(['AgreementProposed', 'MentorshipAgreed', 'ReviewAnswered', 'AgreementReviewed'] as const),
  ...(['CompletionProposed', 'CompletionDeclined', 'CompletionWithdrawn', 'ClosingDeclined'] as const),
] as const;
/** The event of the same command that tells of it. Absent where it was said by itself, and in older logs. */
const within = z.enum(TELLING).optional();

/** The coordinator whose suggestion to end the pair this answers: they are told. Absent where the hub asked, and in older logs. */
const askedBy = personId.optional();

export const FIT_ANSWERS = ['good', 'too-early', 'not-good'] as const;

/** What the two promise each other. */
export const agreementTerms = z.object({
  purpose: prose(600, 'The purpose'),
  frequency: z.enum(FREQUENCIES),
  minutes: z.number().int().min(15).max(120),
  format: z.enum(MEETING_FORMATS),
  /** What stays between the two, in their words. */
  confidentiality: prose(600, 'The promise of confidence'),
  /** The day on which they ask whether this is working. */
  reviewOn: day,
});
export type AgreementTerms = z.infer<typeof agreementTerms>;

/** How a suggestion differs from the agreement that it replaces. What the two wrote is never in it. */
const changedTerm = z.discriminatedUnion('term', [
  z.object({ term: z.literal('frequency'), from: z.enum(FREQUENCIES), to: z.enum(FREQUENCIES) }),
  z.object({ term: z.literal('minutes'), from: z.number().int(), to: z.number().int() }),
  z.object({ term: z.literal('format'), from: z.enum(MEETING_FORMATS), to: z.enum(MEETING_FORMATS) }),
  z.object({ term: z.literal('reviewOn'), from: day, to: day }),
  z.object({ term: z.enum(['purpose', 'confidentiality']) }),
]);
export type ChangedTerm = z.infer<typeof changedTerm>;

const erasedTerms = {
  purpose: '',
  frequency: 'fortnightly',
  minutes: 45,
  format: 'either',
  confidentiality: '',
  reviewOn: '1970-01-01',
} as AgreementTerms;

export const mentorshipEvents = {
  MentorshipStarted: amongParticipants(
    z.object({
      mentorship: mentorshipId,
      participants,
      request: requestId.nullable(),
      aims: z.array(tagged(80)).max(6),
      /** The yes that began it named a time: this meeting follows. */
      first: firstMeeting.optional(),
    }),
  ),
  AgreementProposed: event(
    z.object({
      mentorship: mentorshipId,
      agreement: agreementId,
      by: personId,
      terms: personal(agreementTerms, 'by', erasedTerms),
      /** Whose suggestion it replaces before both had signed that one. Older events lack it. */
      replaces: personId.optional(),
      /** Which terms it changes, of a suggestion or of the agreement in force. */
      changed: z.array(changedTerm).max(6).optional(),
      /** It replies that they go on, to the person who suggested completing or ending. */
      goesOn: z.literal(true).optional(),
    }),
  ),
  AgreementSigned: event(z.object({ mentorship: mentorshipId, agreement: agreementId, by: personId })),
  /** Both have signed: the trial is over and the mentorship is under way. */
  MentorshipAgreed: amongParticipants(
    z.object({
      mentorship: mentorshipId,
      participants,
      agreement: agreementId,
      /** They had an agreement before: this one changes it. Older events lack it. */
      again: z.literal(true).optional(),
    }),
  ),
  /** The day has come on which they said they would look at it again: told by the clock, once for each such day. */
  ReviewAsked: amongParticipants(z.object({ mentorship: mentorshipId, participants, reviewOn: day })),
  /** One of the two carries on with it, and would look at it again on this day. It is reviewed once the other says the same. */
  ReviewAnswered: event(z.object({ mentorship: mentorshipId, agreement: agreementId, by: personId, reviewOn: day })),
  /** They carry on with what both signed, and look at it again on another day. In older logs one of the two said so for both. */
  AgreementReviewed: event(z.object({ mentorship: mentorshipId, agreement: agreementId, by: personId, reviewOn: day })),
  /** One tap after meetings 1 and 3, private to the person who answered. */
  FitChecked: event(z.object({ mentorship: mentorshipId, by: personId, answer: z.enum(FIT_ANSWERS) })),
  MentorshipPaused: event(
    z.object({
      mentorship: mentorshipId,
      by: personId,
      until: day.nullable(),
      why: z.enum(PAUSE_REASONS),
      /** Booked meetings that are cancelled with it. */
      cancel: z.array(meetingId).max(CANCELLED_AT_ONCE).optional(),
      askedBy,
    }),
  ),
  MentorshipResumed: event(z.object({ mentorship: mentorshipId, by: personId })),
  /** One of the two proposes to complete; the other has until `agreeBy`, the day included. School days are those of the mentee. */
  CompletionProposed: event(z.object({ mentorship: mentorshipId, by: personId, remindOn: day, agreeBy: day, counted })),
  /** The school is shut on days that were counted: both days come later, never earlier. */
  CompletionDayMoved: event(z.object({ mentorship: mentorshipId, remindOn: day, agreeBy: day })),
  /** Half of the time has passed. `waitsFor`: the one who was asked. */
  CompletionReminded: event(z.object({ mentorship: mentorshipId, waitsFor: personId })),
  CompletionDeclined: event(z.object({ mentorship: mentorshipId, by: personId, within })),
  CompletionWithdrawn: event(z.object({ mentorship: mentorshipId, by: personId, within })),
  /** `by`: who agreed, or the hub where the days had passed. In older logs: who completed it, without a proposal. */
  MentorshipCompleted: amongParticipants(z.object({ mentorship: mentorshipId, participants, by: personId, askedBy })),
  /** One of the two writes to a coordinator of their choice. The other is not told. */
  HelpAsked: event(z.object({ mentorship: mentorshipId, by: personId, coordinator: personId, text: personal(prose(1_200), 'by', '') })),
  /** The mentor has left the school that the two shared, or the hub. Says that, and never why. */
  HandoverNeeded: amongParticipants(
    z.object({
      mentorship: mentorshipId,
      participants,
      /** The hub ends it with this, for the mentor is erased: the end tells the mentee. */
      ends: z.literal(true).optional(),
      /** What the mentor left; absent in older logs. */
      institution: institutionId.optional(),
    }),
  ),
  /** The two carry on. `because`: the hub says so, for the mentor belongs where the mentee does again. */
  HandoverSettled: event(
    z.object({
      mentorship: mentorshipId,
      by: personId,
      because: z.enum(['mentor-back']).optional(),
      /** Where the mentor is now; absent where the mentee moved, and in older logs. */
      institution: institutionId.optional(),
    }),
  ),
  /** The mentee has left the school that the two shared, or the last one. Nothing is asked: the mentorship goes on until one of the two ends it. */
  MenteeLeft: amongParticipants(
    z.object({
      mentorship: mentorshipId,
      participants,
      /** What the mentee left. */
      institution: institutionId,
      /** The mentor was never told what Alongside is: an email that a mentee left would be their first. */
      untold: z.literal(true).optional(),
    }),
  ),
  /** A pair is asked whether it continues, by a coordinator or by the hub; either does so until `continueBy`, the day included. School days are those of the mentee. */
  ClosingProposed: amongParticipants(
    z.object({
      mentorship: mentorshipId,
      participants,
      by: personId,
      because: z.enum(CLOSING_REASONS),
      continueBy: day,
      counted,
    }),
  ),
  /** The school is shut on days that were counted: the day comes later, never earlier. */
  ClosingDayMoved: event(z.object({ mentorship: mentorshipId, continueBy: day })),
  /** One of the two continues. `on`: the day from which the pair is left in peace. */
  ClosingDeclined: event(z.object({ mentorship: mentorshipId, by: personId, on: day, askedBy, within })),
  /** Nothing is left to suggest. In older logs without `why`. */
  ClosingLifted: event(z.object({ mentorship: mentorshipId, why: z.enum(LIFT_REASONS).optional(), askedBy })),
  /** Ended early, without blame. The reason is private to its author. */
  MentorshipEnded: amongParticipants(
    z.object({
      mentorship: mentorshipId,
      participants,
      by: personId,
      reason: personal(prose(1_200), 'by', ''),
      wantsAnother: z.boolean(),
      /** Only where the hub ended it, after both had been asked whether they continue. */
      because: z.enum(CLOSING_REASONS).optional(),
      askedBy,
    }),
  ),
};
export type MentorshipEvent = EventOf<typeof mentorshipEvents>;
