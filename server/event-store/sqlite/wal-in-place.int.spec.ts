import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { freshStream, sampleEvent } from '@alongside/domain/testing/event-store.samples.js';
import { checkFile } from './check-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';

/** Linux tells which files are locked. Older SQLites of other programs go by these locks, and delete the write-ahead log where there are none. */
const LOCKS = '/proc/locks';

describe('the write-ahead log under a running hub', () => {
  const random = numbersFrom(7);
  let folder: string;
  let file: string;
  let store: SqliteEventStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-wal-'));
    file = join(folder, 'events.sqlite');
    store = await SqliteEventStore.open(file);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const append = () => store.append(freshStream(random), 'any', [sampleEvent(random)]);
  const locksOfLog = () =>
    !existsSync(LOCKS)
      ? 0
      : (readFileSync(LOCKS, 'utf8').match(new RegExp(` ${process.pid} \\S+:${statSync(file).ino} `, 'g'))?.length ?? 0);

  // Elsewhere nothing tells of locks, and it finds as many before as after.
  test('stays locked against other programs once the hub has checked the log in its own process', async () => {
    await append();
    const before = locksOfLog();
    expect(before > 0).toBe(existsSync(LOCKS));
    expect(checkFile(file).sound).toBe(true);
    expect(locksOfLog()).toBe(before);
  });

  test('once it was deleted nothing is acknowledged any more', async () => {
    await append();
    rmSync(`${file}-wal`);
    await expect(append()).rejects.toMatchObject({ code: 'EVENT_STORE.FILE_GONE' });
    await expect(store.probe()).rejects.toMatchObject({ code: 'EVENT_STORE.FILE_GONE' });
  });
});
