import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { errorCodeOf } from '../app/error-code.js';

/** The name under which the process that holds a folder claims emails: made at its first start, and the same at every later one. */
export async function senderIdIn(ownDir: string): Promise<string> {
  const file = join(ownDir, 'claimant');
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
  if (kept) return kept;
  const made = uuidv7();
  await writeFile(`${file}.new`, made);
  await rename(`${file}.new`, file);
  return made;
}
