import { mkdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreUnreadable } from '../event-store/checks.js';
import { masterKey } from '../privacy/master-key.js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { ViewsWatch } from './health/views-watch.js';
import { isNotedDamaged, OwnFilesNotGiven, sayingDamage } from './own-damage.js';
import { sayStart } from './preflight.js';
import { Unreadable } from './unreadable.js';

describe('a disk that fails at the start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'disk-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is told with the file that it did not give', async () => {
    // A folder in the place of the key opens and cannot be read, as a file on such a disk.
    await mkdir(join(folder, 'master.key'));
    const error: unknown = await masterKey(undefined, folder).catch((thrown: unknown) => thrown);
    expect(sayStart(error)).toBe(
      `${join(folder, 'master.key')} cannot be used (EISDIR). Check the disk, and that the hub’s account may read and write there, or move it away.`,
    );
  });

  test('is told with the file of the views that it did not take', () => {
    const file = join(folder, 'views.sqlite');
    class Store {
      commit(): never {
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
      }
    }
    const store = sayingDamage(new Store(), file);
    let said = '';
    try {
      store.commit();
    } catch (error) {
      said = sayStart(error);
    }
    expect(said).toContain(`${file} cannot be used (SQLITE_IOERR_WRITE). Check the disk`);
  });

  test('is not told as damage of the views, which are left as they are', () => {
    // A folder in the place of the file cannot be read, as a file on such a disk: of its pages SQLite says that they are damaged.
    const file = join(folder, 'views.sqlite');
    class Store {
      list(): never {
        throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
      }
    }
    const store = sayingDamage(new Store(), file);
    mkdirSync(file);
    const watch = new ViewsWatch({ ownDir: folder, now: () => '2026-03-06T09:00:00.000Z' as Instant, through: () => undefined });
    expect(watch.condition).toEqual({ state: 'ok' });
    for (let times = 0; times < 2; times += 1)
      expect(() => store.list()).toThrow(new RegExp(`^The disk does not give ${file}: EISDIR.* What people did is in the log`));
    expect([isNotedDamaged(folder), watch.condition]).toEqual([
      false,
      { state: 'failing', since: '2026-03-06T09:00:00.000Z', why: 'disk' },
    ]);
  });

  test('at the start ends it with a sentence, and is not tried for ever', async () => {
    const file = join(folder, 'views.sqlite');
    const unreadable = new Unreadable({
      isCommand: false,
      file: join(folder, 'events.sqlite'),
      dataDir: folder,
      ownDir: folder,
      readThrough: async () => undefined,
    });
    unreadable.heard('catching-up', new OwnFilesNotGiven(file, new Error('EIO: i/o error, read')));
    const error: unknown = await unreadable.met.catch((thrown: unknown) => thrown);
    expect(sayStart(error)).toMatch(
      new RegExp(`^The disk does not give ${file}: EIO: i/o error, read\\. .*delete it: the hub makes it again`),
    );
  });

  test('is not told as a damaged log, which a person would restore', async () => {
    const file = join(folder, 'events.sqlite');
    let whole: () => Promise<void> = () => Promise.reject(new Error('EIO: i/o error, read'));
    const unreadable = new Unreadable({
      isCommand: false,
      file,
      dataDir: folder,
      ownDir: folder,
      readThrough: () => whole(),
    });
    const meets = () => unreadable.told(() => Promise.reject(new EventStoreUnreadable(new Error('database disk image is malformed'))));
    await expect(meets()).rejects.toThrow(
      `The disk does not give the log ${file}: EIO: i/o error, read. Nothing was changed, and nothing is`,
    );
    whole = async () => undefined;
    await expect(meets()).rejects.toThrow(/Then restore the newest sound backup/);
  });
});
