import { Database } from './driver.js';

/** A file that this process alone has. The system lets it go with the process, however that ends. */
export interface FileLock {
  close(): void;
}

/** Locks a file, which is made where there is none; undefined where another process has it. */
export function lockFile(file: string): FileLock | undefined {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    // By its code and not its class: a worker or a test may have loaded the library twice.
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
}
