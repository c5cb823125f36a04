import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { Database } from '../../sqlite/driver.js';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import { freshStream, sampleEvent } from '@alongside/domain/testing/event-store.samples.js';
import { openForReading, openForWriting } from './log-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const FULL = 2;
const NORMAL = 1;
const seed = Number(process.env['ES_SEED'] ?? Date.now() % 2 ** 31);

describe(`the file of the log (ES_SEED=${seed})`, () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-file-'));
    file = join(folder, 'log', 'events.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('[ES6] it is at synchronous=FULL each time it is opened; SQLite by itself would fall to NORMAL', () => {
    for (let opening = 0; opening < 3; opening++) {
      const db = openForWriting(file);
      expect(db.pragma('synchronous', { simple: true })).toBe(FULL);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.pragma('secure_delete', { simple: true })).toBe(1);
      db.close();
    }
    const careless = new Database(file);
    expect(careless.pragma('synchronous', { simple: true })).toBe(NORMAL);
    careless.close();
  });

  test('another kind of file is refused with a sentence, and left alone', async () => {
    const other = join(folder, 'other.sqlite');
    const db = new Database(other);
    db.exec('CREATE TABLE recipes (name TEXT)');
    db.close();
    await expect(SqliteEventStore.open(other)).rejects.toThrow('is not an event log');
    const text = join(folder, 'notes.txt');
    await writeFile(text, 'This is not a database, only a rather long note to oneself.'.repeat(20));
    await expect(SqliteEventStore.open(text)).rejects.toThrow('not a database');
    expect(await readFile(text, 'utf8')).toContain('only a rather long note');
  });

  test('reading cannot write', () => {
    openForWriting(file).close();
    const writer = openForWriting(file);
    const reader = openForReading(file);
    expect(() => reader.exec('DELETE FROM events')).toThrow('readonly');
    reader.close();
    writer.close();
  });

  test('[ES18] after a shred no byte of the stream is in any file, whatever stood around it', async () => {
    const random = numbersFrom(seed);
    const store = await SqliteEventStore.open(file);
    const follower = store.follow(undefined, () => undefined);
    const keys = Array.from({ length: 30 }, (_, index) => ({
      stream: freshStream(random, 'key'),
      secret: `SECRET-${index}-${'k'.repeat(random() * 400)}-END`,
    }));
    for (const { stream, secret } of [...keys, ...keys, ...keys]) {
      const length = Math.floor(random() * (random() < 0.5 ? 60 : 9_000));
      await store.append(stream, 'any', [sampleEvent(random, { secret, padding: 'p'.repeat(length) })]);
      await store.append('sample-neighbour' as StreamId, 'any', [
        sampleEvent(random, { text: 'n'.repeat(random() * (random() < 0.5 ? 60 : 2_000)) }),
      ]);
    }
    expect(await holding(folder, keys)).toHaveLength(keys.length);
    const left = new Set(keys);
    for (const key of [...keys].sort(() => random() - 0.5)) {
      await store.shred(key.stream);
      left.delete(key);
      expect(new Set(await holding(folder, keys))).toEqual(left);
    }
    expect(await store.readStream('sample-neighbour' as StreamId)).toHaveLength(90);
    await follower.close();
    await store.close();
    expect(await holding(folder, keys)).toEqual([]);
  });
});

/** The keys of which the secret is anywhere in the files of a folder. */
async function holding<Key extends { secret: string }>(folder: string, keys: readonly Key[]): Promise<readonly Key[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(names.filter((name) => name.isFile()).map((name) => readFile(join(name.parentPath, name.name))));
  const everything = Buffer.concat(files).toString('latin1');
  return keys.filter(({ secret }) => everything.includes(secret.slice(0, secret.indexOf('k'))));
}
