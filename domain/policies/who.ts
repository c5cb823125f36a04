import type { InstitutionId, PersonId } from '../kernel/brand.js';
import { takesPart, type Participants } from '../mentorships/participants.js';
import { hasRole, isHub, isHubAdministrator, type Actor, type Member } from './actor.js';

/** A missing id never equals an actor. */
export const is = (actor: Member, person: PersonId | null): boolean => person !== null && actor.person === person;

/** The person whom the command is about, or the hub on their behalf. */
export const selfOrHub = (actor: Member, person: PersonId): boolean => is(actor, person) || isHub(actor);

/** Looks after the hub as a whole: its administrators, and the hub itself. */
export const runsHub = (actor: Member): boolean => isHub(actor) || isHubAdministrator(actor);

/** Administers the institution, itself or through its trust, or looks after the hub. */
export const administers = (actor: Member, institution: InstitutionId, trust: InstitutionId | null): boolean =>
  runsHub(actor) || hasRole(actor, institution, 'administrator', trust);

/** Coordinates some institution, or looks after the hub. */
export const coordinatesSomewhere = (actor: Member): boolean =>
  runsHub(actor) || actor.memberships.some(({ roles }) => roles.includes('coordinator'));

/** Coordinates or administers the institution, itself or through its trust, or looks after the hub. Leading is not enough: leaders see outcomes. */
export const coordinates = (actor: Member, institution: InstitutionId, trust: InstitutionId | null): boolean =>
  administers(actor, institution, trust) || hasRole(actor, institution, 'coordinator', trust);

/** Participants only: the assessment wall (R6) depends on this line. */
export const participates = (actor: Actor, participants: Participants | undefined): boolean =>
  participants !== undefined && takesPart(participants, actor.person);
