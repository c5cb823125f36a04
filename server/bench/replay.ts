import { join } from 'node:path';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { EventStore, Recorded, StoredEvent } from '@alongside/domain/kernel/event-store.js';
import type { EventFeed } from '@alongside/projections/engine/feed.js';
import { Projector } from '@alongside/projections/engine/projector.js';
import { view, type View } from '@alongside/projections/engine/view.js';
import { SqliteViewStore } from '../view-store/sqlite-view-store.js';
import { openForReading } from '../event-store/sqlite/log-file.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { compare, type Comparison } from './measuring.js';
import { benchEvent, benchStream, numbersFrom } from './workload.js';

export interface Replays {
  /** Six read models in plain maps, folded from the log. */
  readonly memory: Comparison;
  /** Three read models in SQLite, through the projections engine. */
  readonly stored: Comparison;
}

const STREAMS = 10_240;
const FILL_APPEND_EVENTS = 200;
const FILL_APPENDS = 32;
const READ_EVENTS = 1_000;

/** Replays a log of `events` events into read models, against reading the same rows and parsing their JSON. In seconds: smaller is better. */
export async function replays(folder: string, events: number, rounds: number): Promise<Replays> {
  const file = join(folder, 'replay.sqlite');
  const store = await SqliteEventStore.open(file);
  await fill(store, events);
  const baseline = () => () => timed(() => readAndParse(file, events));
  const memory = await compare(rounds, () => () => timed(() => foldInMemory(store, events)), baseline);
  let made = 0;
  const stored = await compare(
    rounds,
    () => () => timed(() => projectInto(store, join(folder, `views-${made++}.sqlite`), events)),
    baseline,
  );
  await store.close();
  return { memory, stored };
}

async function timed(act: () => Promise<void> | void): Promise<number> {
  const started = performance.now();
  await act();
  return (performance.now() - started) / 1e3;
}

async function fill(store: EventStore, events: number): Promise<void> {
  const random = numbersFrom(7);
  let made = 0;
  const appendNext = () => {
    const batch = Array.from({ length: Math.min(FILL_APPEND_EVENTS, events - made) }, () => benchEvent(made++));
    return batch.length > 0 ? store.append(benchStream(Math.floor(random() * STREAMS)), 'any', batch) : undefined;
  };
  while (made < events) await Promise.all(Array.from({ length: FILL_APPENDS }, appendNext));
}

/** The baseline: the rows as SQLite gives them, and their JSON. */
function readAndParse(file: string, events: number): void {
  const db = openForReading(file);
  const page = db
    .prepare('SELECT position, stream, revision, id, hash, body FROM events WHERE position > ? ORDER BY position LIMIT ?')
    .raw();
  let [read, last] = [0, 0];
  for (;;) {
    const rows = page.all(last, READ_EVENTS) as [number, number, number, Buffer, Buffer, string][];
    if (rows.length === 0) break;
    for (const row of rows) if (JSON.parse(row[5]) !== null) read++;
    last = rows.at(-1)?.[0] ?? last;
  }
  db.close();
  if (read !== events) throw new Error(`Read ${read} of ${events} events.`);
}

/** Six read models of the kinds that the hub has: rows by id, counts by group, the latest by stream, sets of people. */
async function foldInMemory(store: EventStore, events: number): Promise<void> {
  const goals = new Map<string, { step: number; note: string; by: string }>();
  const latest = new Map<string, { revision: number; at: string }>();
  const byInstitution = new Map<string, number>();
  const byType = new Map<string, number>();
  const people = new Map<string, Set<string>>();
  const steps = new Map<number, number>();
  let seen = 0;
  for await (const batch of store.readAll({ batchSizeEvents: READ_EVENTS })) {
    for (const event of batch) {
      const data = dataOf(event);
      goals.set(data.goal, { step: data.step, note: data.note, by: event.actor });
      latest.set(event.stream, { revision: event.revision, at: event.at });
      for (const institution of event.institutions) byInstitution.set(institution, (byInstitution.get(institution) ?? 0) + 1);
      byType.set(event.type, (byType.get(event.type) ?? 0) + 1);
      const known = people.get(event.stream);
      if (known) known.add(event.actor);
      else people.set(event.stream, new Set([event.actor]));
      steps.set(data.step, (steps.get(data.step) ?? 0) + 1);
      seen++;
    }
  }
  if (seen !== events || goals.size !== events) throw new Error(`Folded ${seen} of ${events} events.`);
}

interface Progress {
  readonly goal: string;
  readonly step: number;
  readonly note: string;
}
/** The workload's only data. */
const dataOf = (event: Pick<StoredEvent, 'data'>) => event.data as Progress;

type ProgressRecorded = { readonly type: 'ProgressRecorded'; readonly data: Progress };

/** A row per mentorship, a row per person, and a count per step: the shapes of most of the hub's views. */
const views: readonly View[] = [
  view<ProgressRecorded, { goal: string; step: number; times: number }>({
    name: 'bench-mentorship',
    version: 1,
    indexes: ['goal'],
    on: {
      ProgressRecorded: ({ stream, data: { goal, step } }, rows) => {
        const times = (rows.get(stream)?.data.times ?? 0) + 1;
        rows.put(stream, { audience: [`mentorship:${stream}`], data: { goal, step, times } });
      },
    },
  }),
  view<ProgressRecorded, { recorded: number; lastAt: string }>({
    name: 'bench-person',
    version: 1,
    indexes: [],
    on: {
      ProgressRecorded: ({ actor, at }, rows) =>
        rows.put(actor, { audience: [`person:${actor}`], data: { recorded: (rows.get(actor)?.data.recorded ?? 0) + 1, lastAt: at } }),
    },
  }),
  view<ProgressRecorded, { count: number }>({
    name: 'bench-step',
    version: 1,
    indexes: [],
    on: {
      ProgressRecorded: ({ data: { step } }, rows) =>
        rows.put(`step-${step}`, { audience: ['everyone'], data: { count: (rows.get(`step-${step}`)?.data.count ?? 0) + 1 } }),
    },
  }),
] as unknown as readonly View[]; // As in `allViews`: the engine hands a view only events that it has a handler for.

async function projectInto(store: EventStore, file: string, events: number): Promise<void> {
  const viewStore = SqliteViewStore.open(file);
  const projector = new Projector({ feed: feedOf(store), store: viewStore, views });
  await projector.start();
  await projector.close();
  const rows = viewStore.list<{ count: number }>('bench-step', { for: 'all' });
  const counted = rows.reduce((sum, row) => sum + row.data.count, 0);
  viewStore.close();
  if (counted !== events) throw new Error(`The views hold ${counted} of ${events} events.`);
}

/** The log as a feed, without unsealing: nothing in the workload is personal. */
function feedOf(store: EventStore): EventFeed {
  return {
    readAll: (options) => store.readAll(options) as AsyncIterable<readonly Recorded[]>,
    head: () => store.head(),
    follow: (after: Position | undefined, handle, onStopped) =>
      store.follow(after, (events) => handle(events as readonly Recorded[]), onStopped),
  };
}
