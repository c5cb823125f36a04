import request from 'supertest';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { CODE_TRIES, CODES_AN_HOUR } from '@alongside/domain/identity/sign-in.decider.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import { Postbox } from '../app/postbox.fixture.js';
import { IdentitySecrets } from './secrets.js';
import { SignInService } from './sign-in.service.js';

const EMAIL = 'ben@hillside.example';
const NOBODY = 'nobody@hillside.example';

describe('signing in', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  const clock = new TestClock('2026-03-06T09:00:00.000Z' as Instant);
  const postbox = new Postbox();
  let hub: Hub;
  let other: Hub;

  beforeAll(async () => {
    folders = await testFolders();
    const first = await openTestHub(folders.next(), folders.log, clock);
    const { config } = first.parts;
    await first.close();
    const open = (publicUrl: string) =>
      createHub(
        { ...config, dataDir: folders.next(), publicUrl, trustProxy: 1 },
        { clock, logDir: folders.log, mailer: postbox, logger: createLogger('error') },
      );
    hub = await open('http://localhost');
    other = await open('https://mentoring.example.org');
    await makeSchool(hub, ['ben']);
  });
  afterAll(async () => {
    await other.close();
    await hub.close();
    await folders.clean();
  });

  const post = (path: string, body: object, at = hub, cookie = '') =>
    request(at.server).post(path).set('x-alongside', '1').set('Cookie', cookie).send(body);
  async function codeFor(email: string): Promise<string> {
    const sent = postbox.next();
    await post('/api/sign-in/code', { email }).expect(202);
    return /(\d{3} \d{3})/.exec((await sent).text)?.[1] ?? '';
  }
  const attempt = (code: string, email = EMAIL, at = hub, cookie = '') => post('/api/sign-in', { email, code, shared: false }, at, cookie);
  const wrong = (code: string) => (code === '000 000' ? '000 001' : '000 000');
  const cookiesOf = (answer: { headers: Record<string, unknown> }) => (answer.headers['set-cookie'] as string[] | undefined) ?? [];
  const sessionIn = (answer: { headers: Record<string, unknown> }) => cookiesOf(answer)[0]?.split(';')[0] ?? '';
  const whoIs = (cookie: string) => request(hub.server).get('/api/session').set('Cookie', cookie);
  async function settled(): Promise<void> {
    for (const one of [hub, other]) await one.parts.views.caughtUp((await one.parts.log.head())!);
  }

  test('the code in the email opens a session, once; its cookie is out of reach of scripts and of other sites', async () => {
    const code = await codeFor(` ${EMAIL.toUpperCase()} `);
    const answer = await attempt(code).expect(200);
    expect(answer.body).toEqual({ person: 'ben' });
    expect(cookiesOf(answer)[0]).toMatch(/^alongside=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    await whoIs(sessionIn(answer)).expect(200);
    const again = await attempt(code).expect(400);
    expect([again.body.code, again.body.message]).toEqual(['SIGN_IN.CODE_WRONG', expect.stringContaining('ask for another')]);
  });

  test('where the hub is reached by https the cookie never travels without it', async () => {
    const code = await codeFor(EMAIL);
    const answer = await attempt(code, EMAIL, other).expect(200);
    expect(cookiesOf(answer)[0]).toMatch(/^__Host-alongside=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    const asking = (cookie: string) => request(other.server).get('/api/session').set('Cookie', cookie);
    await asking(sessionIn(answer)).expect(200);
    // Another name of the same domain may set a cookie without the prefix.
    await asking(sessionIn(answer).replace('__Host-', '')).expect(401);
  });

  test('no page of the hub may use a camera, a microphone or a place', async () => {
    const { headers } = await request(hub.server).get('/api/health');
    expect(headers['permissions-policy']).toBe('camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  });

  test('a wrong code and an address that nobody has are answered alike, and none sooner than the slower of them', async () => {
    await codeFor(EMAIL);
    const lastly = await Promise.all(
      [EMAIL, NOBODY].map(async (email) => {
        const startedMs = performance.now();
        const { status, body } = await attempt('000 000', email);
        return { status, body, tookMs: performance.now() - startedMs };
      }),
    );
    const [known, unknown] = lastly;
    expect([known?.status, known?.body]).toEqual([unknown?.status, unknown?.body]);
    for (const { tookMs } of lastly) expect(tookMs).toBeGreaterThan(290);
    const [sent, notSent] = [await post('/api/sign-in/code', { email: EMAIL }), await post('/api/sign-in/code', { email: NOBODY })];
    expect([sent.status, sent.body]).toEqual([notSent.status, notSent.body]);
  });

  test('tries count in every process: after the last one the right code is worth nothing', async () => {
    clock.set('2026-03-06T11:00:00.000Z');
    const code = await codeFor(EMAIL);
    for (let tries = 0; tries < CODE_TRIES; tries += 1) await attempt(wrong(code), EMAIL, tries % 2 ? hub : other).expect(400);
    await settled();
    for (const at of [hub, other]) {
      const { body } = await attempt(code, EMAIL, at);
      expect([body.code, body.message]).toEqual(['SIGN_IN.CODE_WRONG', expect.stringContaining('tried too often')]);
    }
  });

  test('a stranger who knows an address keeps nobody out: neither codes nor tries of the owner are used up', async () => {
    clock.set('2026-03-06T12:00:00.000Z');
    const asStranger = (path: string, body: object) => post(path, body).set('x-forwarded-for', '203.0.113.9');
    const code = await codeFor(EMAIL);
    for (let asked = 0; asked < CODES_AN_HOUR.ofNetwork; asked += 1) {
      const email = postbox.next();
      await asStranger('/api/sign-in/code', { email: EMAIL }).expect(202);
      await email;
    }
    const guesses = Array.from({ length: 2 * CODE_TRIES }, () =>
      asStranger('/api/sign-in', { email: EMAIL, code: wrong(code), shared: false }).expect(400),
    );
    await Promise.all(guesses);
    expect((await attempt(code)).status).toBe(200);
    expect((await attempt(await codeFor(EMAIL))).status).toBe(200);
  });

  test('whoever signs in where somebody is signed in ends that session', async () => {
    const first = sessionIn(await attempt(await codeFor(EMAIL)).expect(200));
    const second = sessionIn(await attempt(await codeFor(EMAIL), EMAIL, hub, first).expect(200));
    expect(second).not.toBe(first);
    // It ends once the answer with the new one has gone out.
    while ((await whoIs(first)).status !== 401) await settled();
    await whoIs(first).expect(401);
    await whoIs(second).expect(200);
  });

  test('signing out everywhere ends every session and empties this browser', async () => {
    clock.set('2026-03-06T13:00:00.000Z');
    const [here, there] = [sessionIn(await attempt(await codeFor(EMAIL))), sessionIn(await attempt(await codeFor(EMAIL)))];
    const out = await post('/api/sign-out/everywhere', {}, hub, here).expect(204);
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(cookiesOf(out)[0]).toMatch(/^alongside=;.*Expires=Thu, 01 Jan 1970/);
    await settled();
    for (const cookie of [here, there]) await whoIs(cookie).expect(401);
  });

  test('a session that ran out is forgotten when another is opened, in the views too', async () => {
    clock.set('2026-03-06T15:00:00.000Z');
    const kept = () => hub.parts.views.store.count('session', { for: 'all' });
    const before = kept();
    await attempt(await codeFor(EMAIL)).expect(200);
    await settled();
    expect(kept()).toBeGreaterThan(before);
    clock.set('2026-06-06T15:00:00.000Z');
    await attempt(await codeFor(EMAIL)).expect(200);
    await settled();
    // The new one, and the row that lists what its person has open.
    expect(kept()).toBe(2);
  });

  test('nobody goes on as anybody, and no email is shown, where this is no demonstration: told so, or where nobody said', async () => {
    await expect(openTestHub(folders.next(), folders.log, clock, { DEMO: '1' })).rejects.toThrow('holds a hub of your own');
    const unsaid = await openTestHub(folders.next(), folders.log, clock, { DEMO: '' });
    for (const at of [hub, unsaid]) {
      expect((await request(at.server).get('/api/sign-in/demo')).body).toEqual({ people: [] });
      await post('/api/sign-in/demo', { person: 'ben' }, at).expect(404);
      await request(at.server).get('/api/outbox').expect(404);
    }
    await unsaid.close();
  });

  describe('[AD7] a session that another process overtakes', () => {
    /** Signs Ben in with a code that was sent before; `between` happens after the code was used and before the session is opened. */
    const signInWhile = async (between: () => Promise<unknown>) => {
      const { dispatcher, log, views, mailQueue, master, joins } = hub.parts;
      const service = new SignInService({
        dispatcher: {
          dispatch: async (envelope, by) => {
            if ((envelope as { type: string }).type === 'OpenSession') await between();
            return dispatcher.dispatch(envelope, by);
          },
        },
        log,
        keptOf: (person) => joins.inForce.keptOf(person),
        views: views.store,
        through: () => views.through(),
        isSwitching: (person) => joins.isSwitching(person),
        caughtUp: (position) => views.caughtUp(position),
        mailQueue,
        secrets: new IdentitySecrets(master.bytes),
        clock,
        publicUrl: '',
      });
      const answer = await service.signIn(EMAIL, (await codeFor(EMAIL)).replace(' ', ''), false, '192.0.2.77');
      await settled();
      const open = hub.parts.views.store.get<{ open: readonly string[] }>('session', 'person:ben')?.data.open ?? [];
      return [answer.ok, open];
    };

    test('by a change of address, or by an erasure, opens nothing', async () => {
      await must(hub, HUB, 'CloseAllSessions', { person: 'ben' });
      const change = (email: string) => must(hub, HUB, 'ChangeEmail', { person: 'ben', email });
      expect(await signInWhile(() => change('ben@elsewhere.example'))).toEqual([false, []]);
      await hub.parts.views.caughtUp(await change(EMAIL));
      expect(await signInWhile(() => must(hub, HUB, 'ErasePerson', { person: 'ben' }))).toEqual([false, []]);
    });
  });
});
