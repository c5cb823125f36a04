import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Hub } from './create-hub.js';
import { cookieOf, envelopeOf, makeSchool, openTestHub, testFolders } from './hub.testing.js';

const ben = 'ben' as PersonId;

describe('what another site could make a browser send', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let cookie: string;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log);
    await makeSchool(hub, ['ben']);
    cookie = await cookieOf(hub, ben);
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  const rename = envelopeOf('RenamePerson', { person: 'ben', name: 'Somebody Else' });

  test.each([
    ['POST', '/api/commands'],
    // Addresses are found without regard to case: the guard must not have one.
    ['POST', '/API/commands'],
    ['POST', '/Api/Commands'],
    ['POST', '/api/sign-in/code'],
    ['POST', '/api/sign-out/everywhere'],
    ['POST', '/Api/sign-out/everywhere'],
    ['POST', '/api/imports?kind=institutions'],
    ['POST', '/API/imports?kind=institutions'],
    ['DELETE', '/api/imports/any'],
    ['POST', '/api/status/rebuild'],
  ] as const)('%s %s is refused without the header of the hub’s own pages', async (method, path) => {
    const asked = method === 'POST' ? request(hub.server).post(path) : request(hub.server).delete(path);
    const { status, body } = await asked.set('Cookie', cookie).send(rename);
    expect([status, body]).toEqual([403, expect.objectContaining({ code: 'REQUEST.FOREIGN' })]);
    expect(hub.parts.views.store.get<{ name: string }>('person', ben)?.data.name).toBe('Name of ben');
  });

  test('what a browser says is of another site is refused with the header as well', async () => {
    const sent = (site: string) =>
      request(hub.server).post('/api/commands').set('Cookie', cookie).set('x-alongside', '1').set('Sec-Fetch-Site', site).send(rename);
    expect((await sent('cross-site')).body).toMatchObject({ code: 'REQUEST.FOREIGN' });
    expect((await sent('same-origin')).body).toMatchObject({ outcome: 'accepted' });
  });

  test('no other site is told that it may read answers, or send the header', async () => {
    const asked = await request(hub.server)
      .options('/api/commands')
      .set('Origin', 'https://elsewhere.example')
      .set('Access-Control-Request-Method', 'POST')
      .set('Access-Control-Request-Headers', 'x-alongside');
    expect(Object.keys(asked.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});
