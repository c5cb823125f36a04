import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith } from './acts.js';

const [helen, ben] = ['helen', 'ben'] as [PersonId, PersonId];
const LIST = 'Name,Contact,Email\nAnn Ray,ann.ray@hillside.example,x\nBo Lund,bo.lund@,x\n';
const school = (institution: string, name: string) => ({ institution, details: { name, kind: 'school', nation: 'england' } });

describe('a staff list of a school that has closed', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  const cookies = new Map<PersonId, string>();

  beforeEach(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    await makeSchool(hub, ['helen', 'ben']);
    for (const [id, name] of [
      ['newfield', 'Newfield Academy'],
      ['elm', 'Elm College'],
    ] as const)
      await must(hub, HUB, 'RegisterInstitution', school(id, name));
    for (const institution of ['hillside', 'newfield']) {
      if (institution !== 'hillside') await must(hub, HUB, 'AddMember', { institution, person: helen, from: '2026-09-01' });
      await must(hub, HUB, 'GrantRole', { institution, person: helen, role: 'coordinator' });
    }
    const on = '2026-08-31';
    await hub.parts.views.caughtUp(
      await must(hub, HUB, 'CloseInstitution', { institution: 'hillside', on, successors: ['elm', 'newfield'] }),
    );
    for (const person of [helen, ben]) cookies.set(person, await cookieOf(hub, person));
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  const ask = (method: 'get' | 'post', path: string, as = helen) => {
    const agent = request(hub.server);
    const sent = method === 'get' ? agent.get(path) : agent.post(path);
    return sent.set('Cookie', cookies.get(as) ?? '').set('x-alongside', '1');
  };
  const bring = async (): Promise<{ id: string }> => {
    const { body } = await ask('post', '/api/imports?kind=staff&institution=hillside')
      .set('Content-Type', 'text/csv')
      .send(Buffer.from(LIST))
      .expect(200);
    return body as { id: string };
  };
  const moved = (id: string, institution: string, as = helen) => ask('post', `/api/imports/${id}/institution`, as).send({ institution });

  test('says so once, with the schools that follow it and where its owner may import, and imports nothing there', async () => {
    const read = await bring();
    expect(read).toMatchObject({
      closedSchool: {
        on: '2026-08-31',
        followedBy: [
          { institution: 'elm', name: 'Elm College', may: false },
          { institution: 'newfield', name: 'Newfield Academy', may: true },
        ],
      },
    });
    const refused = await ask('post', `/api/imports/${read.id}/confirm`).send({}).expect(409);
    expect(refused.body).toMatchObject({ code: 'INSTITUTION.CLOSED' });
    expect((await ask('get', `/api/imports/${read.id}`)).body).toMatchObject({ status: 'planned', done: 0 });
  });

  test('is read for another school with what was chosen and corrected, and is imported there', async () => {
    const { id } = await bring();
    const said = { columns: { B: 'email', C: null }, cells: [{ row: 3, letter: 'B', text: 'bo.lund@hillside.example' }] };
    await ask('post', `/api/imports/${id}/columns`).send(said).expect(200);
    const there = await moved(id, 'newfield').expect(200);
    expect(there.body).toMatchObject({ id, institution: 'newfield', rows: 2, cells: said.cells, foreseen: { added: 2 } });
    expect(there.body as object).not.toHaveProperty('closedSchool');
    await ask('post', `/api/imports/${id}/confirm`).send({}).expect(202);
    for (;;) if (((await ask('get', `/api/imports/${id}`)).body as { status: string }).status === 'done') break;
    const look = viewReaderOf(hub.parts.views.store);
    const ann = personWith('ann.ray@hillside.example', look);
    expect(look.row('membership', ann ?? '')?.institutions).toEqual(['newfield']);
  });

  test('is read for no school where its owner may not import, that is not here, or for another person', async () => {
    const { id } = await bring();
    expect((await moved(id, 'elm')).status).toBe(403);
    expect((await moved(id, 'nowhere')).status).toBe(403);
    expect((await moved(id, 'newfield', ben)).status).toBe(404);
    expect((await ask('get', `/api/imports/${id}/preview`)).body).toMatchObject({ institution: 'hillside' });
  });
});
