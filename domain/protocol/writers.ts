import type { PersonId } from '../kernel/brand.js';
import { mapPersonal, personalPlacesOf, personalValuesOf, type PersonalPlace } from '../kernel/catalogue.js';
import { eventShapeOf } from './registry.js';

const NOBODY: readonly PersonId[] = [];
const places = new Map<string, readonly PersonalPlace[]>();

function placesIn(type: string): readonly PersonalPlace[] {
  const known = places.get(type);
  if (known) return known;
  const shape = eventShapeOf(type);
  const found = shape ? personalPlacesOf(shape) : [];
  places.set(type, found);
  return found;
}

/** Whose own words or data stand in an event, by the marks of its schema: readable or erased. */
export function writersIn({
  type,
  actor,
  data,
}: {
  readonly type: string;
  readonly actor: PersonId;
  readonly data: unknown;
}): readonly PersonId[] {
  const found = placesIn(type);
  return found.length === 0 ? NOBODY : [...new Set(personalValuesOf(found, data, actor).map(({ owner }) => owner))];
}

/** An event as it reads once the keys of some people are gone: the same object where nothing in it is theirs. */
export function withoutWordsOf<E extends { readonly type: string; readonly actor: PersonId; readonly data: unknown }>(
  event: E,
  isErased: (person: PersonId) => boolean,
): E {
  if (!writersIn(event).some(isErased)) return event;
  const data = mapPersonal(placesIn(event.type), event.data, event.actor, ({ owner, value, erased }) => (isErased(owner) ? erased : value));
  return { ...event, data };
}
