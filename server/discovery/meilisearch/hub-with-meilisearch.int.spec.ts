import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { readConfig } from '../../app/config.js';
import { createHub, type Hub } from '../../app/create-hub.js';
import { cookieOf, makeSchool, must, testFolders } from '../../app/hub.testing.js';
import { createLogger } from '../../app/logger.js';
import { conditionOf } from '../../app/health/hub-health.js';
import type { DirectoryAnswer } from '../directory-answer.js';
import { FakeMeilisearch } from './testing/fake-server.js';

const KEY = 'the-key-of-the-search-server';
const MASTER_KEY = randomBytes(32).toString('base64');
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];

describe('a hub whose directory is on a Meilisearch server', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let fake: FakeMeilisearch;
  let logged: string[];
  const hubs: Hub[] = [];

  beforeEach(async () => {
    folders = await testFolders();
    fake = await FakeMeilisearch.start({ key: KEY });
    logged = [];
  });
  afterEach(async () => {
    fake.fault = { kind: 'none' };
    for (const hub of hubs.splice(0)) await hub.close();
    await fake.stop();
    await folders.clean();
  });

  const start = async (dataDir = folders.next(), env: Record<string, string> = {}): Promise<Hub> => {
    const config = readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY, MEILI_URL: fake.url, MEILI_KEY: KEY, ...env });
    const hub = await createHub(config, { logDir: folders.log, logger: createLogger('debug', (line) => void logged.push(line)) });
    hubs.push(hub);
    return hub;
  };
  const stop = async (hub: Hub) => {
    hubs.splice(hubs.indexOf(hub), 1);
    await hub.close();
  };
  const ask = async (hub: Hub, q: string, cookie?: string) =>
    request(hub.server)
      .get('/api/directory')
      .query({ q })
      .set('Cookie', cookie ?? (await cookieOf(hub, ben)));
  const found = async (hub: Hub, q: string): Promise<readonly string[]> =>
    ((await ask(hub, q)).body as DirectoryAnswer).hits.map(({ id }) => id);
  const condition = async (hub: Hub) => (await conditionOf(hub.parts)).search;
  const becomes = async (hub: Hub, state: string) => {
    for (let turn = 0; turn < 400 && (await condition(hub))?.state !== state; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await condition(hub)).toMatchObject({ state });
  };

  test('finds people there, follows what they change, and keeps nothing of it in a file of its own', async () => {
    const hub = await start();
    await becomes(hub, 'ready');
    await makeSchool(hub, ['asha', 'ben'], { asha: 2 });
    const cookie = await cookieOf(hub, ben);
    const position = await must(hub, asha, 'DescribeProfile', {
      person: asha,
      profile: { jobTitle: 'Astronomer', about: '', phases: [], subjects: [], settings: [], roles: [] },
    });
    const answer = await request(hub.server)
      .get('/api/directory')
      .query({ q: 'astronmer' })
      .set('Cookie', cookie)
      .set('x-alongside-after', position);
    expect((answer.body as DirectoryAnswer).hits.map(({ id, why }) => [id, why[0]?.how])).toEqual([['asha', 'slip']]);
    const withdrawn = await must(hub, asha, 'WithdrawMentoring', { person: asha });
    const after = await request(hub.server)
      .get('/api/directory')
      .query({ q: 'astronomer' })
      .set('Cookie', cookie)
      .set('x-alongside-after', withdrawn);
    expect((after.body as DirectoryAnswer).total).toBe(0);
    expect(existsSync(join(hub.parts.ownDir, 'search.sqlite'))).toBe(false);
  });

  test('starts while the server is away, says so in a sentence, serves all else, and catches up by itself', async () => {
    await fake.stop();
    const hub = await start();
    await makeSchool(hub, ['asha', 'ben'], { asha: 2 });
    const cookie = await cookieOf(hub, ben);
    const answer = await ask(hub, 'asha', cookie);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([503, 'DIRECTORY.AWAY']);
    expect((answer.body as { message: string }).message).toMatch(/^We cannot search the directory right now\. Try again/);
    await request(hub.server).get('/api/suggestions').set('Cookie', cookie).expect(200);
    expect(await condition(hub)).toMatchObject({ state: 'behind', why: 'away' });
    await fake.listen();
    await becomes(hub, 'ready');
    expect(await found(hub, 'asha')).toEqual(['asha']);
    await fake.stop();
    expect((await ask(hub, 'asha')).status).toBe(503);
    await fake.listen();
    await becomes(hub, 'ready');
    expect(await found(hub, 'asha')).toEqual(['asha']);
  });

  test('is not asked while it lacks what people changed, though it would answer', async () => {
    const hub = await start();
    await makeSchool(hub, ['asha', 'ben'], { asha: 2 });
    await becomes(hub, 'ready');
    const cookie = await cookieOf(hub, ben);
    expect(await found(hub, 'asha')).toEqual(['asha']);
    fake.fault = { kind: 'failing-task', type: 'documentAdditionOrUpdate' };
    await hub.parts.views.caughtUp(await must(hub, asha, 'WithdrawMentoring', { person: asha }));
    await becomes(hub, 'behind');
    expect((await ask(hub, 'asha', cookie)).body).toMatchObject({ code: 'DIRECTORY.AWAY' });
    await becomes(hub, 'ready');
    expect(((await ask(hub, 'asha', cookie)).body as DirectoryAnswer).total).toBe(0);
  });

  test('a wrong key, an old server and a frozen one are told apart, and nothing logged holds the key', async () => {
    const dataDir = folders.next();
    for (const [fault, why] of [
      [{ kind: 'wrong-key' }, 'key'],
      [{ kind: 'version', version: '1.12.3' }, 'version'],
      [{ kind: 'html' }, 'other-service'],
      [{ kind: 'frozen' }, 'slow'],
    ] as const) {
      fake.fault = fault;
      const hub = await start(dataDir);
      await becomes(hub, 'behind');
      expect(await condition(hub)).toMatchObject({ state: 'behind', why });
      await stop(hub);
    }
    expect(logged.filter((line) => line.includes('could not be indexed'))).toHaveLength(4);
    expect(logged.join('\n')).not.toContain(KEY);
    expect(logged.join('\n')).not.toContain('Bearer');
  });

  test('a second start of the same process takes its index up again; another process has one of its own', async () => {
    const dataDir = folders.next();
    const first = await start(dataDir);
    await makeSchool(first, ['asha', 'ben'], { asha: 2 });
    await becomes(first, 'ready');
    await stop(first);
    const uids = [...fake.indexes.keys()];
    expect(uids).toEqual([expect.stringMatching(/^alongside-directory-[0-9a-f]{16}$/)]);
    const [again, other] = [await start(dataDir), await start()];
    for (const hub of [again, other]) await becomes(hub, 'ready');
    expect([await found(again, 'asha'), await found(other, 'asha')]).toEqual([['asha'], ['asha']]);
    expect(fake.indexes.size).toBe(2);
    expect([...fake.indexes.keys()]).toContain(uids[0]);
  });

  test('who is erased is in no index any more, also where the server was away meanwhile', async () => {
    const hub = await start();
    await makeSchool(hub, ['asha', 'ben', 'cleo'], { asha: 2, cleo: 1 });
    await becomes(hub, 'ready');
    const held = () => JSON.stringify([...fake.indexes.values()].flatMap((index) => [...index.documents.values()]));
    expect([held().includes('Name of asha'), held().includes('Name of cleo')]).toEqual([true, true]);
    await hub.parts.views.caughtUp(await must(hub, HUB, 'ErasePerson', { person: asha }));
    const compacted = () => fake.tasks.filter(({ type }) => type === 'indexCompaction').length;
    for (let turn = 0; turn < 400 && compacted() === 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    expect([held().includes('Name of asha'), held().includes('Name of cleo'), compacted()]).toEqual([false, true, 1]);
    await fake.stop();
    await hub.parts.views.caughtUp(await must(hub, HUB, 'ErasePerson', { person: 'cleo' }));
    await becomes(hub, 'behind');
    await stop(hub);
    await fake.listen();
    expect(held()).toContain('Name of cleo');
    const again = await start(hub.parts.config.dataDir);
    await becomes(again, 'ready');
    expect(held()).not.toContain('Name of cleo');
  });
});
