import { join } from 'node:path';
import { z } from 'zod';
import { errorCodeOf } from '../error-code.js';
import { readWithSum, textWithSum } from '../log-check/with-sum.js';
import { witnessShape, writeWhole } from '../log-check/witness-file.js';
import { readText } from '../read-text.js';

/** The name of the file that says what a backup holds. */
export const MANIFEST_FILE = 'backup.json';

const manifest = z.strictObject({
  format: z.literal(1),
  /** When it was made. */
  at: z.string(),
  /** The version of the hub that made it. */
  version: z.string(),
  events: z.number().int(),
  keys: z.number().int(),
  /** Names the master key that opens it, without telling anything of it. */
  masterKey: z.string(),
  /** SHA-256 of the file of the log, hex. */
  sha256: z.string(),
  /** How many people its list of deletions notes; absent in backups of before they were counted. */
  deletions: z.number().int().optional(),
  witness: witnessShape,
});

/** What a backup holds. */
export type Manifest = z.infer<typeof manifest>;

/** What a backup says of itself: undefined where it is none, or a part of one, and `spoilt` where that is not as it was written. */
export async function readManifest(folder: string): Promise<Manifest | 'spoilt' | undefined> {
  const text = await readText(join(folder, MANIFEST_FILE)).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return undefined;
    throw error;
  });
  return text === undefined ? undefined : (readWithSum(text, manifest) ?? 'spoilt');
}

/** Written last of all: a folder without it is no backup. */
export const writeManifest = (folder: string, content: Manifest): Promise<void> =>
  writeWhole(join(folder, MANIFEST_FILE), textWithSum(content, 2));
