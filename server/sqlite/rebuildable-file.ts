import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Database } from './driver.js';
import { assertSqliteVersion } from './version.js';

/** How long an opening waits for a predecessor that is just closing, in milliseconds. */
const OPEN_WAIT_MS = 5_000;

/**
 * Opens a file that can be rebuilt from the log: fast instead of durable, one process at a time, deleted data unreadable. Throws if it is
 * locked.
 */
export function openRebuildable(file: string): Database {
  const db = opened(file);
  assertSqliteVersion(db);
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('cache_size = -32000');
    // Takes the lock now, so that a second process learns of the first at its start and not in the middle of its work.
    db.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    db.close();
    throw new RebuildableUnusable(file, error);
  }
  return db;
}

function opened(file: string): Database {
  try {
    return new Database(file, { timeout: OPEN_WAIT_MS });
  } catch (error) {
    throw new RebuildableUnusable(file, error);
  }
}

/** Less than SQLite takes for the files beside its own. What it says of a full disk there is an error of the disk. */
const FULL_BYTES = 64 * 1024;

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < FULL_BYTES;
  } catch {
    return false;
  }
}

/** A file that can be rebuilt cannot be used. `code` is that of what happened, such as `SQLITE_NOTADB` or `SQLITE_IOERR_READ`. */
export class RebuildableUnusable extends Error {
  readonly code: string;

  constructor(file: string, cause: unknown) {
    const { code = '', message = String(cause) } = cause as { readonly code?: string; readonly message?: string };
    super(
      code.startsWith('SQLITE_BUSY')
        ? `Another process uses ${file}.`
        : isFull(dirname(file))
          ? `${file} cannot be used: its disk is full. Make space on it, then start the hub again.`
          : `${file} cannot be used: ${message}. Check the disk, and that the hub’s account may write there.`,
      { cause },
    );
    this.name = 'RebuildableUnusable';
    this.code = code;
  }
}

/** Empties a file whose tables are of another format than this version of the hub keeps. */
export function beginAfreshUnless(db: Database, format: number): void {
  if (db.pragma('user_version', { simple: true }) === format) return;
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as readonly string[];
  db.transaction(() => {
    for (const table of tables) db.exec(`DROP TABLE "${table}"`);
    db.pragma(`user_version = ${format}`);
  })();
}

/** Writes the file afresh, so that free space holds nothing of what was, and empties the write-ahead log. */
export function scrubFile(db: Database): void {
  db.exec('VACUUM');
  const [answer] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (answer?.busy) throw new Error('The write-ahead log could not be emptied: the file is in use.');
}
