import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import type { Appended, Conflict, Expected, StoredEvent } from '@alongside/domain/kernel/event-store.js';
import type { Result } from '@alongside/domain/kernel/result.js';
import { freshStream, readEverything, sampleEvents } from '@alongside/domain/testing/event-store.samples.js';
import { verifyStream } from '../hash.js';
import { faults, startAppending } from './appending.fixture.js';
import { LogReader } from './log-reader.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const EACH = 150;
const stream = 'caseload-shared' as StreamId;

describe('two processes on one file', () => {
  let folder: string;
  let file: string;
  let store: SqliteEventStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-two-'));
    file = join(folder, 'events.sqlite');
    store = await SqliteEventStore.open(file);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  test('[ES5] [ES2] racing for one stream, both win as often as they try, without gaps', async () => {
    const child = startAppending(file, [stream], EACH);
    await child.ready;
    await race(store, EACH);
    expect(await child.gone).toBe(0);
    const log = await readEverything(store);
    expect(faults(log, child.acknowledged)).toEqual([]);
    expect(child.acknowledged).toHaveLength(EACH);
    expect(log).toHaveLength(2 * EACH);
    expect(verifyStream(await store.readStream(stream))).toBeUndefined();
  });

  test('[ES12] [ES15] what the other process appends reaches a follower here, in order', async () => {
    const seen: StoredEvent[] = [];
    const child = startAppending(file, ['sample-one', 'sample-two'], EACH);
    await new Promise<void>((resolve) => {
      store.follow(undefined, (events) => {
        seen.push(...events);
        if (seen.length === 2 * EACH) resolve();
      });
    });
    expect(await child.gone).toBe(0);
    expect(faults(seen, child.acknowledged)).toEqual([]);
  });

  test('[ES18] [ES19] a stream that another store shredded and began anew is not remembered here', async () => {
    const random = numbersFrom(1);
    const key = freshStream(random, 'key');
    const other = await SqliteEventStore.open(file);
    await store.append(key, 'noStream', sampleEvents(random, 3));
    await other.shred(key);
    expect(await store.readStream(key)).toEqual([]);
    expect(await store.append(key, 2, sampleEvents(random, 1))).toMatchObject({ ok: false, error: { actual: 'noStream' } });
    await other.append(key, 'noStream', sampleEvents(random, 1));
    expect(await store.append(key, 0, sampleEvents(random, 1))).toMatchObject({ ok: true, value: { revision: 1 } });
    await other.close();
  });

  test('[ES18] what another store shreds in the middle of a read here is not there, and nothing is damaged', async () => {
    const random = numbersFrom(3);
    const other = await SqliteEventStore.open(file);
    await store.append(stream, 'noStream', sampleEvents(random, 1));
    for (let round = 0; round < 3; round += 1) {
      const keys = Array.from({ length: 40 }, () => freshStream(random, 'key'));
      for (const key of keys) await store.append(key, 'noStream', sampleEvents(random, 1));
      const shredding = { done: false };
      // In a thread of its own, beside the reads.
      const shredded = Promise.all(keys.map((key) => other.shred(key))).finally(() => (shredding.done = true));
      while (!shredding.done) {
        // Each learns the names of streams afresh.
        const reader = new LogReader(file);
        expect(reader.after(undefined, EACH)[0]).toMatchObject({ stream });
        reader.close();
        await setImmediate();
      }
      await shredded;
    }
    expect(await readEverything(store)).toHaveLength(1);
    await other.close();
  });
});

async function race(store: SqliteEventStore, wins: number): Promise<void> {
  const random = numbersFrom(2);
  let expected: Expected = 'noStream';
  for (let won = 0; won < wins;) {
    const result: Result<Appended, Conflict> = await store.append(stream, expected, sampleEvents(random, 1));
    expected = result.ok ? result.value.revision : result.error.actual;
    if (result.ok) won++;
  }
}
