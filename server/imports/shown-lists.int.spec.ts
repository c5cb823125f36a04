import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { viewReaderOf } from '../queries/live-views.js';
import request from 'supertest';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { personWith } from './acts.js';

const [institution, helen] = ['hillside' as InstitutionId, 'helen' as PersonId];
const LIST = 'Name,Email,Job title,Line manager\nAnn Ray,ann@hillside.example,Librarian,\nBo Lee,bo@hillside.example,Cook,\n';
let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
let cookie: string;

const ask = (method: 'get' | 'post', path: string) =>
  request(hub.server)[method](`/api/imports${path}`).set('Cookie', cookie).set('x-alongside', '1');
const read = async (list: string) => {
  const { body } = await ask('post', '?kind=staff&institution=hillside')
    .set('Content-Type', 'text/csv')
    .send(Buffer.from(list))
    .expect(200);
  return body as { readonly id: string; readonly reading: number };
};
const look = () => viewReaderOf(hub.parts.views.store);
const settled = async () => {
  const head = await hub.parts.log.head();
  if (head) await hub.parts.views.caughtUp(head);
};
const imported = async (id: string) => {
  await ask('post', `/${id}/confirm`).send({}).expect(202);
  for (let status = 'running'; status === 'running';) ({ status } = (await ask('get', `/${id}`)).body as { status: string });
  await settled();
};

beforeAll(async () => {
  folders = await testFolders();
  hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
  await makeSchool(hub, ['helen']);
  await must(hub, HUB, 'RegisterInstitution', { institution: 'oak', details: { name: 'Oak', kind: 'school', nation: 'england' } });
  await must(hub, HUB, 'InvitePerson', { person: 'hid', name: 'Hidden Secretname', email: 'h@oak.example', institution: 'oak' });
  await hub.parts.views.caughtUp(await must(hub, HUB, 'AddMember', { institution: 'oak', person: 'hid', from: '2026-01-05' }));
  await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: helen, role: 'coordinator' }));
  cookie = await cookieOf(hub, helen);
  await imported((await read(LIST)).id);
});
afterAll(async () => {
  await hub.close();
  await folders.clean();
});

test('what is chosen is of the reading that was looked at: of another nothing is done', async () => {
  const { id, reading } = await read('Name,Email\nAnn Ray,ann@new.example\n');
  const corrected = await ask('post', `/${id}/columns`).send({ cells: [{ row: 2, letter: 'A', text: 'Bo Lee' }] });
  expect((corrected.body as { reading: number }).reading).toBe(reading + 1);
  const choices = { same: [{ row: 2, person: 'ann' }] };
  for (const seen of [{ reading }, {}]) {
    const { body } = await ask('post', `/${id}/confirm`)
      .send({ choices, ...seen })
      .expect(409);
    expect(body).toMatchObject({ code: 'IMPORT.READ_AGAIN' });
  }
  expect(personWith('bo@hillside.example', look())).toBeDefined();
  await ask('post', `/${id}/confirm`)
    .send({ choices, reading: reading + 1 })
    .expect(202);
});

test('nobody of another school is named by their address, and nobody of it manages anybody here', async () => {
  const { id } = await read('Name,Email,Line manager\nH,h@oak.example,\nAnn Ray,ann@hillside.example,h@oak.example\n');
  const preview = await ask('get', `/${id}/preview`).expect(200);
  expect(preview.text).not.toContain('Secretname');
  expect(preview.text).toContain('h@oak.example is a member here only once they accept their invitation.');
  // Beside that note nobody is shown as her manager.
  expect(preview.body).toMatchObject({ sample: [{}, { name: 'Ann Ray', lineManager: null }] });
  await imported(id);
  const ann = personWith('ann@hillside.example', look()) as PersonId;
  expect(look().row('member', `${institution}:${ann}`)?.lineManager).toBeNull();
});

test('[R9] nothing that the hub says of a person who was erased meanwhile is in what is shown', async () => {
  const ann = personWith('ann@hillside.example', look()) as PersonId;
  await cookieOf(hub, ann);
  await settled();
  const { id } = await read('Name,Email,Job title\nAnother,ann@hillside.example,Head\n');
  const shown = async () => (await ask('get', `/${id}/preview`).expect(200)).text;
  expect(await shown()).toContain('We keep the name “Ann Ray”');
  await hub.parts.views.caughtUp(await must(hub, HUB, 'ErasePerson', { person: ann }));
  expect(await shown()).not.toMatch(/Ann Ray|Librarian/);
});

test('a list is shown to those who may import it, and to a person who lost that right no more', async () => {
  const { id } = await read('Name,Email\nCy Fox,cy@hillside.example\n');
  await hub.parts.views.caughtUp(await must(hub, HUB, 'RevokeRole', { institution, person: helen, role: 'coordinator' }));
  const answers = await Promise.all([`/${id}`, `/${id}/preview`, `/${id}/preview?part=gone`].map((path) => ask('get', path)));
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
});
