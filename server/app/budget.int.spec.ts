import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { BUDGET_UNITS_PER_MINUTE, costOf } from './budget.js';
import type { Hub } from './create-hub.js';
import { cookieOf, makeSchool, openTestHub, testFolders } from './hub.testing.js';

describe('a script that asks without end', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log);
    await makeSchool(hub, ['ben', 'asha']);
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  test('is asked to wait, kindly and for how long, while others are served', async () => {
    const [ben, asha] = [await cookieOf(hub, 'ben' as PersonId), await cookieOf(hub, 'asha' as PersonId)];
    const upload = (cookie: string) =>
      request(hub.server).post('/api/imports?kind=institutions').set('Cookie', cookie).set('x-alongside', '1');
    const affordable = Math.floor(BUDGET_UNITS_PER_MINUTE / costOf('POST', '/api/imports'));
    for (let times = 0; times < affordable; times += 1) await upload(ben).expect(403);
    const { status, headers, body } = await upload(ben);
    expect([status, body.code]).toEqual([429, 'REQUEST.TOO_OFTEN']);
    expect(body.message).not.toMatch(/!|limit|abuse/i);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await upload(asha).expect(403);
  });
});
