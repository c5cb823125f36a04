import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { errorCodeOf } from '../app/error-code.js';
import { readText } from '../app/read-text.js';

/** Where a process keeps the name under which it claims emails. */
export const SENDER_FILE = 'claimant';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The name under which the process that holds a folder claims emails: made at its first start, and the same at every later one. */
export async function senderIdIn(ownDir: string): Promise<string> {
  const file = join(ownDir, SENDER_FILE);
  const kept = await readText(file).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
  // Damaged by a disk, it would be told in the log for good.
  if (UUID.test(kept)) return kept;
  const made = uuidv7();
  await writeFile(`${file}.new`, made);
  await rename(`${file}.new`, file);
  return made;
}
