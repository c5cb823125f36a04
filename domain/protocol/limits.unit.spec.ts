import { z } from 'zod';
import { aggregates, commandTypes, type AnyAggregate } from './registry.js';
import { resumeRequest, watchRequest } from './messages.js';

/** A schema as JSON Schema says it. */
interface Said {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Said>>;
  readonly items?: Said;
  readonly anyOf?: readonly Said[];
  readonly oneOf?: readonly Said[];
  readonly additionalProperties?: Said | boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly allOf?: readonly Said[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly maximum?: number;
  readonly minimum?: number;
}

/** Every part of a schema, by where it stands. */
function partsOf(said: Said, at: string): readonly (readonly [string, Said])[] {
  const inside = [
    ...Object.entries(said.properties ?? {}).map(([field, one]) => partsOf(one, `${at}.${field}`)),
    ...[said.anyOf, said.oneOf].flatMap((ways) => (ways ?? []).map((one) => partsOf(one, at))),
    ...(said.items ? [partsOf(said.items, `${at}.*`)] : []),
    ...(typeof said.additionalProperties === 'object' ? [partsOf(said.additionalProperties, `${at}.*`)] : []),
  ];
  return [[at, said], ...inside.flat()];
}

const all = Object.values(aggregates) as unknown as readonly AnyAggregate[];
const schemas = [
  ...all.flatMap(({ commands }) => Object.entries(commands)),
  ...all.flatMap(({ events }) => Object.entries(events).map(([type, { data }]) => [type, data] as const)),
  ['resume', resumeRequest] as const,
  ['watch', watchRequest] as const,
];
const parts = schemas.flatMap(([type, schema]) => partsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Said, type));
/** Ids, days and times have a form, choices their values. */
const isShort = (said: Said) =>
  [said.pattern, said.format, said.enum, said.const].some((one) => one !== undefined) || said.allOf !== undefined;
const wrong = (is: (said: Said) => boolean) => parts.filter(([, said]) => is(said)).map(([at]) => at);

/** What counts up by itself, or measures a map, has no end. */
const COUNTED = /\.(edition|suggestion|seen|goalsAchieved|easting|northing)$/;

describe('whatever is asked of the hub, and whatever it keeps, has a limit', () => {
  test('text', () => {
    expect(parts.filter(([, { type }]) => type === 'string').length).toBeGreaterThan(200);
    expect(wrong((said) => said.type === 'string' && said.maxLength === undefined && !isShort(said))).toEqual([]);
    expect(wrong(({ minLength = 0, maxLength = Infinity }) => minLength > 1 && minLength >= maxLength)).toEqual([]);
  });

  test('lists, of which one entry is always taken', () => {
    // The hub itself writes which of its two lines changed.
    expect(wrong((said) => said.type === 'array' && said.maxItems === undefined && said.items?.enum === undefined)).toEqual([]);
    expect(wrong(({ minItems = 0 }) => minItems > 2)).toEqual([]);
  });

  test('numbers', () => {
    expect(wrong((said) => said.type === 'integer' && !(Number(said.minimum) < Number(said.maximum)))).toEqual([]);
    // Figures of events are worked out by the hub.
    const isAsked = (at: string) => commandTypes.includes(at.split('.')[0] ?? '') && !COUNTED.test(at);
    expect(wrong((said) => said.type === 'integer' && said.maximum === Number.MAX_SAFE_INTEGER).filter(isAsked)).toEqual([]);
  });
});
