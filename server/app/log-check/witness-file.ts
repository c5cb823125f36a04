import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { NamedWitness } from '../../event-store/chain-check.js';
import type { Witness } from '../../event-store/log-chain.js';
import { errorCodeOf } from '../error-code.js';
import { readText } from '../read-text.js';
import { readWithSum, textWithSum } from './with-sum.js';

/** The name of the file in which a process keeps the head of the log that it last found sound. */
export const WITNESS_FILE = 'log-head.json';

const head = z.object({ events: z.number().int().min(0), position: z.string(), hash: z.string() });
/** The shape of a witness in a file. A name that it does not have is a fault: the name of the sum, with a letter changed. */
export const witnessShape = z.strictObject({ head, marks: z.array(head), last: z.string().optional() });

/** Where a witness is put that is not as it was written, when a new one takes its place: until a person accepts the log as it is. */
export const SPOILT_WITNESS_FILE = 'log-head-spoilt.json';

/** The witness in a file: undefined where there is none, and `spoilt` where it is not as it was written. */
export async function readWitness(file: string): Promise<Witness | 'spoilt' | undefined> {
  const text = await readText(file).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT' || errorCodeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  return text === undefined ? undefined : (readWithSum(text, witnessShape) ?? 'spoilt');
}

/** Keeps a witness, whole or not at all, and on disk before this settles. A spoilt one that was there is put aside, so that its fault stays known. */
export async function writeWitness(file: string, witness: Witness): Promise<void> {
  if ((await readWitness(file)) === 'spoilt') await rename(file, join(dirname(file), SPOILT_WITNESS_FILE));
  await writeWhole(file, textWithSum(witness));
}

/** Writes anew what a process knows of the log, whatever it knew before. */
export async function replaceWitness(ownDir: string, witness: Witness): Promise<void> {
  await writeWhole(join(ownDir, WITNESS_FILE), textWithSum(witness));
  await rm(join(ownDir, SPOILT_WITNESS_FILE), { force: true });
}

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
  for (const slot of names.toSorted()) {
    const folder = join(dataDir, 'processes', slot);
    const name = `The process folder ${folder}`;
    for (const file of [WITNESS_FILE, SPOILT_WITNESS_FILE].map((one) => join(folder, one))) {
      const known = await readWitness(file);
      if (known === undefined) continue;
      const isSpoilt = known === 'spoilt' || file.endsWith(SPOILT_WITNESS_FILE);
      found.push({ name, file, ...(!isSpoilt && { knows: known }) });
    }
  }
  return found;
}
