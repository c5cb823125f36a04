import { Database } from '../../sqlite/driver.js';
import { assertSqliteVersion } from '../../sqlite/version.js';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** How long a writer waits for another process's commit before it gives up. */
export const BUSY_TIMEOUT_MS = 10_000;
/** The write-ahead log is folded into the file after this many pages of 4 KiB. */
const CHECKPOINT_PAGES = 4_000;
/** `ALON`, so that `file` and a wrong path are told apart from a log. */
export const APPLICATION_ID = 0x414c4f4e;
/** The newest layout that this version of the hub knows. */
export const LAYOUT_VERSION = 2;
const FULL = 2;

/** `heads` says where each stream ended at the event `folded` (see `Tail`); `previous` leads back through a stream, so that no index is needed (0022). */
const LAYOUT = `
  CREATE TABLE streams (key INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE heads (stream INTEGER PRIMARY KEY, position INTEGER NOT NULL) STRICT;
  CREATE TABLE folded (up_to INTEGER NOT NULL) STRICT;
  INSERT INTO folded VALUES (0);
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
`;

/** The rows that are events: a body is a JSON list unless it was shredded. */
export const NOT_SHREDDED = "substr(body, 1, 1) = '['";

/** From the layout before: `heads` was brought up to date by every commit, and shredded events were taken out. */
const FROM_LAYOUT_1 = `
  CREATE TABLE folded (up_to INTEGER NOT NULL) STRICT;
  INSERT INTO folded SELECT max(up_to, coalesce((SELECT max(position) FROM events), 0)) FROM shredded;
  DROP TABLE shredded;
`;

/** The tables and whatever else a file holds, by name: of a log, or of an empty one as this version makes it. */
export function schemaOf(log?: Database): ReadonlyMap<string, string> {
  const db = log ?? new Database(':memory:');
  try {
    if (!log) db.exec(LAYOUT);
    const parts = db.prepare<[], [string, string | null]>('SELECT name, sql FROM sqlite_schema').raw().all();
    return new Map(parts.map(([name, sql]) => [name, (sql ?? '').replaceAll(/\s+/g, ' ')]));
  } finally {
    if (!log) db.close();
  }
}

/** Opens (and makes, where there is none) the file of the log for its writer, durable to the last acknowledged append. Throws if it cannot promise that. */
export function openForWriting(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    assertSqliteVersion(db);
    db.pragma('secure_delete = ON');
    db.pragma('journal_mode = WAL');
    harden(db);
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    const before = db.transaction(() => layOut(db, file)).immediate();
    // Writes every page afresh, without the copies that rows left behind where others had been taken out.
    if (before === 1) db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the file for reading, beside a writer. */
export function openForReading(file: string): Database {
  const db = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  harden(db);
  return db;
}

/** A file in WAL mode is silently reopened at NORMAL, which loses acknowledged appends in a power cut: so FULL is set every time, and checked. */
function harden(db: Database): void {
  db.pragma('synchronous = FULL');
  db.pragma('mmap_size = 0');
  const found = {
    synchronous: db.pragma('synchronous', { simple: true }),
    journal: db.pragma('journal_mode', { simple: true }),
    mmap: db.pragma('mmap_size', { simple: true }),
  };
  if (found.synchronous !== FULL || found.journal !== 'wal' || (found.mmap ?? 0) !== 0) {
    throw new Error(`The event log cannot be opened durably: ${JSON.stringify(found)}.`);
  }
}

/** Brings the file to today's layout; gives the one that it had, 0 for a new file. Throws on a file that is no log. */
function layOut(db: Database, file: string): number {
  const before = Number(db.pragma('user_version', { simple: true }));
  const ours = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
  const isNew = before === 0 && db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (ours && before === LAYOUT_VERSION) return before;
  if (!isNew && !(ours && before === 1)) throw new Error(`${file} is not an event log that this version of the hub can read.`);
  db.exec(isNew ? LAYOUT : FROM_LAYOUT_1);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${LAYOUT_VERSION}`);
  return before;
}
