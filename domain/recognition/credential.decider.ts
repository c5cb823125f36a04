import type { InstitutionId, MentorshipId, PersonId } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { CredentialCommand } from './credential.commands.js';
import type { CredentialEvent, CredentialKind, REVOKED_BECAUSE } from './credential.events.js';
import type { CredentialFacts } from './credential.facts.js';
import { isEnough } from './evidence.js';

export type CredentialRefusal = Refusal<
  | 'CREDENTIAL.ALREADY_ISSUED'
  | 'CREDENTIAL.ALREADY_HELD'
  | 'CREDENTIAL.ALREADY_REVOKED'
  | 'CREDENTIAL.ENDS_BEFORE_IT_BEGINS'
  | 'CREDENTIAL.NOT_FOUND'
>;

type RevokedBecause = (typeof REVOKED_BECAUSE)[number];

export interface Credential {
  readonly status: 'none' | 'issued' | 'revoked';
  readonly kind: CredentialKind;
  readonly person: PersonId | null;
  readonly issuer: InstitutionId | null;
  readonly mentorship: MentorshipId | null;
  /** Why it was withdrawn; `null` while it is not. */
  readonly revokedWhy: RevokedBecause | null;
}

type Of<Type extends CredentialCommand['type']> = Extract<CredentialCommand, { type: Type }>;
type Decision = Result<readonly CredentialEvent[], CredentialRefusal>;

function decide(command: CredentialCommand, credential: Credential, facts: CredentialFacts): Decision {
  switch (command.type) {
    case 'IssueCredential':
      return issue(command, credential, facts);
    case 'RaiseCredential':
      return raise(command, credential, facts);
    case 'RevokeCredential':
      return revoke(command, credential);
  }
}

/** [R8] The figures are those of the record, and they alone decide whether it is a certificate. */
function issue({ data }: Of<'IssueCredential'>, credential: Credential, { alreadyHeld, found, needed }: CredentialFacts): Decision {
  const { from, to } = data.achievement;
  if (credential.status !== 'none') return refuse({ code: 'CREDENTIAL.ALREADY_ISSUED' });
  if (alreadyHeld) return refuse({ code: 'CREDENTIAL.ALREADY_HELD' });
  if (to < from) return refuse({ code: 'CREDENTIAL.ENDS_BEFORE_IT_BEGINS', field: 'achievement.to' });
  const kind: CredentialKind = isEnough(found, needed) ? 'certificate' : 'participation';
  return ok([{ type: 'CredentialIssued', data: { ...data, achievement: { ...data.achievement, ...found }, kind } }]);
}

/** A meeting that both recorded after the end took place before it: the record becomes what it would have been. */
function raise({ data, on }: Of<'RaiseCredential'>, credential: Credential, { found, needed }: CredentialFacts): Decision {
  const { status, kind, person, mentorship } = credential;
  if (status !== 'issued' || kind === 'certificate' || !person || !mentorship || !isEnough(found, needed)) return ok([]);
  return ok([{ type: 'CredentialRaised', data: { ...data, person, mentorship, ...found, on } }]);
}

function revoke({ data, by, on }: Of<'RevokeCredential'>, { status, kind, person, mentorship, revokedWhy }: Credential): Decision {
  if (status === 'none') return refuse({ code: 'CREDENTIAL.NOT_FOUND' });
  if (status === 'revoked') return revokedWhy === data.why ? ok([]) : refuse({ code: 'CREDENTIAL.ALREADY_REVOKED' });
  const whose = { ...(person && { person }), ...(mentorship && { mentorship }) };
  return ok([{ type: 'CredentialRevoked', data: { ...data, by, on, ...whose, ...(kind === 'participation' && { kind }) } }]);
}

function evolve(credential: Credential, event: CredentialEvent): Credential {
  switch (event.type) {
    case 'CredentialIssued': {
      const { person, issuer, mentorship, kind = 'certificate' } = event.data;
      return { status: 'issued', kind, person, issuer, mentorship, revokedWhy: null };
    }
    case 'CredentialRaised':
      return { ...credential, kind: 'certificate' };
    case 'CredentialRevoked':
      return { ...credential, status: 'revoked', revokedWhy: event.data.why };
  }
}

/** A certificate, or a record of participation: issued once, from the record, and revocable for good. */
export const credential: Decider<Credential, CredentialCommand, CredentialEvent, CredentialRefusal, CredentialFacts> = {
  initial: { status: 'none', kind: 'certificate', person: null, issuer: null, mentorship: null, revokedWhy: null },
  decide,
  evolve,
};
