import type { PersonId } from '../kernel/brand.js';
import { personalFieldsOf } from '../kernel/catalogue.js';
import { eventShapeOf } from './registry.js';

const fields = new Map<string, readonly string[]>();

/** The fields of an event that name whose its personal fields are. */
function ownerFieldsOf(type: string): readonly string[] {
  const known = fields.get(type);
  if (known) return known;
  const shape = eventShapeOf(type);
  const found = shape ? [...new Set([...personalFieldsOf(shape).values()].map(({ of }) => of))] : [];
  fields.set(type, found);
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
  const owners = ownerFieldsOf(type);
  if (owners.length === 0) return owners as readonly PersonId[];
  const named = data as Readonly<Record<string, unknown>>;
  // What a schema marks as somebody's is named by a field that holds an id.
  return [...new Set(owners.map((of) => (of === 'actor' ? actor : named[of])))].filter((one): one is PersonId => typeof one === 'string');
}
