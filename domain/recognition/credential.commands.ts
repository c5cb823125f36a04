import { z } from 'zod';
import { credentialId, day, institutionId, mentorshipId, personId } from '../kernel/brand.js';
import { line, type CommandOf } from '../kernel/catalogue.js';
import { achievement, REVOKED_BECAUSE } from './credential.events.js';

export const credentialCommands = {
  /** Given by the reactor that follows a completed mentorship. */
  IssueCredential: z.object({
    credential: credentialId,
    person: personId,
    mentorship: mentorshipId,
    issuer: institutionId,
    issuerName: line(160),
    /** Without the meetings and minutes: these are taken from the record as the credential is issued. */
    achievement: achievement.omit({ meetings: true, minutes: true }),
    code: z.string().regex(/^[2-9A-HJ-NP-Z]{10}$/),
    on: day,
  }),
  /** Given by the reactor that follows a meeting which both recorded once the mentorship was completed. */
  RaiseCredential: z.object({ credential: credentialId }),
  RevokeCredential: z.object({ credential: credentialId, why: z.enum(REVOKED_BECAUSE) }),
};
export type CredentialCommand = CommandOf<typeof credentialCommands>;
