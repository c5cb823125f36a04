import { z } from 'zod';
import { aggregateOf, aggregates } from '@alongside/domain/protocol/registry.js';
import { readCommand } from './read-command.js';

/** How many commands of each type are made; the seed is printed with what fails. */
const ROUNDS = 40;
const SEED = Number(process.env['SEED'] ?? 20_261_128);
/** Words of a validator or a programmer, none of which is for people. */
const NOT_FOR_PEOPLE =
  /\b(?:invalid|expected|received|unrecogni[sz]ed|zod|undefined|null|NaN|regex|string|object|array|JSON|token|property|key|too (?:big|small))\b|>=|<=|[{}]/i;

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly additionalProperties?: Shape | false;
}

function randomOf(seed: number): () => number {
  let at = seed;
  return () => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0;
    return at / 2 ** 32;
  };
}

const TEXT = 'Ünï çøde 💥\u0000 ';
/** What nobody would send by hand, and a program that is wrong does. */
const JUNK: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'x',
  TEXT,
  -1,
  0,
  1.5,
  1e9,
  true,
  [],
  [null],
  [[]],
  {},
  { a: { b: 1 } },
  '2026-02-30',
];

/** Something like what a schema takes, with a fault here and there. */
function faulty(shape: Shape, random: () => number): unknown {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  if (random() < 0.2) return pick(JUNK);
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return faulty(pick(either), random);
  if (shape.enum) return random() < 0.7 ? pick(shape.enum) : 'none of these';
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        [
          ...Object.entries(shape.properties ?? {}),
          ...(shape.additionalProperties ? [['0123456789abcdef', shape.additionalProperties] as const] : []),
          ...(random() < 0.1 ? [['unknown', {}] as const] : []),
        ].flatMap(([field, one]) => (random() < 0.1 ? [] : [[field, faulty(one, random)]])),
      );
    case 'array': {
      const length = pick([0, 1, 2, (shape.minItems ?? 1) - 1, Math.min((shape.maxItems ?? 3) + 1, 300)]);
      return Array.from({ length: Math.max(0, length) }, () => faulty(shape.items ?? {}, random));
    }
    case 'string':
      return pick(['a', 'anna@example.org', '2026-03-06', '15:40', 'x'.repeat(Math.min((shape.maxLength ?? 200) + 1, 20_000)), TEXT]);
    case 'integer':
    case 'number':
      return pick([(shape.minimum ?? 0) - 1, shape.minimum ?? 0, (shape.maximum ?? 100) + 1, 0.5]);
    default:
      return pick(JUNK);
  }
}

const commands = Object.values(aggregates).flatMap(({ commands: each }) => Object.entries(each as Readonly<Record<string, z.ZodType>>));

test.each(commands)(`whatever is wrong with %s is said in a sentence for people (seed ${SEED})`, (type, schema) => {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  const random = randomOf(SEED + type.length * 7_919);
  const said = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const sent = { commandId: 'c-12345678', type, stampedAt: '2026-03-06T09:00:00.000Z', data: faulty(shape, random) };
    const read = readCommand(sent, { aggregateOf });
    if (!read.ok) for (const { message } of read.error.problems ?? []) said.add(message);
  }
  expect([...said].filter((message) => NOT_FOR_PEOPLE.test(message) || !/^[A-Z“0-9].*[.?!]$/s.test(message))).toEqual([]);
});
