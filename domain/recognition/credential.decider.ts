import type { InstitutionId, PersonId } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { CredentialCommand } from './credential.commands.js';
import type { CredentialEvent } from './credential.events.js';
import type { CredentialFacts } from './credential.facts.js';

export type CredentialRefusal = Refusal<
  'CREDENTIAL.ALREADY_ISSUED' | 'CREDENTIAL.ALREADY_HELD' | 'CREDENTIAL.ENDS_BEFORE_IT_BEGINS' | 'CREDENTIAL.NOT_FOUND'
>;

export interface Credential {
  readonly status: 'none' | 'issued' | 'revoked';
  readonly person: PersonId | null;
  readonly issuer: InstitutionId | null;
}

function decide(
  command: CredentialCommand,
  credential: Credential,
  { alreadyHeld }: CredentialFacts,
): Result<readonly CredentialEvent[], CredentialRefusal> {
  switch (command.type) {
    case 'IssueCredential': {
      const { from, to } = command.data.achievement;
      if (credential.status !== 'none') return refuse({ code: 'CREDENTIAL.ALREADY_ISSUED' });
      if (alreadyHeld) return refuse({ code: 'CREDENTIAL.ALREADY_HELD' });
      return to < from
        ? refuse({ code: 'CREDENTIAL.ENDS_BEFORE_IT_BEGINS', field: 'achievement.to' })
        : ok([{ type: 'CredentialIssued', data: command.data }]);
    }
    case 'RevokeCredential':
      if (credential.status === 'none') return refuse({ code: 'CREDENTIAL.NOT_FOUND' });
      return ok(
        credential.status === 'revoked' ? [] : [{ type: 'CredentialRevoked', data: { ...command.data, by: command.by, on: command.on } }],
      );
  }
}

function evolve(credential: Credential, event: CredentialEvent): Credential {
  switch (event.type) {
    case 'CredentialIssued':
      return { status: 'issued', person: event.data.person, issuer: event.data.issuer };
    case 'CredentialRevoked':
      return { ...credential, status: 'revoked' };
  }
}

/** A certificate: issued once, from the record, and revocable for good. */
export const credential: Decider<Credential, CredentialCommand, CredentialEvent, CredentialRefusal, CredentialFacts> = {
  initial: { status: 'none', person: null, issuer: null },
  decide,
  evolve,
};
