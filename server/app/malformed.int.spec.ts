import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from './create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, testFolders } from './hub.testing.js';

jest.setTimeout(60_000);

interface Route {
  readonly method: 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
}

/** Every route that changes something, read from the controllers: a new one is here by itself. */
const ROUTES: readonly Route[] = readdirSync(resolve('server'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.controller.ts') && !name.includes('node_modules') && !name.includes('dist/'))
  .flatMap((name) => {
    const source = readFileSync(join(resolve('server'), name), 'utf8');
    const at = /@Controller\('([^']*)'\)/.exec(source)?.[1] ?? '';
    return [...source.matchAll(/@(Post|Put|Patch|Delete)\((?:'([^']*)')?\)/g)].map(([, method = '', path]) => ({
      method: method.toLowerCase() as Route['method'],
      path: `/${[at, path].filter(Boolean).join('/')}`.replace(/:\w+/g, 'x'),
    }));
  });

const FIELDS = [
  ...['email', 'code', 'shared', 'person', 'token', 'name', 'host', 'port', 'security', 'user', 'password', 'senderName', 'senderAddress'],
  ...['view', 'inviteOn', 'commandId', 'type', 'data', 'stampedAt', 'columns'],
];
const every = (value: unknown) => Object.fromEntries(FIELDS.map((field) => [field, value]));
/** Bodies that no route takes. The password goes to a server that has none, so that the kept one is never asked for. */
const BODIES: readonly (readonly [what: string, body: string])[] = [
  ['nothing', '{}'],
  ['no JSON', '{"email":'],
  ['a list', '[]'],
  ['a word', '"x"'],
  ['null', 'null'],
  ['numbers', JSON.stringify(every(5))],
  ['groups', JSON.stringify(every({ a: { b: [] } }))],
  ['lists', JSON.stringify(every([1]))],
  ['empty words', JSON.stringify(every(''))],
  ['very long words', JSON.stringify(every('x'.repeat(3_000)))],
];
/** Words of a validator or a programmer, none of which is for people. */
const NOT_FOR_PEOPLE =
  /invalid|expected|received|unrecogni[sz]ed|zod|undefined|null|regex|string|JSON|token|property|too (?:big|small)|>=|<=/i;

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
let cookie: string;

beforeAll(async () => {
  folders = await testFolders();
  hub = await openTestHub(folders.next(), folders.log);
  await makeSchool(hub, ['dee']);
  const institution = 'hub';
  await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: 'The hub', kind: 'hub', nation: 'england' } });
  await must(hub, HUB, 'AddMember', { institution, person: 'dee', from: '2026-01-05' });
  await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: 'dee', role: 'administrator' }));
});
beforeEach(async () => {
  // Some of the routes sign out.
  cookie = await cookieOf(hub, 'dee' as PersonId);
});
afterAll(async () => {
  await hub.close();
  await folders.clean();
});

test('the scan finds every route that is posted to', () => {
  expect(ROUTES.length).toBeGreaterThanOrEqual(15);
  expect(ROUTES.map(({ path }) => path)).toEqual(expect.arrayContaining(['/api/commands', '/api/set-up/begin', '/api/imports/x/confirm']));
});

test.each(ROUTES)('$method $path answers a malformed body with a code and a plain sentence', async ({ method, path }) => {
  for (const [what, body] of BODIES) {
    const asked = request(hub.server)[method](path);
    const answer = await asked.set('Cookie', cookie).set('x-alongside', '1').set('content-type', 'application/json').send(body);
    const { code, message, problems = [] } = answer.body as { code?: string; message?: string; problems?: { message: string }[] };
    if (answer.status < 400) continue;
    const said = [message, ...problems.map((one) => one.message)];
    expect({ what, status: answer.status, code }).toEqual({
      what,
      status: expect.any(Number),
      code: expect.stringMatching(/^[A-Z_]+\.[A-Z_]+$/),
    });
    expect(answer.status).toBeLessThan(500);
    expect(said.filter((words) => !words || NOT_FOR_PEOPLE.test(words) || !/^[A-Z“].*[.]$/.test(words))).toEqual([]);
  }
});

test('a parameter that stands in an address twice, or as a group, is answered in the same way', async () => {
  for (const query of ['kind=staff&institution=a&institution=b', 'kind[a]=staff&institution=a', 'kind=staff&kind=history']) {
    const answer = await request(hub.server).post(`/api/imports?${query}`).set('Cookie', cookie).set('x-alongside', '1').send('a,b');
    expect([query, answer.status, answer.body]).toEqual([query, expect.any(Number), expect.objectContaining({ code: expect.any(String) })]);
    expect(answer.status).toBeLessThan(500);
  }
  const twice = await request(hub.server).get('/api/mentorships/m/times?minutes=30&minutes=40').set('Cookie', cookie);
  expect([twice.status, twice.body]).toEqual([400, expect.objectContaining({ code: 'QUERY.INVALID' })]);
});
