import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** How long a writer waits for another process's commit before it gives up. */
export const BUSY_TIMEOUT_MS = 10_000;
/** The write-ahead log is folded into the file after this many pages of 4 KiB. */
const CHECKPOINT_PAGES = 4_000;
/** `ALON`, so that `file` and a wrong path are told apart from a log. */
const APPLICATION_ID = 0x414c4f4e;
const LAYOUT_VERSION = 1;
const FULL = 2;
/** Older ones can corrupt a file that two connections checkpoint at once. */
const SQLITE_VERSION_MINIMUM = [3, 51, 3] as const;

/**
 * `heads` is apart from `streams` because it changes with every append: rows of a few bytes keep the pages that a commit writes few.
 * Events of a stream are found from its head backwards, through `previous`: an index on (stream, revision) would cost four times the bytes.
 * Stream keys are never used again, so that a name remembered for a key stays right after a stream was shredded.
 */
const LAYOUT = `
  CREATE TABLE streams (key INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE heads (stream INTEGER PRIMARY KEY, position INTEGER NOT NULL) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE shredded (up_to INTEGER NOT NULL) STRICT;
  INSERT INTO shredded VALUES (0);
`;

/** Opens (and makes, where there is none) the file of the log for its writer, durable to the last acknowledged append. Throws if it cannot promise that. */
export function openForWriting(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    assertSqliteVersion(db);
    db.pragma('secure_delete = ON');
    db.pragma('journal_mode = WAL');
    harden(db);
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    db.transaction(() => layOut(db, file)).immediate();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the file for reading, beside a writer. */
export function openForReading(file: string): Database.Database {
  const db = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  harden(db);
  return db;
}

/** A file in WAL mode is silently reopened at NORMAL, which loses acknowledged appends in a power cut: so FULL is set every time, and checked. */
function harden(db: Database.Database): void {
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

function assertSqliteVersion(db: Database.Database): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  if (!isAtLeast(version)) throw new Error(`The event log needs SQLite ${SQLITE_VERSION_MINIMUM.join('.')} or newer; this is ${version}.`);
}

/** Whether a version of SQLite is new enough to trust with the log. */
export function isAtLeast(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, minimum] of SQLITE_VERSION_MINIMUM.entries()) {
    const part = parts[index] ?? 0;
    if (part !== minimum) return part > minimum;
  }
  return true;
}

function layOut(db: Database.Database, file: string): void {
  const layout = db.pragma('user_version', { simple: true });
  if (layout === LAYOUT_VERSION && db.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (layout !== 0 || tables !== 0) throw new Error(`${file} is not an event log that this version of the hub can read.`);
  db.exec(LAYOUT);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${LAYOUT_VERSION}`);
}
