import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from '../sqlite/driver.js';
import { bytesPerEvent, loneAppend, throughput } from './appends.js';
import { readable, type Comparison } from './measuring.js';
import { replays } from './replay.js';

/** Writers at once, and events per commit of what they are compared with. */
const BATCHES = [1, 64, 256];
const APPENDS_FLOOR_AT_64 = 0.7;
const MEMORY_REPLAY_CEILING = 2;
const STORED_REPLAY_CEILING = 5;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    'replay-rounds': { type: 'string', default: '3' },
    // Which parts to run, with commas: appends, lone, bytes, replay.
    only: { type: 'string', default: 'appends,lone,bytes,replay' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(values.folder, 'alongside-bench-'));

const parts = new Set(values.only.split(','));
const figures: Record<string, unknown> = {};
/** Whether each floor was met; null where every round was void, so that nothing was shown. */
const floors: Record<string, boolean | null> = {};

try {
  if (parts.has('appends')) await benchAppends();
  if (parts.has('lone')) {
    const lone = await loneAppend(folder, rounds);
    show('One append at a time, in milliseconds, against a raw write and fdatasync', { ...lone });
    figures['lone'] = lone;
  }
  if (parts.has('bytes')) {
    const bytes = Object.fromEntries(BATCHES.map((batch) => [batch, bytesPerEvent(folder, batch)]));
    show('Bytes in the write-ahead log per event, by events per commit', bytes);
    figures['bytes'] = bytes;
  }
  if (parts.has('replay')) await benchReplay();
  console.log(JSON.stringify({ bench: 'event-log', floors, ...(readable(figures) as object), how: how() }));
} finally {
  rmSync(folder, { recursive: true });
}

async function benchAppends(): Promise<void> {
  const appends: Record<string, Comparison> = {};
  for (const writers of BATCHES) appends[writers] = await throughput(folder, writers, rounds);
  show('Durable appends per second, by writers, against raw inserts batched alike at FULL', appends);
  figures['appends'] = appends;
  const at64 = appends['64'];
  floors['appendsAt64'] = at64?.rounds ? at64.ratio >= APPENDS_FLOOR_AT_64 : null;
}

async function benchReplay(): Promise<void> {
  const replay = await replays(folder, Number(values.events), Number(values['replay-rounds']));
  show(`Replay of ${values.events} events in seconds, against read and JSON.parse`, { ...replay });
  figures['replay'] = replay;
  floors['memoryReplay'] = replay.memory.ratio <= MEMORY_REPLAY_CEILING;
  floors['storedReplay'] = replay.stored.ratio <= STORED_REPLAY_CEILING;
}

function show(title: string, rows: Record<string, object>): void {
  console.log(`\n${title}`);
  console.table(readable(rows));
}

function how() {
  const db = new Database(':memory:');
  const sqlite = db.prepare('SELECT sqlite_version()').pluck().get();
  db.close();
  return {
    method:
      'same process, interleaved A B B A, median of the rounds’ ratios; append rounds of up to 64 writers in which the generator’s event loop was over 5 ms late at p99 are void (with 256 its delay is only shown: delayMs)',
    durability: 'WAL, synchronous=FULL',
    events: Number(values.events),
    payloadBytes: 352,
    node: process.version,
    sqlite,
    cpus: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  };
}
