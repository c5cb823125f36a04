import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { readEverything } from '@alongside/domain/testing/event-store.samples.js';
import { verifyStream } from '../hash.js';
import { faults, startAppending, type Acknowledged } from './appending.fixture.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const KILLS = 20;
const LONGEST_LIFE_MS = 120;
const STREAMS = ['sample-a', 'sample-b', 'sample-c', 'sample-d'] as StreamId[];
const seed = Number(process.env['ES_SEED'] ?? Date.now() % 2 ** 31);

describe(`a log whose process is killed (ES_SEED=${seed})`, () => {
  test(`[ES6] after each of ${KILLS} kills at random moments nothing acknowledged is missing, doubled or out of order`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-kill-'));
    const file = join(folder, 'events.sqlite');
    const random = numbersFrom(seed);
    const acknowledged: Acknowledged[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const child = startAppending(file, STREAMS, Number.MAX_SAFE_INTEGER);
      await child.ready;
      // Not to wait for something, but to choose the moment of death.
      await setTimeout(random() * LONGEST_LIFE_MS);
      child.process.kill('SIGKILL');
      expect(await child.gone).toBeNull();
      acknowledged.push(...child.acknowledged);
      const log = await reopened(file);
      expect(faults(log, acknowledged)).toEqual([]);
    }
    const log = await reopened(file);
    for (const stream of STREAMS) expect(verifyStream(log.filter((event) => event.stream === stream))).toBeUndefined();
    // A test in which nothing was acknowledged before the kills would prove nothing.
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    await rm(folder, { recursive: true });
  }, 60_000);

  test('the check itself notices what is missing, moved, doubled or out of order', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-kill-'));
    const file = join(folder, 'events.sqlite');
    const child = startAppending(file, STREAMS, 3);
    expect(await child.gone).toBe(0);
    const log = await reopened(file);
    expect(child.acknowledged).toHaveLength(12);
    expect(faults(log, child.acknowledged)).toEqual([]);
    const lastOfLog = log.length - 1;
    expect(faults(log.slice(0, lastOfLog), child.acknowledged)).toEqual([expect.stringMatching(/^missing/)]);
    expect(faults(log.slice(1), child.acknowledged).length).toBeGreaterThan(0);
    expect(faults([...log, ...log.slice(lastOfLog)], child.acknowledged)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^doubled/)]),
    );
    expect(faults([...log].reverse(), child.acknowledged)).toEqual(expect.arrayContaining([expect.stringMatching(/^out of order/)]));
    const moved = child.acknowledged.map((one) => ({ ...one, revision: one.revision + 1 }));
    expect(faults(log, moved)).toHaveLength(12);
    await rm(folder, { recursive: true });
  });
});

async function reopened(file: string): Promise<readonly StoredEvent[]> {
  const store = await SqliteEventStore.open(file);
  try {
    return await readEverything(store);
  } finally {
    await store.close();
  }
}
