import { jest } from '@jest/globals';
import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { EventStoreUnreadable } from '../../event-store/checks.js';
import { LogReader } from '../../event-store/sqlite/log-reader.js';
import { RawFile } from '../../event-store/sqlite/raw-file.js';
import { createHub, type Hub } from '../create-hub.js';
import { cookieOf, envelopeOf, makeSchool, must, testFolders } from '../hub.testing.js';
import { createLogger } from '../logger.js';
import { configIn, Postbox } from '../postbox.fixture.js';

jest.setTimeout(60_000);
const dee = 'dee' as PersonId;

describe('a disk that does not give the log', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let cookie: string;

  beforeEach(async () => {
    folders = await testFolders();
    hub = await createHub(configIn(folders.next()), { logger: createLogger('error', () => undefined), mailer: new Postbox() });
    await makeSchool(hub, ['dee']);
    await must(hub, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: dee, from: '2026-01-05' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution: 'hub', person: dee, role: 'administrator' }));
    cookie = await cookieOf(hub, dee);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await hub.close();
    await folders.clean();
  });

  const get = (path: string) => request(`http://127.0.0.1:${hub.port}`).get(path).set('Cookie', cookie);
  const rename = (name: string) =>
    request(`http://127.0.0.1:${hub.port}`)
      .post('/api/commands')
      .set('Cookie', cookie)
      .set('x-alongside', '1')
      .send(envelopeOf('RenamePerson', { person: dee, name }));
  /** As SQLite has it: of a page that the disk does not give it says that it is damaged, and says the same of one that is. */
  const readingFails = () => {
    for (const method of ['after', 'stream', 'head', 'last', 'probe'] as const)
      jest.spyOn(LogReader.prototype, method).mockImplementation((): never => {
        throw new EventStoreUnreadable(new Error('database disk image is malformed'));
      });
  };
  const diskFails = () =>
    jest.spyOn(RawFile.prototype, 'readThrough').mockRejectedValue(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }));

  test('is told at once by what is refused, by Health and to proxies; status says what is known, and all goes on by itself', async () => {
    expect((await rename('Dee before')).body).toMatchObject({ outcome: 'accepted' });
    readingFails();
    diskFails();
    hub.parts.dispatcher.forget();
    expect(await rename('Dee meanwhile')).toMatchObject({
      status: 503,
      body: {
        code: 'HUB.CANNOT_READ',
        message: 'Alongside cannot read what is saved right now, so nothing was changed. Tell your administrator, and try again later.',
      },
    });
    expect(await get('/api/health')).toMatchObject({ status: 503, body: { status: 'failing', reads: 'failing' } });
    expect(await get('/api/ready')).toMatchObject({ status: 503, body: { ready: false } });
    expect(await get('/api/live')).toMatchObject({ status: 200 });
    const told = await get('/api/status');
    expect(told).toMatchObject({ status: 200, body: { head: null, condition: { reads: { state: 'failing', why: 'disk' } } } });
    expect(Object.keys((told.body as { views: object[] }).views[0] ?? {})).not.toContain('lagEvents');
    jest.restoreAllMocks();
    // What was found last holds for a few seconds.
    const wait = Date.now() + 30_000;
    while ((await get('/api/health')).status !== 200 && Date.now() < wait) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await get('/api/health')).toMatchObject({ status: 200, body: { status: 'ok', reads: 'ok' } });
    expect(await get('/api/ready')).toMatchObject({ status: 200 });
    expect((await rename('Dee after')).body).toMatchObject({ outcome: 'accepted' });
  });

  test('is not what a damaged page is: that refuses what hangs on it, and Health goes by the check of the log', async () => {
    readingFails();
    hub.parts.dispatcher.forget();
    expect(await rename('Dee meanwhile')).toMatchObject({ status: 503, body: { code: 'HUB.CANNOT_READ' } });
    expect(await get('/api/health')).toMatchObject({ body: { reads: 'ok' } });
  });
});
