import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { pointOf } from './directory-indexer.js';
import type { OwnPlace } from './where-asked.js';

/** The nations in which a person's schools are; none where they have no school. */
export const ownNationsOf = (person: PersonId, look: HubReader): ReadonlySet<Nation> =>
  new Set((look.row('membership', person)?.institutions ?? []).flatMap((id) => look.row('institution', id)?.details.nation ?? []));

/** Where a person works: the first of their schools that is open and on the map, else one on the map, else any. Undefined: nowhere. */
export function ownPlaceOf(person: PersonId, look: HubReader): OwnPlace | undefined {
  const at = (look.row('membership', person)?.institutions ?? []).flatMap((id) => look.row('institution', id) ?? []);
  const best =
    at.find(({ details, closed }) => !closed && pointOf(details)) ??
    at.find(({ details }) => pointOf(details)) ??
    at.find(({ closed }) => !closed) ??
    at[0];
  if (!best) return undefined;
  const point = pointOf(best.details);
  return { name: best.details.name, ...(point && { point }) };
}
