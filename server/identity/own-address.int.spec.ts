import { jest } from '@jest/globals';
import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import type { Email, Mailer } from '../mail/mailer.js';
import { OWN_ADDRESS_LIMIT_CODES, OwnAddressService } from './own-address.service.js';
import { IdentitySecrets } from './secrets.js';

jest.setTimeout(60_000);
const [asha, ben, helen] = ['asha', 'ben', 'helen'] as [PersonId, PersonId, PersonId];
const NEW = 'ben@riverbank.example';

/** Keeps every email, and hands out the next one to an address. */
class Postbox implements Mailer {
  readonly #emails: Email[] = [];
  #waiting: (() => void)[] = [];
  async next(to: string): Promise<Email> {
    for (;;) {
      const index = this.#emails.findIndex(({ to: { email } }) => email === to);
      if (index >= 0) return this.#emails.splice(index, 1)[0] as Email;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
  async send(email: Email): Promise<void> {
    this.#emails.push(email);
    for (const wake of this.#waiting.splice(0)) wake();
  }
  async forget(): Promise<void> {}
  async sender(): Promise<string> {
    return 'hub@x.example';
  }
  async close(): Promise<void> {}
}

describe('changing an email address', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let postbox: Postbox;
  let hub: Hub;
  let cookie: string;

  beforeEach(async () => {
    folders = await testFolders();
    postbox = new Postbox();
    const clock = new TestClock('2026-03-06T09:00:00.000Z' as Instant);
    const first = await openTestHub(folders.next(), folders.log, clock);
    const { config } = first.parts;
    await first.close();
    hub = await createHub(
      { ...config, dataDir: folders.next() },
      { clock, logDir: folders.log, mailer: postbox, logger: createLogger('error') },
    );
    await makeSchool(hub, ['asha', 'ben', 'helen', 'ada']);
    await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'helen', role: 'coordinator' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'ada', role: 'administrator' }));
    cookie = await cookieOf(hub, ben);
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  const post = (path: string, body: object, as = cookie) =>
    request(hub.server).post(path).set('x-alongside', '1').set('Cookie', as).send(body);
  const status = async (as: string) => (await request(hub.server).get('/api/session').set('Cookie', as)).status;
  const digitsIn = ({ text }: Email) => /(\d{3} \d{3})/.exec(text)?.[1] ?? '';
  async function proof(email: string): Promise<string> {
    await post('/api/address/code', { email }).expect(202);
    return digitsIn(await postbox.next(email));
  }
  async function settled(): Promise<void> {
    await hub.parts.reactors.settled();
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
  }
  const wrong = (code: string) => (code === '000 000' ? '000 001' : '000 000');

  test('[AD5] the owner proves the new address, stays signed in there and nowhere else, and the old one is told', async () => {
    const elsewhere = await cookieOf(hub, ben);
    const code = await proof(NEW);
    await post('/api/address', { email: NEW, code: wrong(code) }).expect(400);
    await post('/api/address', { email: NEW, code }).expect(200);
    await settled();
    expect([await status(cookie), await status(elsewhere)]).toEqual([200, 401]);
    const told = await postbox.next('ben@hillside.example');
    expect(told.subject).toBe('You changed your email address');
    expect(told.text).toContain('Hello Name');
    expect(told.text).toContain('tell Name of ada today');
    expect(told.text).not.toContain(NEW);
    expect((await postbox.next(NEW)).subject).toBe('You changed your email address');
    await post('/api/address', { email: NEW, code }).expect(400);
  });

  test('[AD7] the old address opens nothing from then on, not even with a code that was sent before, to nobody', async () => {
    await post('/api/sign-in/code', { email: 'ben@hillside.example' }, '').expect(202);
    const early = digitsIn(await postbox.next('ben@hillside.example'));
    const code = await proof(NEW);
    await post('/api/address', { email: NEW, code }).expect(200);
    const signIn = () => post('/api/sign-in', { email: 'ben@hillside.example', code: early, shared: false }, '');
    expect((await signIn()).status).toBe(400);
    await settled();
    // The address has an owner again: a code for Ben must not become hers, nor open his account.
    await must(hub, HUB, 'ChangeEmail', { person: asha, email: 'ben@hillside.example' });
    await settled();
    expect((await signIn()).status).toBe(400);
  });

  test('[AD5] a code that proves an address is none to sign in with', async () => {
    const code = await proof('ben@hillside.example');
    expect((await post('/api/sign-in', { email: 'ben@hillside.example', code, shared: false }, '')).status).toBe(400);
  });

  test('[AD5] nothing tells that an address is another person’s, but a kind email to its owner', async () => {
    await post('/api/address/code', { email: 'ASHA@hillside.example' }).expect(202);
    const email = await postbox.next('asha@hillside.example');
    expect(email.subject).toBe('This email address has an Alongside account');
    expect(digitsIn(email)).toBe('');
    expect(email.text).not.toMatch(/ben/i);
    const { body } = await post('/api/address', { email: 'asha@hillside.example', code: '123 456' }).expect(400);
    expect(body.code).toBe('SIGN_IN.CODE_WRONG');
  });

  test('[AD5] an address that was taken between the code and its use is refused, and the owner keeps theirs', async () => {
    const code = await proof(NEW);
    await must(hub, HUB, 'ChangeEmail', { person: asha, email: NEW });
    const { body } = await post('/api/address', { email: NEW, code }).expect(409);
    expect(body).toMatchObject({ code: 'PERSON.EMAIL_TAKEN', problems: [{ field: 'email' }] });
    await post('/api/sign-in/code', { email: 'ben@hillside.example' }, '').expect(202);
    expect(digitsIn(await postbox.next('ben@hillside.example'))).toMatch(/\d/);
  });

  test('[AD5] one person asks for a few codes an hour, whichever addresses they name', async () => {
    const { dispatcher, log, views, master, clock } = hub.parts;
    const secrets = new IdentitySecrets(master.bytes);
    const service = new OwnAddressService({
      dispatcher,
      log,
      views: views.store,
      mailQueue: { post: (email: Email) => postbox.send(email) },
      secrets,
      clock,
      publicUrl: '',
    });
    const sent = jest.spyOn(postbox, 'send');
    for (let n = 0; n <= OWN_ADDRESS_LIMIT_CODES; n += 1) await service.sendCode(ben, `n${n}@hillside.example`, `192.0.2.${n}`);
    // Emails about what happened before may still be on their way.
    expect(sent.mock.calls.filter(([email]) => /^n\d+@/.test(email.to.email))).toHaveLength(OWN_ADDRESS_LIMIT_CODES);
  });

  test('[AD6] [AD8] a coordinator changes a member’s: both addresses are told by whom, and the member is signed out', async () => {
    const helens = await cookieOf(hub, helen);
    const change = (person: string, email: string) => post('/api/commands', envelopeOf('ChangeEmail', { person, email }), helens);
    await change('ben', NEW).expect(200);
    await settled();
    expect(await status(cookie)).toBe(401);
    const old = await postbox.next('ben@hillside.example');
    expect(old.subject).toBe('Name of helen changed your email address');
    expect(old.text).toContain('If you did not expect this, tell Name of ada today');
    expect((await postbox.next(NEW)).subject).toBe('Name of helen changed your email address');
    expect((await change('ada', 'taken-over@hillside.example')).body.code).toBe('COMMAND.NOT_ALLOWED');
    expect((await change('helen', 'own@hillside.example')).body.code).toBe('COMMAND.NOT_ALLOWED');
  });

  test('nobody who is signed out asks for a code or changes anything', async () => {
    expect((await post('/api/address/code', { email: NEW }, '')).status).toBe(401);
    expect((await post('/api/address', { email: NEW, code: '123 456' }, '')).status).toBe(401);
  });
});
