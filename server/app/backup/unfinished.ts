import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFile } from '../../sqlite/file-lock.js';
import { errorCodeOf } from '../error-code.js';

const OWNER_ONLY = 0o700;
const PARTIAL = /^alongside-.*\.partial$/;
/** Beside the folder, which is renamed while the lock is held. */
const lockOf = (partial: string): string => `${partial}.lock`;
/** Earlier versions took no lock: a folder without one that has not changed for so long is not being written. */
const UNLOCKED_LIMIT_MS = 24 * 3_600_000;

/** The folder of a backup that is being written. */
export interface Unfinished {
  readonly path: string;
  /** Once it has its final name, or is not wanted: whatever is still there goes. */
  end(): Promise<void>;
}

/** Begins a backup beside its final folder. Its lock says that it is being written, and ends with this process. */
export async function beginUnfinished(folder: string): Promise<Unfinished> {
  const path = `${folder}.partial`;
  const lock = lockFile(lockOf(path));
  if (!lock) throw new Error(`Another backup is being written to ${path}.`);
  try {
    await mkdir(path, { mode: OWNER_ONLY });
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    path,
    end: async () => {
      await rm(path, { recursive: true, force: true });
      lock.close();
      await rm(lockOf(path), { force: true });
    },
  };
}

/** Deletes what backups left that were ended while they were written, never one that is being written; answers the folders. */
export async function deleteUnfinished(target: string): Promise<readonly string[]> {
  const names = await readdir(target).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return [];
    throw error;
  });
  const paths = [...new Set(names.map((name) => name.replace(/\.lock$/, '')))].filter((name) => PARTIAL.test(name));
  const deleted: string[] = [];
  for (const path of paths.map((name) => join(target, name))) if (await isDeleted(path)) deleted.push(path);
  return deleted;
}

/** Whether there was an unfinished backup that nobody writes, which is gone now. */
async function isDeleted(path: string): Promise<boolean> {
  if (!existsSync(lockOf(path)) && (await changedAt(path)) > Date.now() - UNLOCKED_LIMIT_MS) return false;
  const lock = lockFile(lockOf(path));
  if (!lock) return false;
  const isThere = existsSync(path);
  await rm(path, { recursive: true, force: true });
  lock.close();
  await rm(lockOf(path), { force: true });
  return isThere;
}

/** When anything in a folder changed last. */
async function changedAt(path: string): Promise<number> {
  const files = [path, ...(await readdir(path)).map((name) => join(path, name))];
  return Math.max(...(await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs))));
}
