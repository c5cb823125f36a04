import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { Database } from '../../sqlite/driver.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import { freshStream, sampleEvent } from '@alongside/domain/testing/event-store.samples.js';
import { LogWriter } from './log-writer.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { TAIL_LIMIT_EVENTS } from './tail.js';

const seed = Number(process.env['ES_SEED'] ?? Date.now() % 2 ** 31);
const STREAMS = 240;
const ROUNDS = 12;
const LEFT_BEHIND = 'SECRET-LEFT-BEHIND';

describe(`where streams end (ES_SEED=${seed})`, () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-tail-'));
    file = join(folder, 'events.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Up to which position `heads` is told, and how many events are not yet. */
  const state = () => {
    const db = new Database(file, { readonly: true });
    const found = db.prepare('SELECT up_to AS folded, (SELECT coalesce(max(position), 0) FROM events) - up_to AS tail FROM folded').get();
    db.close();
    return found as { folded: number; tail: number };
  };

  test('[ES1] [ES10] [ES18] two writers in turn on one file, opened anew between, find every stream whole', async () => {
    const random = numbersFrom(seed);
    const streams = Array.from({ length: STREAMS }, (_, index) => freshStream(random, index % 3 === 0 ? 'key' : 'person'));
    const lengths = new Map<StreamId, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const stores = [await SqliteEventStore.open(file), await SqliteEventStore.open(file)] as const;
      for (let burst = 0; burst < 6; burst++) {
        const store = stores[burst % 2] ?? stores[0];
        const chosen = streams.filter(() => random() < 0.4);
        const results = await Promise.all(
          chosen.map((stream) => {
            const length = lengths.get(stream) ?? 0;
            return store.append(stream, length === 0 ? 'noStream' : length - 1, [sampleEvent(random, { burst })]);
          }),
        );
        expect(results.filter((result) => !result.ok)).toEqual([]);
        for (const stream of chosen) lengths.set(stream, (lengths.get(stream) ?? 0) + 1);
        const read = chosen[0];
        if (read) expect(await stores[(burst + 1) % 2]?.readStream(read)).toHaveLength(lengths.get(read) ?? 0);
        const gone = streams.find((stream) => stream.startsWith('key-') && random() < 0.05);
        if (gone) {
          await store.shred(gone);
          lengths.delete(gone);
        }
        expect(state().tail).toBeLessThan(TAIL_LIMIT_EVENTS);
      }
      for (const stream of streams) {
        const events = await stores[0].readStream(stream);
        expect(events.map((event) => event.revision)).toEqual(Array.from({ length: lengths.get(stream) ?? 0 }, (_, index) => index));
      }
      await Promise.all(stores.map((store) => store.close()));
    }
    expect(state().folded).toBeGreaterThan(TAIL_LIMIT_EVENTS);
  });

  test('an append longer than the tail may be is folded by its own commit', () => {
    const writer = new LogWriter(file);
    const random = numbersFrom(seed);
    const orders = Array.from({ length: TAIL_LIMIT_EVENTS + 1 }, () => ({
      kind: 'append' as const,
      stream: freshStream(random, 'person'),
      expected: 'noStream' as const,
      ids: [sampleEvent(random).id],
      bodies: ['[]'],
    }));
    writer.appendAll(orders);
    expect(state()).toEqual({ folded: orders.length, tail: 0 });
    writer.close();
  });

  test('[ES9] [ES18] a log of the first layout is read on, its last position stays given, and nothing that was taken out is left in it', async () => {
    const random = numbersFrom(seed);
    const [kept, gone] = [freshStream(random, 'key'), freshStream(random, 'key')];
    const streams = [kept, ...Array.from({ length: 58 }, () => freshStream(random, 'key')), gone];
    const store = await SqliteEventStore.open(file);
    for (const stream of [...streams, ...streams])
      await store.append(stream, 'any', [sampleEvent(random, { secret: `SECRET-${stream}`, padding: 'p'.repeat(random() * 900) })]);
    const events = await store.readStream(kept);
    await store.close();
    asTheFirstLayoutLeftIt(
      file,
      streams.filter((_, index) => index % 2 === 1),
    );

    const again = await SqliteEventStore.open(file);
    expect(await again.readStream(kept)).toEqual(events);
    expect(await again.readStream(gone)).toEqual([]);
    const appended = await again.append(kept, 1, [sampleEvent(random)]);
    expect(appended.ok && Number(appended.value.position)).toBe(2 * streams.length + 1);
    await again.close();
    const bytes = await readFile(file, 'latin1');
    expect(bytes).not.toContain(LEFT_BEHIND);
    expect(streams.filter((stream) => bytes.includes(`SECRET-${stream}`))).toEqual(streams.filter((_, index) => index % 2 === 0));
  });
});

/** Makes a file what it would be had the first layout written it and shredded some streams: heads for all, shredded rows taken out. */
function asTheFirstLayoutLeftIt(file: string, shredded: readonly string[]): void {
  const db = new Database(file);
  db.pragma('secure_delete = ON');
  db.exec(`
    INSERT OR REPLACE INTO heads SELECT stream, max(position) FROM events GROUP BY stream;
    CREATE TABLE shredded (up_to INTEGER NOT NULL) STRICT;
    INSERT INTO shredded SELECT max(position) FROM events;
    DROP TABLE folded;
    PRAGMA user_version = 1;
  `);
  for (const name of shredded) {
    const key = db.prepare('SELECT key FROM streams WHERE name = ?').pluck().get(name);
    for (const table of ['events', 'heads']) db.prepare(`DELETE FROM ${table} WHERE stream = ?`).run(key);
    db.prepare('DELETE FROM streams WHERE key = ?').run(key);
  }
  db.close();
  leaveBehind(file);
}

/** Puts bytes where SQLite leaves a copy of a row that it moved: the room in a leaf page between its list of cells and the cells. */
function leaveBehind(file: string): void {
  const [page, tableLeaf, listStart] = [4_096, 0x0d, 8];
  const bytes = readFileSync(file);
  for (let at = page; at < bytes.length; at += page) {
    const room = at + listStart + 2 * bytes.readUInt16BE(at + 3);
    if (bytes[at] !== tableLeaf || at + bytes.readUInt16BE(at + 5) - room < LEFT_BEHIND.length) continue;
    bytes.write(LEFT_BEHIND, room, 'latin1');
    return writeFileSync(file, bytes);
  }
  throw new Error('No page had room.');
}
