import Database from 'better-sqlite3';

export type SqliteFile = Database.Database;

/** Older versions can corrupt a write-ahead log when it is reset. */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** How long an opening waits for a predecessor that is just closing, in milliseconds. */
const OPEN_WAIT_MS = 5_000;

/**
 * Opens a file that can be rebuilt from the log: quick rather than durable to the last commit, one process at a time, and nothing
 * deleted is left readable. Throws where another process holds it.
 */
export function openRebuildable(file: string): SqliteFile {
  const db = new Database(file, { timeout: OPEN_WAIT_MS });
  try {
    assertVersion(db.prepare('SELECT sqlite_version()').pluck().get() as string);
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
    throw new Error(`${file} could not be opened. Is another process using it?`, { cause: error });
  }
  return db;
}

/** Writes the file afresh, so that free space holds nothing of what was, and empties the write-ahead log. */
export function scrubFile(db: SqliteFile): void {
  db.exec('VACUUM');
  const [answer] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (answer?.busy) throw new Error('The write-ahead log could not be emptied: the file is in use.');
}

function assertVersion(found: string): void {
  const parts = found.split('.').map(Number);
  for (const [place, least] of OLDEST_SQLITE.entries()) {
    const part = parts[place] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${OLDEST_SQLITE.join('.')} or newer is needed; this is ${found}.`);
  }
}
