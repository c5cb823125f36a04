import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DELETIONS_FILE, deletionsIn, type Deletions } from '../../privacy/deletions.js';
import type { Manifest } from './manifest.js';

/** Whose deletion a backup and the folder around it note. */
export interface KnownDeletions {
  readonly people: readonly string[];
  /** A sentence where deletions that were noted there are lost: restored, these people would be back. */
  readonly lost?: string;
  /** Whether no list lies beside the backup, as one does where backups are made: it tells of deletions since. */
  readonly alone: boolean;
}

/** Reads both lists, and that of the data folder. The one beside the backup holds all of the one in it, and may stand for it. */
export async function deletionsKnownTo(
  backup: string,
  { deletions }: Pick<Manifest, 'deletions'>,
  dataDir: string,
): Promise<KnownDeletions> {
  const [own, around] = [join(backup, DELETIONS_FILE), join(dirname(backup), DELETIONS_FILE)];
  const beside = existsSync(around);
  const [inside, since, here] = await Promise.all([deletionsIn(backup), deletionsIn(dirname(backup)), deletionsIn(dataDir)]);
  const people = [...new Set([...inside.people, ...since.people].map(({ person }) => person))];
  const sayLost =
    lostOf(join(dataDir, DELETIONS_FILE), here) ??
    lostOf(around, since) ??
    (beside && since.people.length >= (deletions ?? 0) ? undefined : lostOf(own, inside, deletions));
  return { people, alone: deletions !== undefined && !beside, ...(sayLost !== undefined && { lost: sayLost }) };
}

/** What of a list is lost, as a sentence. `least`: how many people it noted when it was written. */
function lostOf(file: string, { people, unreadable: [line] }: Deletions, least = 0): string | undefined {
  if (line !== undefined) return sayUnreadable(file, line);
  if (people.length >= least) return undefined;
  return `${file} notes ${people.length} deleted ${people.length === 1 ? 'person' : 'people'}, and noted ${least} when the backup was made.`;
}

/** “Line 3 of … is not as it was written”, with what that means. */
export const sayUnreadable = (file: string, line: number): string =>
  `Line ${line} of ${file} is not as it was written, so who it says was deleted is not known.`;
