import type { Database } from './driver.js';

/** Older ones can corrupt a write-ahead log that two connections reset at once. */
const OLDEST = [3, 51, 3] as const;

/** Whether a version of SQLite is new enough to trust with a file. */
export function isAtLeast(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/** Throws where the driver brings a version of SQLite that may corrupt files. */
export function assertSqliteVersion(db: Database): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  if (!isAtLeast(version)) throw new Error(`SQLite ${OLDEST.join('.')} or newer is needed; this is ${version}.`);
}
