import { readFile } from 'node:fs/promises';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from './create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, testFolders } from './hub.testing.js';

jest.setTimeout(30_000);
const [asha, dee] = ['asha', 'dee'] as [PersonId, PersonId];
/** How often the hub is asked whether it is done; each answer is awaited. */
const ASK_LIMIT_TIMES = 500;

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
const cookies = new Map<PersonId, string>();

beforeAll(async () => {
  folders = await testFolders();
  hub = await openTestHub(folders.next(), folders.log);
  await makeSchool(hub, ['asha', 'dee']);
  const institution = 'hub';
  await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: 'The hub', kind: 'hub', nation: 'england' } });
  await must(hub, HUB, 'AddMember', { institution, person: 'dee', from: '2026-01-05' });
  await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: 'dee', role: 'administrator' }));
  for (const person of [asha, dee]) cookies.set(person, await cookieOf(hub, person));
});
afterAll(async () => {
  await hub.close();
  await folders.clean();
});

const at = () => `http://127.0.0.1:${hub.port}`;
const rebuild = (person: PersonId, view: string) =>
  request(at())
    .post('/api/status/rebuild')
    .set('Cookie', cookies.get(person) ?? '')
    .set('x-alongside', '1')
    .send({ view });
const status = async () =>
  (
    await request(at())
      .get('/api/status')
      .set('Cookie', cookies.get(dee) ?? '')
  ).body;
const nameOfAsha = async () =>
  (
    await request(at())
      .get('/api/views/person/asha')
      .set('Cookie', cookies.get(dee) ?? '')
  ).body.row?.data?.name;

test('the state of the hub names the version that the package names', async () => {
  const named = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  expect((await status()).version).toBe(named.version);
  expect(named.version).toMatch(/^\d+\.\d+\.\d+/);
});

describe('rebuilding a view', () => {
  test('is for administrators of the hub, and for views that there are', async () => {
    expect((await rebuild(asha, 'person')).status).toBe(403);
    expect((await rebuild(dee, 'nothing')).status).toBe(404);
    expect((await status()).views.every(({ state }: { state: string }) => state === 'live')).toBe(true);
  });

  test('goes on while its rows serve, and ends live with the same rows', async () => {
    const before = await nameOfAsha();
    expect((await rebuild(dee, 'person')).status).toBe(202);
    expect(await nameOfAsha()).toBe(before);
    let state = '';
    for (let times = 0; times < ASK_LIMIT_TIMES && state !== 'live'; times += 1)
      state = (await status()).views.find(({ view }: { view: string }) => view === 'person').state;
    expect([state, await nameOfAsha()]).toEqual(['live', before]);
    expect(before).toBe('Name of asha');
  });
});
