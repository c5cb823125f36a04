import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PersonId } from '../kernel/brand.js';
import { replay } from '../kernel/decider.js';
import { mapPersonal, personalPlacesOf } from '../kernel/catalogue.js';
import {
  aggregateOf,
  aggregates,
  checkEvent,
  commandTypes,
  eventShapeOf,
  eventTypes,
  parseEvent,
  upcast,
  type AnyAggregate,
  type WrittenEvent,
} from './registry.js';

type Golden = WrittenEvent & { readonly data: object };
const golden = JSON.parse(readFileSync(new URL('../testing/golden-events.json', import.meta.url), 'utf8')) as readonly Golden[];

const all = Object.values(aggregates) as unknown as readonly AnyAggregate[];

function placesOf(type: string) {
  const shape = eventShapeOf(type);
  return shape ? personalPlacesOf(shape) : [];
}

describe('the registry', () => {
  test('every command and every event has one home', () => {
    expect(commandTypes).toHaveLength(all.flatMap((aggregate) => Object.keys(aggregate.commands)).length);
    expect(eventTypes).toHaveLength(all.flatMap((aggregate) => Object.keys(aggregate.events)).length);
    for (const [category, aggregate] of Object.entries(aggregates)) expect(aggregate.category).toBe(category);
  });

  test('every command has a policy, and nothing else has', () => {
    for (const aggregate of all) expect(Object.keys(aggregate.policies).sort()).toEqual(Object.keys(aggregate.commands).sort());
  });

  test('every command is about a stream of its own area, and never of two things at once', () => {
    for (const [category, { commands, streamOf }] of Object.entries(aggregates as unknown as Readonly<Record<string, AnyAggregate>>))
      for (const [type, schema] of Object.entries(commands)) {
        // A field that the schema does not name is not there once the hub has read the command.
        const named = (field: string | symbol) => schema instanceof z.ZodObject && Object.hasOwn(schema.shape, field);
        const data = new Proxy({}, { get: (_, field) => (named(field) ? String(field) : undefined) });
        const stream = streamOf({ type, by: 'ben' as PersonId, at: '' as never, on: '' as never, data });
        expect([type, stream]).toEqual([type, expect.stringMatching(new RegExp(`^${category}-(?!undefined)\\w+$`))]);
      }
  });

  test('[R9] what is known of a person is told to themself, and once they are erased to nobody, for good', () => {
    const { knownTo, decider } = aggregates.person;
    const joined = { type: 'PersonJoined', data: { person: 'ben' as PersonId, name: 'Ben', email: 'ben@elm.example' } } as const;
    const known = (...events: readonly Parameters<typeof decider.evolve>[1][]) => knownTo?.(replay(decider, events), 'ben');
    expect(known(joined)).toEqual(['person:ben']);
    expect(known(joined, { type: 'PersonErased', data: { person: 'ben' as PersonId } })).toEqual([]);
  });

  test('a name that every object has is no command and no event', () => {
    expect(aggregateOf('constructor')).toBeUndefined();
    expect(eventShapeOf('toString')).toBeUndefined();
    expect(aggregateOf('AcceptRequest')?.category).toBe('caseload');
  });

  test('a personal field names a field beside it that holds a person, or the actor', () => {
    for (const type of eventTypes) {
      const written = golden.findLast((event) => event.type === type)?.data as Record<string, never> | undefined;
      for (const { list, field, of } of placesOf(type)) {
        const holder: object = list ? (written?.[list]?.[0] ?? {}) : (written ?? {});
        expect({ type, field, of, named: of === 'actor' || Object.hasOwn(holder, of) }).toEqual({
          type,
          field,
          of,
          named: true,
        });
      }
    }
  });
});

describe('events as they were ever written', () => {
  test.each(golden)('$type, version $version, still parses', (written) => {
    expect(() => checkEvent(parseEvent(written))).not.toThrow();
  });

  test('no schema leaves out anything that an event holds', () => {
    for (const written of golden) {
      const { type, data } = parseEvent(written);
      expect([type, eventShapeOf(type)?.data.parse(data)]).toEqual([type, data]);
    }
  });

  test('the golden file holds every version of every type', () => {
    const held = golden.map(({ type, version }) => `${type} ${version}`);
    const ever = eventTypes.flatMap((type) =>
      Array.from({ length: eventShapeOf(type)?.version ?? 0 }, (_, index) => `${type} ${index + 1}`),
    );
    expect(held.toSorted()).toEqual(ever.toSorted());
  });

  test('[R9] an event whose person was erased still parses', () => {
    for (const { type, version, data } of golden) {
      const today = parseEvent({ type, version, data }).data;
      const erased = mapPersonal(placesOf(type), today, 'p-actor' as PersonId, (one) => one.erased);
      expect(() => checkEvent({ type, data: erased })).not.toThrow();
    }
  });

  test('[R9] what stands in place of an erased person’s words says nothing: it is empty, says so, or is a usual choice or a day', () => {
    const said = (value: unknown): readonly string[] =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(said) : [];
    const instead = eventTypes.flatMap((type) => placesOf(type).flatMap(({ erased }) => said(erased)));
    expect(instead.length).toBeGreaterThan(10);
    expect(instead.filter((word) => !/^(|erased|either|fortnightly|\d{4}-\d{2}-\d{2})$/.test(word))).toEqual([]);
  });

  test('an old version climbs every step to today, and only those it needs', () => {
    const shape = {
      version: 3,
      data: z.object({ minutes: z.number(), online: z.boolean() }),
      upcast: { 1: ({ hours }: { hours: number }) => ({ minutes: hours * 60 }), 2: (data: object) => ({ ...data, online: false }) },
    };
    expect(upcast('WalkTaken', shape, 1, { hours: 2 })).toEqual({ minutes: 120, online: false });
    expect(upcast('WalkTaken', shape, 2, { minutes: 45 })).toEqual({ minutes: 45, online: false });
    expect(upcast('WalkTaken', shape, 3, { minutes: 45, online: true })).toEqual({ minutes: 45, online: true });
  });

  test('what no schema knows does not pass', () => {
    expect(() => parseEvent({ type: 'MoonLanded', version: 1, data: {} })).toThrow('MoonLanded');
    expect(() => parseEvent({ type: 'PersonErased', version: 2, data: { person: 'p' } })).toThrow('version 2');
    expect(() => parseEvent({ type: 'PersonErased', version: 0, data: { person: 'p' } })).toThrow('no step from version 0');
    expect(() => checkEvent({ type: 'PersonErased', data: { person: '' } })).toThrow('person');
    expect(() => checkEvent({ type: 'PersonJoined', data: { person: 'p', name: '', email: 'not an address' } })).toThrow('email');
  });
});
