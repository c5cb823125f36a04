import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '../app/error-code.js';
import { KEY_BYTES } from './sealing.js';
import { readText } from '../app/read-text.js';

/** The key that wraps every person's key. With it and the log, everything can be read; without it nothing personal can be read. */
export interface MasterKey {
  readonly bytes: Buffer;
  /** Tells master keys apart without revealing them. */
  readonly fingerprint: string;
  /** It was made just now, because none was given. */
  readonly made: boolean;
}

/** The file beside the data in which the key is kept where none is given. */
export const MASTER_KEY_FILE = 'master.key';

/** A log was written with a key that is not here. Its message says what to do; no other key was made. */
export class KeyMissing extends Error {
  constructor(dataDir: string) {
    super(
      `There is no master key in ${dataDir}, and MASTER_KEY is not set. The log that is there was written with one, and cannot be read without it. Nothing was changed. Put ${MASTER_KEY_FILE} back, or set MASTER_KEY.`,
    );
    this.name = 'KeyMissing';
  }
}

const named = (bytes: Buffer, made: boolean): MasterKey => ({
  bytes,
  fingerprint: createHash('sha256').update('alongside master key').update(bytes).digest('hex').slice(0, 16),
  made,
});

/**
 * The master key: as given (32 bytes in base64), else kept beside the data, else new and readable by its owner alone. Throws for another
 * length.
 */
export async function masterKey(given: string | undefined, dataDir: string): Promise<MasterKey> {
  if (given !== undefined) return named(bytesOf(given, 'MASTER_KEY'), false);
  const file = join(dataDir, MASTER_KEY_FILE);
  await mkdir(dataDir, { recursive: true });
  try {
    // `wx`: of two processes that start together one makes it, the other reads it.
    const handle = await open(file, 'wx', 0o600);
    try {
      const bytes = randomBytes(KEY_BYTES);
      await handle.writeFile(`${bytes.toString('base64')}\n`);
      await handle.sync();
      return named(bytes, true);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
    return named(bytesOf(await written(file), file), false);
  }
}

/** The master key in a file. */
export const masterKeyIn = async (file: string): Promise<MasterKey> => named(bytesOf(await readText(file), file), false);

/** The master key as given or kept beside the data; undefined where there is none. Nothing is made. */
export async function masterKeyAtHand(given: string | undefined, dataDir: string): Promise<MasterKey | undefined> {
  if (given !== undefined) return named(bytesOf(given, 'MASTER_KEY'), false);
  const file = join(dataDir, MASTER_KEY_FILE);
  try {
    return named(bytesOf(await readText(file), file), false);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT' || errorCodeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

const WRITTEN_TRIES = 50;
const WRITTEN_PAUSE_MS = 20;

/** The file may have been created a moment ago by another process that is still writing it. */
async function written(file: string): Promise<string> {
  for (let left = WRITTEN_TRIES; left > 0; left--) {
    const text = await readText(file);
    if (text.endsWith('\n')) return text;
    await new Promise((resolve) => setTimeout(resolve, WRITTEN_PAUSE_MS));
  }
  return readText(file);
}

function bytesOf(text: string, from: string): Buffer {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== KEY_BYTES)
    throw new Error(`${from} must hold ${KEY_BYTES} bytes in base64; what is there decodes to ${bytes.length}.`);
  return bytes;
}

/** A keyed hash, hex, for one purpose: what is derived for one is of no use for another. */
export const keyedHash = (master: MasterKey, purpose: string, text: string): string =>
  createHmac('sha256', createHmac('sha256', master.bytes).update(purpose).digest()).update(text).digest('hex');
