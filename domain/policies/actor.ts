import type { InstitutionId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { Role } from '../institutions/institution.events.js';
import type { Actor } from './stands-for.js';

export { actorWith, hubActor, knownPerson, principalsOf } from './stands-for.js';
export type { Actor, Membership, Principal } from './stands-for.js';

/** The institution whose administrators look after the hub itself. */
export const HUB_INSTITUTION = 'hub' as InstitutionId;

/** Who belongs where with which roles: enough to say what a role allows. */
export type Member = Pick<Actor, 'person' | 'memberships'>;
export const isHub = (actor: Member): boolean => actor.person === HUB;
export const isHubAdministrator = (actor: Member): boolean => hasRole(actor, HUB_INSTITUTION, 'administrator');

/** Holds the role at the institution itself. A role at a trust counts in its schools where the caller also passes the school's trust. */
export function hasRole(actor: Member, institution: InstitutionId, role: Role, trust: InstitutionId | null = null): boolean {
  return actor.memberships.some(
    (membership) =>
      (membership.institution === institution || (trust !== null && membership.institution === trust)) && membership.roles.includes(role),
  );
}
