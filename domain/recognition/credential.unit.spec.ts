import type { CredentialId, Day, InstitutionId, Instant, MentorshipId, PersonId } from '../kernel/brand.js';
import { given } from '../testing/given.js';
import type { CredentialCommand } from './credential.commands.js';
import { credential } from './credential.decider.js';
import type { CredentialEvent } from './credential.events.js';

const ben = 'ben' as PersonId;
const on = '2026-07-17' as Day;
const certificate = {
  credential: 'c1' as CredentialId,
  person: ben,
  mentorship: 'm1' as MentorshipId,
  issuer: 'oakfield' as InstitutionId,
  issuerName: 'Oakfield School',
  achievement: { as: 'mentee' as const, from: '2025-10-06' as Day, to: on, meetings: 12, minutes: 540, goalsAchieved: 2 },
  code: 'A2B3C4D5E6',
  on,
};
const issued: CredentialEvent = { type: 'CredentialIssued', data: certificate };
const revoked: CredentialEvent = {
  type: 'CredentialRevoked',
  data: { credential: certificate.credential, by: ben, why: 'asked-by-holder', on },
};
const asked = { by: ben, at: '2026-07-17T10:00:00.000Z' as Instant, on };
const issue: CredentialCommand = { ...asked, type: 'IssueCredential', data: certificate };
const revoke: CredentialCommand = {
  ...asked,
  type: 'RevokeCredential',
  data: { credential: certificate.credential, why: 'asked-by-holder' },
};

describe('a certificate', () => {
  test('is issued once', () => {
    given(credential, [], { alreadyHeld: false }).when(issue).happens(issued);
    given(credential, [issued], { alreadyHeld: true }).when(issue).refused('CREDENTIAL.ALREADY_ISSUED');
    given(credential, [], { alreadyHeld: true }).when(issue).refused('CREDENTIAL.ALREADY_HELD');
  });

  test('does not end before it begins', () => {
    const backwards = { ...certificate, achievement: { ...certificate.achievement, to: '2025-10-05' as Day } };
    given(credential, [], { alreadyHeld: false })
      .when({ ...issue, data: backwards } as CredentialCommand)
      .refused('CREDENTIAL.ENDS_BEFORE_IT_BEGINS');
  });

  test('is revoked for good', () => {
    given(credential, [issued], { alreadyHeld: true }).when(revoke).happens(revoked);
    given(credential, [issued, revoked], { alreadyHeld: false }).when(revoke).nothingHappens();
    given(credential, [issued, revoked], { alreadyHeld: false }).when(issue).refused('CREDENTIAL.ALREADY_ISSUED');
    given(credential, [], { alreadyHeld: false }).when(revoke).refused('CREDENTIAL.NOT_FOUND');
  });
});
