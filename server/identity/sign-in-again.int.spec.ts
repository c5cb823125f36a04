import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { CODES_AN_HOUR } from '@alongside/domain/identity/sign-in.decider.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import { Postbox } from '../app/postbox.fixture.js';

const [ben, cora] = ['ben', 'cora'] as [PersonId, PersonId];
const [SIGNED_IN, IN_TIME, TOO_LATE] = ['2026-03-06T09:00:00.000Z', '2026-03-06T09:09:59.999Z', '2026-03-06T09:10:00.000Z'] as [
  Instant,
  Instant,
  Instant,
];

describe('a fresh sign-in before what cannot be undone', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let clock: TestClock;
  let postbox: Postbox;
  let hub: Hub;

  beforeEach(async () => {
    folders = await testFolders();
    clock = new TestClock(SIGNED_IN);
    postbox = new Postbox();
    const first = await openTestHub(folders.next(), folders.log, clock);
    const { config } = first.parts;
    await first.close();
    const parts = { clock, logDir: folders.log, mailer: postbox, logger: createLogger('error') };
    hub = await createHub({ ...config, dataDir: folders.next(), publicUrl: 'http://localhost' }, parts);
    await makeSchool(hub, ['ben', 'cora', 'asha']);
    const details = { name: 'The hub', kind: 'hub', nation: 'england' };
    await hub.parts.views.caughtUp(await must(hub, HUB, 'RegisterInstitution', { institution: HUB_INSTITUTION, details }));
    await must(hub, HUB, 'AddMember', { institution: HUB_INSTITUTION, person: cora, from: '2026-01-05' });
    await hub.parts.views.caughtUp(
      await must(hub, HUB, 'GrantRole', { institution: HUB_INSTITUTION, person: cora, role: 'administrator' }),
    );
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  const post = (path: string, body: object, cookie: string) =>
    request(hub.server).post(path).set('x-alongside', '1').set('Cookie', cookie).send(body);
  const erase = (person: string, cookie: string, more: object = {}) =>
    post('/api/commands', { ...envelopeOf('ErasePerson', { person }), ...more }, cookie);
  const isErased = (person: string) => hub.parts.views.store.get<{ erased: boolean }>('person', person)?.data.erased;
  async function codeFor(cookie: string): Promise<{ readonly to: string; readonly digits: string; readonly text: string }> {
    const sent = postbox.next();
    await post('/api/sign-in/again/code', {}, cookie).expect(202);
    const { to, text } = await sent;
    return { to: to.email, digits: /(\d{3} \d{3})/.exec(text)?.[1] ?? '', text };
  }
  const wrong = (digits: string) => (digits === '000 000' ? '000 001' : '000 000');
  const REFUSED = { outcome: 'rejected', code: 'SIGN_IN.TOO_LONG_AGO' };

  test('a person erases themself within 10 minutes of signing in', async () => {
    const cookie = await cookieOf(hub, ben);
    clock.set(IN_TIME);
    const { body } = await erase('ben', cookie).expect(200);
    await hub.parts.views.caughtUp(body.position);
    expect(isErased('ben')).toBe(true);
  });

  test('from the tenth on it is refused in a sentence, and goes on once their code was entered', async () => {
    const cookie = await cookieOf(hub, ben);
    clock.set(TOO_LATE);
    const refused = await erase('ben', cookie).expect(403);
    expect(refused.body).toMatchObject(REFUSED);
    expect(refused.body.message).toBe('This cannot be undone, and you signed in more than 10 minutes ago. Sign in again, then try again.');
    expect(isErased('ben')).toBe(false);
    const { to, digits, text } = await codeFor(cookie);
    expect([to, text]).toEqual(['ben@hillside.example', expect.stringContaining('http://localhost/privacy')]);
    const wrongly = await post('/api/sign-in/again', { code: wrong(digits) }, cookie).expect(400);
    expect(wrongly.body.code).toBe('SIGN_IN.CODE_WRONG');
    await erase('ben', cookie).expect(403);
    await post('/api/sign-in/again', { code: digits }, cookie).expect(204);
    await erase('ben', cookie).expect(200);
  });

  test('who moves the address first cannot prove with the new one that they are its owner, until its owner had three days to hear of it', async () => {
    await hub.parts.views.caughtUp(await must(hub, HUB, 'ChangeEmail', { person: 'ben', email: 'thief@else.example' }));
    await hub.parts.reactors.settled();
    const refused = await erase('ben', await cookieOf(hub, ben)).expect(403);
    expect(refused.body.code).toBe('SIGN_IN.ADDRESS_NEW');
    clock.set('2026-03-09T09:00:00.000Z');
    await erase('ben', await cookieOf(hub, ben)).expect(200);
  });

  test('an administrator is asked as well, and for ten minutes is not asked again', async () => {
    const cookie = await cookieOf(hub, cora);
    clock.set(TOO_LATE);
    expect((await erase('ben', cookie)).body).toMatchObject(REFUSED);
    await post('/api/sign-in/again', { code: (await codeFor(cookie)).digits }, cookie).expect(204);
    await erase('ben', cookie).expect(200);
    clock.set('2026-03-06T09:19:59.999Z');
    await erase('asha', cookie).expect(200);
    clock.set('2026-03-06T09:20:00.000Z');
    expect((await erase('cora', cookie)).body).toMatchObject(REFUSED);
  });

  test('another session does not help: not of another person, nor their own on another device', async () => {
    const [old, oldest] = [await cookieOf(hub, ben), await cookieOf(hub, ben)];
    clock.set(TOO_LATE);
    const [stranger, fresh] = [await cookieOf(hub, 'asha' as PersonId), await cookieOf(hub, ben)];
    expect((await erase('ben', stranger)).body).toMatchObject({ code: 'COMMAND.NOT_ALLOWED' });
    await post('/api/sign-in/again', { code: (await codeFor(fresh)).digits }, fresh).expect(204);
    for (const cookie of [old, oldest]) expect((await erase('ben', cookie)).body).toMatchObject(REFUSED);
    // Nor does a code that went to another person.
    const theirs = await codeFor(stranger);
    await post('/api/sign-in/again', { code: theirs.digits }, old).expect(400);
    expect((await erase('ben', old)).body).toMatchObject(REFUSED);
  });

  test('no other door is open: what a browser says of itself counts for nothing, and without a session nothing is fresh', async () => {
    const cookie = await cookieOf(hub, ben);
    clock.set(TOO_LATE);
    const claims = { signedInAt: TOO_LATE, options: { signedInAt: TOO_LATE }, stampedAt: SIGNED_IN };
    expect((await erase('ben', cookie, claims)).body.outcome).not.toBe('accepted');
    expect(await hub.parts.dispatcher.dispatch(envelopeOf('ErasePerson', { person: ben }), ben)).toMatchObject(REFUSED);
    expect(isErased('ben')).toBe(false);
    // The hub's own operator is asked for nothing here.
    expect(await hub.parts.dispatcher.dispatch(envelopeOf('ErasePerson', { person: ben }), HUB)).toMatchObject({ outcome: 'accepted' });
  });

  test('without a session neither a code nor a proof is to be had, and too many codes are told of', async () => {
    for (const path of ['/api/sign-in/again/code', '/api/sign-in/again']) await post(path, { code: '123 456' }, '').expect(401);
    const cookie = await cookieOf(hub, ben);
    for (let asked = 0; asked < CODES_AN_HOUR.ofNetwork; asked += 1) await codeFor(cookie);
    const { body } = await post('/api/sign-in/again/code', {}, cookie).expect(429);
    expect(body.code).toBe('SIGN_IN.TOO_MANY_CODES');
  });

  test('joining two records is asked for it before its code is used up', async () => {
    const cookie = await cookieOf(hub, ben);
    clock.set(TOO_LATE);
    const sent = postbox.next();
    await post('/api/joining/code', { email: 'asha@hillside.example' }, cookie).expect(202);
    const code = /(\d{3} \d{3})/.exec((await sent).text)?.[1] ?? '';
    const join = () => post('/api/joining', { email: 'asha@hillside.example', code }, cookie);
    expect((await join().expect(403)).body.code).toBe('SIGN_IN.TOO_LONG_AGO');
    await post('/api/sign-in/again', { code: (await codeFor(cookie)).digits }, cookie).expect(204);
    await join().expect(200);
  });
});
