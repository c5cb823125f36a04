import type { Database } from '../../sqlite/driver.js';
import { setImmediate } from 'node:timers/promises';
import type { EventId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { EventStoreNotRead, EventStoreUnreadable, numberedPosition, positionNumber } from '../checks.js';
import { fromBody } from '../hash.js';
import { NOT_SHREDDED, openForReading } from './log-file.js';
import { Tail } from './tail.js';

/** A row of the log as SQLite gives it: position, stream key, revision, previous position, id, hash, body. */
type LogRow = readonly [number, number, number, number, string, string, string];

/** Stream names remembered by their key. */
const NAMES_LIMIT_STREAMS = 100_000;
/** Long streams are read in pieces, with a turn of the event loop between them. */
const PIECE_EVENTS = 500;
const COLUMNS = 'position, stream, revision, previous, lower(hex(id)), lower(hex(hash)), body';

/** Reads the log on the thread that serves, beside the writer: a reader never waits for a commit. */
export class LogReader {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #tail: Tail;
  readonly #names = new Map<number, StreamId>();
  #dataVersion: unknown;
  /** Nothing after this is read: it is in doubt whether it is kept. */
  #sure = Number.MAX_SAFE_INTEGER;

  constructor(file: string) {
    this.#db = openForReading(file);
    this.#statements = prepare(this.#db);
    this.#tail = new Tail(this.#db);
    this.#dataVersion = this.#statements.dataVersion.get();
  }

  /** The events after a position, at most `limit`, in order. */
  after(position: Position | undefined, limit: number): readonly StoredEvent[] {
    const number = positionNumber(position);
    // Together with the names of their streams: one that another process shreds meanwhile is there whole, or not at all.
    return readable(() =>
      this.#db.transaction(() => (this.#statements.after.all(number, this.#sure, limit) as LogRow[]).map((row) => this.#event(row)))(),
    );
  }

  /** A stream's events from a revision on, in order: followed from its head backwards. */
  async stream(stream: StreamId, fromRevision: number): Promise<readonly StoredEvent[]> {
    const found: StoredEvent[] = [];
    let position = readable(() => this.#lastOf(stream));
    while (position > 0) {
      if (found.length > 0) await setImmediate();
      const from = position;
      position = readable(() => this.#piece(from, fromRevision, found));
    }
    return found.reverse();
  }

  /** Position of a stream's last event; 0 where it has none. */
  #lastOf(stream: StreamId): number {
    return this.#db.transaction(() => {
      this.#tail.catchUp();
      const key = this.#statements.key.get(stream) as number | undefined;
      return key === undefined ? 0 : this.#tail.lastOf(key);
    })();
  }

  /**
   * Adds a piece of events to `found`, newest first; returns the next position, 0 at the end. One transaction for each piece spares locks.
   */
  #piece(start: number, fromRevision: number, found: StoredEvent[]): number {
    return this.#db.transaction(() => {
      let position = start;
      for (let read = 0; read < PIECE_EVENTS && position > 0; read++) {
        const row = this.#statements.at.get(position) as LogRow | undefined;
        // Shredded meanwhile: what was read so far is no longer in the log either.
        if (!row) found.length = 0;
        if (!row || row[2] < fromRevision) return 0;
        if (position <= this.#sure) found.push(this.#event(row));
        position = row[3];
      }
      return position;
    })();
  }

  head(): Position | undefined {
    const last = readable(() => this.#statements.last.get(this.#sure) as number | undefined);
    return last === undefined ? undefined : numberedPosition(last);
  }

  last(counts: (event: StoredEvent) => boolean = () => true): StoredEvent | undefined {
    return readable(() =>
      this.#db.transaction(() => {
        for (const row of this.#statements.backwards.iterate(this.#sure) as IterableIterator<LogRow>) {
          const event = this.#event(row);
          if (counts(event)) return event;
        }
        return undefined;
      })(),
    );
  }

  /** Reads something at both ends of the log from the disk, and not from what SQLite remembers. Throws as any reading does. */
  probe(): void {
    readable(() => {
      this.#db.pragma('shrink_memory');
      this.#statements.after.all(0, this.#sure, 1);
      this.#statements.last.get(this.#sure);
    });
  }

  /** Reads nothing after a position any more: whether that is kept shows when the file is opened again. */
  notAfter(position: number): void {
    this.#sure = Math.min(this.#sure, position);
  }

  /** Whether anyone committed since the last time this was asked. */
  hasChanged(): boolean {
    const version = readable(() => this.#statements.dataVersion.get());
    if (version === this.#dataVersion) return false;
    this.#dataVersion = version;
    return true;
  }

  close(): void {
    this.#db.close();
  }

  #event([position, key, revision, , id, hash, body]: LogRow): StoredEvent {
    return fromBody({ id: uuid(id), stream: this.#name(key), revision, position: numberedPosition(position), hash }, body);
  }

  #name(key: number): StreamId {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = this.#statements.name.get(key) as StreamId | undefined;
    if (name === undefined) throw new DamagedLog(`stream ${key} has events but no name`);
    if (this.#names.size >= NAMES_LIMIT_STREAMS) this.#names.clear();
    this.#names.set(key, name);
    return name;
  }
}

/** A damaged page, a body that is none and a stream without a name are one thing to the person who reads. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || isCorrupt(error) || error instanceof DamagedLog) throw new EventStoreUnreadable(error);
    if (isOfDisk(error)) throw new EventStoreNotRead(error);
    throw error;
  }
}

class DamagedLog extends Error {}

const isCorrupt = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));

const isOfDisk = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && /^SQLITE_(IOERR|CANTOPEN|FULL|READONLY|PERM)/.test(String(error.code));

const uuid = (hex: string): EventId =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as EventId;

function prepare(db: Database) {
  return {
    dataVersion: db.prepare('PRAGMA data_version').pluck(),
    after: db
      .prepare(`SELECT ${COLUMNS} FROM events WHERE position > ? AND position <= ? AND ${NOT_SHREDDED} ORDER BY position LIMIT ?`)
      .raw(),
    at: db.prepare(`SELECT ${COLUMNS} FROM events WHERE position = ? AND ${NOT_SHREDDED}`).raw(),
    key: db.prepare('SELECT key FROM streams WHERE name = ?').pluck(),
    name: db.prepare('SELECT name FROM streams WHERE key = ?').pluck(),
    backwards: db.prepare(`SELECT ${COLUMNS} FROM events WHERE position <= ? AND ${NOT_SHREDDED} ORDER BY position DESC`).raw(),
    last: db.prepare(`SELECT position FROM events WHERE position <= ? AND ${NOT_SHREDDED} ORDER BY position DESC LIMIT 1`).pluck(),
  };
}
