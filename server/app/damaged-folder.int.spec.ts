import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { readConfig } from './config.js';
import { createHub, type Hub } from './create-hub.js';
import { cookieOf, makeSchool, must, testFolders } from './hub.testing.js';
import { createLogger } from './logger.js';
import { sayStart } from './preflight.js';

jest.setTimeout(600_000);
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const LOOK_INTERVAL_MS = 20;
const GARBAGE = Buffer.alloc(9_000, 1);

const FOLDERS = ['log', 'processes', 'processes/1', 'processes/1/drafts', 'processes/1/imports', 'processes/2', 'outbox', 'models'];
/** Without which nobody can go on: damaged, each stops the hub with a sentence. */
const NEEDED = ['log/events.sqlite', 'log/restored.json', 'master.key'];
const FILES = [
  ...NEEDED,
  'log/events.sqlite-wal',
  'log/events.sqlite-shm',
  'mail.sealed',
  'deletions.jsonl',
  'last-backup.json',
  'meilisearch-index-1',
  'models/serving.json',
  'outbox/00000000000000000000000000000000.json',
  'processes/1/lock.sqlite',
  'processes/1/views.sqlite',
  'processes/1/views.sqlite-wal',
  'processes/1/search.sqlite',
  'processes/1/search.sqlite-wal',
  'processes/1/log-head.json',
  'processes/1/log-damaged.json',
  'processes/1/claimant',
  'processes/1/reactors.json',
  'processes/1/letters.json',
  'processes/1/mail-record.json',
  'processes/1/mail-queue.json',
  'processes/1/sizes.json',
  'processes/1/damaged',
  'processes/1/channel',
  'processes/2/lock.sqlite',
  'processes/.DS_Store',
];
/** Folders in their place that are in nobody’s way. */
const PASSED_OVER = new Set([
  'last-backup.json',
  'meilisearch-index-1',
  'models/serving.json',
  'outbox/00000000000000000000000000000000.json',
  'processes/1/mail-record.json',
  'processes/1/sizes.json',
  'processes/1/damaged',
  'processes/1/channel',
  'processes/.DS_Store',
]);

/** `npm run prove -- damage` damages each of them, a run of all tests every third, by seed. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const shown = (paths: readonly string[]) => paths.filter((_, at) => process.env['DAMAGED'] === 'all' || (at + seed) % 3 === 0);

describe(`whatever the hub keeps is damaged, empty, or of another kind (SEED=${seed})`, () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let whole: string;
  let hub: Hub | undefined;
  const open = async (dataDir: string) =>
    (hub = await createHub(readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0' }), {
      logger: createLogger('error', () => undefined),
      checkAfterMs: 1,
    }));

  beforeAll(async () => {
    folders = await testFolders();
    whole = folders.next();
    const at = await open(whole);
    await makeSchool(at, ['asha', 'ben'], { asha: 1 });
    await cookieOf(at, asha);
    // So that a start looks through all that may hold a person’s words.
    await must(at, HUB, 'ErasePerson', { person: ben });
    await at.parts.reactors.settled();
    await at.parts.emails.settled();
    // Who has known a log takes no other in its place.
    while (!existsSync(join(whole, 'processes/1/log-head.json'))) await setTimeout(LOOK_INTERVAL_MS);
    await at.close();
  });
  afterEach(() => hub?.close());
  afterAll(() => folders.clean());

  /** What a start says with one of them made otherwise; undefined where the hub serves what it did. */
  async function started(path: string, otherwise: (path: string) => Promise<unknown>): Promise<string | undefined> {
    const dataDir = folders.next();
    await cp(whole, dataDir, { recursive: true });
    await rm(join(dataDir, path), { recursive: true, force: true });
    await mkdir(dirname(join(dataDir, path)), { recursive: true });
    await otherwise(join(dataDir, path));
    try {
      const { parts } = await open(dataDir);
      expect(parts.views.store.get<{ name: string }>('person', asha)?.data.name).toBe('Name of asha');
      return undefined;
    } catch (error) {
      hub = undefined;
      return sayStart(error).replaceAll(dataDir, '');
    }
  }

  test.each(shown(FOLDERS))('%s is a file', async (path) => {
    const why = `/${path} is a file where the hub keeps a folder. Move it away, or set DATA_DIR to another folder.`;
    expect(await started(path, (at) => writeFile(at, GARBAGE))).toBe(why);
  });

  test.each(shown(FILES))('%s is a folder', async (path) => {
    const why = `/${path} is a folder where the hub keeps a file. Move it away, or set DATA_DIR to another folder.`;
    expect(await started(path, (at) => mkdir(at))).toBe(PASSED_OVER.has(path) ? undefined : why);
  });

  test.each(shown(FILES))('%s is damaged', async (path) => {
    const said = await started(path, (at) => writeFile(at, GARBAGE));
    expect(said).toEqual(NEEDED.includes(path) ? expect.stringContaining(`/${path}`) : undefined);
  });

  test.each(shown(FILES))('%s is empty', async (path) => {
    const said = await started(path, (at) => writeFile(at, ''));
    expect(said).toEqual(NEEDED.includes(path) ? expect.stringContaining(basename(path)) : undefined);
  });

  test('a damaged name for claims is made anew', async () => {
    expect(await started('processes/1/claimant', (at) => writeFile(at, GARBAGE))).toBeUndefined();
    expect(await readFile(join(hub?.parts.ownDir ?? '', 'claimant'), 'utf8')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a log that may not be opened is named: here a link that leads nowhere', async () => {
    const dataDir = folders.next();
    await mkdir(join(dataDir, 'log'), { recursive: true });
    await symlink('/nowhere/at/all', join(dataDir, 'log/events.sqlite'));
    await expect(open(dataDir)).rejects.toThrow(
      /^The log .*events\.sqlite cannot be opened: .*\. Nothing was changed\. Check the disk, and/,
    );
    hub = undefined;
  });

  test('the file of the system that stands in the way is named', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: '/d/processes/1/new' });
    expect(sayStart(error)).toMatch(/^\/d\/processes\/1\/new cannot be used \(EACCES\)\. Check the disk, and that the hub’s account may/);
  });
});
