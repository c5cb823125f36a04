import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { hubActor, type Actor } from '@alongside/domain/policies/actor.js';
import type { HubReader } from '../views/index.js';
import { membershipsOf } from './gather.js';

/** The actor, with their memberships and the mentorships that they are or were in; an unknown person has none. */
export function actorOf(person: PersonId, look: HubReader): Actor {
  if (person === HUB) return hubActor;
  const mentorships = [...look.rows('mentorship', { mentor: person }), ...look.rows('mentorship', { mentee: person })].map(
    ({ mentorship }) => mentorship,
  );
  const memberships = membershipsOf(person, look).map(({ institution, trust, roles }) => ({ institution, trust, roles }));
  return { person, memberships, mentorships };
}
