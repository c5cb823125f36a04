import { z } from 'zod';
import { credentialId, day, institutionId, mentorshipId, personId } from '../kernel/brand.js';
import { event, line, type EventOf } from '../kernel/catalogue.js';

/** What a certificate states. Figures come from the record; nobody types them. */
export const achievement = z.object({
  as: z.enum(['mentor', 'mentee']),
  from: day,
  to: day,
  meetings: z.number().int().min(0),
  minutes: z.number().int().min(0),
  goalsAchieved: z.number().int().min(0),
});
export type Achievement = z.infer<typeof achievement>;

export const credentialEvents = {
  CredentialIssued: event(
    z.object({
      credential: credentialId,
      person: personId,
      mentorship: mentorshipId,
      issuer: institutionId,
      issuerName: line(160),
      achievement,
      /** What a reader types to check it: letters and digits without those that are mistaken for each other. */
      code: z.string().regex(/^[2-9A-HJ-NP-Z]{10}$/),
      on: day,
    }),
  ),
  CredentialRevoked: event(
    z.object({ credential: credentialId, by: personId, why: z.enum(['issued-in-error', 'record-corrected', 'asked-by-holder']), on: day }),
  ),
};
export type CredentialEvent = EventOf<typeof credentialEvents>;
