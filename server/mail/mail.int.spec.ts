import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import request from 'supertest';
import type { Hub } from '../app/create-hub.js';
import { filesIn } from '../app/files-in.testing.js';
import { cookieOf, must, openTestHub, testFolders } from '../app/hub.testing.js';
import { ChosenMailer } from './chosen-mailer.js';
import { MailSettingsFile } from './mail-settings.js';

jest.setTimeout(60_000);
const PASSWORD = 'correct horse battery staple';
const settings = {
  ...{ host: 'smtp.northfield.example', port: 587, security: 'starttls', user: 'hub@northfield.example' },
  ...{ password: PASSWORD, senderName: 'Northfield', senderAddress: 'hub@northfield.example' },
};

/** The files of a folder in which the words stand. */
const filesWith = async (folder: string, needle: string): Promise<readonly string[]> =>
  (await filesIn(folder)).flatMap(({ path, bytes }) => (bytes.includes(needle) ? [path] : []));

/** A mail server that says one thing to a verb and “yes” to the rest. */
async function serverThat(
  answers: Readonly<Record<string, string>>,
): Promise<{ port: number; emails: string[]; close: () => void; server: Server }> {
  const emails: string[] = [];
  const server = createServer((socket) => {
    let inEmail = false;
    socket.write('220 mail.example\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (inEmail) emails.push(text);
      const verb = text.split(/[ :\r]/)[0]?.toUpperCase() ?? '';
      const said = inEmail ? '250 taken' : (answers[verb] ?? (verb === 'DATA' ? '354 go on' : '250 yes'));
      inEmail = !inEmail && said.startsWith('354');
      socket.write(`${said}\r\n`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, emails, port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

describe('mail that is set in the browser', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub;
  let dee: string;
  let ben: string;

  const open = async (env: Record<string, string> = {}): Promise<void> => {
    hub = await openTestHub(dataDir, folders.log, undefined, env);
    for (const person of ['dee', 'ben'])
      await must(hub, HUB, 'InvitePerson', {
        person,
        name: `Name ${person}`,
        email: `${person}@northfield.example`,
        institution: HUB_INSTITUTION,
      });
    const details = { name: 'This hub', kind: 'hub', nation: 'england' };
    await must(hub, HUB, 'AppointFirstAdministrator', { institution: HUB_INSTITUTION, details, person: 'dee', from: '2026-09-01' });
    [dee, ben] = [await cookieOf(hub, 'dee' as PersonId), await cookieOf(hub, 'ben' as PersonId)];
  };
  const ask = (method: 'get' | 'post' | 'delete', path: string, cookie = dee) =>
    request(hub.server)[method](path).set('Cookie', cookie).set('x-alongside', '1');

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  test('is kept sealed for its own account alone: no file holds the password, and no answer gives it back', async () => {
    await open();
    await ask('post', '/api/mail').send(settings).expect(204);
    const { body } = await ask('get', '/api/mail').expect(200);
    expect(body).toMatchObject({ by: 'browser', hasPassword: true, settings: { host: settings.host, user: settings.user } });
    expect(JSON.stringify(body)).not.toContain(PASSWORD);
    // The name of a server that fails is in the record of sending: it is a sentence of Hub status.
    for (const folder of [dataDir, folders.log]) {
      expect(await filesWith(folder, PASSWORD)).toEqual([]);
      expect(await filesWith(folder, Buffer.from(PASSWORD).toString('base64'))).toEqual([]);
    }
    expect((await stat(join(dataDir, 'mail.sealed'))).mode & 0o777).toBe(0o600);
    // The search finds what lies there openly, or it would prove nothing.
    await writeFile(join(dataDir, 'plain'), PASSWORD);
    expect(await filesWith(dataDir, PASSWORD)).toEqual([join(dataDir, 'plain')]);
  });

  test('[R9] a code that waits for the server of a person who is erased is gone from its file, and goes nowhere', async () => {
    await open({ SMTP_URL: 'smtp://127.0.0.1:1' });
    const { mailQueue, ownDir } = hub.parts;
    const waiting = async () =>
      (JSON.parse(await readFile(join(ownDir, 'mail-queue.json'), 'utf8')) as { waiting: unknown[] }).waiting.length;
    await ask('post', '/api/sign-in/code', '').send({ email: 'ben@northfield.example' }).expect(202);
    for (let times = 0; times < 400 && mailQueue.size === 0; times += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(mailQueue.size).toBe(1);
    await must(hub, 'ben' as PersonId, 'ErasePerson', { person: 'ben' });
    await hub.parts.reactors.settled();
    expect([mailQueue.size, await waiting()]).toEqual([0, 0]);
  });

  test('invitations of the time before are said not to be emailed, and are emailed once it is set, each once', async () => {
    await open();
    const kept = async () => (await ask('get', '/api/invitations/kept?at=school').expect(200)).body as { people: string[] };
    const details = { name: 'School', kind: 'school', nation: 'england' };
    await must(hub, 'dee' as PersonId, 'RegisterInstitution', { institution: 'school', details });
    for (const person of ['zoe', 'yan'])
      await must(hub, 'dee' as PersonId, 'InvitePerson', {
        person,
        name: `Name ${person}`,
        email: `${person}@x.example`,
        institution: 'school',
      });
    for (const person of ['zoe', 'yan'])
      await must(hub, 'dee' as PersonId, 'AddMember', { institution: 'school', person, from: '2026-09-01' });
    for (let times = 0; times < 400 && (await kept()).people.length < 2; times += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await kept()).toEqual({ leaves: false, people: expect.arrayContaining(['zoe', 'yan']) });
    await must(hub, 'dee' as PersonId, 'RegisterInstitution', { institution: 'other', details: { ...details, name: 'Other' } });
    const invited = [{ email: 'zoe@x.example', from: '2026-09-01' }];
    await must(hub, 'dee' as PersonId, 'InviteMembers', { institution: 'other', invited });
    expect((await ask('get', '/api/invitations/kept?at=other').expect(200)).body).toEqual({ leaves: false, people: ['zoe'] });
    await ask('post', '/api/invitations/kept').send({ institution: 'school' }).expect(409);
    await ask('get', '/api/invitations/kept?at=school', ben).expect(403);
    const caught = await serverThat({});
    const local = { ...settings, host: '127.0.0.1', port: caught.port, security: 'none', user: '', password: '' };
    await ask('post', '/api/mail').send(local).expect(204);
    expect(await kept()).toEqual({ leaves: true, people: expect.arrayContaining(['zoe', 'yan']) });
    const send = (body: object) => ask('post', '/api/invitations/kept').send(body).expect(200);
    expect((await send({ institution: 'school', people: ['zoe'] })).body).toEqual({ sent: 1 });
    expect(await kept()).toEqual({ leaves: true, people: ['yan'] });
    const both = await Promise.all([send({}), send({})]);
    expect(both.map(({ body }) => (body as { sent: number }).sent).toSorted()).toEqual([0, 1]);
    expect(await kept()).toEqual({ leaves: true, people: [] });
    expect(caught.emails.map((email) => /^To: (.*)$/m.exec(email)?.[1]?.trim())).toEqual(['zoe@x.example', 'yan@x.example']);
    caught.close();
  });

  test('a password that is left out stays, and goes to no other server', async () => {
    await open();
    const { password: _, ...without } = settings;
    const file = new MailSettingsFile(hub.parts.master, dataDir);
    await ask('post', '/api/mail').send(settings).expect(204);
    await ask('post', '/api/mail')
      .send({ ...without, senderName: 'Other' })
      .expect(204);
    expect(await file.load()).toMatchObject({ password: PASSWORD, senderName: 'Other' });
    await ask('post', '/api/mail')
      .send({ ...without, host: 'elsewhere.example' })
      .expect(204);
    expect(await file.load()).toMatchObject({ password: '', host: 'elsewhere.example' });
  });

  test('applies to the next email without a restart, in every process that shares the folder', async () => {
    await open();
    const caught = await serverThat({});
    const other = hub.parts.mailer as ChosenMailer;
    const mine = new ChosenMailer(other.outbox, new MailSettingsFile(hub.parts.master, dataDir), {}, 'a@b.example');
    expect([await mine.leaves(), await mine.sender()]).toEqual([false, 'a@b.example']);
    const local = { ...settings, host: '127.0.0.1', port: caught.port, security: 'none', user: '', password: '' };
    await ask('post', '/api/mail').send(local).expect(204);
    // Calendar files are in the name that emails are sent in.
    expect([await mine.leaves(), await mine.sender()]).toEqual([true, '"Northfield" <hub@northfield.example>']);
    await mine.send({
      key: 'k',
      to: { person: 'dee' as PersonId, email: 'dee@northfield.example' },
      about: [],
      subject: 'Hello',
      text: 'Hello Dee',
    });
    expect(caught.emails.join()).toContain('Northfield');
    await ask('delete', '/api/mail').expect(204);
    expect(await mine.leaves()).toBe(false);
    await mine.close();
    caught.close();
  });

  test('is for administrators of the hub, and a field that is wrong is named', async () => {
    await open();
    for (const [method, path] of [
      ['get', '/api/mail'],
      ['post', '/api/mail'],
      ['delete', '/api/mail'],
      ['post', '/api/mail/test'],
      ['get', '/api/mail/invitation'],
    ] as const)
      await ask(method, path, ben).send({}).expect(403);
    for (const host of ['http://127.0.0.1/', 'a b', 'user@host', '-x', 'x\r\nRCPT']) {
      const { body } = await ask('post', '/api/mail')
        .send({ ...settings, host })
        .expect(400);
      expect(body).toMatchObject({ code: 'MAIL.INVALID', problems: [{ field: 'host' }] });
    }
    for (const senderName of ['a"b', 'a\nBcc: x', '<x>'])
      await ask('post', '/api/mail')
        .send({ ...settings, senderName })
        .expect(400);
  });

  test('the environment wins, is shown, and cannot be changed here', async () => {
    const caught = await serverThat({});
    await open({ SMTP_URL: `smtp://127.0.0.1:${caught.port}`, MAIL_FROM: 'Hub <hub@environment.example>' });
    expect((await ask('get', '/api/mail')).body).toMatchObject({
      by: 'environment',
      settings: null,
      fixedFrom: 'Hub <hub@environment.example>',
    });
    expect((await ask('post', '/api/mail').send(settings)).body).toMatchObject({ code: 'MAIL.FIXED' });
    await ask('delete', '/api/mail').expect(409);
    expect((await ask('post', '/api/mail/test').send({})).body).toEqual({ sentTo: 'dee@northfield.example' });
    expect(caught.emails.join()).toContain('hub@environment.example');
    caught.close();
  });

  test('a test from the status screen goes by the settings in use, and says so where there are none', async () => {
    await open();
    expect((await ask('post', '/api/mail/test').send({}).expect(409)).body).toMatchObject({ code: 'MAIL.NOT_SET' });
    const caught = await serverThat({});
    await ask('post', '/api/mail')
      .send({ ...settings, host: '127.0.0.1', port: caught.port, security: 'none', user: '', password: '' })
      .expect(204);
    expect((await ask('post', '/api/mail/test').send({}).expect(200)).body).toEqual({ sentTo: 'dee@northfield.example' });
    expect(hub.parts.mailWatch.condition).toMatchObject({ lastSentAt: expect.any(String) });
    caught.close();
    await ask('post', '/api/mail/test').send({}).expect(422);
    const { failingSince, problem } = hub.parts.mailWatch.condition;
    expect([failingSince, problem]).toEqual([expect.any(String), expect.stringMatching(/^No mail server answers at 127\.0\.0\.1/)]);
  });

  test('a test by settings that are only tried is remembered as a test, and says nothing of how the settings in use do', async () => {
    await open();
    const caught = await serverThat({});
    const local = { ...settings, host: '127.0.0.1', security: 'none', user: '', password: '' };
    await ask('post', '/api/mail')
      .send({ ...local, port: 1 })
      .expect(204);
    await ask('post', '/api/mail/test').send({}).expect(422);
    const { failingSince } = hub.parts.mailWatch.condition;
    await ask('post', '/api/mail/test')
      .send({ ...local, port: caught.port })
      .expect(200);
    expect(hub.parts.mailWatch.condition).toMatchObject({ lastTestAt: expect.any(String), failingSince });
    expect(hub.parts.mailWatch.condition).not.toHaveProperty('lastSentAt');
    caught.close();
    await ask('post', '/api/mail/test')
      .send({ ...local, port: caught.port })
      .expect(422);
    expect(hub.parts.mailWatch.condition).toMatchObject({ lastTestAt: expect.any(String), failingSince });
  });

  test('a server of the environment that says no is told of in plain words too', async () => {
    const caught = await serverThat({ RCPT: '550 5.1.1 secret-internal-name' });
    await open({ SMTP_URL: `smtp://127.0.0.1:${caught.port}` });
    const { body } = await ask('post', '/api/mail/test').send({}).expect(422);
    expect(body.message).toBe('The mail server did not accept the address dee@northfield.example.');
    expect(JSON.stringify(hub.parts.mailWatch.condition)).not.toContain('dee@');
    // A code that is refused for good is given up, and told of.
    const refused = () => hub.parts.mailWatch.condition.notSent.refused;
    // Emails about what happened before may be refused beside it.
    const before = refused();
    await ask('post', '/api/sign-in/code', '').send({ email: 'ben@northfield.example' }).expect(202);
    const waits = () => refused() <= before || hub.parts.mailQueue.size > 0;
    for (let times = 0; times < 400 && waits(); times += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect([refused() > before, hub.parts.mailQueue.size]).toEqual([true, 0]);
    caught.close();
  });

  test('a test that fails says why in plain words, and nothing of what the server said', async () => {
    await open();
    const local = { ...settings, host: '127.0.0.1', security: 'none', user: '', password: '' };
    const test = async (more: object) =>
      (await ask('post', '/api/mail/test').send({ ...local, ...more })).body as { code: string; message: string };
    expect((await test({ port: 1 })).message).toMatch(/^No mail server answers at 127\.0\.0\.1 on port 1\./);
    for (const [answers, words] of [
      [{ MAIL: '550 secret-internal-name says no' }, /does not send for hub@northfield\.example/],
      [{ RCPT: '550 5.1.1 secret-internal-name' }, /did not accept the address dee@northfield\.example/],
      [{ DATA: '554 secret-internal-name' }, /did not accept the message/],
    ] as const) {
      const server = await serverThat(answers);
      const said = await test({ port: server.port });
      expect(said).toMatchObject({ code: 'MAIL.TEST_FAILED' });
      expect(said.message).toMatch(words);
      expect(said.message).not.toContain('secret');
      server.close();
    }
  });
});
