import type { PersonId } from '../kernel/brand.js';
import { personalPlacesOf, personalValuesOf, type PersonalPlace } from '../kernel/catalogue.js';
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
