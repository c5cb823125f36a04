import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eventLogFile } from '../../event-store/open.js';
import { MAIL_SETTINGS_FILE } from '../../mail/mail-settings.js';
import { holdMailIn } from '../../mail/mail-hold.js';
import { keptLog } from './kept-by-restores.js';
import { deletionsIn, noteDeletions } from '../../privacy/deletions.js';
import { MASTER_KEY_FILE, type MasterKey } from '../../privacy/master-key.js';
import { openDataFolder } from '../data-folder.js';
import { BACKUP_LOG_FILE } from '../log-check/which-log.js';
import { syncFolder } from '../log-check/witness-file.js';
import { claimOwnFolder, isInUse } from '../own-folder.js';
import { wrong } from '../tools/tool.js';
import { syncFile } from './make-backup.js';
import type { Manifest } from './manifest.js';
import { noteRestored } from './restored-note.js';
import { RESTORING_FOLDER } from './restoring-folder.js';

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
  /** People whose deletion the log that is replaced knows, or the backup and what lies beside it. */
  readonly erased: readonly string[];
  readonly at: string;
  /** Whether the hub may email people about events as soon as it starts; else they are held until a person lets them go (0088). */
  readonly sendsEmails: boolean;
}

/** Puts the log of a backup, which was checked, in the place of a data folder’s own, with a note of what is left to do. Refuses beside a hub. */
export async function layDown(restoring: Restoring): Promise<LaidDown> {
  const { dataDir, keepKey, erased, at } = restoring;
  await openDataFolder(dataDir);
  const own = await claimOwnFolder(dataDir);
  try {
    // Made before others are looked for: a process that claims a folder meanwhile looks for it.
    if (own.first) await emptied(join(dataDir, RESTORING_FOLDER));
    if (!own.first || (await isInUse(dataDir, own.path))) {
      if (own.first) await rm(join(dataDir, RESTORING_FOLDER), { recursive: true });
      return wrong(`A hub uses ${dataDir}. Stop it, then run this again.`);
    }
    await noteDeletions(dataDir, erased, at);
    if (keepKey) await writeKey(join(dataDir, MASTER_KEY_FILE), keepKey);
    const before = await changePlaces(restoring);
    return { ...(before !== undefined && { before }), deletions: (await deletionsIn(dataDir)).people.length };
  } finally {
    await own.release();
  }
}

async function writeKey(file: string, { bytes }: MasterKey): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(`${bytes.toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function emptied(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
}

/** The log of the backup, and what is left to do with it, are whole on disk before the one that is there is moved away; that one is kept. */
async function changePlaces({ backup, manifest, dataDir, at, sendsEmails }: Restoring): Promise<string | undefined> {
  const [log, next] = [dirname(eventLogFile(dataDir)), join(dataDir, RESTORING_FOLDER)];
  for (const name of [BACKUP_LOG_FILE, MAIL_SETTINGS_FILE]) {
    if (!existsSync(join(backup, name))) continue;
    await copyFile(join(backup, name), join(next, name));
    await syncFile(join(next, name));
  }
  if (!sendsEmails) await holdMailIn(next, manifest.at);
  await noteRestored(next, { witness: manifest.witness });
  await syncFolder(dataDir);
  const before = existsSync(log) ? keptLog(dataDir, at) : undefined;
  if (before) await rename(log, before);
  await rename(next, log);
  await syncFolder(dataDir);
  return before;
}
