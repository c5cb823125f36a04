import { z } from 'zod';
import { mentorshipId, offerId, personId, requestId } from '../kernel/brand.js';
import { prose, type CommandOf } from '../kernel/catalogue.js';
import { entryId } from '../uk/taxonomy/entry-id.js';
import { firstMeeting, offeredTime, offerNote, RELEASED_BECAUSE, WITHDRAWN_BECAUSE } from './caseload.events.js';

const request = z.object({ mentor: personId, request: requestId });
const offer = z.object({ mentor: personId, helpOffer: offerId });
/** Why the hub closes an offer: for its mentor, for its mentee, because their roles changed, or as two records became one. */
const CLOSED_BECAUSE = ['not-taking-new-mentees', 'cannot-reply', 'not-available', 'reporting-line', 'joined'] as const;

export const caseloadCommands = {
  ChangeCapacity: z.object({ mentor: personId, places: z.number().int().min(0).max(12) }),
  RequestMentoring: request.extend({
    mentee: personId,
    note: prose(1_200, 'Your note'),
    aims: z.array(entryId).max(6),
    times: z.array(offeredTime).max(5),
    reserves: z.array(personId).max(2),
  }),
  ExtendRequest: request,
  DiscussRequest: request.extend({ text: prose(1_200, 'Your message').min(1, { error: 'Enter a message.' }) }),
  /** `first`: one of the offered times, which the same yes books. */
  AcceptRequest: request.extend({ mentorship: mentorshipId, first: firstMeeting.optional() }),
  DeclineRequest: request.extend({ reason: prose(600, 'Your reason') }),
  /** Given by the reactors that follow a mentor who stops, pauses or leaves, or who comes to assess the mentee. */
  ReleaseRequest: request.extend({ because: z.enum(RELEASED_BECAUSE).optional() }),
  /** `because`: said by the hub alone. */
  WithdrawRequest: request.extend({ because: z.enum(WITHDRAWN_BECAUSE).optional() }),
  /** Given by the reactor that follows a school's calendar. */
  MoveAnswerDay: request,
  /** Given by the clock. */
  RemindOfRequest: request,
  LapseRequest: request,
  /** Given by the reactor that follows the end of a mentorship. */
  ReleasePlace: z.object({ mentor: personId, mentorship: mentorshipId }),
  OfferHelp: offer.extend({ mentee: personId, note: offerNote.min(1, { error: 'Enter a message.' }) }),
  /** The mentee says yes: `request` and `mentorship` are new ids, of what follows from it. */
  AcceptOffer: offer.extend({ request: requestId, mentorship: mentorshipId }),
  DeclineOffer: offer,
  WithdrawOffer: offer,
  /** Given by the reactor that follows what ends an offer: a pause, a consent that was taken back, two who are kept apart. */
  CloseOffer: offer.extend({ because: z.enum(CLOSED_BECAUSE) }),
  /** Given by the clock. */
  LapseOffer: offer,
};
export type CaseloadCommand = CommandOf<typeof caseloadCommands>;
