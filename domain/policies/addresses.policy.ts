import type { AddressCommand } from '../addresses/address.commands.js';
import type { Role } from '../institutions/institution.events.js';
import type { PersonId } from '../kernel/brand.js';
import type { Policies } from '../protocol/aggregate.js';
import { hasRole, isHub, type Actor, type Membership } from './actor.js';
import { administers, coordinates, is, runsHub } from './who.js';

/** Addresses are claimed and released by the hub, with the command that needs them. */
export const addressPolicies: Policies<AddressCommand, unknown, unknown> = { ClaimAddress: isHub, ReleaseAddress: isHub };

/**
 * An address can sign in. A coordinator may change a member’s only where the member has no right that the coordinator lacks ([AD8]), and
 * never their own.
 */
export const mayChangeEmailOf = (actor: Actor, person: PersonId, memberships: readonly Membership[]): boolean =>
  !is(actor, person) &&
  (runsHub(actor) ||
    (memberships.some(({ institution, trust }) => coordinates(actor, institution, trust)) &&
      memberships.every((membership) => membership.roles.every((role) => mayAsMuch(actor, role, membership)))));

function mayAsMuch(actor: Actor, role: Role, { institution, trust }: Membership): boolean {
  switch (role) {
    case 'coordinator':
      return coordinates(actor, institution, trust);
    case 'leader':
      return administers(actor, institution, trust) || hasRole(actor, institution, 'leader', trust);
    case 'administrator':
      return administers(actor, institution, trust);
  }
}
