import { open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';

import { createHub, type Hub } from './create-hub.js';
import { makeSchool, must, testFolders } from './hub.testing.js';
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
  /** All that follows the first page, which names the tables, is overwritten. */
  const overwritePages = async () => {
    const { size } = await stat(file());
    const handle = await open(file(), 'r+');
    await handle.write(Buffer.alloc(size - PAGE_BYTES, 0xa5), 0, size - PAGE_BYTES, PAGE_BYTES);
    await handle.close();
  };

  test('a file that is none of ours any more is made again, and nothing is lost', async () => {
    await writeFile(file(), 'not a database');
    await start();
    expect(warned).toContainEqual(expect.stringContaining('damaged on disk'));
    expect(nameOf('ben')).toBe('Name of ben');
  });

  test('damage inside the file stops one start at most, in words that do not blame the log', async () => {
    await overwritePages();
    const said = await start().then(
      () => [],
      (error: Error) => [error.message],
    );
    for (const message of said) expect(message).toMatch(/keeps in .* is damaged on disk\. Nothing that people did is lost\./);
    if (said.length > 0) await start();
    expect(warned).toContainEqual(expect.stringContaining('made again from the log'));
    expect(nameOf('ben')).toBe('Name of ben');
  });

  test.each([
    ['SQLITE_IOERR_WRITE', 'disk'],
    ['SQLITE_FULL', 'full'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
  ])('while the hub runs, %s is told until the views go on', async (code, why) => {
    await start();
    const { views, health } = (hub as Hub).parts;
    const commit = views.store.commit.bind(views.store);
    let tries = 0;
    views.store.commit = () => {
      tries += 1;
      throw Object.assign(new Error(code), { code });
    };
    const status = async () => (await request(`http://127.0.0.1:${hub?.port}`).get('/api/health')).body as object;
    expect(await status()).toMatchObject({ status: 'ok', views: 'ok' });
    const position = (await must(hub as Hub, 'ben' as PersonId, 'RenamePerson', { person: 'ben', name: 'Benjamin' })) as Position;
    while (tries === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(health.views.condition).toMatchObject({ state: 'failing', why });
    expect(await status()).toMatchObject({ status: 'failing', writes: 'ok', views: 'failing' });
    views.store.commit = commit;
    await views.caughtUp(position);
    expect(await status()).toMatchObject({ status: 'ok', views: 'ok' });
    await hub?.close();
    await start();
    expect(warned.some((message) => message.includes('made again'))).toBe(why === 'damaged');
    expect(nameOf('ben')).toBe('Benjamin');
  });
});
