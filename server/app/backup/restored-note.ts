import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { MAIL_SETTINGS_FILE } from '../../mail/mail-settings.js';
import { errorCodeOf } from '../error-code.js';
import { forgetVerdict } from '../log-check/verdict-file.js';
import { readWithSum, textWithSum } from '../log-check/with-sum.js';
import { replaceWitness, syncFolder, witnessShape, writeWhole } from '../log-check/witness-file.js';
import { slotsIn, type OwnFolder } from '../own-folder.js';
import { isHalfRestored, RESTORING_FOLDER } from './restoring-folder.js';
import { readText } from '../read-text.js';

/** Beside a log that was put in place: what is left to do before anything is served from it. It arrives by the rename that brings the log. */
export const RESTORED_FILE = 'restored.json';

const shape = z.strictObject({
  /** What processes are to know of the log; absent where it was put in place by hand. */
  witness: witnessShape.optional(),
});
export type RestoredNote = z.infer<typeof shape>;

/** A log was put in place, and what belongs to that is not done. Its message says what to do. */
export class RestoreUnfinished extends Error {
  override readonly name = 'RestoreUnfinished';
}

const noteBeside = (log: string): string => join(dirname(log), RESTORED_FILE);

/** Notes in the folder of a log that it was put in place; on disk before this settles. */
export const noteRestored = (folder: string, note: RestoredNote): Promise<void> =>
  writeWhole(join(folder, RESTORED_FILE), textWithSum(note));

/** Whether a log was put in place, and people may still be signed in by what was ended since. */
export const isUnfinished = (log: string): boolean => existsSync(noteBeside(log));

/** Nothing is left to do. */
export async function forgetRestored(log: string): Promise<void> {
  await rm(noteBeside(log), { force: true });
  await syncFolder(dirname(log));
}

/** Goes on with a killed restore before its log is opened: mail settings, and what processes know of it. Refuses beside another process. */
export async function takeUpRestore(log: string, dataDir: string, own: Pick<OwnFolder, 'first'>): Promise<void> {
  refuseHalfRestored(dataDir);
  const restoring = join(dataDir, RESTORING_FOLDER);
  if (!own.first) {
    if (!existsSync(restoring) && !isUnfinished(log)) return;
    throw new RestoreUnfinished(`Another process is restoring a backup into ${dataDir}. Start this one again once it is done.`);
  }
  // The log is in its place: this is a copy of one that was never brought there, and no deletion reaches it.
  await rm(restoring, { recursive: true, force: true });
  const note = await readNote(log);
  if (!note) return;
  const mail = join(dirname(log), MAIL_SETTINGS_FILE);
  if (existsSync(mail)) await (existsSync(join(dataDir, MAIL_SETTINGS_FILE)) ? rm(mail) : rename(mail, join(dataDir, MAIL_SETTINGS_FILE)));
  await syncFolder(dataDir);
  // What processes knew of the log before is not to be held against this one.
  const root = join(dataDir, 'processes');
  for (const name of await slotsIn(root)) {
    await forgetVerdict(join(root, name));
    if (note.witness) await replaceWitness(join(root, name), note.witness);
  }
}

/** Between two renames the log is away: a new one must not be begun there. */
export function refuseHalfRestored(dataDir: string): void {
  if (!isHalfRestored(dataDir)) return;
  throw new RestoreUnfinished(
    'A restore was interrupted, and the log is not in its place yet. Run it again: npm run restore -- BACKUP --yes.',
  );
}

async function readNote(log: string): Promise<RestoredNote | undefined> {
  const file = noteBeside(log);
  const text = await readText(file).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const note = readWithSum(text, shape);
  if (!note)
    throw new RestoreUnfinished(
      `A restore was interrupted, and ${file}, which says what is left to do, cannot be read. Run it again: npm run restore -- BACKUP --yes.`,
    );
  return note;
}
