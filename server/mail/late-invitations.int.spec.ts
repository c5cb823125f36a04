import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { jest } from '@jest/globals';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import request from 'supertest';
import type { Hub } from '../app/create-hub.js';
import { filesIn } from '../app/files-in.testing.js';
import { conditionOf } from '../app/health/hub-health.js';
import { cookieOf, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { eventLogFile } from '../event-store/open.js';
import { holdMailIn } from './mail-hold.js';
import { MailServer } from './mail-server.testing.js';

jest.setTimeout(120_000);
const dee = 'dee' as PersonId;
const BEGAN = '2026-09-07T09:00:00.000Z';
const later = (days: number): string => new Date(Date.parse(BEGAN) + days * 86_400_000).toISOString();

describe('invitations that waited too long', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub;
  let clock: TestClock;
  let cookie: string;
  const server = new MailServer();

  const open = async (url: string) => {
    hub = await openTestHub(dataDir, folders.log, clock, { SMTP_URL: url });
  };
  const ask = (method: 'get' | 'post', path: string) => request(hub.server)[method](path).set('Cookie', cookie).set('x-alongside', '1');
  const kept = async () => (await ask('get', '/api/invitations/kept?at=school').expect(200)).body as object;
  const mail = async () => (await conditionOf(hub.parts)).mail;
  /** To whom the server got emails, each as often. */
  const gotOf = () => server.emails.map((email) => /^To: (.*)$/m.exec(email)?.[1]?.trim()).toSorted();
  const invite = async (...people: readonly string[]) => {
    const person = { name: 'Dee', email: 'dee@x.example', institution: HUB_INSTITUTION, person: 'dee' };
    await must(hub, HUB, 'InvitePerson', person);
    const details = { name: 'This hub', kind: 'hub', nation: 'england' };
    await must(hub, HUB, 'AppointFirstAdministrator', { institution: HUB_INSTITUTION, details, person: 'dee', from: '2026-09-01' });
    cookie = await cookieOf(hub, dee);
    await must(hub, dee, 'RegisterInstitution', { institution: 'school', details: { ...details, name: 'School', kind: 'school' } });
    for (const one of people) {
      const email = `${one}@x.example`;
      await must(hub, dee, 'InvitePerson', { person: one, name: `Name ${one}`, email, institution: 'school' });
      await must(hub, dee, 'AddMember', { institution: 'school', person: one, from: '2026-09-01' });
    }
    await hub.parts.reactors.settled();
  };
  const openAfter = async (days: number, url: string) => {
    await hub.close();
    clock.set(later(days));
    await open(url);
    cookie = await cookieOf(hub, dee);
  };
  const sendThem = async () => (await ask('post', '/api/invitations/kept').send({ institution: 'school' }).expect(200)).body as object;

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    clock = new TestClock(BEGAN as Instant);
    server.emails.length = 0;
    await server.start();
  });
  afterEach(async () => {
    await hub.close();
    await server.stop();
    await folders.clean();
  });

  test.each([3, 12])(
    'while a restored hub held its emails for %i days are offered once it sends; before that it tells what waits',
    async (days) => {
      const beside = dirname(eventLogFile(folders.log));
      await mkdir(beside, { recursive: true });
      await holdMailIn(beside, BEGAN);
      await open(server.url());
      await invite('zoe', 'yan');
      // One tells Dee of her role: it grows stale, and is counted.
      expect(await mail()).toMatchObject({ waiting: 3, held: { backup: BEGAN } });
      expect(await kept()).toEqual({ leaves: false, waits: 'held', people: [] });
      const { body } = await ask('post', '/api/invitations/kept').send({ institution: 'school' }).expect(409);
      expect(body).toMatchObject({ code: 'MAIL.WAITS' });

      await openAfter(days, server.url());
      expect(await mail()).toMatchObject({ waiting: 2 });
      await ask('post', '/api/mail/release').expect(204);
      await hub.parts.emails.settled();
      expect([gotOf(), await kept()]).toEqual([[], { leaves: true, people: expect.arrayContaining(['zoe', 'yan']) }]);
      expect(await mail()).toMatchObject({ waiting: 0, notSent: { tooLate: 1 } });
      // Who waits is known, and no word to them lies on the disk.
      expect((await filesIn(join(dataDir, 'outbox'))).map(({ bytes }) => bytes.length)).toEqual([0, 0]);
      expect([await sendThem(), await kept(), gotOf()]).toEqual([
        { sent: 2 },
        { leaves: true, people: [] },
        ['yan@x.example', 'zoe@x.example'],
      ]);
    },
  );

  test('while the mail server was away, and a hub with it, are offered; in time they are sent', async () => {
    const dead = 'smtp://127.0.0.1:1';
    await open(dead);
    await invite('zoe', 'yan', 'xia');
    for (let times = 0; times < 400 && !(await mail()).failingSince; times += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await kept()).toEqual({ leaves: true, waits: 'failing', people: [] });
    await openAfter(3, server.url());
    await hub.parts.emails.settled();
    const people = ((await kept()) as { people: readonly string[] }).people;
    // The first may have been set aside, and is sent for longer.
    expect([...gotOf(), ...people.map((person) => `${person}@x.example`)].toSorted()).toEqual([
      'xia@x.example',
      'yan@x.example',
      'zoe@x.example',
    ]);
    expect(people).toEqual(expect.arrayContaining(['yan', 'xia']));
  });
});
