import { jest } from '@jest/globals';
import request from 'supertest';
import type { CommandId, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { refuse } from '@alongside/domain/kernel/result.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { adminOf } from '../app/admin.testing.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { conditionOf } from '../app/health/hub-health.js';
import { asking, envelopeOf, makeSchool, must, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import { configIn, Postbox } from '../app/postbox.fixture.js';
import { rejected } from '../commands/answers.js';
import { Codes, whyNoCode } from '../identity/codes.js';
import { IdentitySecrets } from '../identity/secrets.js';
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

test('a clock that was wrong for a day stops the hub until it is said to be right now', async () => {
  await rested(1);
  const behindMs = async () => (await conditionOf(hub.parts)).clock.behindMs;
  expect(await behindMs()).toBeGreaterThan(DAY_MS / 2);
  expect((await adminOf(dataDir, 'confirm-date', '--yes')).code).toBe(0);
  // Hub status and what stops the hub have one judge: what was confirmed is not called wrong beside it.
  expect(await behindMs()).toBe(0);
  expect(await give(ben, 'WithdrawRequest', { mentor: asha, request: 'r-1' })).toBe('accepted');
});
