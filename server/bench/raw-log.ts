import type Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { bodyOf } from '../event-store/hash.js';
import { openForWriting } from '../event-store/sqlite/log-file.js';
import { idBytes } from '../event-store/sqlite/log-writer.js';
import { benchEvent, benchStream } from './workload.js';

/** A row of the log, ready to be bound. */
interface RawRow {
  readonly stream: number;
  readonly id: Buffer;
  readonly hash: Buffer;
  readonly body: string;
}

/**
 * The baseline: better-sqlite3 on one thread, inserting rows that were made ready before the clock starts into the very tables of the log
 * (its indexes included) at `synchronous=FULL`, without any of the log's checks, hashes or threads.
 */
export class RawLog {
  readonly #db: Database.Database;
  readonly #insert: Database.Statement;
  readonly #head: Database.Statement;
  readonly #write: (rows: readonly RawRow[]) => void;
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
    this.#head = this.#db.prepare(
      'INSERT INTO heads (stream, position) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET position = excluded.position',
    );
    this.#write = this.#db.transaction((rows: readonly RawRow[]) => {
      for (const { stream, id, hash, body } of rows) {
        const position = ++this.#position;
        this.#insert.run(position, stream, position, position - 1, id, hash, body);
        this.#head.run(stream, position);
      }
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

/** Rows made ready, on the streams that the caller chooses (from 1). */
export const rawRows = (count: number, streamOf: (index: number) => number): readonly RawRow[] =>
  Array.from({ length: count }, (_, index) => {
    const event = benchEvent(index);
    return { stream: streamOf(index), id: idBytes(event.id), hash: randomBytes(32), body: bodyOf(event) };
  });
