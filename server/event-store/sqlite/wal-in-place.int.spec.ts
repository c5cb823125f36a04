import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { freshStream, sampleEvent } from '@alongside/domain/testing/event-store.samples.js';
import { EventStoreUnreadable } from '../checks.js';
import { checkFile } from './check-file.js';
import { LogReader } from './log-reader.js';
import { LogWriter, type AppendOrder } from './log-writer.js';
import { RawFile } from './raw-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { LogFileGone } from './wal-in-place.js';

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
    for (const path of [folder, `${folder}-away`]) await rm(path, { recursive: true, force: true });
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
    // Closing a file takes all locks of a process; how many of them a connection holds at a moment is its own affair.
    expect(locksOfLog() > 0).toBe(before > 0);
  });

  const inLog = async () => {
    const events = [];
    for await (const batch of store.readAll()) events.push(...batch);
    return events.length;
  };

  test('once it was deleted nothing is acknowledged any more, and what is refused is in no log', async () => {
    await append();
    rmSync(`${file}-wal`);
    for (let times = 0; times < 3; times += 1) await expect(append()).rejects.toMatchObject({ code: 'EVENT_STORE.FILE_GONE' });
    await expect(store.probe()).rejects.toMatchObject({ code: 'EVENT_STORE.FILE_GONE' });
    await expect(store.shred('key-asha' as StreamId)).rejects.toMatchObject({ code: 'EVENT_STORE.FILE_GONE' });
    expect(await inLog()).toBe(1);
    await store.close();
    store = await SqliteEventStore.open(file);
    expect(await inLog()).toBe(1);
  });

  test('one that is deleted while something is committed leaves that in doubt, also when it is sent again, and nothing else: that is in no log', () => {
    const writer = new LogWriter(file);
    const order = (command: string): AppendOrder => {
      const { ids, bodies } = { ids: [randomUUID()], bodies: ['["Said",1]'] };
      return { kind: 'append', stream: 'pair-asha', expected: 'any', ids, bodies, command };
    };
    expect(writer.appendAll([order('first')])).toMatchObject([{ kind: 'appended', position: 1 }]);
    const during = writer.appendAll([order('second')], () => {
      rmSync(`${file}-wal`, { force: true });
      return [];
    });
    expect(during).toMatchObject([{ kind: 'failed', code: 'EVENT_STORE.IN_DOUBT', sure: 1 }]);
    const after = writer.appendAll([order('third'), order('second')]);
    expect(after).toMatchObject([{ code: 'EVENT_STORE.FILE_GONE' }, { code: 'EVENT_STORE.IN_DOUBT' }]);
    expect(() => writer.shred('key-asha')).toThrow(LogFileGone);
    writer.close();
  });

  test('a damaged log is not read whole each time it is asked for, and is where the disk did not give it', async () => {
    jest.spyOn(LogReader.prototype, 'probe').mockImplementation((): never => {
      throw new EventStoreUnreadable(new Error('database disk image is malformed'));
    });
    const whole = jest.spyOn(RawFile.prototype, 'readThrough').mockRejectedValueOnce(new Error('EIO'));
    await expect(store.probeReading()).rejects.toMatchObject({ code: 'EVENT_STORE.NOT_READ' });
    for (let times = 0; times < 3; times += 1) await store.probeReading();
    expect(whole).toHaveBeenCalledTimes(2);
    jest.restoreAllMocks();
  });

  test('what is in doubt is not read as if it were kept', async () => {
    const stream = freshStream(random);
    for (let times = 0; times < 3; times += 1) await store.append(stream, 'any', [sampleEvent(random)]);
    const reader = new LogReader(file);
    reader.notAfter(2);
    expect([reader.after(undefined, 10).length, (await reader.stream(stream, 0)).length, reader.head()]).toEqual([
      2,
      2,
      '0000000000000002',
    ]);
    expect(reader.last()?.position).toBe('0000000000000002');
    reader.close();
  });

  const moved = {
    'a folder that is moved away': () => renameSync(folder, `${folder}-away`),
    'a folder in whose place another is put': () => {
      renameSync(folder, `${folder}-away`);
      mkdirSync(folder);
      copyFileSync(join(`${folder}-away`, 'events.sqlite'), file);
    },
    'a file that is replaced': () => {
      copyFileSync(file, `${file}.new`);
      renameSync(`${file}.new`, file);
    },
  };
  test.each(Object.entries(moved))('%s takes nothing more', async (_, move) => {
    await append();
    move();
    await expect(append()).rejects.toMatchObject({ code: 'EVENT_STORE.FILE_GONE' });
    await expect(store.probe()).rejects.toMatchObject({ code: 'EVENT_STORE.FILE_GONE' });
  });
});
