import { readFile } from 'node:fs/promises';
import request from 'supertest';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Row, View } from '@alongside/projections/engine/view.js';
import { directoryView } from '@alongside/projections/views/directory.view.js';
import { sessionView } from '@alongside/projections/views/session.view.js';
import { SESSION_COOKIE } from '../identity/sessions.js';
import { TestListener } from '../realtime/listener.testing.js';
import type { Hub } from './create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, testFolders } from './hub.testing.js';

const [asha, dee] = ['asha', 'dee'] as [PersonId, PersonId];
/** How often the hub is asked whether it is done; each answer is awaited. */
const ASK_LIMIT_TIMES = 500;

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
const cookies = new Map<PersonId, string>();

beforeAll(async () => {
  folders = await testFolders();
  hub = await openTestHub(folders.next(), folders.log);
  await makeSchool(hub, ['asha', 'dee'], { asha: 1 });
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

  test('lets a session end that is ended meanwhile, and signs out whoever was let in by a row that should not be there', async () => {
    const { views, projector, sessions, log } = hub.parts;
    const [ended, ghost] = [await cookieOf(hub, asha), `${SESSION_COOKIE}=a-ghost-of-a-session`];
    const whoIs = async (cookie: string) => (await request(at()).get('/api/session').set('Cookie', cookie)).status;
    const rebuilt = projector.rebuild('session');
    await views.caughtUp(await must(hub, HUB, 'CloseSession', { person: 'asha', session: sessions.hashOf(ended.split('=')[1] ?? '') }));
    expect(await whoIs(ended)).toBe(401);
    await rebuilt;

    const position = projector.through ?? ((await log.head()) as Position);
    const row = { audience: [], data: { kind: 'session', person: asha, shared: false, expiresAt: '2999-01-01T00:00:00.000Z' } };
    const writes = [{ id: sessions.hashOf('a-ghost-of-a-session'), position, row }];
    views.store.commit([{ view: sessionView as unknown as View, side: 'served', writes, checkpoint: position, quiet: true }]);
    expect(await whoIs(ghost)).toBe(200);
    const listener = new TestListener(hub.port, ghost, ['person']);
    await listener.resumed(1);
    await projector.rebuild('session');
    await listener.until(() => listener.signedOut);
    expect(await whoIs(ghost)).toBe(401);
    listener.socket.disconnect();
  });

  test('puts right what was read from its rows: who may see what, the pool of mentors and the directory', async () => {
    const { views, projector } = hub.parts;
    const position = projector.through as Position;
    const spoil = (view: View, id: string, change: (row: Row<object>) => Row<object>) => {
      const row = views.store.get<object>(view.name, id) as Row<object>;
      views.store.commit([{ view, side: 'served', writes: [{ id, position, row: change(row) }], checkpoint: position, quiet: true }]);
    };
    const directory = async () =>
      (
        await request(at())
          .get('/api/directory?q=ghost')
          .set('Cookie', cookies.get(dee) ?? '')
      ).body.total as number;
    spoil(directoryView as unknown as View, 'asha', (row) => ({ ...row, data: { ...row.data, name: 'Ghost' } }));
    expect(await directory()).toBe(0);
    // Everything is read afresh, what is spoilt included.
    await projector.rebuild('institution');
    expect(await directory()).toBe(1);
    const listener = new TestListener(hub.port, cookies.get(asha) ?? '', ['member']);
    await listener.resumed(1);
    await projector.rebuild('directory');
    expect(await directory()).toBe(0);
    await projector.rebuild('member');
    await listener.resumed(2);
    expect(listener.answers[1]).toMatchObject({ kind: 'reset' });
    listener.socket.disconnect();
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
