import { constants, existsSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedWitness } from '../../event-store/chain-check.js';
import { eventLogFile } from '../../event-store/open.js';
import { foundTwice, isOfTheMoment, LogNotChecked } from '../../event-store/not-checked.js';
import { checkFile } from '../../event-store/sqlite/check-file.js';
import { readThrough } from '../../event-store/sqlite/raw-file.js';
import type { CheckReport } from '../../event-store/findings.js';
import { triedWith } from '../../privacy/keyring.js';
import type { MasterKey } from '../../privacy/master-key.js';
import { MANIFEST_FILE } from '../backup/manifest.js';
import { isInUse } from '../own-folder.js';
import { withCopyFolder } from './check-copies.js';

/** A log, named by its data folder, its backup or its file. */
export interface NamedLog {
  readonly file: string;
  /** Absent for a backup, and for a file alone. */
  readonly dataDir?: string;
  /** The folder of a backup. */
  readonly backup?: string;
}

/** The file in a backup. */
export const BACKUP_LOG_FILE = 'events.sqlite';

/** The log that a path means; undefined where it holds none. */
export function logNamedBy(path: string): NamedLog | undefined {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) return undefined;
  if (!isFolder) return { file: path };
  const inBackup = join(path, BACKUP_LOG_FILE);
  // A backup is one even where a hub was once begun in it.
  const isBackup = existsSync(join(path, MANIFEST_FILE)) || !existsSync(eventLogFile(path));
  if (!isBackup) return { file: eventLogFile(path), dataDir: path };
  return existsSync(inBackup) ? { file: inBackup, backup: path } : undefined;
}

/**
 * Checks a copy of a log that lies still, because SQLite leaves files beside what it opens; that of a running hub where it is. Throws
 * `LogNotChecked`.
 */
export async function checkNamedLog(
  { file, dataDir }: NamedLog,
  witnesses: readonly NamedWitness[],
  master: MasterKey | undefined,
): Promise<CheckReport> {
  const options = { named: file, witnesses, ...(master && { tryKey: triedWith(master) }) };
  const inUse = async () => dataDir !== undefined && (await isInUse(dataDir));
  const once = async () => {
    if (await inUse()) return checkFile(file, options);
    return withCopyFolder(async (folder) => {
      const copy = join(folder, 'events.sqlite');
      await copyFile(file, copy, constants.COPYFILE_FICLONE);
      if (existsSync(`${file}-wal`)) await copyFile(`${file}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
      // A hub that was started meanwhile may have changed what was being copied.
      return (await inUse()) ? checkFile(file, options) : checkFile(copy, options);
    });
  };
  return checkedTwice(once, file);
}

/** A check of a file that nothing has open in this process. Throws `LogNotChecked`. */
export async function checkedTwice(once: () => Promise<CheckReport>, file: string): Promise<CheckReport> {
  try {
    const report = await foundTwice(once, () => readThrough(file));
    if (report) return report;
  } catch (error) {
    throw isOfTheMoment(error) ? new LogNotChecked(error) : error;
  }
  throw new Error('A check that nobody can end was ended.');
}
