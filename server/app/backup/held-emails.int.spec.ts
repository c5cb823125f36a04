import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { createHub, type Hub } from '../create-hub.js';
import { conditionOf } from '../health/hub-health.js';
import { asking, cookieOf, makeSchool, must, testFolders } from '../hub.testing.js';
import { createLogger } from '../logger.js';
import { configIn, Postbox } from '../postbox.fixture.js';
import { builtProgram } from '../program.testing.js';

jest.setTimeout(300_000);
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];

let folders: Awaited<ReturnType<typeof testFolders>>;
let dataDir: string;
let target: string;
let hub: Hub;
let box: Postbox;

const run = async (tool: 'backup' | 'restore', args: readonly string[], folder: string): Promise<string> => {
  const env = { PATH: process.env['PATH'], DATA_DIR: folder, DEMO: '0', MASTER_KEY: configIn(folder).masterKey };
  return (await promisify(execFile)(process.execPath, [builtProgram(`${tool}.cli`), ...args], { env })).stdout;
};
const open = async (folder: string) => {
  box = new Postbox();
  hub = await createHub(configIn(folder), { logger: createLogger('error', () => undefined), mailer: box });
};
const held = async () => (await conditionOf(hub.parts)).mail.held;
/** Does something that Asha is emailed of, and asks for a code: settles once that came. */
async function askAndSignIn(): Promise<void> {
  await must(hub, ben, 'RequestMentoring', asking('asha', 'ben'));
  await hub.parts.reactors.settled();
  const code = box.next(({ subject }) => /is your code/.test(subject));
  await request(hub.server).post('/api/sign-in/code').set('x-alongside', '1').send({ email: 'asha@hillside.example' }).expect(202);
  await code;
}
const isNews = ({ to, subject }: { to: { person: PersonId }; subject: string }) => to.person === asha && !/is your code/.test(subject);

beforeEach(async () => {
  folders = await testFolders();
  [dataDir, target] = [folders.next(), folders.next()];
  await open(dataDir);
  await makeSchool(hub, ['asha', 'ben'], { asha: 1 });
  await must(hub, HUB, 'RegisterInstitution', { institution: HUB_INSTITUTION, details: { name: 'Hub', kind: 'hub', nation: 'england' } });
  await must(hub, HUB, 'AddMember', { institution: HUB_INSTITUTION, person: ben, from: '2026-03-01' });
  await must(hub, HUB, 'GrantRole', { institution: HUB_INSTITUTION, person: ben, role: 'administrator' });
  await hub.parts.reactors.settled();
  await hub.parts.emails.settled();
  await hub.close();
});
afterEach(async () => {
  await hub.close();
  await folders.clean();
});

test('a hub that was restored emails what people ask for and nothing else, over a restart, until an administrator of it lets emails go', async () => {
  const backup = /^Backup made in (.*)$/m.exec(await run('backup', [target], dataDir))?.[1] ?? '';
  const copy = folders.next();
  expect(await run('restore', [backup], copy)).toMatch(/emails only what people ask it for.*--send-emails\. Run it again with --yes\.$/m);
  expect(await run('restore', [backup, '--yes'], copy)).toMatch(/^Once it starts, the hub emails only .* “Send emails” on Hub status\.$/m);
  for (const times of ['first', 'second']) {
    await open(copy);
    expect([times, await held()]).toEqual([times, { backup: expect.stringMatching(/^\d{4}-.*Z$/) }]);
    if (times === 'first') await askAndSignIn();
    // What would send it each minute, where another process let it go.
    await hub.parts.mailHold.look();
    expect(box.subjects.filter((subject) => !/is your code/.test(subject))).toEqual([]);
    if (times === 'first') await hub.close();
  }
  const bens = await cookieOf(hub, ben);
  const onToday = async () => ((await request(hub.server).get('/api/set-up').set('Cookie', bens)).body as { emails?: string }).emails;
  expect(await onToday()).toBe('held');
  const news = box.next(isNews);
  const release = (cookie: string) => request(hub.server).post('/api/mail/release').set('x-alongside', '1').set('Cookie', cookie);
  await release(await cookieOf(hub, asha)).expect(403);
  expect(await held()).toBeDefined();
  await release(bens).expect(204);
  expect((await news).subject).toContain('Name of ben');
  expect([await held(), await onToday()]).toEqual([undefined, undefined]);
  const failing = hub.parts.mailWatch.watched(
    () => Promise.reject(new Error('away')),
    () => 'The mail server is away.',
  );
  await expect(failing).rejects.toThrow('away');
  expect(await onToday()).toBe('failing');
  await hub.close();
  await open(copy);
  expect(await held()).toBeUndefined();
  const more = box.next(isNews);
  await must(hub, ben, 'WithdrawRequest', {
    mentor: asha,
    request: hub.parts.views.store.list<{ request: string }>('request', { for: 'all', limitRows: 1 })[0]?.data.request,
  });
  await more;
});

test('one that takes the place of the old one emails from its start, where the restore was told so', async () => {
  const backup = /^Backup made in (.*)$/m.exec(await run('backup', [target], dataDir))?.[1] ?? '';
  const said = await run('restore', [backup, '--yes', '--send-emails'], dataDir);
  expect(said).toMatch(/^Once it starts, the hub emails people .* takes the place of the old one\.$/m);
  await open(dataDir);
  expect(await held()).toBeUndefined();
  const news = box.next(isNews);
  await askAndSignIn();
  await news;
});
