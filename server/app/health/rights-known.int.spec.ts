import { jest } from '@jest/globals';
import { io } from 'socket.io-client';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../create-hub.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub, signOutEverywhere, testFolders } from '../hub.testing.js';

jest.setTimeout(60_000);
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];

describe('a disk of views that is full while the log takes what is saved', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let cookies: Record<'asha' | 'ben', string>;
  let makeRoom: () => void;

  beforeEach(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log);
    await makeSchool(hub, [asha, ben]);
    const last = await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: asha, role: 'coordinator' });
    await hub.parts.views.caughtUp(last);
    cookies = { asha: await cookieOf(hub, asha), ben: await cookieOf(hub, ben) };
    const { store } = hub.parts.views;
    const commit = store.commit.bind(store);
    makeRoom = () => void (store.commit = commit);
  });
  afterEach(async () => {
    makeRoom();
    await hub.close();
    await folders.clean();
  });

  const fill = () => {
    hub.parts.views.store.commit = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
  };
  const asked = (who: 'asha' | 'ben', path: string, body?: object) =>
    fetch(`http://127.0.0.1:${hub.port}${path}`, {
      headers: { cookie: cookies[who], 'x-alongside': '1', 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  const rename = (who: 'asha' | 'ben', person: string) =>
    asked(who, '/api/commands', envelopeOf('RenamePerson', { person, name: 'Another name' }));
  /** Settles once the projector has met the disk. */
  const met = async () => {
    while (!hub.parts.health.views.standStill) await new Promise((later) => setTimeout(later, 5));
  };
  const followsAgain = async () => {
    makeRoom();
    const head = await hub.parts.log.head();
    while (head && !(await hub.parts.views.caughtUp(head)));
  };

  test('nobody who was signed out reads or writes meanwhile, and afterwards they are signed out', async () => {
    fill();
    await signOutEverywhere(hub, ben);
    await met();
    expect((await asked('ben', '/api/views/person/ben')).status).toBe(503);
    expect((await rename('ben', ben)).status).toBe(503);
    // Who reads Hub status opens a page first, and a person who leaves a shared computer signs out.
    expect((await asked('asha', '/api/session')).status).toBe(200);
    expect((await asked('asha', '/api/sign-out', {})).ok).toBe(true);
    await followsAgain();
    expect((await asked('ben', '/api/views/person/ben')).status).toBe(401);
    expect((await asked('asha', '/api/views/person/asha')).status).toBe(401);
  });

  test('nobody uses a role that they lost, no line is opened, and it is said how the hub stands', async () => {
    expect((await asked('asha', '/api/views/roster/hillside:ben')).status).toBe(200);
    fill();
    await must(hub, HUB, 'RevokeRole', { institution: 'hillside', person: asha, role: 'coordinator' });
    await met();
    expect((await asked('asha', '/api/views/roster/hillside:ben')).status).toBe(503);
    const refused = (await (await rename('asha', ben)).json()) as { code: string };
    expect(refused.code).toBe('HUB.CANNOT_READ');
    expect((await asked('asha', '/api/live')).status).toBe(200);
    expect(await (await asked('asha', '/api/health')).json()).toMatchObject({ status: 'failing', views: 'failing' });
    const line = io(`http://127.0.0.1:${hub.port}`, {
      extraHeaders: { cookie: cookies.asha },
      reconnection: false,
      transports: ['websocket'],
    });
    const opened = await new Promise((tell) => {
      line.on('connect', () => tell('opened'));
      line.on('connect_error', ({ message }) => tell(message));
    });
    line.close();
    expect(opened).toBe('rights-not-known');
    await followsAgain();
    expect((await asked('asha', '/api/views/roster/hillside:ben')).status).toBe(404);
    expect(((await (await rename('asha', ben)).json()) as { code: string }).code).toBe('COMMAND.NOT_ALLOWED');
  });
});
