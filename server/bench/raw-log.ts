import type { Database, Statement } from '../sqlite/driver.js';
import { randomBytes } from 'node:crypto';
import type { NewEvent } from '@alongside/domain/kernel/event-store.js';
import { openForWriting } from '../event-store/sqlite/log-file.js';
import { idBytes } from '../event-store/sqlite/log-writer.js';
import { Tail } from '../event-store/sqlite/tail.js';
import { benchEvent, benchStream } from './workload.js';

/** An event and the stream that it goes to, by its key. */
export interface RawRow {
  readonly stream: number;
  readonly event: NewEvent;
}

const HASH_BYTES = 32;

/**
 * The baseline: better-sqlite3 on one thread inserts the same events into the log’s tables and indexes at `synchronous=FULL`, without the
 * log’s checks, hashes or threads.
 */
export class RawLog {
  readonly #db: Database;
  readonly #insert: Statement;
  readonly #write: (rows: readonly RawRow[]) => void;
  readonly #hash = randomBytes(HASH_BYTES);
  #position = 0;

  constructor(file: string, streams: number) {
    this.#db = openForWriting(file);
    const name = this.#db.prepare('INSERT INTO streams (name) VALUES (?)');
    this.#db.transaction(() => {
      for (let index = 0; index < streams; index++) name.run(benchStream(index));
    })();
    this.#insert = this.#db.prepare(
      'INSERT INTO events (position, stream, revision, previous, id, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const tail = new Tail(this.#db);
    tail.catchUp();
    this.#write = this.#db.transaction((rows: readonly RawRow[]) => {
      for (const { stream, event } of rows) {
        const position = ++this.#position;
        const { id, ...body } = event;
        this.#insert.run(position, stream, position, position - 1, idBytes(id), this.#hash, JSON.stringify(body));
      }
      tail.fold(this.#position);
    }).immediate;
  }

  /** Inserts rows in batches, one durable transaction each; gives rows per second. */
  run(rows: readonly RawRow[], batch: number): number {
    const started = performance.now();
    for (let at = 0; at < rows.length; at += batch) this.#write(rows.slice(at, at + batch));
    return (rows.length / (performance.now() - started)) * 1e3;
  }

  close(): void {
    this.#db.close();
  }
}

/** Events made ready, on the streams that the caller chooses (from 1). */
export const rawRows = (count: number, streamOf: (index: number) => number): readonly RawRow[] =>
  Array.from({ length: count }, (_, index) => ({ stream: streamOf(index), event: benchEvent(index) }));
