import { z } from 'zod';
import { agreementId, day, mentorshipId, personId, requestId } from '../kernel/brand.js';
import { prose, type CommandOf } from '../kernel/catalogue.js';
import { agreementTerms, FIT_ANSWERS } from './mentorship.events.js';

const mentorship = z.object({ mentorship: mentorshipId });

export const mentorshipCommands = {
  /** Given by the reactor that follows an accepted request. */
  StartMentorship: mentorship.extend({
    mentor: personId,
    mentee: personId,
    request: requestId.nullable(),
    aims: z.array(z.string().max(80)).max(6),
  }),
  /** Proposing is also signing one's own side. */
  ProposeAgreement: mentorship.extend({ agreement: agreementId, terms: agreementTerms }),
  SignAgreement: mentorship.extend({ agreement: agreementId }),
  CheckFit: mentorship.extend({ answer: z.enum(FIT_ANSWERS) }),
  PauseMentorship: mentorship.extend({ until: day.nullable() }),
  ResumeMentorship: mentorship,
  CompleteMentorship: mentorship,
  EndMentorship: mentorship.extend({ reason: prose(1_200, 'Your reason'), wantsAnother: z.boolean() }),
};
export type MentorshipCommand = CommandOf<typeof mentorshipCommands>;
