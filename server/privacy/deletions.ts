import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { errorCodeOf } from '../app/error-code.js';
import { readText } from '../app/read-text.js';

/** Whose data was deleted is noted here too, beside the log: an older log does not know it. Ids and times only, each line with a check of its own. */
export const DELETIONS_FILE = 'deletions.jsonl';

const OWNER_ONLY = 0o600;
const CHECK_LENGTH = 16;
const line = z.object({
  person: z.string().transform((id) => id as PersonId),
  at: z.string(),
  /** The beginning of the SHA-256, hex, of the two; absent in lines of before checks were written. */
  check: z.string().optional(),
});
export type Deletion = Omit<z.infer<typeof line>, 'check'>;

/** What a file of deletions says. */
export interface Deletions {
  /** Everyone noted, each once. */
  readonly people: readonly Deletion[];
  /** The numbers, from 1, of lines that are not as they were written. */
  readonly unreadable: readonly number[];
}

/** Everyone noted in a folder, and where the file is damaged. A file that is not there notes no one. */
export async function deletionsIn(folder: string): Promise<Deletions> {
  const text = await readText(join(folder, DELETIONS_FILE)).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
  const people = new Map<PersonId, Deletion>();
  const unreadable: number[] = [];
  for (const [place, one] of text.split('\n').entries()) {
    if (one === '') continue;
    const read = lineIn(one);
    if (!read || !isAsWritten(read)) unreadable.push(place + 1);
    else if (!people.has(read.person)) people.set(read.person, { person: read.person, at: read.at });
  }
  return { people: [...people.values()], unreadable };
}

/** Notes people, each once, and settles when that would survive a power cut. */
export async function noteDeletions(folder: string, people: readonly string[], at: string): Promise<void> {
  const known = new Set<string>((await deletionsIn(folder)).people.map(({ person }) => person));
  const added = [...new Set(people)].filter((person) => !known.has(person));
  if (added.length === 0) return;
  const handle = await open(join(folder, DELETIONS_FILE), 'a+', OWNER_ONLY);
  try {
    await endLastLine(handle);
    await handle.appendFile(`${added.map((person) => JSON.stringify({ person, at, check: checkOf({ person, at }) })).join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A last line that is whole is ended. What a power cut left of a note that was never acknowledged is cut off: the person is noted again. */
async function endLastLine(handle: FileHandle): Promise<void> {
  const bytes = await handle.readFile();
  const from = bytes.lastIndexOf('\n') + 1;
  if (from === bytes.length) return;
  const last = lineIn(bytes.toString('utf8', from));
  if (last && isAsWritten(last)) await handle.appendFile('\n');
  else await handle.truncate(from);
}

const isAsWritten = (read: z.infer<typeof line>): boolean => read.check === undefined || read.check === checkOf(read);

const checkOf = ({ person, at }: { readonly person: string; readonly at: string }): string =>
  createHash('sha256')
    .update(JSON.stringify([person, at]))
    .digest('hex')
    .slice(0, CHECK_LENGTH);

function lineIn(text: string): z.infer<typeof line> | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
