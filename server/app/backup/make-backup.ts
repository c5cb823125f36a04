import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { appendFile, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CheckReport } from '../../event-store/findings.js';
import { eventLogFile } from '../../event-store/open.js';
import { backUpFile, withoutSidecars } from '../../event-store/sqlite/backup-file.js';
import { checkFile } from '../../event-store/sqlite/check-file.js';
import { MAIL_SETTINGS_FILE } from '../../mail/mail-settings.js';
import { DELETIONS_FILE, deletionsIn, noteDeletions, type Deletions } from '../../privacy/deletions.js';
import { triedWith } from '../../privacy/keyring.js';
import type { MasterKey } from '../../privacy/master-key.js';
import { noteBackup } from '../health/last-backup.js';
import { writeFailureOf } from '../health/write-failure.js';
import { BACKUP_LOG_FILE, checkedTwice } from '../log-check/which-log.js';
import { syncFolder, witnessesIn } from '../log-check/witness-file.js';
import { CannotBeDone } from '../tools/tool.js';
import { VERSION } from '../version.js';
import { sayUnreadable } from './known-deletions.js';
import { writeManifest, type Manifest } from './manifest.js';
import { beginUnfinished } from './unfinished.js';

const OWNER_ONLY = 0o700;

/** What became of a backup. Nothing is kept of one that is not sound. */
export type Made =
  | {
      readonly kind: 'made';
      readonly folder: string;
      readonly manifest: Manifest;
      /** Files that should tell how far the log went, and are not as they were written. */
      readonly spoilt: readonly string[];
      /** Of lists of deletions that are damaged, a sentence each. */
      readonly damagedLists: readonly string[];
    }
  | { readonly kind: 'damaged'; readonly report: CheckReport }
  | { readonly kind: 'empty' };

/** Copies the log of a data folder into a new folder of its own under `target`, whole or not at all, and checks the copy. A hub may run. */
export async function makeBackup(dataDir: string, target: string, master: MasterKey, at: string): Promise<Made> {
  const folder = join(target, `alongside-${at.replaceAll(/[:.]/g, '')}`);
  await mkdir(target, { recursive: true, mode: OWNER_ONLY });
  const unfinished = await beginUnfinished(folder);
  try {
    const made = await fill(unfinished.path, { dataDir, master, at });
    if (made.kind !== 'made') return made;
    await rename(unfinished.path, folder);
    await syncFolder(target);
    // Beside the backups, too, for older ones; with no one in it as well, so that its absence tells something.
    await appendFile(join(target, DELETIONS_FILE), '', { mode: 0o600 });
    await noteDeletions(target, peopleIn(await deletionsIn(folder)), at);
    const damagedLists = await damagedIn(dataDir, target);
    // Only told on a screen: a data folder that takes nothing right now makes no backup a bad one.
    await noteBackup(dataDir, { at, folder, events: made.manifest.events }).catch(() => undefined);
    return { ...made, folder, damagedLists };
  } finally {
    await unfinished.end();
  }
}

/** The disk that the backup goes to is full: nothing is known of the log’s own. */
class NoRoom extends CannotBeDone {
  constructor(folder: string) {
    super(`No backup was made. There is no room on the disk of ${dirname(folder)}. Make space, or name a folder on another disk.`);
  }
}

async function fill(folder: string, { dataDir, master, at }: { dataDir: string; master: MasterKey; at: string }): Promise<Made> {
  // Before the copy: what they know is in it.
  const witnesses = await witnessesIn(dataDir);
  const copy = join(folder, BACKUP_LOG_FILE);
  const file = eventLogFile(dataDir);
  const once = async () => {
    await rm(copy, { force: true });
    await backUpFile(file, copy).catch((error: unknown) => {
      throw writeFailureOf(error) === 'full' ? new NoRoom(folder) : error;
    });
    return checkFile(copy, { named: file, witnesses, tryKey: triedWith(master) });
  };
  const report = await checkedTwice(once, file).finally(() => withoutSidecars(copy));
  if (!report.sound) return { kind: 'damaged', report };
  if (!report.witness) return { kind: 'empty' };
  await noteDeletions(folder, [...peopleIn(await deletionsIn(dataDir)), ...report.erased], at);
  const { people } = await deletionsIn(folder);
  const mail = join(dataDir, MAIL_SETTINGS_FILE);
  if (existsSync(mail)) await copyFile(mail, join(folder, MAIL_SETTINGS_FILE));
  await syncFile(copy);
  const { witness, events, keys } = report;
  const manifest: Manifest = {
    format: 1,
    at,
    version: VERSION,
    events,
    keys,
    masterKey: master.fingerprint,
    sha256: await digestOf(copy),
    deletions: people.length,
    witness: { ...witness, marks: [...witness.marks] },
  };
  await writeManifest(folder, manifest);
  return { kind: 'made', folder, manifest, spoilt: report.spoilt, damagedLists: [] };
}

const peopleIn = ({ people }: Deletions): readonly string[] => people.map(({ person }) => person);

/** The lists of these folders that have a line which cannot be read. */
async function damagedIn(...folders: readonly string[]): Promise<readonly string[]> {
  const said = folders.map(async (folder) => {
    const [line] = (await deletionsIn(folder)).unreadable;
    return line === undefined ? [] : [sayUnreadable(join(folder, DELETIONS_FILE), line)];
  });
  return (await Promise.all(said)).flat();
}

/** SHA-256 of a file, hex. */
export async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file)) digest.update(chunk as Buffer);
  return digest.digest('hex');
}

/** Settles when a file would survive a power cut. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
