import type { CredentialId, Day, InstitutionId, Instant, MentorshipId, PersonId } from '../kernel/brand.js';
import { given } from '../testing/given.js';
import type { CredentialCommand } from './credential.commands.js';
import { credential } from './credential.decider.js';
import type { CredentialEvent, CredentialKind } from './credential.events.js';
import type { CredentialFacts } from './credential.facts.js';
import { USUAL_EVIDENCE, type Evidence } from './evidence.js';

const ben = 'ben' as PersonId;
const on = '2026-07-17' as Day;
const ordered = {
  credential: 'c1' as CredentialId,
  person: ben,
  mentorship: 'm1' as MentorshipId,
  issuer: 'oakfield' as InstitutionId,
  issuerName: 'Oakfield School',
  achievement: { as: 'mentee' as const, from: '2025-10-06' as Day, to: on, goalsAchieved: 2 },
  code: 'A2B3C4D5E6',
  on,
};
const much: Evidence = { meetings: 12, minutes: 540 };
const little: Evidence = { meetings: 2, minutes: 100 };
const facts = (found = much, alreadyHeld = false, needed = USUAL_EVIDENCE): CredentialFacts => ({
  alreadyHeld,
  found,
  needed,
  issuerTrust: null,
});
const issuedAs = (kind: CredentialKind, found: Evidence): CredentialEvent => ({
  type: 'CredentialIssued',
  data: { ...ordered, achievement: { ...ordered.achievement, ...found }, kind },
});
const issued = issuedAs('certificate', much);
const record = issuedAs('participation', little);
const revoked: CredentialEvent = {
  type: 'CredentialRevoked',
  data: { credential: ordered.credential, by: ben, why: 'asked-by-holder', on, person: ben, mentorship: ordered.mentorship },
};
const asked = { by: ben, at: '2026-07-17T10:00:00.000Z' as Instant, on };
const issue: CredentialCommand = { ...asked, type: 'IssueCredential', data: ordered };
const raise: CredentialCommand = { ...asked, type: 'RaiseCredential', data: { credential: ordered.credential } };
const revoke: CredentialCommand = { ...asked, type: 'RevokeCredential', data: { credential: ordered.credential, why: 'asked-by-holder' } };

describe('a certificate', () => {
  test('is issued once', () => {
    given(credential, [], facts()).when(issue).happens(issued);
    given(credential, [issued], facts(much, true)).when(issue).refused('CREDENTIAL.ALREADY_ISSUED');
    given(credential, [], facts(much, true)).when(issue).refused('CREDENTIAL.ALREADY_HELD');
  });

  test('[R8] needs its meetings and its minutes; otherwise it is an honest record of participation', () => {
    const isA = (kind: CredentialKind, found: Evidence, needed?: Evidence) =>
      given(credential, [], facts(found, false, needed))
        .when(issue)
        .happensLike({ data: { kind } });
    isA('certificate', { meetings: 3, minutes: 90 });
    isA('participation', { meetings: 2, minutes: 500 });
    isA('participation', { meetings: 9, minutes: 89 });
    isA('certificate', { meetings: 1, minutes: 15 }, { meetings: 1, minutes: 15 });
    isA('participation', { meetings: 5, minutes: 300 }, { meetings: 6, minutes: 300 });
  });

  test('states the figures of the record, and no others', () => {
    given(credential, [], facts(little)).when(issue).happens(record);
  });

  test('does not end before it begins', () => {
    const backwards = { ...ordered, achievement: { ...ordered.achievement, to: '2025-10-05' as Day } };
    given(credential, [], facts())
      .when({ ...issue, data: backwards } as CredentialCommand)
      .refused('CREDENTIAL.ENDS_BEFORE_IT_BEGINS');
  });

  test('is revoked for good, and the event says whose it was', () => {
    given(credential, [issued], facts(much, true)).when(revoke).happens(revoked);
    given(credential, [issued, revoked], facts()).when(revoke).nothingHappens();
    given(credential, [issued, revoked], facts())
      .when({ ...revoke, data: { ...revoke.data, why: 'issued-in-error' } } as CredentialCommand)
      .refused('CREDENTIAL.ALREADY_REVOKED');
    given(credential, [issued, revoked], facts()).when(issue).refused('CREDENTIAL.ALREADY_ISSUED');
    given(credential, [], facts()).when(revoke).refused('CREDENTIAL.NOT_FOUND');
  });
});

describe('a record of participation', () => {
  const raised: CredentialEvent = {
    type: 'CredentialRaised',
    data: { credential: ordered.credential, person: ben, mentorship: ordered.mentorship, meetings: 3, minutes: 145, on },
  };

  test('[R8] becomes a certificate once what was missing was recorded by both, and only then', () => {
    given(credential, [record], facts({ meetings: 3, minutes: 145 }))
      .when(raise)
      .happens(raised);
    given(credential, [record], facts(little)).when(raise).nothingHappens();
  });

  test('is raised once, and never after it was revoked', () => {
    given(credential, [record, raised], facts()).when(raise).nothingHappens();
    given(credential, [record, revoked], facts()).when(raise).nothingHappens();
  });

  test('a certificate of an older log, of which no kind is written down, stays one', () => {
    const { kind: _, ...old } = issuedAs('certificate', { meetings: 1, minutes: 15 }).data as { kind?: CredentialKind };
    const before = { type: 'CredentialIssued', data: old } as CredentialEvent;
    given(credential, [before], facts()).when(raise).nothingHappens();
  });
});

test('a record of participation that is withdrawn is not called a certificate', () => {
  given(credential, [record], facts())
    .when(revoke)
    .happens({ ...revoked, data: { ...revoked.data, kind: 'participation' } } as CredentialEvent);
});
