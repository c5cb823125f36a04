import { request as open } from 'node:http';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import type { ImportProgress } from './import-progress.js';
import { personWith } from './acts.js';
import { viewReaderOf } from '../queries/live-views.js';

const [dee, helen, ben] = ['dee', 'helen', 'ben'] as [PersonId, PersonId, PersonId];
const GIAS = 'URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),Trusts (code),Trusts (name),Town\r\n';
const STAFF = '\uFEFFName,E-mail address,Job title,Subjects,Phase,Start date,Line manager,Induction tutor\r\n';

describe('bringing in a file', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  const cookies = new Map<PersonId, string>();

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    await makeSchool(hub, ['dee', 'helen', 'ben']);
    await must(hub, HUB, 'RegisterInstitution', { institution: HUB_INSTITUTION, details: { name: 'Hub', kind: 'hub', nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution: HUB_INSTITUTION, person: dee, from: '2026-09-01' });
    await must(hub, HUB, 'GrantRole', { institution: HUB_INSTITUTION, person: dee, role: 'administrator' });
    const position = await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: helen, role: 'coordinator' });
    await hub.parts.views.caughtUp(position);
    for (const person of [dee, helen, ben]) cookies.set(person, await cookieOf(hub, person));
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  const ask = (method: 'get' | 'post' | 'delete', path: string, as: PersonId) => {
    const agent = request(hub.server);
    const sent = method === 'get' ? agent.get(path) : method === 'post' ? agent.post(path) : agent.delete(path);
    return sent.set('Cookie', cookies.get(as) ?? '').set('x-alongside', '1');
  };
  const bring = (query: string, file: string, as: PersonId) =>
    ask('post', `/api/imports?${query}`, as).set('Content-Type', 'text/csv').send(Buffer.from(file));
  const rowOf: HubReader['row'] = (view, id) => viewReaderOf(hub.parts.views.store).row(view, id);

  /** Brings a staff list, again while the hub says that it is busy: it may still be with files whose senders went away. */
  async function brought(
    file: string,
    expected = 200,
  ): Promise<{ readonly id: string; readonly code?: string; readonly message?: string; readonly problems?: readonly unknown[] }> {
    for (;;) {
      const { status, body } = await bring('kind=staff&institution=hillside', file, helen);
      if (status === expected) return body as { readonly id: string };
      expect(status).toBe(429);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Confirms and follows until it is over, as the screen does. */
  async function confirmed(id: string, as: PersonId, inviteOn: string | null = null, chosen: object = {}): Promise<ImportProgress> {
    await ask('post', `/api/imports/${id}/confirm`, as)
      .send({ inviteOn, ...chosen })
      .expect(202);
    for (;;) {
      const { body } = await ask('get', `/api/imports/${id}`, as).expect(200);
      if ((body as ImportProgress).status !== 'running') return body as ImportProgress;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  test('schools: looked at first, then brought in with their trust; a second time nothing changes', async () => {
    const file = `${GIAS}100001,Northfield,Open,Secondary,77,Beacon Trust,Marlow\r\n100002,Southfield,Closed,Primary,,,\r\n,Nowhere,Open,,,,\r\n`;
    const { body } = await bring('kind=institutions', file, dee).expect(200);
    expect(body).toMatchObject({
      status: 'planned',
      rows: 2,
      notOpen: 1,
      rowsWithErrors: 1,
      problems: [{ row: 4, message: 'Enter a reference number.' }],
    });
    expect(rowOf('institution', 'urn-100001')).toBeUndefined();
    expect(await confirmed((body as { id: string }).id, dee)).toMatchObject({ status: 'done', added: 2, updated: 0, refused: [] });
    expect(rowOf('institution', 'urn-100001')).toMatchObject({
      trust: 'trust-77',
      details: { name: 'Northfield', town: 'Marlow' },
    });

    const again = await bring('kind=institutions', file.replace('Marlow', 'Marlow Vale'), dee);
    expect(await confirmed((again.body as { id: string }).id, dee)).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
    expect(rowOf('institution', 'urn-100001')?.details.town).toBe('Marlow Vale');
  });

  test('every column is shown with its first cells, may be given another meaning, and the same file is read again', async () => {
    const file = 'Name,Email,Email,Contact,\nAnn Ray,office@hillside.example,,ann.ray@hillside.example,\n,,,,\nBen Ray,,x,,\n';
    const { body } = await bring('kind=staff&institution=hillside', file, helen).expect(200);
    const { id } = body as { id: string };
    expect(body).toMatchObject({ rows: 0, rowsWithErrors: 0, columnsTotal: 4, problems: [{ row: 0 }] });
    expect((body as { columns: unknown }).columns).toEqual([
      { letter: 'A', heading: 'Name', byHeading: 'name', as: 'name', sample: ['Ann Ray', 'Ben Ray'] },
      { letter: 'B', heading: 'Email', byHeading: 'email', as: 'email', sample: ['office@hillside.example'] },
      { letter: 'C', heading: 'Email', byHeading: 'email', as: 'email', sample: ['x'] },
      { letter: 'D', heading: 'Contact', byHeading: null, as: null, sample: ['ann.ray@hillside.example'] },
    ]);
    const say = (said: object, as: PersonId) => ask('post', `/api/imports/${id}/columns`, as).send({ columns: said });
    expect((await say({ B: null }, ben)).status).toBe(404);
    expect((await say({ B: 'shoe-size' }, helen)).status).toBe(400);
    expect((await say({ C: null }, helen).expect(200)).body).toMatchObject({ rows: 1, rowsWithErrors: 1, foreseen: { added: 1 } });
    const read = await say({ B: null, C: null, D: 'email' }, helen).expect(200);
    expect(read.body).toMatchObject({ id, rows: 1, sample: [{ name: 'Ann Ray', email: 'ann.ray@hillside.example', outcome: 'added' }] });
    expect(await confirmed(id, helen)).toMatchObject({ status: 'done', added: 1 });
    expect((await say({}, helen).expect(200)).body).toMatchObject({ status: 'done', added: 1 });
    expect(personWith('ann.ray@hillside.example', viewReaderOf(hub.parts.views.store))).toBeDefined();
  });

  test('single cells are corrected before the import, and what columns hold is remembered for the institution alone', async () => {
    const file = 'Staff member,Reach,Duty held\nCora Kell,cora@hillside.example; c@hillside.example,Librarian\nDan =,=A1,\n';
    const { id, problems } = await brought(file);
    expect(problems).toMatchObject([{ row: 0 }]);
    const say = (said: object) => ask('post', `/api/imports/${id}/columns`, helen).send(said).expect(200);
    const read = await say({ columns: { B: 'email', C: 'role' } });
    expect(read.body).toMatchObject({
      rows: 0,
      problems: [
        { row: 2, letter: 'B', choices: ['cora@hillside.example', 'c@hillside.example'] },
        { row: 3, letter: 'B', text: '=A1' },
      ],
    });
    const cells = [{ row: 2, letter: 'B', text: 'cora@hillside.example' }];
    expect((await say({ cells })).body).toMatchObject({ rows: 1, cells, rowsWithErrors: 1, sample: [{ email: 'cora@hillside.example' }] });
    expect((await ask('post', `/api/imports/${id}/columns`, helen).send({ cells: [{ row: 0, letter: 'B', text: '' }] })).status).toBe(400);
    expect(await confirmed(id, helen)).toMatchObject({ status: 'done', added: 1 });
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
    expect(Object.values(rowOf('staff-columns', 'hillside')?.columns ?? {})).toEqual(expect.arrayContaining(['email', 'role']));
    expect(JSON.stringify(rowOf('staff-columns', 'hillside'))).not.toMatch(/reach|duty/i);
    const again = await brought('Duty held,Staff member,Reach\nTeacher,Cora Kell,cora@hillside.example\n');
    expect(again).toMatchObject({
      rows: 1,
      // It holds nothing but addresses, which needs no memory.
      problems: [{ row: 0, column: 'Reach', weight: 'note' }],
      remembered: ['A'],
      comparison: { changes: { of: [{ field: 'job', was: 'Librarian', now: 'Teacher' }] } },
    });
  });

  test('what the columns of a list without a single person hold is not remembered', async () => {
    const file = 'Employee name,School email\nGus Orr,gus@hillside.example\n';
    const { id, ...read } = await brought(file);
    expect(read).toMatchObject({ rows: 1 });
    await ask('post', `/api/imports/${id}/columns`, helen)
      .send({ columns: { A: null, B: null } })
      .expect(200);
    await confirmed(id, helen);
    expect(await brought(file)).toMatchObject({ rows: 1, problems: [] });
  });

  test('a quote that is never closed is named by its row', async () => {
    const { body } = await bring('kind=staff&institution=hillside', 'Name,Email\nAnn,ann@hillside.example\nBen,"ben\n', helen).expect(422);
    expect(body).toMatchObject({
      code: 'IMPORT.QUOTE_NOT_CLOSED',
      message: expect.stringMatching(/^Row 3 has a quotation mark/) as string,
    });
  });

  test('staff: with managers who stand below those they manage, more than one wave, and safe to repeat', async () => {
    const people = Array.from(
      { length: 450 },
      (_, n) => `"Person ${n}",p${n}@hillside.example,"Teacher\nof maths",Maths,KS3,01/09/2025,${n === 0 ? 'p449@hillside.example' : ''},`,
    );
    const file = `${STAFF}${people.join('\r\n')}\r\nNo Address,,,,,,,\r\n`;
    const { body } = await bring('kind=staff&institution=hillside', file, helen).expect(200);
    expect(body).toMatchObject({ rows: 450, rowsWithErrors: 1, encoding: 'UTF-8' });
    expect(await confirmed((body as { id: string }).id, helen)).toMatchObject({ status: 'done', done: 450, added: 450, refused: [] });
    const look = viewReaderOf(hub.parts.views.store);
    const [first, manager] = [personWith('p0@hillside.example', look), personWith('P449@hillside.example', look)];
    expect(rowOf('member', `hillside:${first}`)).toMatchObject({ lineManager: manager, from: '2025-09-01' });
    expect(rowOf('person', first ?? '')?.jobTitle).toBe('Teacher of maths');

    const again = await bring('kind=staff&institution=hillside', file, helen);
    const head = await hub.parts.log.head();
    expect(await confirmed((again.body as { id: string }).id, helen)).toMatchObject({ added: 0, updated: 0, unchanged: 450 });
    expect(await hub.parts.log.head()).toBe(head);
  });

  test('staff: a colleague who has left is no line manager here', async () => {
    await must(hub, HUB, 'InvitePerson', { person: 'lea', name: 'Lea Left', email: 'lea@hillside.example', institution: 'hillside' });
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'lea', from: '2026-01-05' });
    const file = `${STAFF}Ann Stays,ann.stays@hillside.example,,,,,lea@hillside.example,\r\n`;
    const problems = async () => {
      const { body } = await bring('kind=staff&institution=hillside', file, helen).expect(200);
      return (body as { problems: { message: string }[] }).problems.map(({ message }) => message);
    };
    await hub.parts.views.caughtUp(await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'lea', from: '2026-01-05' }));
    expect(await problems()).toEqual([]);
    await hub.parts.views.caughtUp(await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'lea' }));
    expect(await problems()).toEqual([
      'We could not find a person with the email address “lea@hillside.example”. We leave the line manager out.',
    ]);
  });

  test('staff: a line manager of the same name is nobody until the importer says which, and the result says so', async () => {
    await must(hub, HUB, 'InvitePerson', { person: 'sarah', name: 'Sarah Smith', email: 'head@hillside.example', institution: 'hillside' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'sarah', from: '2026-01-05' }));
    const list = `${STAFF}Sarah Smith,sarah.smith@hillside.example,Teacher,,,,Sarah Smith,\r\n`;
    const { body } = await bring('kind=staff&institution=hillside', list, helen).expect(200);
    const { id, problems } = body as { readonly id: string; readonly problems: readonly object[] };
    const doubtful = { row: 2, who: 'Sarah Smith', choices: ['head@hillside.example'], isUndone: true };
    expect(problems).toMatchObject([doubtful]);
    expect(await confirmed(id, helen, null, { choices: { newPeople: [2] }, reading: 1 })).toMatchObject({ status: 'done', added: 1 });
    const look = viewReaderOf(hub.parts.views.store);
    const twin = personWith('sarah.smith@hillside.example', look);
    expect(rowOf('member', `hillside:${twin}`)).toMatchObject({ lineManager: null });

    const again = (await bring('kind=staff&institution=hillside', list, helen).expect(200)).body as { readonly id: string };
    const cells = [{ row: 2, letter: 'G', text: 'head@hillside.example' }];
    const { body: read } = await ask('post', `/api/imports/${again.id}/columns`, helen).send({ columns: {}, cells });
    expect(read).toMatchObject({ problems: [] });
    await confirmed(again.id, helen);
    expect(rowOf('member', `hillside:${twin}`)).toMatchObject({ lineManager: 'sarah' });
  });

  test('staff: an import invites its own people alone, and leaves what a colleague planned for others', async () => {
    const marcus = 'marcus' as PersonId;
    await must(hub, HUB, 'InvitePerson', { person: marcus, name: 'Marcus', email: 'marcus@hillside.example', institution: 'hillside' });
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: marcus, from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: marcus, role: 'coordinator' });
    const bringOne = async (name: string, inviteOn: string | null) => {
      const row = `${name},${name}@hillside.example,,,,,,\r\n`;
      const { body } = await bring('kind=staff&institution=hillside', `${STAFF}${row}`, helen).expect(200);
      const { status, refused } = await confirmed((body as { id: string }).id, helen, inviteOn);
      const head = await hub.parts.log.head();
      if (head) await hub.parts.reactors.doneTo(head);
      return [status, ...refused.map(({ message }) => message)];
    };
    const invitedOn = (name: string) => {
      const person = personWith(`${name}@hillside.example`, viewReaderOf(hub.parts.views.store));
      return rowOf('newcomer', `hillside:${person}`)?.invitedOn;
    };
    expect(await bringOne('early', null)).toEqual(['done']);
    await hub.parts.views.caughtUp(await must(hub, marcus, 'PlanInvitations', { institution: 'hillside', on: '2026-09-20' }));
    expect(await bringOne('urgent', '2026-09-07')).toEqual(['done']);
    expect(await bringOne('later', '2026-09-14')).toEqual([
      'done',
      'Invitations: We send them on Sunday 20 September 2026. This day was already planned.',
    ]);
    expect(['early', 'urgent', 'later'].map(invitedOn)).toEqual([null, '2026-09-07', null]);
    expect(rowOf('newcomers', 'hillside')).toMatchObject({ plannedOn: '2026-09-20', plannedBy: marcus });
    await hub.parts.views.caughtUp(await must(hub, marcus, 'PlanInvitations', { institution: 'hillside', on: null }));
  });

  test('a school that the register puts into another trust, or into none, is moved', async () => {
    const file = (trust: string) => `${GIAS}100020,Eastfield,Open,Secondary,${trust},\r\n`;
    for (const [columns, trust] of [
      ['81,First Trust', 'trust-81'],
      ['82,Second Trust', 'trust-82'],
      [',', null],
    ] as const) {
      const { body } = await bring('kind=institutions', file(columns), dee).expect(200);
      expect(await confirmed((body as { id: string }).id, dee)).toMatchObject({ status: 'done', refused: [] });
      expect(rowOf('institution', 'urn-100020')?.trust).toBe(trust);
    }
  });

  test('staff: whoever belongs elsewhere is asked and not added, once', async () => {
    await must(hub, HUB, 'RegisterInstitution', {
      institution: 'oakfield',
      details: { name: 'Oakfield', kind: 'school', nation: 'england' },
    });
    await must(hub, HUB, 'InvitePerson', { person: 'olga', name: 'Olga', email: 'olga@oakfield.example', institution: 'oakfield' });
    await must(hub, HUB, 'AddMember', { institution: 'oakfield', person: 'olga', from: '2026-01-05' });
    const file = `${STAFF}Olga Elsewhere,OLGA@oakfield.example,Head of everything,,,,helen@hillside.example,\r\n`;
    const bringIt = async () => {
      const { body } = await bring('kind=staff&institution=hillside', file, helen).expect(200);
      return confirmed((body as { id: string }).id, helen);
    };
    expect(await bringIt()).toMatchObject({ status: 'done', added: 0, asked: 1, refused: [] });
    expect(rowOf('member', 'hillside:olga')).toBeUndefined();
    expect(rowOf('invitation', 'hillside:olga')).toMatchObject({ email: 'OLGA@oakfield.example' });
    expect(rowOf('person', 'olga')).toMatchObject({ name: 'Olga', jobTitle: '' });
    expect(await bringIt()).toMatchObject({ added: 0, updated: 0, unchanged: 1, asked: 0 });
  });

  test('staff: a file goes on where a hub that was killed half-way left it', async () => {
    await must(hub, HUB, 'InvitePerson', { person: 'half-in', name: 'Hal Fin', email: 'hal@hillside.example', institution: 'hillside' });
    const file = `${STAFF}Hal Fin,hal@hillside.example,Librarian,,,,,\r\n`;
    const { body } = await bring('kind=staff&institution=hillside', file, helen).expect(200);
    expect(await confirmed((body as { id: string }).id, helen)).toMatchObject({ status: 'done', added: 1, asked: 0 });
    expect(rowOf('member', 'hillside:half-in')).toMatchObject({ left: null });
    expect(rowOf('person', 'half-in')).toMatchObject({ jobTitle: 'Librarian' });
  });

  test('who may not is told so, and whoever did not bring a file does not see it', async () => {
    await bring('kind=staff&institution=hillside', `${STAFF}A,a@b.example,,,,,,\r\n`, ben).expect(403);
    await bring('kind=institutions', GIAS, helen).expect(403);
    const { body } = await bring('kind=staff&institution=hillside', `${STAFF}A,a@b.example,,,,,,\r\n`, helen);
    expect((await ask('get', `/api/imports/${(body as { id: string }).id}`, dee)).status).toBe(404);
  });

  test('whoever left finds what was shown again, and how far it came; others find nothing', async () => {
    const { body: brought } = await bring(
      'kind=staff&institution=hillside',
      `${STAFF}\r\nAsa Left,asa.left@b.example,,,,,,\r\n,,,,,,,x\r\n`,
      helen,
    );
    const { id } = brought as { id: string };
    const { body } = await ask('get', `/api/imports/${id}/preview`, helen).expect(200);
    expect(body).toEqual(brought);
    expect(body).toMatchObject({ status: 'planned', institution: 'hillside', sample: [{ row: 3 }], problems: [{ row: 4 }, { row: 4 }] });
    for (const other of [dee, ben]) await ask('get', `/api/imports/${id}/preview`, other).expect(404);
    await ask('get', '/api/imports/unknown/preview', helen).expect(404);
    await confirmed(id, helen);
    const { body: after } = await ask('get', `/api/imports/${id}/preview`, helen).expect(200);
    expect(after).toMatchObject({ id, status: 'done', done: 1, added: 1, institution: 'hillside', sample: [] });
  });

  test('what is no list is refused in words, and what was called off is not done', async () => {
    const wrong = await bring('kind=staff&institution=hillside', 'PK\u0003\u0004', helen).expect(422);
    expect((wrong.body as { message: string }).message).toContain('save it again');
    const { body } = await bring('kind=staff&institution=hillside', `${STAFF}A,called.off@b.example,,,,,,\r\n`, helen);
    const { id } = body as { id: string };
    await ask('delete', `/api/imports/${id}`, helen).expect(200);
    await ask('post', `/api/imports/${id}/confirm`, helen).expect(404);
    expect(personWith('called.off@b.example', viewReaderOf(hub.parts.views.store))).toBeUndefined();
  });

  test('whoever brings file after file loses their own first one, and nobody else’s', async () => {
    const list = `${STAFF}A,a@b.example,,,,,,\r\n`;
    const { body: others } = await bring('kind=institutions', `${GIAS}100009,Elsewhere,Open,Secondary,,,\r\n`, dee).expect(200);
    const ids: string[] = [];
    for (let files = 0; files < 4; files += 1)
      ids.push(((await bring('kind=staff&institution=hillside', list, helen).expect(200)).body as { id: string }).id);
    const kept = await Promise.all(ids.map(async (id) => (await ask('get', `/api/imports/${id}`, helen)).status));
    expect(kept).toEqual([404, 200, 200, 200]);
    await ask('get', `/api/imports/${(others as { id: string }).id}`, dee).expect(200);
  });

  test('whoever goes away while the file comes in leaves room for the next, and nothing behind', async () => {
    for (let gone = 0; gone < 4; gone += 1) {
      const headers = { cookie: cookies.get(helen) ?? '', 'x-alongside': '1', 'content-type': 'text/csv', 'content-length': '1000000' };
      const sending = open({ port: hub.port, method: 'POST', path: '/api/imports?kind=staff&institution=hillside', headers });
      const closed = new Promise((resolve) => sending.once('close', resolve));
      sending.on('error', () => undefined);
      await new Promise((resolve) => sending.write(STAFF, resolve));
      sending.destroy();
      await closed;
    }
    // The hub hears of it a little later than the browser knows: until then it may say that it is busy, and nothing else.
    expect((await brought(`${STAFF}A,a@b.example,,,,,,\r\n`)).id).not.toBe('');
  });

  test('two lists are brought in side by side; a third is kept and asked to wait', async () => {
    const dispatcher = hub.parts.dispatcher;
    const dispatch = dispatcher.dispatch.bind(dispatcher);
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const holding = jest.spyOn(dispatcher, 'dispatch').mockImplementation((...given) => held.then(() => dispatch(...given)));
    const ids: string[] = [];
    for (let files = 0; files < 3; files += 1) {
      const { id } = await brought(`${STAFF}Side ${files},side${files}@b.example,,,,,,\r\n`);
      ids.push(id);
    }
    const [first, second, third] = ids as [string, string, string];
    await ask('post', `/api/imports/${first}/confirm`, helen).expect(202);
    await ask('post', `/api/imports/${second}/confirm`, helen).expect(202);
    const { body } = await ask('post', `/api/imports/${third}/confirm`, helen).expect(429);
    expect(body).toMatchObject({ code: 'IMPORT.BUSY', message: expect.stringContaining('Yours is kept') });
    // A person who confirms again what runs already is told how far it is.
    await ask('post', `/api/imports/${first}/confirm`, helen).expect(202);
    go();
    for (const id of [first, second]) expect(await confirmed(id, helen)).toMatchObject({ status: 'done', added: 1, refused: [] });
    expect(await confirmed(third, helen)).toMatchObject({ status: 'done', added: 1 });
    holding.mockRestore();
  });

  test('called off in the middle: what was done stays, the rest is not begun', async () => {
    const dispatcher = hub.parts.dispatcher;
    const dispatch = dispatcher.dispatch.bind(dispatcher);
    let given = 0;
    let calledOff: Promise<number> | undefined;
    const callOff = async () => (await ask('delete', `/api/imports/${id}`, helen)).status;
    const people = Array.from({ length: 450 }, (_, n) => `Half ${n},half${n}@b.example,Teacher,,,,,`);
    const { id } = await brought(`${STAFF}${people.join('\r\n')}`);
    const watching = jest.spyOn(dispatcher, 'dispatch').mockImplementation(async (...command) => {
      given += 1;
      if (given === 210) calledOff = callOff();
      await calledOff;
      return dispatch(...command);
    });
    const { status, done, added } = await confirmed(id, helen);
    expect(await calledOff).toBe(200);
    watching.mockRestore();
    expect(status).toBe('cancelled');
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(450);
    const look = viewReaderOf(hub.parts.views.store);
    const here = look.rows('account', {}).filter(({ email }) => email?.startsWith('half'));
    // It is called off once the wave that was under way has ended: all whom it brought in are whole, and counted.
    expect(here).toHaveLength(added ?? 0);
    expect(here.filter(({ person }) => !look.row('member', `hillside:${person}`))).toEqual([]);
    expect(here.filter(({ person }) => look.row('profile', person)?.profile?.jobTitle !== 'Teacher')).toEqual([]);
    expect(personWith('half0@b.example', look)).toBeDefined();
    expect(personWith('half449@b.example', look)).toBeUndefined();
  });

  test('a staff file of a size that no school has is refused in words', async () => {
    const line = 'A,a@b.example,,,,,,\r\n';
    const file = STAFF + line.repeat(Math.ceil((8 * 1024 * 1024) / line.length));
    expect(await brought(file, 413)).toMatchObject({ code: 'IMPORT.TOO_LARGE', message: expect.stringContaining('8 MB') });
  });

  test('whoever has lost the right since the file was shown does not do it any more', async () => {
    const { id } = await brought(`${STAFF}A,too.late@b.example,,,,,,\r\n`);
    const position = await must(hub, HUB, 'RevokeRole', { institution: 'hillside', person: helen, role: 'coordinator' });
    await hub.parts.views.caughtUp(position);
    await ask('post', `/api/imports/${id}/confirm`, helen).expect(403);
    expect(personWith('too.late@b.example', viewReaderOf(hub.parts.views.store))).toBeUndefined();
  });
});
