import type { InstitutionId, PersonId } from '../kernel/brand.js';
import type { Policies } from '../protocol/aggregate.js';
import type { CredentialCommand } from '../recognition/credential.commands.js';
import { hasRole, isHub } from './actor.js';
import { is, runsHub } from './who.js';

/** What a policy needs to know of a credential: whose it is and who issued it. */
export interface IssuedCredential {
  readonly person: PersonId | null;
  readonly issuer: InstitutionId | null;
}

/**
 * Figures on a certificate come from the record, so only the hub issues one. Its holder may ask for it to be revoked; the issuer's
 * administrators may correct the record, but not in the holder's name.
 */
export const credentialPolicies: Policies<CredentialCommand, IssuedCredential, unknown> = {
  IssueCredential: isHub,
  RevokeCredential: (actor, { data }, { person, issuer }) =>
    data.why === 'asked-by-holder' ? is(actor, person) : runsHub(actor) || (issuer !== null && hasRole(actor, issuer, 'administrator')),
};
