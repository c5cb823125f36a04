import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { AppendHeard } from '../../event-store/watched-store.js';
import { SqliteEventStore } from '../../event-store/sqlite/sqlite-event-store.js';
import { probeFolder, WriteProbe, type WriteProbeOptions } from './write-probe.js';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('whether anything can be saved', () => {
  let folder: string;
  let nowMs: number;
  let fails: Error | undefined;
  let asked: number;
  let tell: (heard: AppendHeard) => void;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'probe-'));
    [nowMs, asked, fails, tell] = [0, 0, undefined, () => undefined];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const probeOf = (more: Partial<WriteProbeOptions> & { probe?: () => Promise<void> } = {}) =>
    new WriteProbe({
      store: {
        onAppend: (listener) => void (tell = listener),
        probe:
          more.probe ??
          (async () => {
            asked += 1;
            if (fails) throw fails;
          }),
      },
      folder: more.folder ?? folder,
      ...(more.inPlace && { inPlace: more.inPlace }),
      ...(more.write && { write: more.write }),
      ...(more.isApart && { isApart: more.isApart }),
      ...(more.freeBytes && { freeBytes: more.freeBytes }),
      now: () => '2026-03-06T09:00:00.000Z' as Instant,
      nowMs: () => nowMs,
      answerLimitMs: more.answerLimitMs ?? 30_000,
    });

  test('is asked of the log and of the folder, leaves nothing, and is not asked again at once', async () => {
    const probe = probeOf();
    expect(await Promise.all([probe.now(), probe.now()])).toEqual([{ state: 'ok' }, { state: 'ok' }]);
    expect([asked, await readdir(folder)]).toEqual([1, []]);
    nowMs += 4_999;
    for (let times = 0; times < 100; times += 1) await probe.now();
    expect(asked).toBe(1);
    nowMs += 1;
    await Promise.all([probe.now(), probe.now()]);
    expect(asked).toBe(2);
  });

  test('is known to fail five seconds after it was well', async () => {
    const probe = probeOf();
    await probe.now();
    fails = coded('EROFS');
    nowMs += 5_000;
    expect(await probe.now()).toMatchObject({ state: 'failing', why: 'read-only' });
  });

  test('is asked of the folder with little, but twice a minute, while it fails, and where there is little room', async () => {
    const [sizes, free]: [number[], { bytes: number }] = [[], { bytes: 1e9 }];
    const written = async (afterMs: number) => {
      nowMs += afterMs;
      await probe.now();
      return sizes.splice(0);
    };
    let refuses = false;
    const write = async (_: string, bytes: number) => {
      sizes.push(bytes / 1024);
      if (refuses) throw coded('ENOSPC');
    };
    const probe = probeOf({ write, freeBytes: async () => free.bytes });
    expect(await written(0)).toEqual([256]);
    for (let times = 0; times < 5; times += 1) expect(await written(5_000)).toEqual([4]);
    expect(await written(5_000)).toEqual([256]);
    free.bytes = 1e6;
    expect(await written(5_000)).toEqual([256]);
    free.bytes = 1e9;
    refuses = true;
    expect(await written(5_000)).toEqual([4]);
    expect(await written(2_000)).toEqual([256]);
    refuses = false;
    expect(await written(2_000)).toEqual([256]);
    expect([await written(5_000), probe.condition.state]).toEqual([[4], 'ok']);
  });

  test.each([
    ['SQLITE_FULL', 'full'],
    ['ENOSPC', 'full'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['EROFS', 'read-only'],
    ['SQLITE_IOERR_WRITE', 'disk'],
    ['EVENT_STORE.FILE_GONE', 'gone'],
    ['EVENT_STORE.IN_DOUBT', 'gone'],
    ['EVENT_STORE.UNREADABLE', 'disk'],
  ])('%s is %s, since the first time, until it is over', async (code, why) => {
    const probe = probeOf();
    fails = coded(code);
    expect(await probe.now()).toEqual({ state: 'failing', since: '2026-03-06T09:00:00.000Z', why });
    fails = undefined;
    expect((await probe.now()).state).toBe('failing');
    nowMs += 2_001;
    expect(await probe.now()).toEqual({ state: 'ok' });
  });

  test('an append that the disk refused counts at once, and one that lost a race does not', async () => {
    const probe = probeOf();
    await probe.now();
    tell({ ms: 1, error: coded('EVENT_STORE.CLOSED') });
    expect(probe.condition.state).toBe('ok');
    tell({ ms: 1, error: coded('SQLITE_FULL') });
    expect(await probe.now()).toMatchObject({ state: 'failing', why: 'full' });
  });

  test('a good append says nothing of the folder, which is asked all the same', async () => {
    const probe = probeOf();
    await probe.now();
    nowMs += 29_000;
    tell({ ms: 1 });
    nowMs += 2_000;
    await rm(folder, { recursive: true });
    expect(await probe.now()).toMatchObject({ state: 'failing' });
  });

  test('a folder that was deleted or moved is noticed at once', async () => {
    let isThere = true;
    const probe = probeOf({ inPlace: () => isThere });
    expect(await probe.now()).toEqual({ state: 'ok' });
    isThere = false;
    expect(await probe.now()).toMatchObject({ state: 'failing', why: 'folder' });
  });

  test('what fails of the folder alone, on a disk of its own, is told of that folder; of the log, or on one disk, of all', async () => {
    const failing = (folder: string, log?: string) => {
      fails = log === undefined ? undefined : coded(log);
      return { write: () => Promise.reject(coded(folder)), isApart: () => true };
    };
    const why = async (more: Partial<WriteProbeOptions>) => (await probeOf(more).now()).why;
    expect(await why(failing('ENOSPC'))).toBe('folder-full');
    expect(await why(failing('EROFS'))).toBe('folder-refuses');
    expect(await why(failing('ENOSPC', 'SQLITE_READONLY'))).toBe('read-only');
    expect(await why({ ...failing('ENOSPC'), isApart: () => false })).toBe('full');
  });

  test('a log that does not answer fails, and so does a folder that is a file', async () => {
    expect(await probeOf({ probe: () => new Promise(() => undefined), answerLimitMs: 50 }).now()).toMatchObject({ why: 'no-answer' });
    await writeFile(join(folder, 'file'), '');
    expect(await probeOf({ folder: join(folder, 'file') }).now()).toMatchObject({ state: 'failing', why: 'disk' });
    await expect(probeFolder(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('the log itself is asked by a commit that leaves no event', async () => {
    const store = await SqliteEventStore.open(join(folder, 'log', 'events.sqlite'));
    await store.probe();
    expect(await store.head()).toBeUndefined();
    await store.close();
    await expect(store.probe()).rejects.toThrow(/closed/i);
  });
});
