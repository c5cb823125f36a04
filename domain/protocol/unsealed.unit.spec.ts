import { z } from 'zod';
import { personalFields } from '../kernel/catalogue.js';
import { eventShapeOf, eventTypes } from './registry.js';

/** Where words stand in the log that nobody's key seals. Paths of strings that are not personal and take a sentence. */
function wordsIn(schema: z.ZodType, at: string): readonly string[] {
  if (personalFields.has(schema)) return [];
  if (schema instanceof z.ZodString) return schema.safeParse('What somebody said.').success ? [at] : [];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([field, inner]) => wordsIn(inner, `${at}.${field}`));
  if (schema instanceof z.ZodArray) return wordsIn(schema.element as z.ZodType, at);
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap((one) => wordsIn(one, at));
  if (schema instanceof z.ZodRecord) return wordsIn(schema.valueType as z.ZodType, at);
  if (schema instanceof z.ZodPipe) return wordsIn(schema.in as z.ZodType, at);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodPrefault
  )
    return wordsIn(schema.unwrap() as z.ZodType, at);
  return [];
}

const DETAILS = ['localAuthority', 'name', 'phase', 'reference', 'town', 'type'];
/** What an institution says of itself, and is no person’s. */
const OF_INSTITUTIONS = [
  ...['CalendarSet.closures.why', 'CalendarSet.terms.name', 'CredentialIssued.issuerName'],
  ...['InstitutionDescribed', 'InstitutionRegistered'].flatMap((type) => DETAILS.map((field) => `${type}.details.${field}`)),
];

test('[R9] what a person can write into an event is sealed with a key, or takes no sentence', () => {
  const words = eventTypes.flatMap((type) => wordsIn(eventShapeOf(type)?.data as z.ZodType, type));
  expect([...new Set(words)].sort()).toEqual(OF_INSTITUTIONS);
});
