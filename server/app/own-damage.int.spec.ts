import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';

import { Database } from '../sqlite/driver.js';
import { createHub, type Hub } from './create-hub.js';
import { cookieOf, makeSchool, must, testFolders } from './hub.testing.js';
import { createLogger } from './logger.js';
import { configIn } from './postbox.fixture.js';

jest.setTimeout(60_000);
const PAGE_BYTES = 4096;

describe('what a process keeps of the log is damaged on disk', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub | undefined;
  let warned: string[];
  const file = () => join(dataDir, 'processes/1/views.sqlite');

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    await start();
    await makeSchool(hub as Hub, ['asha', 'ben'], { asha: 1 });
    await cookieOf(hub as unknown as Hub, 'ben' as PersonId);
    await hub?.close();
  });
  afterEach(async () => {
    await hub?.close();
    await folders.clean();
  });

  async function start(): Promise<void> {
    hub = undefined;
    warned = [];
    const logger = { ...createLogger('error'), error: () => undefined, warn: (message: string) => void warned.push(message) };
    hub = await createHub(configIn(dataDir), { logger });
  }
  const nameOf = (person: string) => hub?.parts.views.store.get<{ name: string }>('person', person as PersonId)?.data.name;
  /** Overwrites the first page of one table, as a disk does that lost a sector. */
  const damage = async (table: string) => {
    const db = new Database(file());
    const root = db.prepare<[string], number>('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    if (!root) throw new Error(`There is no table ${table}.`);
    const handle = await open(file(), 'r+');
    await handle.write(Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, (root - 1) * PAGE_BYTES);
    await handle.close();
  };
  /** The table of the rows of a view. */
  const rowsOf = (view: string) => {
    const db = new Database(file(), { readonly: true });
    const slot = db.prepare<[string], number>('SELECT slot FROM slots WHERE name = ?').pluck().get(view);
    db.close();
    return `rows_${slot}`;
  };
  const health = async () => (await request(`http://127.0.0.1:${hub?.port}`).get('/api/health')).body as object;

  test('a file that is none of ours any more is made again, and nothing is lost', async () => {
    await writeFile(file(), 'not a database');
    await start();
    expect(warned).toContainEqual(expect.stringContaining('damaged on disk'));
    expect(nameOf('ben')).toBe('Name of ben');
  });

  test('a file of an older hub that was ended as it made a table is made again', async () => {
    const db = new Database(file());
    db.exec(`DROP TABLE ${rowsOf('person')}`);
    db.close();
    await start();
    expect(warned).toContainEqual(expect.stringContaining('damaged on disk'));
    expect(nameOf('ben')).toBe('Name of ben');
  });

  test.each(['slots', 'gone', 'landmark', 'directory', 'session', 'person', 'account'])(
    'damage of %s costs one start at most, is never told as damage of the log, and is over after it',
    async (what) => {
      const own = ['slots', 'gone', 'landmark'].includes(what);
      await writeFile(join(dataDir, 'processes/1/mail-queue.json'), 'kept');
      await damage(own ? what : rowsOf(what));
      const refused = await start().then(
        () => undefined,
        (error: Error) => error.message,
      );
      if (refused !== undefined) expect(refused).toMatch(/keeps in .* is damaged on disk\. Nothing that people did is lost\./);
      else if (!own) {
        expect(() => hub?.parts.views.store.list(what, { for: 'all', limitRows: 100 })).toThrow('is damaged on disk');
        expect(await health()).toMatchObject({ status: 'failing', views: 'failing' });
      }
      await hub?.close();
      await start();
      expect(nameOf('ben')).toBe('Name of ben');
      expect(await health()).toMatchObject({ status: 'ok', views: 'ok' });
    },
  );

  test('an index that is damaged is begun again', async () => {
    await writeFile(join(dataDir, 'processes/1/search.sqlite'), 'not a database');
    await start();
    expect(await health()).toMatchObject({ status: 'ok' });
  });

  test.each([
    ['SQLITE_IOERR_WRITE', 'disk'],
    ['SQLITE_FULL', 'full'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
  ])('while the hub runs, %s is told until the views go on', async (code, why) => {
    await start();
    const { views } = (hub as Hub).parts;
    const condition = () => (hub as Hub).parts.health.views.condition;
    const commit = views.store.commit.bind(views.store);
    let tries = 0;
    views.store.commit = () => {
      tries += 1;
      throw Object.assign(new Error(code), { code });
    };
    expect(await health()).toMatchObject({ status: 'ok', views: 'ok' });
    const position = (await must(hub as Hub, 'ben' as PersonId, 'RenamePerson', { person: 'ben', name: 'Benjamin' })) as Position;
    while (tries === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(condition()).toMatchObject({ state: 'failing', why });
    expect(await health()).toMatchObject({ status: 'failing', writes: 'ok', views: 'failing' });
    views.store.commit = commit;
    await views.caughtUp(position);
    expect(await health()).toMatchObject({ views: why === 'damaged' ? 'failing' : 'ok' });
    await hub?.close();
    await start();
    expect(warned.some((message) => message.includes('made again'))).toBe(why === 'damaged');
    expect(nameOf('ben')).toBe('Benjamin');
  });
});
