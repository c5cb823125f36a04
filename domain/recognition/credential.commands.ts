import { z } from 'zod';
import { credentialId, day, institutionId, mentorshipId, personId } from '../kernel/brand.js';
import { line, type CommandOf } from '../kernel/catalogue.js';
import { achievement } from './credential.events.js';

export const credentialCommands = {
  /** Given by the reactor that follows a completed mentorship. */
  IssueCredential: z.object({
    credential: credentialId,
    person: personId,
    mentorship: mentorshipId,
    issuer: institutionId,
    issuerName: line(160),
    achievement,
    code: z.string().regex(/^[2-9A-HJ-NP-Z]{10}$/),
    on: day,
  }),
  RevokeCredential: z.object({ credential: credentialId, why: z.enum(['issued-in-error', 'record-corrected', 'asked-by-holder']) }),
};
export type CredentialCommand = CommandOf<typeof credentialCommands>;
