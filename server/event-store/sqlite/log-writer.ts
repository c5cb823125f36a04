import type { Database } from '../../sqlite/driver.js';
import type { Expected } from '@alongside/domain/kernel/event-store.js';
import { EventIdReused, isExpected } from '../checks.js';
import { hashFor } from '../hash.js';
import { openForWriting } from './log-file.js';
import { Tail } from './tail.js';
import { CommitInDoubt, LogFileGone, WalInPlace } from './wal-in-place.js';

/** One append on its way to the writer: checked, with the events' bodies as the log keeps them. */
export interface AppendOrder {
  readonly kind: 'append';
  readonly stream: string;
  readonly expected: Expected;
  readonly ids: readonly string[];
  readonly bodies: readonly string[];
  /** The command that it came of: sent again, it is known by it. */
  readonly command?: string | undefined;
}

/** What became of an append. `revision` and `position` are those of its last event; `actual` is absent where there is no such stream. */
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly revision: number; readonly position: number }
  | { readonly kind: 'conflict'; readonly actual: number | undefined }
  | Failed;

/** A failure as it can cross from one thread to another. */
export interface Failed {
  readonly kind: 'failed';
  readonly code: string;
  readonly message: string;
  /** Where it is in doubt whether something was kept: the last position before it. */
  readonly sure?: number;
}

export function failed(error: unknown): Failed {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'EVENT_STORE.FAILED';
  // Appending reads, too: a page that is damaged or that the disk does not give is the same to the writer as to the reader.
  return { kind: 'failed', code: /^SQLITE_(?:CORRUPT|NOTADB)/.test(code) ? 'EVENT_STORE.UNREADABLE' : code, message };
}

/** Where a stream ends. It moves with each append: one object for each stream that is written to, and none for each append. */
interface Head {
  readonly key: number;
  revision: number;
  position: number;
  hash: string;
}

/** Heads remembered between commits; beyond this they are forgotten and read again. */
const HEADS_LIMIT_STREAMS = 50_000;
/** How often a shred tries to empty the write-ahead log while readers of other processes hold it. */
const SHRED_LIMIT_TRIES = 5;

/** The one writer of the log in this process. Synchronous; lives in a worker thread, and takes turns with other processes' writers by SQLite's lock. */
export class LogWriter {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #heads = new Map<string, Head>();
  readonly #tail: Tail;
  readonly #wal: WalInPlace;
  /** The commands of a commit of which it is not known whether it is kept. */
  readonly #inDoubt = new Set<string>();
  #lastPosition = 0;
  #dataVersion: unknown;

  constructor(file: string) {
    this.#db = openForWriting(file);
    this.#statements = prepare(this.#db);
    this.#tail = new Tail(this.#db);
    this.#wal = new WalInPlace(file);
  }

  /**
   * Appends many in one transaction and disk sync; each succeeds or fails alone. `more` is asked before the commit for newly arrived
   * appends.
   */
  appendAll(first: readonly AppendOrder[], more: () => readonly AppendOrder[] = () => []): readonly AppendOutcome[] {
    try {
      this.#begin();
    } catch (error) {
      return first.map((order) => failed(this.#isInDoubt(order) && error instanceof LogFileGone ? new CommitInDoubt(error) : error));
    }
    const orders: AppendOrder[] = [];
    const outcomes: AppendOutcome[] = [];
    let applied = false;
    let sure: number | undefined;
    try {
      this.#catchUp();
      sure = this.#lastPosition;
      for (let next = first; next.length > 0; next = more()) {
        orders.push(...next);
        for (const order of next) outcomes.push(this.#append(order));
      }
      this.#tail.fold(this.#lastPosition);
      applied = true;
      this.#statements.commit.run();
      // Again: nothing is acknowledged that went into a file which nobody can open any more.
      this.#wal.checkCommitted();
      return outcomes;
    } catch (error) {
      this.#abandon();
      // An append that fails is found by giving each its own transaction; a commit that fails is the disk's doing, and fails them all.
      if (!applied && orders.length > 1) return orders.flatMap((order) => this.appendAll([order]));
      if (error instanceof CommitInDoubt) for (const { command } of orders) if (command !== undefined) this.#inDoubt.add(command);
      const failure = failed(error);
      const told = error instanceof CommitInDoubt && sure !== undefined ? { ...failure, sure } : failure;
      return (orders.length > 0 ? orders : first).map(() => told);
    }
  }

  /** Deletes a stream and sees to it that no byte of its events stays in the file or its write-ahead log. Throws if other readers prevent that. */
  shred(stream: string): void {
    const { commit, key, chain, blank, deleteHead, deleteStream } = this.#statements;
    this.#begin();
    try {
      this.#catchUp();
      const found = key.get(stream) as number | undefined;
      if (found !== undefined) {
        for (const position of chain.all(this.#tail.lastOf(found)) as number[]) blank.run(position);
        deleteHead.run(found);
        deleteStream.run(found);
      }
      commit.run();
      this.#wal.checkCommitted();
    } catch (error) {
      this.#abandon();
      throw error;
    }
    this.#heads.delete(stream);
    this.#emptyWriteAheadLog();
  }

  /** A commit that changes nothing, through the same file and the same sync as an append. Throws as one would. */
  probe(): void {
    const { commit, version } = this.#statements;
    this.#begin();
    try {
      this.#db.pragma(`user_version = ${Number(version.get())}`);
      commit.run();
      this.#wal.checkCommitted();
    } catch (error) {
      this.#abandon();
      throw error;
    }
  }

  close(): void {
    this.#wal.close();
    this.#db.close();
  }

  /** Begins a transaction, in files that are in their place: what is refused because they are not has changed nothing. */
  #begin(): void {
    this.#wal.check();
    this.#statements.begin.run();
  }

  #isInDoubt({ command }: AppendOrder): boolean {
    return command !== undefined && this.#inDoubt.has(command);
  }

  #append({ stream, expected, ids, bodies }: AppendOrder): AppendOutcome {
    const head = this.#head(stream);
    if (!isExpected(expected, head?.revision)) return this.#already(stream, head, ids) ?? { kind: 'conflict', actual: head?.revision };
    return head ? this.#extend(stream, head, ids, bodies) : this.#beginStream(stream, ids, bodies);
  }

  #beginStream(stream: string, ids: readonly string[], bodies: readonly string[]): AppendOutcome {
    const head: Head = { key: Number(this.#statements.insertStream.run(stream).lastInsertRowid), revision: -1, position: 0, hash: '' };
    const outcome = this.#extend(stream, head, ids, bodies);
    this.#heads.set(stream, head);
    return outcome;
  }

  /** Adds events after a head, and moves it. */
  #extend(stream: string, head: Head, ids: readonly string[], bodies: readonly string[]): AppendOutcome {
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index] ?? '';
      const body = bodies[index] ?? '';
      const revision = head.revision + 1;
      const hash = hashFor(head.hash, stream, revision, id, body);
      const position = this.#lastPosition + 1;
      const { changes } = this.#statements.insert.run(position, head.key, revision, head.position, idBytes(id), hashBytes(hash), body);
      if (changes === 0) return this.#duplicate(stream, head, ids, index);
      this.#lastPosition = position;
      this.#tail.moved(head.key, position);
      head.revision = revision;
      head.position = position;
      head.hash = hash;
    }
    return { kind: 'appended', revision: head.revision, position: head.position };
  }

  /** The id at `index` is in the log: either the whole append is, as it stands, or its ids were used for something else. */
  #duplicate(stream: string, head: Head | undefined, ids: readonly string[], index: number): AppendOutcome {
    const before = index === 0 ? this.#already(stream, head, ids) : undefined;
    if (!before) throw new EventIdReused(stream);
    return before;
  }

  /** The answer to an append that is in the log already; undefined where none of its ids are. */
  #already(stream: string, head: Head | undefined, ids: readonly string[]): AppendOutcome | undefined {
    const found = ids.map(
      (id) => this.#statements.byId.get(idBytes(id)) as { position: number; stream: number; revision: number } | undefined,
    );
    const first = found.find((event) => event !== undefined);
    if (!first) return undefined;
    const same = found.every((event, index) => event?.stream === head?.key && event?.revision === first.revision + index);
    const last = found.at(-1);
    if (!same || !last) throw new EventIdReused(stream);
    return { kind: 'appended', revision: last.revision, position: last.position };
  }

  #head(stream: string): Head | undefined {
    const known = this.#heads.get(stream);
    if (known) return known;
    const key = this.#statements.key.get(stream) as number | undefined;
    if (key === undefined) return undefined;
    const position = this.#tail.lastOf(key);
    const last = this.#statements.at.get(position) as Pick<Head, 'revision' | 'hash'> | undefined;
    if (!last) throw new Error(`The event log is damaged: the last event of ${stream} is missing.`);
    const head = { key, position, ...last };
    this.#heads.set(stream, head);
    return head;
  }

  /** What this process remembers is right until another one commits, which SQLite tells by a number. */
  #catchUp(): void {
    const version = this.#statements.dataVersion.get();
    if (version === this.#dataVersion && this.#heads.size <= HEADS_LIMIT_STREAMS) return;
    this.#heads.clear();
    this.#tail.catchUp();
    this.#lastPosition = Number(this.#statements.last.get() ?? 0);
    this.#dataVersion = version;
  }

  #abandon(): void {
    if (this.#db.inTransaction) this.#statements.rollback.run();
    this.#tail.forget();
    this.#heads.clear();
    this.#dataVersion = undefined;
  }

  #emptyWriteAheadLog(): void {
    for (let tries = 0; tries < SHRED_LIMIT_TRIES; tries++) {
      const [state] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      if (state?.busy === 0) return;
    }
    throw new Error('A stream was shredded, but a reader of another process keeps its bytes in the write-ahead log. Shred it again.');
  }
}

const UUID_BYTES = 16;
const HASH_BYTES = 32;
const noHash = Buffer.alloc(0);
// SQLite copies what it is given, so one buffer each is enough, and nothing is left to collect.
const idBuffer = Buffer.alloc(UUID_BYTES);
const hashBuffer = Buffer.alloc(HASH_BYTES);

/** The 16 bytes of a UUID, until the next call. */
export function idBytes(id: string): Buffer {
  idBuffer.write(id.replaceAll('-', ''), 'hex');
  return idBuffer;
}

function hashBytes(hash: string): Buffer {
  if (hash === '') return noHash;
  hashBuffer.write(hash, 'hex');
  return hashBuffer;
}

function prepare(db: Database) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    dataVersion: db.prepare('PRAGMA data_version').pluck(),
    version: db.prepare('PRAGMA user_version').pluck(),
    // A log that was shredded under the first layout may end before the last position that was given.
    last: db.prepare('SELECT max(up_to, coalesce((SELECT max(position) FROM events), 0)) FROM folded').pluck(),
    key: db.prepare('SELECT key FROM streams WHERE name = ?').pluck(),
    at: db.prepare('SELECT revision, lower(hex(hash)) AS hash FROM events WHERE position = ?'),
    byId: db.prepare('SELECT position, stream, revision FROM events WHERE id = ?'),
    insertStream: db.prepare('INSERT INTO streams (name) VALUES (?)'),
    insert: db.prepare(
      'INSERT INTO events (position, stream, revision, previous, id, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    ),
    chain: db
      .prepare(
        `WITH RECURSIVE chain (position, previous) AS (
           SELECT position, previous FROM events WHERE position = ?
           UNION ALL SELECT e.position, e.previous FROM chain c JOIN events e ON e.position = c.previous
         ) SELECT position FROM chain`,
      )
      .pluck(),
    // As many bytes as before, so that SQLite writes over the old ones where they stand.
    blank: db.prepare(
      `UPDATE events SET id = randomblob(16), hash = zeroblob(length(hash)), body = printf('%*s', length(CAST(body AS BLOB)), '')
       WHERE position = ?`,
    ),
    deleteHead: db.prepare('DELETE FROM heads WHERE stream = ?'),
    deleteStream: db.prepare('DELETE FROM streams WHERE key = ?'),
  };
}
