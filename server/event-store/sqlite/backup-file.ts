import { rmSync } from 'node:fs';
import { openForReading } from './log-file.js';

/** All pages in one step: a backup in several begins again whenever a hub writes between them. */
const ALL_PAGES = 2 ** 31 - 1;

/** Copies the file of a log as it is at one moment, its write-ahead log included, while hubs go on writing. Nothing may be at the target. */
export async function backUpFile(file: string, copy: string): Promise<void> {
  const db = openForReading(file);
  try {
    await db.backup(copy, { progress: () => ALL_PAGES });
  } finally {
    db.close();
  }
}

/** Takes away what SQLite leaves beside a copy that was only read: it holds nothing. */
export function withoutSidecars(file: string): void {
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}
