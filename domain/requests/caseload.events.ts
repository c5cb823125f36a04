import { z } from 'zod';
import { day, instant, meetingId, mentorshipId, offerId, personId, requestId, tagged } from '../kernel/brand.js';
import { event, personal, prose, type EventOf } from '../kernel/catalogue.js';

const note = prose(1_200, 'Your note');
/** A few words of a mentor’s own, with an offer to help. */
export const offerNote = prose(600, 'Your message');
/** A time that both could make, offered with the request. */
export const offeredTime = z.object({ startsAt: instant, minutes: z.number().int().min(15).max(120) });
export type OfferedTime = z.infer<typeof offeredTime>;

/** The first meeting, where a yes names one of the offered times: what follows from it books it under this id. */
export const firstMeeting = z.object({ meeting: meetingId, time: offeredTime, format: z.enum(['in-person', 'online']) });
export type FirstMeeting = z.infer<typeof firstMeeting>;

/** The two sides of a request: whose move it is. */
export const SIDES = ['mentor', 'mentee'] as const;
export type Side = (typeof SIDES)[number];
const side = z.enum(SIDES);

/** How days were promised: so many school days after a day. */
export const counted = z.object({ from: day, remindAfter: z.number().int().min(0), answerAfter: z.number().int().min(0) });

/**
 * Why a request is closed without its mentor: they take no new mentees (whatever the cause), became the mentee’s line manager or induction
 * tutor, or were erased, which stays unsaid.
 */
export const RELEASED_BECAUSE = ['not-taking-new-mentees', 'reporting-line', 'cannot-reply'] as const;
/** Why the hub withdraws a request for its mentee: two of theirs were sent in one moment, and one too many. */
export const WITHDRAWN_BECAUSE = ['too-many-open', 'asked-twice'] as const;
export type WithdrawnBecause = (typeof WITHDRAWN_BECAUSE)[number];
export type ReleasedBecause = (typeof RELEASED_BECAUSE)[number];

/** Why the hub takes an offer back for its mentor: no space, no new mentees, the mentee asked, they were erased, or a join left it beside another. */
export const OFFER_WITHDRAWN_BECAUSE = ['no-space', 'not-taking-new-mentees', 'asked', 'cannot-reply', 'joined'] as const;
export type OfferWithdrawnBecause = (typeof OFFER_WITHDRAWN_BECAUSE)[number];

/** A mentor's caseload, one stream per mentor: the places they offer, one answer to each request, and whom they offered to help. */
export const caseloadEvents = {
  CapacityChanged: event(z.object({ mentor: personId, places: z.number().int().min(0).max(12) })),
  MentoringRequested: event(
    z.object({
      request: requestId,
      mentor: personId,
      mentee: personId,
      note: personal(note, 'mentee', ''),
      /** Tags of the taxonomy that the mentee wants to work on. */
      aims: z.array(tagged(80)).max(6),
      times: z.array(offeredTime).max(5),
      /** Whom to ask next, in order, if this request lapses or is declined. */
      reserves: z.array(personId).max(2),
      remindOn: day,
      answerBy: day,
      counted,
      /** The mentee says yes to this offer: their mentor’s yes was given with it. */
      helpOffer: offerId.optional(),
    }),
  ),
  RequestExtended: event(z.object({ request: requestId, answerBy: day, counted })),
  /** The school is shut on days that were counted: both days come later, never earlier. */
  AnswerDayMoved: event(z.object({ request: requestId, remindOn: day, answerBy: day })),
  /** The two are talking: every message gives the answer its full time again. */
  RequestDiscussed: event(
    z.object({ request: requestId, from: personId, text: personal(prose(1_200), 'from', ''), remindOn: day, answerBy: day, counted }),
  ),
  /** Reminds the person whose move it is. */
  RequestReminded: event(z.object({ request: requestId, actsNext: side })),
  RequestAccepted: event(
    z.object({
      request: requestId,
      mentor: personId,
      mentee: personId,
      mentorship: mentorshipId,
      aims: z.array(tagged(80)).max(6),
      /** Absent: the mentor said yes without choosing a time. */
      first: firstMeeting.optional(),
      /** The offer to which the mentee said yes. Absent: the mentor said yes to a request. */
      helpOffer: offerId.optional(),
    }),
  ),
  RequestDeclined: event(
    z.object({
      request: requestId,
      mentor: personId,
      mentee: personId,
      reason: personal(prose(600), 'mentor', ''),
      next: personId.nullable(),
      /** Where the hub answers for the mentor: nothing is put in their mouth. Absent: the mentor declined. */
      because: z.enum(RELEASED_BECAUSE).optional(),
    }),
  ),
  /** `because`: why the hub withdrew it. Absent: the mentee did, or it is to look so (R5). */
  RequestWithdrawn: event(
    z.object({ request: requestId, mentor: personId, mentee: personId, because: z.enum(WITHDRAWN_BECAUSE).optional() }),
  ),
  /** `actsNext`: whose move it was when the time ran out. */
  RequestLapsed: event(z.object({ request: requestId, mentor: personId, mentee: personId, actsNext: side, next: personId.nullable() })),
  PlaceReleased: event(z.object({ mentor: personId, mentorship: mentorshipId })),
  HelpOffered: event(
    z.object({
      helpOffer: offerId,
      mentor: personId,
      mentee: personId,
      note: personal(offerNote, 'mentor', ''),
      /** What the mentee would like to work on and the mentor can help with. */
      aims: z.array(tagged(80)).max(6),
      /** The last day for the mentee to reply. */
      answerBy: day,
      counted,
    }),
  ),
  /** `notBefore`: when this mentor may offer again. `because`, where the hub closed it: no decision of the mentee’s. */
  OfferDeclined: event(
    z.object({ helpOffer: offerId, mentor: personId, mentee: personId, notBefore: day, because: z.literal('reporting-line').optional() }),
  ),
  /** `because`: why the hub took it back. Absent: the mentor did. */
  OfferWithdrawn: event(
    z.object({ helpOffer: offerId, mentor: personId, mentee: personId, because: z.enum(OFFER_WITHDRAWN_BECAUSE).optional() }),
  ),
  OfferLapsed: event(z.object({ helpOffer: offerId, mentor: personId, mentee: personId })),
};
export type CaseloadEvent = EventOf<typeof caseloadEvents>;
