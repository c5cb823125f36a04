import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { eventLogFile } from '../../event-store/open.js';

const BEFORE = '-before-';

/** Where a restore keeps the log that it replaces. */
export const keptLog = (dataDir: string, at: string): string => `${dirname(eventLogFile(dataDir))}${BEFORE}${at.replaceAll(/[:.]/g, '')}`;

/** The logs that restores replaced and kept: no deletion reaches them. */
export async function keptByRestores(dataDir: string): Promise<readonly string[]> {
  const log = dirname(eventLogFile(dataDir));
  const names = await readdir(dirname(log));
  return names.filter((name) => name.startsWith(`${basename(log)}${BEFORE}`)).map((name) => join(dirname(log), name));
}
