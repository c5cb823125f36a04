import { open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { NamedWitness } from '../../event-store/chain-check.js';
import type { Witness } from '../../event-store/log-chain.js';
import { errorCodeOf } from '../error-code.js';
import { readText } from '../read-text.js';

/** The name of the file in which a process keeps the head of the log that it last found sound. */
export const WITNESS_FILE = 'log-head.json';

const head = z.object({ events: z.number().int().min(0), position: z.string(), hash: z.string() });
/** The shape of a witness in a file. */
export const witnessShape = z.object({ head, marks: z.array(head), last: z.string().optional() });

/** The witness in a file; undefined where there is none, or where a power cut left none that can be read. */
export async function readWitness(file: string): Promise<Witness | undefined> {
  const text = await readText(file).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT' || errorCodeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return witnessShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Keeps a witness, whole or not at all, and on disk before this settles. */
export const writeWitness = (file: string, witness: Witness): Promise<void> => writeWhole(file, `${JSON.stringify(witness)}\n`);

/** Writes a small file whole or not at all, for its owner alone. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w', OWNER_ONLY);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  await syncFolder(dirname(file));
}

const OWNER_ONLY = 0o600;

/** Makes a rename last through a power cut. Where folders cannot be synced (Windows), the file system sees to it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Every witness of a data folder: what each process there knows of the log. */
export async function witnessesIn(dataDir: string): Promise<readonly NamedWitness[]> {
  const names = await readdir(join(dataDir, 'processes')).catch(() => []);
  const found: NamedWitness[] = [];
  for (const name of names.toSorted()) {
    const witness = await readWitness(join(dataDir, 'processes', name, WITNESS_FILE));
    if (witness) found.push({ ...witness, name: `The process folder ${join(dataDir, 'processes', name)}` });
  }
  return found;
}
