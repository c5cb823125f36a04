import { jest } from '@jest/globals';
import request from 'supertest';
import type { CommandId, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { refuse } from '@alongside/domain/kernel/result.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { adminOf } from '../app/admin.testing.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { conditionOf } from '../app/health/hub-health.js';
import { asking, cookieOf, envelopeOf, makeSchool, must, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import { configIn, Postbox } from '../app/postbox.fixture.js';
import { rejected } from '../commands/answers.js';
import { Codes, whyNoCode } from '../identity/codes.js';
import { IdentitySecrets } from '../identity/secrets.js';
import { addressChangedAt } from '../joining/further-addresses.js';
import { viewReaderOf } from '../queries/live-views.js';
import { noteDeletions } from '../privacy/deletions.js';

jest.setTimeout(120_000);

const DAY_MS = 86_400_000;
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
let folders: Awaited<ReturnType<typeof testFolders>>;
let dataDir: string;
let hub: Hub;

const open = (clock?: TestClock) =>
  createHub(configIn(dataDir), { logger: createLogger('error'), mailer: new Postbox(), ...(clock && { clock }) });
const give = async (by: PersonId, type: string, data: object) => {
  const answer = await hub.parts.dispatcher.dispatch(envelopeOf(type, data), by);
  return answer.outcome === 'accepted' ? 'accepted' : answer.code;
};
/** What the clock of the hub does first of a request that nobody answered. */
const wasReminded = (request: string) => hub.parts.views.store.get<{ reminded: boolean }>('request', request)?.data.reminded;

/** A hub whose newest event lies so many days from now; then the same data with the clock of this machine. */
async function rested(days: number): Promise<void> {
  hub = await open(new TestClock(new Date(Date.now() + days * DAY_MS).toISOString() as Instant));
  await makeSchool(hub, [asha, ben], { asha: 1 });
  await must(hub, ben, 'RequestMentoring', asking('asha', 'ben', 'r-1'));
  await hub.parts.reactors.settled();
  await hub.close();
  hub = await open();
}

beforeEach(async () => {
  folders = await testFolders();
  dataDir = folders.next();
});
afterEach(async () => {
  await hub.close();
  await folders.clean();
});

test.each([
  ['a day behind', 1, 'behind'],
  ['100 days after', -100, 'ahead'],
] as const)('a clock that is %s the newest event changes nothing, and what is said of it is true', async (_, days, state) => {
  await rested(days);
  expect(await give(ben, 'WithdrawRequest', { mentor: asha, request: 'r-1' })).toBe('COMMAND.CLOCK_WRONG');
  expect([wasReminded('r-1'), hub.parts.clockGuard.condition.state]).toEqual([false, state]);
  // Nobody but those who look after the hub says that the clock is right.
  expect(await give(ben, 'ConfirmDate', { institution: HUB_INSTITUTION, newest: new Date().toISOString() })).toBe('COMMAND.NOT_ALLOWED');
});

test.each([
  ['a day behind', 1],
  ['100 days after', -100],
] as const)(
  'with a clock that is %s the newest event nobody signs in, and whoever asks reads why, with an account or without',
  async (_, days) => {
    await rested(days);
    const ask = async (path: string, body: object) => {
      const answer = await request(hub.server).post(path).set('x-alongside', '1').send(body);
      return [answer.status, answer.body.code];
    };
    const wrong = [503, 'SIGN_IN.CLOCK_WRONG'];
    for (const email of [`${ben}@hillside.example`, 'stranger@elsewhere.example']) {
      expect(await ask('/api/sign-in/code', { email })).toEqual(wrong);
      expect(await ask('/api/sign-in', { email, code: '123456', shared: false })).toEqual(wrong);
    }
    expect((await adminOf(dataDir, 'confirm-date', '--yes')).code).toBe(0);
    expect(await ask('/api/sign-in/code', { email: `${ben}@hillside.example` })).toEqual([202, undefined]);
  },
);

test('a code that cannot be tried for another reason blames nobody', async () => {
  hub = await open();
  const codes = new Codes({
    ...hub.parts,
    secrets: new IdentitySecrets(Buffer.alloc(32)),
    dispatcher: { dispatch: async () => rejected('c-1' as CommandId, { code: 'COMMAND.BUSY' }) },
  });
  expect(await codes.use('address', '123456', 'network')).toEqual(refuse({ code: 'COMMAND.BUSY' }));
  expect(await codes.make('address', ben, 'network')).toEqual(refuse({ code: 'COMMAND.BUSY' }));
  expect(() => whyNoCode({ code: 'COMMAND.BUSY' })).toThrow('COMMAND.BUSY');
  expect(() => whyNoCode({ code: 'SIGN_IN.TOO_MANY_CODES' })).not.toThrow();
});

test('a hub that rested for 100 days acts again, and does what was due, once an administrator confirms the date', async () => {
  await rested(-100);
  expect((await adminOf(dataDir, 'confirm-date')).stdout).toMatch(/^This computer says that it is .* with --yes\./);
  expect(await give(ben, 'WithdrawRequest', { mentor: asha, request: 'r-1' })).toBe('COMMAND.CLOCK_WRONG');
  expect((await adminOf(dataDir, 'confirm-date', '--yes')).stdout).toMatch(/^The hub acts again\./);
  expect(await give(HUB, 'AskForReview', { mentorship: 'none' })).not.toBe('COMMAND.CLOCK_WRONG');
  await hub.close();
  hub = await open();
  for (let tries = 0; tries < 100 && !wasReminded('r-1'); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(wasReminded('r-1')).toBe(true);
  expect((await adminOf(dataDir, 'confirm-date', '--yes')).stdout).toMatch(/^The hub acts:/);
});

test('[R9] whose deletion is noted is deleted from a log of 100 days ago, and the date is still to be confirmed', async () => {
  hub = await open(new TestClock(new Date(Date.now() - 100 * DAY_MS).toISOString() as Instant));
  await makeSchool(hub, [asha, ben], { asha: 1 });
  // Their session is ended as well, by the hub.
  await cookieOf(hub, ben);
  await hub.parts.reactors.settled();
  await hub.close();
  await noteDeletions(dataDir, [ben], new Date().toISOString());
  for (const times of ['first', 'second']) {
    hub = await open();
    const row = hub.parts.views.store.get<{ erased: boolean; name: string }>('person', ben)?.data;
    expect({ times, erased: row?.erased, name: row?.name }).toEqual({ times, erased: true, name: '' });
    expect(await give(asha, 'WithdrawMentoring', { person: 'asha' })).toBe('COMMAND.CLOCK_WRONG');
    if (times === 'first') await hub.close();
  }
});

describe('after a clock that ran 30 days ahead was set right and the date was confirmed', () => {
  const email = `${ben}@hillside.example`;
  const ask = (path: string, body: object) => request(hub.server).post(path).set('x-alongside', '1').send(body);
  const signIn = (code: string, shared = false) => ask('/api/sign-in', { email, code, shared });
  let postbox: Postbox;
  let ahead: TestClock;

  /** Asks for a code and reads it in the email; undefined where none comes. */
  async function codeSent(): Promise<string | undefined> {
    const before = postbox.subjects.length;
    expect((await ask('/api/sign-in/code', { email })).status).toBe(202);
    for (let tries = 0; tries < 60 && postbox.subjects.length === before; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return postbox.subjects.slice(before).flatMap((subject) => /^(\d{3}) (\d{3}) is your code/.exec(subject)?.slice(1).join('') ?? [])[0];
  }
  const openWith = (clock?: TestClock) =>
    createHub(configIn(dataDir), { logger: createLogger('error'), mailer: postbox, ...(clock && { clock }) });
  async function setRight(): Promise<void> {
    await hub.parts.reactors.settled();
    await hub.close();
    hub = await openWith();
    expect((await adminOf(dataDir, 'confirm-date', '--yes')).code).toBe(0);
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
  }

  beforeEach(async () => {
    postbox = new Postbox();
    ahead = new TestClock(new Date(Date.now() + 30 * DAY_MS).toISOString() as Instant);
    hub = await openWith(ahead);
    await makeSchool(hub, [asha, ben], { asha: 1 });
  });

  test('people get a code who signed in meanwhile, and the codes of then are good for nothing', async () => {
    const codes: string[] = [];
    // As many as an hour has for a network.
    for (let n = 0; n < 5; n += 1) codes.push((await codeSent())!);
    expect(codes.filter(Boolean)).toHaveLength(5);
    await setRight();
    expect((await signIn(codes.at(-1)!)).body.code).toBe('SIGN_IN.CODE_WRONG');
    const code = await codeSent();
    expect(code).toMatch(/^\d{6}$/);
    expect((await signIn(code!)).status).toBe(200);
  });

  test('a session of then lasts as long as any, from the confirmation', async () => {
    const cookie = String((await signIn((await codeSent())!, true)).headers['set-cookie']).split(';')[0]!;
    await setRight();
    const status = async () => (await request(hub.server).get('/api/session').set('Cookie', cookie)).status;
    expect(await status()).toBe(200);
    await hub.close();
    // A shared computer, the next morning.
    hub = await openWith(new TestClock(new Date(Date.now() + 9 * 3_600_000).toISOString() as Instant));
    expect(await status()).toBe(401);
  });

  test('an address that was changed then proves its person three days after it', async () => {
    await must(hub, HUB, 'ChangeEmail', { person: ben, email: 'ben.new@hillside.example' });
    await setRight();
    const since = Date.parse(addressChangedAt(ben, viewReaderOf(hub.parts.views.store)) ?? '');
    expect(Math.abs(Date.now() - since)).toBeLessThan(DAY_MS / 24);
  });
});

test('a clock that was wrong for a day stops the hub until it is said to be right now', async () => {
  await rested(1);
  const behindMs = async () => (await conditionOf(hub.parts)).clock.behindMs;
  expect(await behindMs()).toBeGreaterThan(DAY_MS / 2);
  expect((await adminOf(dataDir, 'confirm-date', '--yes')).code).toBe(0);
  // Hub status and what stops the hub have one judge: what was confirmed is not called wrong beside it.
  expect(await behindMs()).toBe(0);
  expect(await give(ben, 'WithdrawRequest', { mentor: asha, request: 'r-1' })).toBe('accepted');
});
