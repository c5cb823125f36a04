import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { personId, type PersonId } from '../kernel/brand.js';
import { aggregates, eventShapeOf, parseEvent, type AnyAggregate, type WrittenEvent } from '../protocol/registry.js';
import { peopleIn, withPeople } from './people-in.js';

const golden = JSON.parse(readFileSync(new URL('../testing/golden-events.json', import.meta.url), 'utf8')) as readonly WrittenEvent[];
const all = Object.values(aggregates) as unknown as readonly AnyAggregate[];

/** Fields of text that name nobody, though they may read like it: each says why. */
const NAMES_NOBODY: Readonly<Record<string, string>> = {
  'RecordsJoined.joined': 'the record as it was: what says that it is another’s',
  'FurtherAddressLeft.joined': 'the record as it was',
};

/** Every text in data, with the path of fields that leads to it. */
function textsIn(data: unknown, path: readonly string[] = []): readonly (readonly [path: string, text: string])[] {
  if (typeof data === 'string') return [[path.join('.'), data]];
  if (Array.isArray(data)) return data.flatMap((one) => textsIn(one, path));
  return typeof data === 'object' && data !== null ? Object.entries(data).flatMap(([field, one]) => textsIn(one, [...path, field])) : [];
}

describe('who stands in an event', () => {
  const written = golden.map((event) => parseEvent(event));
  const people = new Set<string>(written.flatMap(({ type, data }) => peopleIn(eventShapeOf(type)?.data ?? z.unknown(), data)));

  test('is found in every event: no text that is a person elsewhere stands where nobody is looked for', () => {
    const missed = written.flatMap(({ type, data }) => {
      const after = withPeople(eventShapeOf(type)?.data ?? z.unknown(), data, () => '*' as PersonId);
      return textsIn(after).flatMap(([path, text]) => (people.has(text) ? [`${type}.${path}`] : []));
    });
    expect([...new Set(missed)].filter((place) => !(place in NAMES_NOBODY)).sort()).toEqual([]);
    expect(people.size).toBeGreaterThan(5);
  });

  test('is found in every command that names them', () => {
    const named = all.flatMap(({ commands }) =>
      Object.entries(commands).flatMap(([type, schema]) => {
        const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
        const some = Object.fromEntries(shape.map((field) => [field, field]));
        return shape.includes('person') && !peopleIn(schema, some).includes('person' as PersonId) ? [type] : [];
      }),
    );
    expect(named).toEqual([]);
  });

  test('also within lists, lists of objects, and fields that may be empty or absent', () => {
    const shape = z.object({
      person: personId,
      none: personId.nullable(),
      absent: personId.optional(),
      several: z.array(personId),
      items: z.array(z.object({ by: personId, item: z.string() })),
      word: z.string(),
    });
    const data = { person: 'ben', none: null, several: ['asha', 'ben'], items: [{ by: 'ben', item: 'ben' }], word: 'ben' };
    expect(peopleIn(shape, data)).toEqual(['ben', 'asha', 'ben', 'ben']);
    const renamed = (person: PersonId) => (person === 'ben' ? ('kept' as PersonId) : person);
    expect(withPeople(shape, data, renamed)).toEqual({
      ...{ person: 'kept', none: null, several: ['asha', 'kept'], items: [{ by: 'kept', item: 'ben' }], word: 'ben' },
    });
    expect(withPeople(shape, data, (person) => person)).toBe(data);
  });
});
