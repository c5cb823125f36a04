import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { jest } from '@jest/globals';
import { streamOf, type Day, type PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { suggestedTerms } from '@alongside/domain/uk/suggested-terms.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, must, openTestHub, testFolders } from '../app/hub.testing.js';
import { startHubProcess, serving, type HubProcess } from '../app/hub-process.testing.js';
import { eventLogFile } from '../event-store/open.js';
import { Database } from '../sqlite/driver.js';
import { hubAdministrators } from './administrators.js';
import { firstLink } from './first-link.js';

jest.setTimeout(180_000);

const begin = (hub: Hub, token: string, who: { name: string; names?: { given: string }; email: string }) =>
  request(hub.server)
    .post('/api/set-up/begin')
    .set('x-alongside', '1')
    .send({ token, ...who });
const dee = { name: 'Dee Adeyemi', email: 'dee@northfield.example' };
const eve = { name: 'Eve Larkin', email: 'eve@northfield.example' };

describe('the set-up link of an empty hub', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hubs: Hub[];
  const open = async (): Promise<Hub> => {
    const hub = await openTestHub(folders.next(), folders.log);
    hubs.push(hub);
    return hub;
  };

  beforeEach(async () => {
    folders = await testFolders();
    hubs = [];
  });
  afterEach(async () => {
    await Promise.all(hubs.map((hub) => hub.close()));
    await folders.clean();
  });

  test('makes its holder the first administrator and signs them in', async () => {
    const hub = await open();
    const answer = await begin(hub, hub.parts.setUpLink.issue(), dee);
    expect(answer.status).toBe(200);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const session = await request(hub.server).get('/api/session').set('Cookie', cookie);
    expect(session.body).toMatchObject({ name: 'Dee Adeyemi', memberships: [{ institution: HUB_INSTITUTION, roles: ['administrator'] }] });
    const progress = await request(hub.server).get('/api/set-up').set('Cookie', cookie);
    expect(progress.body).toMatchObject({ hubName: null, mail: 'outbox', schools: [] });
  });

  test('asks what to call them, and emails greet them by it; without it, by their whole name', async () => {
    for (const [names, greeting] of [
      [{ names: { given: 'Dee' } }, 'Hello Dee\n'],
      [{}, 'Hello Dee Adeyemi\n'],
    ] as const) {
      const hub = await openTestHub(folders.next(), folders.next());
      hubs.push(hub);
      const answer = await begin(hub, hub.parts.setUpLink.issue(), { ...dee, ...names }).expect(200);
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
      const email = await request(hub.server).get('/api/mail/invitation').set('Cookie', cookie).expect(200);
      expect((email.body as { text: string }).text).toContain(greeting);
    }
  });

  test('finds the schools that were worked on among those of a register, and says that there are more', async () => {
    const hub = await open();
    const { body } = await begin(hub, hub.parts.setUpLink.issue(), dee).expect(200);
    const { person } = body as { person: PersonId };
    const details = { name: 'A school', kind: 'school', nation: 'england' };
    for (let n = 0; n < 205; n += 1)
      await must(hub, HUB, 'RegisterInstitution', { institution: `a-${String(n).padStart(3, '0')}`, details });
    for (const institution of ['y', 'z']) await must(hub, HUB, 'RegisterInstitution', { institution, details });
    await must(hub, HUB, 'SetCalendar', { institution: 'z', ...suggestedTerms('england', '2026-11-26' as Day) });
    await must(hub, HUB, 'AddMember', { institution: 'y', person, from: '2026-11-26' });
    await must(hub, HUB, 'GrantRole', { institution: 'y', person, role: 'coordinator' });
    const answer = await request(hub.server)
      .get('/api/set-up')
      .set('Cookie', await cookieOf(hub, person));
    const told = answer.body as { hasMore: boolean; schools: { institution: string }[] };
    expect(told.schools.slice(0, 2)).toMatchObject([
      { institution: 'z', hasCalendar: true },
      { institution: 'y', hasCoordinator: true },
    ]);
    expect([told.hasMore, told.schools.length]).toEqual([true, 20]);
    // A school that has closed is not set up any more.
    const closing = { institution: 'z', on: '2026-08-31', successors: [] };
    await hub.parts.views.caughtUp(await must(hub, HUB, 'CloseInstitution', closing));
    const later = await request(hub.server)
      .get('/api/set-up')
      .set('Cookie', await cookieOf(hub, person));
    expect((later.body as typeof told).schools.map(({ institution }) => institution)).not.toContain('z');
  });

  test('leads on: the administrator adds a school and coordinates it themself, as the set-up gives it', async () => {
    const hub = await open();
    const { body } = await begin(hub, hub.parts.setUpLink.issue(), dee).expect(200);
    const person = (body as { person: PersonId }).person;
    const institution = 'northfield';
    const give = (type: string, data: object) => must(hub, person, type, { institution, ...data });
    await must(hub, person, 'DescribeInstitution', {
      institution: HUB_INSTITUTION,
      details: { name: 'Beacon', kind: 'hub', nation: 'england' },
    });
    await give('RegisterInstitution', { details: { name: 'Northfield School', kind: 'school', nation: 'wales' } });
    await give('SetCalendar', suggestedTerms('wales', '2026-11-26' as Day));
    await give('InviteMembers', { invited: [{ email: dee.email, from: '2026-11-26' }] });
    await give('AcceptInvitation', { person });
    await hub.parts.views.caughtUp(await give('GrantRole', { person, role: 'coordinator' }));
    const progress = await request(hub.server)
      .get('/api/set-up')
      .set('Cookie', await cookieOf(hub, person));
    expect(progress.body).toMatchObject({
      hubName: 'Beacon',
      schools: [{ institution, name: 'Northfield School', kind: 'school', nation: 'wales', hasCalendar: true, hasCoordinator: true }],
    });
  });

  test('the sign-in page names the hub once it has a name, and whether it emails codes, and says nothing else', async () => {
    const hub = await open();
    const told = async () => (await request(hub.server).get('/api/sign-in/hub').expect(200)).body as unknown;
    expect(await told()).toEqual({ name: null, leaves: false });
    const { body } = await begin(hub, hub.parts.setUpLink.issue(), dee).expect(200);
    expect(await told()).toEqual({ name: null, leaves: false });
    const details = { name: 'Beacon', kind: 'hub', nation: 'england', town: 'Leeds' };
    const { person } = body as { person: PersonId };
    await hub.parts.views.caughtUp(await must(hub, person, 'DescribeInstitution', { institution: HUB_INSTITUTION, details }));
    expect(await told()).toEqual({ name: 'Beacon', leaves: false });
  });

  test('works once', async () => {
    const hub = await open();
    const token = hub.parts.setUpLink.issue();
    await begin(hub, token, dee).expect(200);
    const again = await begin(hub, token, eve);
    expect(again.body).toMatchObject({ code: 'SET_UP.LINK_WRONG' });
    expect(await hubAdministrators(hub.parts)).toHaveLength(1);
  });

  test('pressed twice in one instant makes one administrator', async () => {
    const hub = await open();
    const token = hub.parts.setUpLink.issue();
    const answers = await Promise.all([begin(hub, token, dee), begin(hub, token, eve)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(await hubAdministrators(hub.parts)).toHaveLength(1);
  });

  test('is void once a newer one was printed, and no guess is right', async () => {
    const hub = await open();
    const old = hub.parts.setUpLink.issue();
    hub.parts.setUpLink.issue();
    for (const token of [old, '', 'x'.repeat(43)]) expect((await begin(hub, token, dee)).status).toBe(403);
    expect(await hubAdministrators(hub.parts)).toEqual([]);
  });

  test('is void once there is an administrator, however they came to be one', async () => {
    const hub = await open();
    const token = hub.parts.setUpLink.issue();
    await must(hub, HUB, 'InvitePerson', {
      person: 'fay',
      name: 'Fay Moss',
      email: 'fay@northfield.example',
      institution: HUB_INSTITUTION,
    });
    const details = { name: 'This hub', kind: 'hub', nation: 'england' };
    await must(hub, HUB, 'AppointFirstAdministrator', { institution: HUB_INSTITUTION, details, person: 'fay', from: '2026-09-01' });
    expect((await begin(hub, token, dee)).body).toMatchObject({ code: 'HUB.HAS_ADMINISTRATOR' });
    expect(await hubAdministrators(hub.parts)).toEqual(['fay']);
  });

  test('opens nobody else’s account: an address that is in use is refused, and the link stays good', async () => {
    const hub = await open();
    await must(hub, HUB, 'InvitePerson', { person: 'fay', name: 'Fay Moss', email: 'fay@northfield.example', institution: 'northfield' });
    await cookieOf(hub, 'fay' as PersonId);
    const token = hub.parts.setUpLink.issue();
    expect((await begin(hub, token, { name: 'Dee', email: 'Fay@Northfield.example' })).body).toMatchObject({ code: 'PERSON.EMAIL_TAKEN' });
    await begin(hub, token, dee).expect(200);
  });

  test('is refused while the log is damaged: who looks after the hub may be what was altered', async () => {
    const hub = await open();
    await must(hub, HUB, 'InvitePerson', {
      person: 'fay',
      name: 'Fay Moss',
      email: 'fay@northfield.example',
      institution: HUB_INSTITUTION,
    });
    const link = await firstLink(hub.parts);
    expect(link).toMatchObject({ token: expect.any(String) });
    const db = new Database(eventLogFile(folders.log));
    db.exec(`UPDATE events SET body = replace(body, '"hub"', '"hob"')`);
    await hub.parts.logCheck.now();
    const token = link && 'token' in link ? link.token : '';
    expect((await begin(hub, token, dee)).body).toMatchObject({ code: 'COMMAND.RECORD_DAMAGED' });
    expect(await firstLink(hub.parts)).toEqual({ none: 'damaged' });
    expect(await hubAdministrators(hub.parts)).toEqual([]);
    db.exec(`UPDATE events SET body = replace(body, '"hob"', '"hub"')`);
    db.close();
    await hub.parts.logCheck.now();
    expect((await begin(hub, token, dee)).status).toBe(200);
  });

  test('of two processes, each with a link of its own, the log lets one be first, and the other’s newcomer is gone', async () => {
    const [one, other] = [await open(), await open()];
    const answers = await Promise.all([begin(one, one.parts.setUpLink.issue(), dee), begin(other, other.parts.setUpLink.issue(), eve)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200)?.body as { person: string };
    expect(await hubAdministrators(one.parts)).toEqual([won.person]);
    const lost = answers[0]?.status === 200 ? eve : dee;
    const loser = answers[0]?.status === 200 ? other : one;
    expect(loser.parts.views.store.list('account', { for: 'all', where: { email: lost.email } })).toEqual([]);
    expect(await one.parts.log.readStream(streamOf('institution', HUB_INSTITUTION))).toHaveLength(3);
  });
});

describe('an empty hub in a process of its own', () => {
  const LINK = /^Set up this hub in your browser .*: (http:\/\/localhost:\d+)\/set-up#([\w-]{43})$/;
  const linkIn = (said: readonly string[]) => said.map((line) => LINK.exec(line)?.[2]).find((token) => token !== undefined);
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'alongside-set-up-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  let running: HubProcess;
  /** Settles once the hub that runs has printed such a line. */
  async function lineOf(like: RegExp): Promise<void> {
    while (!running.said.some((line) => like.test(line))) await once(running.process.stdout!, 'data');
  }

  async function run(work: (address: string, token: string | undefined) => Promise<void>, env = {}): Promise<void> {
    const hub = (running = startHubProcess(dataDir, { DEMO: '0', ...env }));
    try {
      const address = await serving(hub);
      await fetch(`${address}/api/health`);
      await work(address, linkIn(hub.said));
    } finally {
      hub.process.kill('SIGTERM');
      await hub.gone;
    }
  }
  const beginAt = (address: string, token: string | undefined) =>
    fetch(`${address}/api/set-up/begin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-alongside': '1' },
      body: JSON.stringify({ token, ...dee }),
    });

  test('prints a link, another at its next start, and none once there is an administrator', async () => {
    let first: string | undefined;
    await run(async (_, token) => void (first = token));
    expect(first).toBeDefined();
    await run(async (address, token) => {
      expect(token).not.toBe(first);
      expect((await beginAt(address, first)).status).toBe(403);
      expect((await beginAt(address, token)).status).toBe(200);
    });
    await run(async (_, token) => expect(token).toBeUndefined());
  });

  test.each([
    [
      'whose administrator is one no more by an altered event',
      `UPDATE events SET body = replace(body, '"administrator"', '"coordinator"')`,
    ],
    ['of which nothing is left', 'DELETE FROM events; DELETE FROM streams; DELETE FROM heads'],
  ])('prints none for a log %s, and says why', async (_, statement) => {
    await run(async (address, token) => expect((await beginAt(address, token)).status).toBe(200));
    const db = new Database(eventLogFile(dataDir));
    db.exec(statement);
    db.close();
    await run(async (_address, token) => {
      await lineOf(/^This hub has no administrator|^Set up this hub/);
      expect([token, linkIn(running.said)]).toEqual([undefined, undefined]);
      expect(running.said).toContainEqual(expect.stringMatching(/and its log is damaged: .*npm run verify/));
    });
  });

  test('prints one for a log with something in it and no administrator, once it is checked', async () => {
    const before = await openTestHub(dataDir, dataDir);
    await must(before, HUB, 'InvitePerson', { person: 'fay', name: 'Fay', email: 'fay@northfield.example', institution: HUB_INSTITUTION });
    const MASTER_KEY = before.parts.master.bytes.toString('base64');
    await before.close();
    await run(
      async (address) => {
        await lineOf(LINK);
        expect((await beginAt(address, linkIn(running.said))).status).toBe(200);
      },
      { MASTER_KEY },
    );
  });
});
