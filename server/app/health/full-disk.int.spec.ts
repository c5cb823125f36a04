import { execFileSync } from 'node:child_process';
import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { cookieOf, envelopeOf, makeSchool, openTestHub, testFolders } from '../hub.testing.js';
import { ask, serving, startHubProcess, type HubProcess } from '../hub-process.testing.js';

jest.setTimeout(90_000);
const MASTER_KEY = Buffer.alloc(32, 9).toString('base64');

/** A disk is full for a process whose files may not grow. Linux alone can say so to one that runs. */
const canBeTried = process.platform === 'linux';

if (!canBeTried) test('a full disk cannot be tried here', () => expect(canBeTried).toBe(false));

(canBeTried ? describe : () => undefined)('a disk that fills up while the hub runs', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: HubProcess;
  let address: string;
  let cookie: string;

  beforeAll(async () => {
    folders = await testFolders();
    const dataDir = folders.next();
    const before = await openTestHub(dataDir, dataDir, undefined, { MASTER_KEY });
    await makeSchool(before, ['asha', 'ben'], { asha: 1 });
    cookie = await cookieOf(before, 'asha' as PersonId);
    await before.close();
    hub = startHubProcess(dataDir, { DEMO: '0', MASTER_KEY });
    address = await serving(hub);
  });
  afterAll(async () => {
    hub.process.kill('SIGKILL');
    await hub.gone;
    await folders.clean();
  });

  const filesMayGrowTo = (size: string) => execFileSync('prlimit', ['--pid', String(hub.process.pid), `--fsize=${size}`]);
  const rename = async (name: string) => {
    const answer = await fetch(`${address}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-alongside': '1', cookie },
      body: JSON.stringify(envelopeOf('RenamePerson', { person: 'asha', name })),
    });
    return { status: answer.status, body: (await answer.json()) as { code?: string; message?: string; outcome?: string } };
  };
  const CANNOT_SAVE = {
    code: 'HUB.CANNOT_SAVE',
    message: 'Alongside cannot save anything right now, so nothing was changed. Tell your administrator, and try again later.',
  };
  const post = async (path: string, data: object) => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-alongside': '1', cookie },
      body: JSON.stringify(data),
    });
    const text = await answer.text();
    return { status: answer.status, body: text && (JSON.parse(text) as unknown) };
  };
  const nameNow = async () => (await ask<{ row: { data: { name: string } } }>(address, '/api/views/person/asha', cookie))?.row.data.name;
  const health = async () => {
    const answer = await fetch(`${address}/api/health`);
    return { status: answer.status, body: await answer.json() };
  };

  test('what is sent is refused kindly and whole, what is there is read, health says so, and all goes on when there is room', async () => {
    expect(await rename('Before')).toMatchObject({ status: 200, body: { outcome: 'accepted' } });
    filesMayGrowTo('4096:unlimited');
    for (let times = 0; times < 3; times += 1)
      expect(await rename('Refused')).toEqual({
        status: 503,
        body: CANNOT_SAVE,
      });
    expect(await health()).toMatchObject({ status: 503, body: { status: 'failing', writes: 'failing' } });
    expect(await nameNow()).toBe('Before');
    for (const path of ['ready', 'live']) expect((await fetch(`${address}/api/${path}`)).status).toBe(200);
    filesMayGrowTo('unlimited:unlimited');
    expect(await rename('After')).toMatchObject({ status: 200, body: { outcome: 'accepted' } });
    let now = await health();
    for (let times = 0; times < 200 && now.status !== 200; times += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = await health();
    }
    expect(now).toMatchObject({ status: 200, body: { status: 'ok', writes: 'ok' } });
    for (let times = 0; times < 200 && (await nameNow()) !== 'After'; times += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await nameNow()).toBe('After');
  });

  test('no code is promised that cannot be made, to those with an account and without alike, from the first on, and all goes on', async () => {
    const known = 'ben@hillside.example';
    const stranger = 'stranger@elsewhere.example';
    const coded = { status: 202, body: '' };
    for (const email of [known, stranger]) expect(await post('/api/sign-in/code', { email })).toEqual(coded);
    // So long may what was found before hold.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    filesMayGrowTo('4096:unlimited');
    const refused = { status: 503, body: CANNOT_SAVE };
    for (const email of [stranger, known, stranger]) {
      expect(await post('/api/sign-in/code', { email })).toEqual(refused);
      expect(await post('/api/sign-in', { email, code: '123456', shared: false })).toEqual(refused);
    }
    for (const path of ['/api/address/code', '/api/joining/code']) expect(await post(path, { email: stranger })).toEqual(refused);
    filesMayGrowTo('unlimited:unlimited');
    let now = await post('/api/sign-in/code', { email: known });
    for (let times = 0; times < 200 && now.status !== 202; times += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = await post('/api/sign-in/code', { email: known });
    }
    expect(now).toEqual(coded);
  });
});
