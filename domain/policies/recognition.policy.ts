import type { InstitutionId, PersonId } from '../kernel/brand.js';
import type { Policies } from '../protocol/aggregate.js';
import type { CredentialCommand } from '../recognition/credential.commands.js';
import type { CredentialFacts } from '../recognition/credential.facts.js';
import { isHub } from './actor.js';
import { coordinates, is, runsHub } from './who.js';

/** What a policy needs to know of a credential: whose it is and who issued it. */
export interface IssuedCredential {
  readonly person: PersonId | null;
  readonly issuer: InstitutionId | null;
}

/**
 * Only the hub issues certificates, because their figures come from the record. The holder, and coordinators or administrators of the
 * issuer, may revoke one.
 */
export const credentialPolicies: Policies<CredentialCommand, IssuedCredential, Pick<CredentialFacts, 'issuerTrust'>> = {
  IssueCredential: isHub,
  RaiseCredential: isHub,
  RevokeCredential: (actor, { data }, { person, issuer }, { issuerTrust }) =>
    data.why === 'asked-by-holder'
      ? is(actor, person)
      : runsHub(actor) || (issuer !== null && !is(actor, person) && coordinates(actor, issuer, issuerTrust)),
};
