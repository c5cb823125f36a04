import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';

const [helen, ben] = ['helen', 'ben'] as [PersonId, PersonId];
const LIST = 'Name,Email\nAnn Ray,ann@hillside.example\nBo Lee,bo.lee@\n';
interface Shown {
  readonly id: string;
  readonly status: string;
  readonly cells: readonly object[];
}

describe('the lists of a person', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let clock: TestClock;
  let hub: Hub;
  const cookies = new Map<PersonId, string>();

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    clock = new TestClock('2026-09-07T09:00:00.000Z' as Instant);
    hub = await openTestHub(dataDir, folders.log, clock);
    await makeSchool(hub, ['helen', 'ben']);
    for (const person of [helen, ben])
      await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution: 'hillside', person, role: 'coordinator' }));
    for (const person of [helen, ben]) cookies.set(person, await cookieOf(hub, person));
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  const ask = (method: 'get' | 'post' | 'delete', path: string, as = helen) => {
    const sent = request(hub.server)[method](`/api/imports${path}`);
    return sent.set('Cookie', cookies.get(as) ?? '').set('x-alongside', '1');
  };
  const bring = async (name: string, list = LIST, as = helen) => {
    const sent = ask('post', '?kind=staff&institution=hillside', as).set('Content-Type', 'text/csv');
    return (
      await sent
        .set('x-file', `${new URLSearchParams({ name })}`)
        .send(Buffer.from(list))
        .expect(200)
    ).body as Shown;
  };
  const listed = async (as = helen) => ((await ask('get', '', as).expect(200)).body as { imports: readonly Shown[] }).imports;
  const imported = async (id: string) => {
    await ask('post', `/${id}/confirm`).send({}).expect(202);
    while (((await ask('get', `/${id}`).expect(200)).body as Shown).status === 'running') await new Promise(setImmediate);
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
  };

  test('are found again by their files, each with what came of it, the latest first, and none that was let go', async () => {
    const first = await bring('Staff – Zoë.csv');
    await imported(first.id);
    const second = await bring('new\u202e starters.csv');
    const third = await bring('let-go.csv');
    await ask('delete', `/${third.id}`).expect(200);
    expect(await listed()).toEqual([
      expect.objectContaining({
        ...{ id: second.id, kind: 'staff', where: 'Hillside School', name: 'new starters.csv', status: 'planned', rows: 1 },
        at: clock.now(),
      }),
      expect.objectContaining({ id: first.id, name: 'Staff – Zoë.csv', status: 'done', added: 1, notImported: 1 }),
    ]);
  });

  test('are there after a restart, and once they are opened', async () => {
    const { id } = await bring('over.csv');
    await imported(id);
    await bring('waits.csv');
    await hub.close();
    hub = await openTestHub(dataDir, folders.log, clock);
    const lines = [
      ['waits.csv', 'planned'],
      ['over.csv', 'done'],
    ];
    const told = async () => (await listed()).map((one) => [(one as unknown as { name: string }).name, one.status]);
    expect(await told()).toEqual(lines);
    await ask('get', `/${id}/preview`).expect(200);
    expect(await told()).toEqual(lines);
  });

  test('are told to nobody else, and not to a person who may no longer import them', async () => {
    await bring('staff.csv');
    expect(await listed(ben)).toEqual([]);
    const revoked = await must(hub, HUB, 'RevokeRole', { institution: 'hillside', person: helen, role: 'coordinator' });
    await hub.parts.views.caughtUp(revoked);
    expect(await listed()).toEqual([]);
  });

  test('[R9] keep no name of a file once an account was deleted: it may be called after that person', async () => {
    const { id } = await bring('Cy Fox.csv');
    await imported(id);
    await bring('Cy Fox 2.csv');
    await must(hub, HUB, 'InvitePerson', { person: 'cy', name: 'Cy Fox', email: 'cy@hillside.example', institution: 'hillside' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'ErasePerson', { person: 'cy' }));
    while ((await listed()).length > 1) await new Promise(setImmediate);
    expect(JSON.stringify(await listed())).not.toContain('Cy Fox');
    expect(await listed()).toMatchObject([{ id, status: 'done', added: 1 }]);
  });

  test('[R9] keep no name of the file of a register either', async () => {
    await must(hub, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: 'helen', from: '2026-01-05' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution: 'hub', person: 'helen', role: 'administrator' }));
    const register = 'SeedCode,SchoolName,LAName,SchoolType,PostCode\n5533031,Leith Academy,City of Edinburgh,Secondary,EH6 8JQ\n';
    await ask('post', '?kind=institutions')
      .set('Content-Type', 'text/csv')
      .set('x-file', `${new URLSearchParams({ name: 'Cy Fox.csv' })}`)
      .send(Buffer.from(register))
      .expect(200);
    expect(JSON.stringify(await listed())).toContain('Cy Fox');
    await must(hub, HUB, 'InvitePerson', { person: 'cy', name: 'Cy Fox', email: 'cy@hillside.example', institution: 'hillside' });
    await hub.parts.reactors.doneTo(await must(hub, HUB, 'ErasePerson', { person: 'cy' }));
    expect(JSON.stringify(await listed())).not.toContain('Cy Fox');
    expect(await listed()).toHaveLength(1);
  });

  test('keep what was corrected in a file for when the same person brings the very same file again', async () => {
    const { id } = await bring('staff.csv');
    const cells = [{ row: 3, letter: 'B', text: 'bo@hillside.example' }];
    await ask('post', `/${id}/columns`).send({ cells }).expect(200);
    await imported(id);
    expect(await bring('staff.csv')).toMatchObject({ cells, rows: 2, rowsWithErrors: 0 });
    expect((await bring('staff.csv', `${LIST}Cy Day,cy.day@hillside.example\n`)).cells).toEqual([]);
    expect((await bring('staff.csv', LIST, ben)).cells).toEqual([]);
  });
});
