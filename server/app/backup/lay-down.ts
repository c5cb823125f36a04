import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eventLogFile } from '../../event-store/open.js';
import { MAIL_SETTINGS_FILE } from '../../mail/mail-settings.js';
import { keptLog } from './kept-by-restores.js';
import { deletionsIn, noteDeletions } from '../../privacy/deletions.js';
import { MASTER_KEY_FILE, type MasterKey } from '../../privacy/master-key.js';
import { openDataFolder } from '../data-folder.js';
import { BACKUP_LOG_FILE } from '../log-check/which-log.js';
import { syncFolder, WITNESS_FILE, writeWitness } from '../log-check/witness-file.js';
import { claimOwnFolder } from '../own-folder.js';
import { syncFile } from './make-backup.js';
import type { Manifest } from './manifest.js';

/** Where a log is laid down before it takes the place of the one before. */
export const RESTORING_FOLDER = 'log-restoring';

/** A restore that was killed between taking the log away and putting the other in its place: an empty log must not be begun there. */
export const isHalfRestored = (dataDir: string): boolean =>
  existsSync(join(dataDir, RESTORING_FOLDER)) && !existsSync(eventLogFile(dataDir));

export interface LaidDown {
  /** Where the log that was there is kept; absent where there was none. */
  readonly before?: string;
  /** How many deletions are known to the restored folder. */
  readonly deletions: number;
}

export interface Restoring {
  readonly backup: string;
  readonly manifest: Manifest;
  readonly dataDir: string;
  /** Kept beside the data where it was given as a file and none is there. */
  readonly keepKey?: MasterKey;
  /** People whose deletion the log that is replaced knows. */
  readonly erased: readonly string[];
  readonly at: string;
}

/** Puts the log of a backup, which was checked, in the place of a data folder’s own. No hub may use the folder meanwhile. */
export async function layDown({ backup, manifest, dataDir, keepKey, erased, at }: Restoring): Promise<LaidDown> {
  await openDataFolder(dataDir);
  const own = await claimOwnFolder(dataDir);
  try {
    if (!own.first) throw new Error(`A hub uses ${dataDir}. Stop it first.`);
    const known = await Promise.all([backup, dirname(backup)].map((folder) => deletionsIn(folder)));
    await noteDeletions(dataDir, [...known.flat().map(({ person }) => person), ...erased], at);
    if (keepKey) await writeFile(join(dataDir, MASTER_KEY_FILE), `${keepKey.bytes.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    const before = await changePlaces(backup, dataDir, at);
    if (!existsSync(join(dataDir, MAIL_SETTINGS_FILE)) && existsSync(join(backup, MAIL_SETTINGS_FILE)))
      await copyFile(join(backup, MAIL_SETTINGS_FILE), join(dataDir, MAIL_SETTINGS_FILE));
    // What processes knew of the log before is not to be held against this one.
    for (const name of await readdir(join(dataDir, 'processes')))
      await writeWitness(join(dataDir, 'processes', name, WITNESS_FILE), manifest.witness);
    return { ...(before !== undefined && { before }), deletions: (await deletionsIn(dataDir)).length };
  } finally {
    await own.release();
  }
}

/** The log of the backup is whole on disk before the one that is there is moved away; that one is kept. */
async function changePlaces(backup: string, dataDir: string, at: string): Promise<string | undefined> {
  const [log, next] = [dirname(eventLogFile(dataDir)), join(dataDir, RESTORING_FOLDER)];
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { mode: 0o700 });
  const copy = join(next, BACKUP_LOG_FILE);
  await copyFile(join(backup, BACKUP_LOG_FILE), copy);
  await syncFile(copy);
  await syncFolder(next);
  const before = existsSync(log) ? keptLog(dataDir, at) : undefined;
  if (before) await rename(log, before);
  await rename(next, log);
  await syncFolder(dataDir);
  return before;
}
