import { z } from 'zod';
import { credentialId, day, institutionId, mentorshipId, personId } from '../kernel/brand.js';
import { event, line, type EventOf } from '../kernel/catalogue.js';

/** A certificate has its evidence behind it; a record of participation says what there was, and claims nothing more. */
export const CREDENTIAL_KINDS = ['certificate', 'participation'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** Why an issuer withdraws a credential, or its holder asks for that. */
export const REVOKED_BECAUSE = ['issued-in-error', 'record-corrected', 'asked-by-holder'] as const;

/** What a certificate states. Figures come from the record and are never typed. */
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
      /** Absent in older logs, where everything issued was a certificate: it stays one. */
      kind: z.enum(CREDENTIAL_KINDS).optional(),
    }),
  ),
  /** A record of participation has become a certificate: what was missing was recorded by both. The code stays. */
  CredentialRaised: event(
    z.object({
      credential: credentialId,
      person: personId,
      mentorship: mentorshipId,
      meetings: z.number().int().min(0),
      minutes: z.number().int().min(0),
      on: day,
    }),
  ),
  CredentialRevoked: event(
    z.object({
      credential: credentialId,
      by: personId,
      why: z.enum(REVOKED_BECAUSE),
      on: day,
      /** Whose it was, and of which mentorship. Absent in older logs. */
      person: personId.optional(),
      mentorship: mentorshipId.optional(),
      /** What it was when it was withdrawn. Absent in older logs and for a certificate. */
      kind: z.enum(CREDENTIAL_KINDS).optional(),
    }),
  ),
};
export type CredentialEvent = EventOf<typeof credentialEvents>;
