import type { Lookups } from '@alongside/projections/store/row-keys.js';
import { z } from 'zod';
import type { EventCatalogue } from '@alongside/domain/kernel/catalogue.js';
import { envelope } from '@alongside/domain/protocol/messages.js';
import { QUERY_LIMIT_ROWS } from '@alongside/projections/store/view-store.js';
import { AFTER_HEADER } from './after-header.js';
import type { Endpoint } from './endpoint.js';
import { endpoints, problem } from './endpoints.js';

/** What the description is made of: the commands by type, grouped by area, and the views with what they are looked up by. */
export interface Described {
  readonly areas: readonly {
    readonly category: string;
    readonly commands: Readonly<Record<string, z.ZodType>>;
    readonly events?: EventCatalogue;
  }[];
  readonly views: readonly ({ readonly name: string } & Lookups)[];
}

type Json = Readonly<Record<string, unknown>>;
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};
const json = (schema: Json): Json => ({ 'application/json': { schema } });

const accepted = z.object({ outcome: z.literal('accepted'), commandId: z.string(), position: z.string() });
const rejected = z.object({
  outcome: z.literal('rejected'),
  commandId: z.string(),
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  problems: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
const sentRow = z.object({ view: z.string(), id: z.string(), position: z.string(), data: z.looseObject({}) });
const rows = z.object({ rows: z.array(sentRow), through: z.string().nullable() });
const row = z.object({ row: sentRow, through: z.string().nullable() });

const OWN_PAGE: Json = {
  name: 'x-alongside',
  in: 'header',
  required: true,
  description: 'Always 1.',
  schema: { type: 'string', const: '1' },
};
const AFTER: Json = {
  name: AFTER_HEADER,
  in: 'header',
  description: 'The position of your last write. The answer includes it.',
  schema: { type: 'string' },
};

const HOW_TO = `Every action is a **command**, sent to \`POST /api/commands\`. Make the id once and send the command unchanged until it is answered: twice has the effect of once. Whatever changes something carries the header \`x-alongside: 1\`.

Everything people see is **rows of views**, and you are sent the rows that you may see. To read your own write, name its position in the header \`${AFTER_HEADER}\`.

Changes come by Socket.IO: send \`resume\` with the last position you have and the views you keep, and take \`changes\` from there.`;

/** The OpenAPI 3.1 description of the whole interface, from the schemas that check what is sent. */
export function openApi({ areas, views }: Described): Json {
  const commands = areas.flatMap(({ commands: each }) => Object.entries(each));
  const schemas = Object.fromEntries([
    ...commands.map(([type, data]) => [type, schemaOf(envelope.extend({ type: z.literal(type), data }))]),
    ...Object.entries({ Accepted: accepted, Rejected: rejected, Rows: rows, Row: row, Problem: problem }).map(([name, schema]) => [
      name,
      schemaOf(schema),
    ]),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Alongside',
      version: '1',
      description: HOW_TO,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: {
      '/api/commands': { post: giveCommand(commands.map(([type]) => type)) },
      ...Object.fromEntries(views.flatMap((view) => viewPaths(view))),
      ...pathsOf(endpoints),
    },
    components: { schemas, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'alongside' } } },
  };
}

const REFUSED = { description: 'A refusal.', content: json(ref('Problem')) };

const giveCommand = (types: readonly string[]): Json => ({
  operationId: 'giveCommand',
  summary: 'Gives a command. The same commandId twice has the effect of one.',
  tags: ['commands'],
  security: [{ session: [] }],
  parameters: [OWN_PAGE, AFTER],
  requestBody: {
    required: true,
    content: json({
      oneOf: types.map(ref),
      discriminator: { propertyName: 'type', mapping: Object.fromEntries(types.map((type) => [type, `#/components/schemas/${type}`])) },
    }),
  },
  responses: {
    200: { description: 'It was accepted.', content: json(ref('Accepted')) },
    401: REFUSED,
    413: REFUSED,
    '4XX': { description: 'It was rejected. The code says why.', content: json(ref('Rejected')) },
  },
});

/** What a read says of an order that the view declares. */
function orderParameters(orders: NonNullable<Lookups['orders']>): readonly Json[] {
  if (orders.length === 0) return [];
  const parameter = (name: string, description: string, schema: Json = { type: 'string' }) => ({ name, in: 'query', description, schema });
  const fields = [...new Set(orders.map(({ by }) => by))];
  const said = orders.map(({ within, by }) => `by ${by} where \`where.${within}\` is given`).join(', ');
  return [
    parameter('order', `Rows in order of this field: ${said}. Without it, in order of id.`, { type: 'string', enum: fields }),
    parameter('descending', 'Last first.', { type: 'string', enum: ['1'] }),
    parameter('from', 'Only rows whose value is this or comes after it.'),
    parameter('to', 'Only rows whose value is this or comes before it.'),
    parameter('afterValue', 'With `afterId`: the value of the last row of the page before.'),
  ];
}

function viewPaths({ name, indexes, orders = [] }: Described['views'][number]): readonly (readonly [string, Json])[] {
  const query = (parameter: string, description: string, schema: Json = { type: 'string' }) => ({
    name: parameter,
    in: 'query',
    description,
    schema,
  });
  const common = { tags: ['views'], security: [{ session: [] }] };
  return [
    [
      `/api/views/${name}`,
      {
        get: {
          ...common,
          operationId: `list-${name}`,
          summary: `Rows of “${name}” that you may see, in order of id.`,
          parameters: [
            query('ids', 'Only these, separated by commas.'),
            ...indexes.map((field) => query(`where.${field}`, `Only rows whose ${field} is, or contains, this.`)),
            query('afterId', 'Rows after this id: for the next page.'),
            ...orderParameters(orders),
            query('limit', 'How many rows.', { type: 'integer', minimum: 1, maximum: QUERY_LIMIT_ROWS }),
            AFTER,
          ],
          responses: { 200: { description: 'Rows.', content: json(ref('Rows')) }, 400: REFUSED, 401: REFUSED },
        },
      },
    ],
    [
      `/api/views/${name}/{id}`,
      {
        get: {
          ...common,
          operationId: `get-${name}`,
          summary: `One row of “${name}”.`,
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }, AFTER],
          responses: { 200: { description: 'The row.', content: json(ref('Row')) }, 401: REFUSED, 404: REFUSED },
        },
      },
    ],
  ];
}

function pathsOf(all: readonly Endpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of all) (paths[endpoint.path] ??= {})[endpoint.method] = operationOf(endpoint);
  return paths;
}

function operationOf({ method, path, summary, signedIn, query = {}, body, answers }: Endpoint): Json {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const inQuery = Object.entries(query).map(([name, description]) => ({ name, in: 'query', description, schema: { type: 'string' } }));
  const responses = Object.entries(answers).map(([status, { description, schema }]) => [
    status,
    { description, ...(schema && { content: json(schemaOf(schema)) }) },
  ]);
  return {
    operationId: `${method}${path.replace(/[^a-z]+/gi, '-')}`.replace(/-$/, ''),
    summary,
    tags: ['endpoints'],
    security: signedIn ? [{ session: [] }] : [],
    parameters: [...(method === 'get' ? [] : [OWN_PAGE]), ...inPath, ...inQuery],
    ...(body && { requestBody: { required: true, content: json(schemaOf(body)) } }),
    responses: { ...Object.fromEntries(responses), '4XX': REFUSED },
  };
}
