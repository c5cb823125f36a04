import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../log-check/witness-file.js';

const lastBackup = z.object({ at: z.string(), folder: z.string(), events: z.number().int() });

/** The last backup that was made of a data folder. Each is checked before it counts as made. */
export type LastBackup = z.infer<typeof lastBackup>;

const fileIn = (dataDir: string): string => join(dataDir, 'last-backup.json');

export const noteBackup = (dataDir: string, made: LastBackup): Promise<void> => writeWhole(fileIn(dataDir), `${JSON.stringify(made)}\n`);

/** Undefined where none was made, or where what is noted cannot be read. */
export async function lastBackupOf(dataDir: string): Promise<LastBackup | undefined> {
  try {
    return lastBackup.safeParse(JSON.parse(await readFile(fileIn(dataDir), 'utf8'))).data;
  } catch {
    return undefined;
  }
}
