import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCodeOf } from '../error-code.js';
import { witnessShape, writeWhole } from '../log-check/witness-file.js';

/** The name of the file that says what a backup holds. */
export const MANIFEST_FILE = 'backup.json';

const manifest = z.object({
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

/** What a backup says of itself; undefined where it is none, or a part of one. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return manifest.safeParse(JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError || ['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** Written last of all: a folder without it is no backup. */
export const writeManifest = (folder: string, content: Manifest): Promise<void> =>
  writeWhole(join(folder, MANIFEST_FILE), `${JSON.stringify(content, null, 2)}\n`);
