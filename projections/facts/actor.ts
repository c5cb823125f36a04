import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { hubActor, type Actor } from '@alongside/domain/policies/actor.js';
import { actorFrom } from '@alongside/domain/policies/stands-for.js';
import { accessId } from '../views/access.view.js';
import type { HubReader } from '../views/index.js';

/** The actor, with all that the `access` view has of them; an unknown person stands for nothing. */
export const actorOf = (person: PersonId, look: HubReader): Actor =>
  person === HUB ? hubActor : actorFrom(person, (kind) => look.row('access', accessId(kind, person)));
