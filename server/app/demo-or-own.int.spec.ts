import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { jest } from '@jest/globals';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { DEMO_PEOPLE } from '../demo/cast.js';
import { eventLogFile } from '../event-store/open.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { readConfig } from './config.js';
import { createHub, type Hub } from './create-hub.js';
import { makeSchool, openTestHub } from './hub.testing.js';
import { witnessesIn } from './log-check/witness-file.js';
import { CLAIM, kindOf, kindOfFile, mark } from './log-kind.js';
import { createLogger } from './logger.js';
import { tellIn } from './told-log.testing.js';

const MASTER_KEY = Buffer.alloc(32, 5).toString('base64');
const open = (dataDir: string, DEMO: string): Promise<Hub> =>
  createHub(readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO, MASTER_KEY }), { logger: createLogger('error') });

/** Everything that lies in a folder, byte for byte. */
async function contents(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(await Promise.all(files.toSorted().map(async (file) => [file, await readFile(file, 'base64')] as const)));
}

describe('a folder whose log is not there', () => {
  test.each(['', '0'])(
    'opens as neither kind with DEMO=%s, where a process knows that there was one: it says so and changes nothing',
    async (demo) => {
      const root = await mkdtemp(join(tmpdir(), 'lost-log-'));
      const hub = await createHub(readConfig({ PORT: '0', DATA_DIR: root, DEMO: '0', MASTER_KEY }), {
        logger: createLogger('error'),
        checkAfterMs: 0,
      });
      await makeSchool(hub, ['asha', 'ben']);
      await hub.close();
      // The second start checks what the first one wrote.
      const again = await createHub(readConfig({ PORT: '0', DATA_DIR: root, MASTER_KEY }), {
        logger: createLogger('error'),
        checkAfterMs: 0,
      });
      await again.parts.logCheck.now();
      expect(await witnessesIn(root)).not.toEqual([]);
      await again.close();
      const file = eventLogFile(root);
      for (const lose of [() => writeFile(file, ''), () => rm(file)]) {
        await lose();
        const before = await contents(root);
        await expect(open(root, demo)).rejects.toThrow(
          /^The log of this hub is (missing|empty): .*has held a log of \d+ events\. Nothing was changed\./,
        );
        expect(await contents(root)).toEqual(before);
      }
      await rm(root, { recursive: true });
    },
  );
});

describe('the demonstration and a hub of one’s own', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'demo-or-own-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  test('a log of one’s own is never the demonstration, even where its people have the demonstration’s ids', async () => {
    const first = await open(root, '0');
    await makeSchool(
      first,
      DEMO_PEOPLE.map(({ person }) => person),
    );
    await first.close();
    const unsaid = await open(root, '');
    expect(unsaid.parts.demonstration).toBe(false);
    expect((await request(unsaid.server).get('/api/sign-in/demo')).body).toEqual({ people: [] });
    const going = await request(unsaid.server).post('/api/sign-in/demo').set('x-alongside', '1').send({ person: DEMO_PEOPLE[0]?.person });
    expect(going.status).toBe(404);
    await request(unsaid.server).get('/api/outbox').expect(404);
    await unsaid.close();

    const before = await contents(root);
    await expect(open(root, '1')).rejects.toThrow(/holds a hub of your own, and DEMO=1 asks for the demonstration/);
    expect(await contents(root)).toEqual(before);
  });

  test('a log of the demonstration opens as nothing else, and nothing is written where that was asked for', async () => {
    await tellIn(root);
    const before = await contents(root);
    await expect(open(root, '0')).rejects.toThrow(/holds the demonstration, and DEMO=0 asks for a hub of your own/);
    expect(await contents(root)).toEqual(before);
    for (const DEMO of ['', '1']) {
      const hub = await open(root, DEMO);
      expect(hub.parts.demonstration).toBe(true);
      await hub.close();
    }
  });

  test('an empty folder that is asked for a hub of one’s own becomes one', async () => {
    const hub = await open(root, '0');
    expect(hub.parts.demonstration).toBe(false);
    expect((await request(hub.server).get('/api/sign-in/demo')).body).toEqual({ people: [] });
    // From its first moment on, before anybody is in it: a second process in which DEMO was forgotten does not fill it.
    const forgetful = await open(root, '');
    expect(forgetful.parts.demonstration).toBe(false);
    expect((await request(forgetful.server).get('/api/sign-in/demo')).body).toEqual({ people: [] });
    await forgetful.close();
    await hub.close();
    await expect(open(root, '1')).rejects.toThrow(/holds a hub of your own, and DEMO=1 asks for the demonstration/);
  });

  test('one that the teller of the demonstration claimed a moment before is not served as a hub of one’s own', async () => {
    const append = SqliteEventStore.prototype.append;
    const late = jest.spyOn(SqliteEventStore.prototype, 'append').mockImplementation(async function (this: SqliteEventStore, ...given) {
      if (given[0] !== CLAIM) return append.apply(this, given);
      late.mockRestore();
      await this.append(CLAIM, 'noStream', [mark('DemoClaimed', '2026-11-26T09:00:00.000Z' as Instant, {})]);
      return append.apply(this, given);
    });
    await expect(open(root, '0')).rejects.toThrow(/holds the demonstration, and DEMO=0 asks for a hub of your own/);
    expect(kindOfFile(eventLogFile(root))).toBe('demonstration');
  });

  test('what a file is can be told before it is opened, and is told the same by its log', async () => {
    const [told, own] = [join(root, 'told'), join(root, 'own')];
    await tellIn(told);
    const hub = await openTestHub(own, own);
    await makeSchool(hub, ['ben']);
    await hub.close();
    const kinds = [];
    for (const folder of [told, own, join(root, 'none')]) {
      kinds.push(kindOfFile(eventLogFile(folder)));
      if (!existsSync(folder)) continue;
      const store = await SqliteEventStore.open(eventLogFile(folder));
      expect(await kindOf(store)).toBe(kinds.at(-1));
      await store.close();
    }
    expect(kinds).toEqual(['demonstration', 'own', 'empty']);
  });
});
