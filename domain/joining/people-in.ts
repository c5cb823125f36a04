import { z } from 'zod';
import { personId, type PersonId } from '../kernel/brand.js';

/** Where people stand in data of one shape. */
type Places =
  | { readonly kind: 'person' }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [field: string, places: Places])[] }
  | { readonly kind: 'items'; readonly of: Places };

type Fields = Readonly<Record<string, unknown>>;

/** Places of people, by the marks of the schema: whatever is read as the id of a person is one, however deep. Undefined where there are none. */
function placesIn(schema: z.ZodType): Places | undefined {
  if (schema === personId) return { kind: 'person' };
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([field, inner]) => {
      const places = placesIn(inner);
      return places ? [[field, places] as const] : [];
    });
    return fields.length > 0 ? { kind: 'fields', fields } : undefined;
  }
  if (schema instanceof z.ZodArray) {
    const of = placesIn(schema.element as z.ZodType);
    return of && { kind: 'items', of };
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly)
    return placesIn(schema.unwrap() as z.ZodType);
  return undefined;
}

const known = new WeakMap<z.ZodType, { readonly places: Places | undefined }>();

function placesOf(schema: z.ZodType): Places | undefined {
  const before = known.get(schema);
  if (before) return before.places;
  const places = placesIn(schema);
  known.set(schema, { places });
  return places;
}

/** Data with another person in each place of a person. The same data where nobody changes. */
export const withPeople = (schema: z.ZodType, data: unknown, next: (person: PersonId) => PersonId): unknown => {
  const places = placesOf(schema);
  return places ? mapped(places, data, next) : data;
};

/** Everyone whom data of this shape names, once for each place. */
export function peopleIn(schema: z.ZodType, data: unknown): readonly PersonId[] {
  const found: PersonId[] = [];
  withPeople(schema, data, (person) => {
    found.push(person);
    return person;
  });
  return found;
}

function mapped(places: Places, data: unknown, next: (person: PersonId) => PersonId): unknown {
  switch (places.kind) {
    case 'person':
      // The schema says that a text here is a person.
      return typeof data === 'string' ? next(data as PersonId) : data;
    case 'items': {
      if (!Array.isArray(data)) return data;
      const after = data.map((one) => mapped(places.of, one, next));
      return after.every((one, index) => one === data[index]) ? data : after;
    }
    case 'fields': {
      if (typeof data !== 'object' || data === null) return data;
      const before = data as Fields;
      let after: Record<string, unknown> | undefined;
      for (const [field, inner] of places.fields) {
        const one = mapped(inner, before[field], next);
        if (one !== before[field]) (after ??= { ...before })[field] = one;
      }
      return after ?? before;
    }
  }
}
