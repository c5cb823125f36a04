import { closeSync, fdatasyncSync, openSync, statSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Database } from '../sqlite/driver.js';
import type { EventStore, Expected, NewEvent } from '@alongside/domain/kernel/event-store.js';
import { bodyOf } from '../event-store/hash.js';
import { openForReading } from '../event-store/sqlite/log-file.js';
import { idBytes, LogWriter } from '../event-store/sqlite/log-writer.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { compare, percentile, type Comparison } from './measuring.js';
import { RawLog, rawRows } from './raw-log.js';
import { benchEvent, benchStream, numbersFrom } from './workload.js';

const STREAMS = 10_240;
/** A turn is long enough that the garbage of either side is collected within it. */
const EVENTS_PER_WRITER = 200;
const LEAST_EVENTS = 1_500;
const WARM_UP_TURNS = 3;
/** More writers than this keep the one thread that plays them all busy: it is then always late, which can only make the log look slower, and is shown. */
const GENERATOR_LIMIT_WRITERS = 64;

/** Durable appends per second by `writers` that each wait for their answer, against raw inserts batched by as many. */
export async function throughput(folder: string, writers: number, rounds: number): Promise<Comparison> {
  const store = await SqliteEventStore.open(join(folder, `log-${writers}.sqlite`));
  const raw = new RawLog(join(folder, `raw-${writers}.sqlite`), STREAMS);
  await beginStreams(store);
  const random = numbersFrom(writers);
  const events = Math.max(writers * EVENTS_PER_WRITER, LEAST_EVENTS);
  const expected = new Map<number, Expected>(Array.from({ length: STREAMS }, (_, stream) => [stream, 0]));
  const project = () => {
    const made = Array.from({ length: events }, (_, index) => benchEvent(index));
    return async () => {
      const started = performance.now();
      await Promise.all(Array.from({ length: writers }, (_, writer) => appendShare(store, made, writer, writers, random, expected)));
      return (events / (performance.now() - started)) * 1e3;
    };
  };
  const baseline = () => {
    const rows = rawRows(events, () => 1 + Math.floor(random() * STREAMS));
    return () => raw.run(rows, writers);
  };
  for (let warm = 0; warm < WARM_UP_TURNS; warm++) {
    await project()();
    baseline()();
  }
  const comparison = await compare(rounds, project, baseline, writers <= GENERATOR_LIMIT_WRITERS);
  await store.close();
  raw.close();
  return comparison;
}

/** The baseline's streams have names from the start; these get theirs with a first event. */
async function beginStreams(store: EventStore): Promise<void> {
  await Promise.all(Array.from({ length: STREAMS }, (_, stream) => store.append(benchStream(stream), 'noStream', [benchEvent(stream)])));
}

/** One writer: appends its share of the events, each to a stream of its own choice among those that are its alone, at exactly its revision. */
async function appendShare(
  store: EventStore,
  events: readonly NewEvent[],
  writer: number,
  writers: number,
  random: () => number,
  expected: Map<number, Expected>,
): Promise<void> {
  for (let index = writer; index < events.length; index += writers) {
    const event = events[index];
    const stream = Math.floor((random() * STREAMS) / writers) * writers + writer;
    const result = event && (await store.append(benchStream(stream), expected.get(stream) ?? 0, [event]));
    if (!result?.ok) throw new Error('A writer that is alone on its stream met a conflict.');
    expected.set(stream, result.value.revision);
  }
}

export interface LoneAppend {
  readonly p50: Comparison;
  readonly p99: Comparison;
}

/** One append at a time: its latency in milliseconds against a raw write and fdatasync of the same bytes. */
export async function loneAppend(folder: string, rounds: number): Promise<LoneAppend> {
  const store = await SqliteEventStore.open(join(folder, 'lone.sqlite'));
  const file = openSync(join(folder, 'lone.bytes'), 'a');
  const each = 300;
  let made = 0;
  const project = async () => {
    const times: number[] = [];
    for (let index = 0; index < each; index++) {
      const event = benchEvent(made++);
      const started = performance.now();
      await store.append(benchStream(made % 500), 'any', [event]);
      times.push(performance.now() - started);
    }
    return times;
  };
  const baseline = () => {
    const times: number[] = [];
    for (let index = 0; index < each; index++) {
      const bytes = Buffer.from(bodyOf(benchEvent(index)));
      const started = performance.now();
      writeSync(file, bytes);
      fdatasyncSync(file);
      times.push(performance.now() - started);
    }
    return times;
  };
  await project();
  const at = (part: number) =>
    compare(
      rounds,
      () => async () => percentile(await project(), part),
      () => () => percentile(baseline(), part),
    );
  const report = { p50: await at(0.5), p99: await at(0.99) };
  closeSync(file);
  await store.close();
  return report;
}

export interface BytesPerEvent {
  readonly batch: number;
  readonly project: number;
  /** The same rows in a table without any index: what uniqueness and finding a stream cost is the difference. */
  readonly bare: number;
  readonly ratio: number;
}

/** Bytes that reach the write-ahead log per event, over 10,240 streams chosen at random, after 20,000 events. */
export function bytesPerEvent(folder: string, batch: number): BytesPerEvent {
  const random = numbersFrom(batch);
  const writer = new LogWriter(join(folder, `bytes-${batch}.sqlite`));
  const project = growth(join(folder, `bytes-${batch}.sqlite`), batch, (count) => {
    const orders = Array.from({ length: count }, (_, index) => {
      const event = benchEvent(index);
      return {
        kind: 'append' as const,
        stream: benchStream(Math.floor(random() * STREAMS)),
        expected: 'any' as const,
        ids: [event.id],
        bodies: [bodyOf(event)],
      };
    });
    writer.appendAll(orders);
  });
  writer.close();
  const bareFile = join(folder, `bare-${batch}.sqlite`);
  const db = new Database(bareFile);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE events (position INTEGER PRIMARY KEY, stream INTEGER, revision INTEGER, previous INTEGER, id BLOB, hash BLOB, body TEXT)',
  );
  const hash = randomBytes(32);
  const insert = db.prepare('INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?, ?)');
  const bare = growth(bareFile, batch, (count) =>
    db.transaction(() => {
      for (const { stream, event } of rawRows(count, () => Math.floor(random() * STREAMS)))
        insert.run(stream, 7, 7_777, idBytes(event.id), hash, bodyOf(event));
    })(),
  );
  db.close();
  return { batch, project, bare, ratio: project / bare };
}

/** How much a file's write-ahead log grows per event. A reader that stays keeps SQLite from beginning it anew. */
function growth(file: string, batch: number, append: (count: number) => void): number {
  const [before, counted] = [20_000, 6_400];
  for (let made = 0; made < before; made += 100) append(100);
  const reader = openForReading(file);
  reader.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
  const size = () => statSync(`${file}-wal`).size;
  // The first commits may still fill room that an earlier round of the write-ahead log left.
  let full = size();
  while (size() <= full) append(batch);
  full = size();
  for (let made = 0; made < counted; made += batch) append(batch);
  const grown = size() - full;
  reader.close();
  return grown / (Math.ceil(counted / batch) * batch);
}
