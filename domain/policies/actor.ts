import type { InstitutionId, MentorshipId, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { Role } from '../institutions/institution.events.js';

/** The institution whose administrators look after the hub itself. */
export const HUB_INSTITUTION = 'hub' as InstitutionId;

/** One belonging of a person: where, since it was stamped with its trust, and with which roles. */
export interface Membership {
  readonly institution: InstitutionId;
  readonly trust: InstitutionId | null;
  readonly roles: readonly Role[];
}

/** The actor of a command or query: a person with their memberships, or the hub itself. */
export interface Actor {
  readonly person: PersonId;
  readonly memberships: readonly Membership[];
  readonly mentorships: readonly MentorshipId[];
  /** People they ever shared a request or a mentorship with. */
  readonly knows: readonly PersonId[];
}

export const hubActor: Actor = { person: HUB, memberships: [], mentorships: [], knows: [] };
export const isHub = (actor: Actor): boolean => actor.person === HUB;
export const isHubAdministrator = (actor: Actor): boolean => hasRole(actor, HUB_INSTITUTION, 'administrator');

/** Holds the role at the institution itself. A role at a trust counts in its schools where the caller also passes the school's trust. */
export function hasRole(actor: Actor, institution: InstitutionId, role: Role, trust: InstitutionId | null = null): boolean {
  return actor.memberships.some(
    (membership) =>
      (membership.institution === institution || (trust !== null && membership.institution === trust)) && membership.roles.includes(role),
  );
}

/** Decides which rows a person may see: a row’s audience and their principals must meet (`audience.ts`). */
export type Principal =
  | 'everyone'
  | `person:${string}`
  | `mentorship:${string}`
  | `known:${string}`
  | `institution:${string}`
  | `institution:${string}#coordinators`
  | `institution:${string}#leaders`
  | `institution:${string}#administrators`;

/** Everybody who knows a person: one constant part of an audience, however many they are. */
export const knownPerson = (person: PersonId): Principal => `known:${person}`;

const SUFFIX = { coordinator: 'coordinators', leader: 'leaders', administrator: 'administrators' } as const;

/** Every principal of a person. There are no others. */
export function principalsOf(actor: Actor): readonly Principal[] {
  const found = new Set<Principal>(['everyone', `person:${actor.person}`]);
  for (const { institution, trust, roles } of actor.memberships) {
    found.add(`institution:${institution}`);
    if (trust) found.add(`institution:${trust}`);
    for (const role of roles) found.add(`institution:${institution}#${SUFFIX[role]}`);
  }
  for (const mentorship of actor.mentorships) found.add(`mentorship:${mentorship}`);
  for (const person of actor.knows) found.add(knownPerson(person));
  return [...found];
}
