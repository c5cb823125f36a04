import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import type { HubParts } from '../app/hub.js';
import { Problem } from '../app/problem.js';

/** Throws unless a person administers the hub. */
export function allowHubAdministrator(hub: Pick<HubParts, 'audience'>, person: PersonId): void {
  if (!isHubAdministrator(hub.audience.actor(person)))
    throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only administrators of this hub can see this.');
}
