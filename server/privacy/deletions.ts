import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { errorCodeOf } from '../app/error-code.js';
import { readText } from '../app/read-text.js';

/** Whose data was deleted is noted here too, beside the log: a log that is restored from an older backup does not know it. Ids and times only. */
export const DELETIONS_FILE = 'deletions.jsonl';

const OWNER_ONLY = 0o600;
const line = z.object({ person: z.string().transform((id) => id as PersonId), at: z.string() });
export type Deletion = z.infer<typeof line>;

/** Everybody noted in a folder, each once. A line that a power cut left unfinished is passed over. */
export async function deletionsIn(folder: string): Promise<readonly Deletion[]> {
  const text = await readText(join(folder, DELETIONS_FILE)).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
  const found = new Map<PersonId, Deletion>();
  for (const one of text.split('\n')) {
    const deletion = lineIn(one);
    if (deletion && !found.has(deletion.person)) found.set(deletion.person, deletion);
  }
  return [...found.values()];
}

/** Notes people, each once, and settles when that would survive a power cut. */
export async function noteDeletions(folder: string, people: readonly string[], at: string): Promise<void> {
  const known = new Set<string>((await deletionsIn(folder)).map(({ person }) => person));
  const added = [...new Set(people)].filter((person) => !known.has(person));
  if (added.length === 0) return;
  const handle = await open(join(folder, DELETIONS_FILE), 'a', OWNER_ONLY);
  try {
    // Begun on a line of its own: the one before may have been cut short.
    await handle.appendFile(`\n${added.map((person) => JSON.stringify({ person, at })).join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function lineIn(text: string): Deletion | undefined {
  try {
    return text === '' ? undefined : line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
