import { truncateSync } from 'node:fs';
import { Database } from './driver.js';

/** A file that this process alone has. The system lets it go with the process, however that ends. */
export interface FileLock {
  close(): void;
}

/** Locks a file, which is made where there is none; undefined where another process has it. One that is damaged is made again: it holds nothing. */
export function lockFile(file: string): FileLock | undefined {
  try {
    return locked(file);
  } catch (error) {
    if (!/^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error))) throw new LockUnusable(file, error);
    // In place: a process that locks it meanwhile has this very file, and a new one beside it would be another.
    truncateSync(file);
    return locked(file);
  }
}

function locked(file: string): FileLock | undefined {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (codeOf(error) === 'SQLITE_BUSY') return undefined;
    throw error;
  }
}

/** By its code and not its class: a worker or a test may have loaded the library twice. */
const codeOf = (error: unknown): string => String((error as { readonly code?: unknown }).code);

/** A file cannot be locked, in a sentence that names it. */
class LockUnusable extends Error {
  override readonly name = 'LockUnusable';
  /** As of the file system: it is told at a terminal as what it is. */
  readonly code: string;

  constructor(file: string, cause: unknown) {
    super(
      `${file} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}. Check the disk, and that the hub’s account may write there.`,
      { cause },
    );
    this.code = codeOf(cause);
  }
}
