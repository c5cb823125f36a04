import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { hubActor, type Actor } from '@alongside/domain/policies/actor.js';
import { accessId } from '../views/access.view.js';
import type { HubReader } from '../views/index.js';

/** The actor, with their memberships, the mentorships that they are or were in, and whom they know; an unknown person has none. */
export function actorOf(person: PersonId, look: HubReader): Actor {
  if (person === HUB) return hubActor;
  const belonging = look.row('access', accessId('belonging', person));
  const pairs = look.row('access', accessId('pairs', person));
  const known = look.row('access', accessId('known', person));
  return {
    person,
    memberships: belonging?.kind === 'belonging' ? belonging.memberships : [],
    mentorships: pairs?.kind === 'pairs' ? pairs.mentorships : [],
    knows: known?.kind === 'known' ? known.people.map((met) => met.person) : [],
  };
}
