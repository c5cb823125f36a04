import { closeSync, openSync, read } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

const PIECE_BYTES = 1024 * 1024;
const readPiece = promisify(read);

/** Reads a whole file and its write-ahead log as the system gives them. Rejects where the disk does not. Only where no connection has the file. */
export async function readThrough(file: string): Promise<void> {
  for (const path of [file, `${file}-wal`]) await readPath(path);
}

async function readPath(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  });
  try {
    if (handle) await readAllOf(handle.fd);
  } finally {
    await handle?.close();
  }
}

async function readAllOf(handle: number): Promise<void> {
  const piece = Buffer.alloc(PIECE_BYTES);
  for (let at = 0; ;) {
    const { bytesRead } = await readPiece(handle, piece, 0, PIECE_BYTES, at);
    if (bytesRead === 0) return;
    at += bytesRead;
  }
}

/** The file of an open log, read beside SQLite. Held open until its connections are closed, for closing it takes their locks with it. */
export class RawFile {
  static readonly #held = new Map<string, { readonly handle: number; users: number }>();
  readonly #handle: number;
  #reading: Promise<void> | undefined;

  constructor(private readonly file: string) {
    const held = RawFile.#held.get(file) ?? { handle: openSync(file, 'r'), users: 0 };
    held.users += 1;
    RawFile.#held.set(file, held);
    this.#handle = held.handle;
  }

  /** Rejects where the disk does not give the whole file, or its write-ahead log. */
  readThrough(): Promise<void> {
    this.#reading ??= readAllOf(this.#handle)
      .then(() => readPath(`${this.file}-wal`))
      .finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** Once every connection of this store is closed. */
  async close(): Promise<void> {
    await this.#reading?.catch(() => undefined);
    const held = RawFile.#held.get(this.file);
    if (!held) return;
    held.users -= 1;
    if (held.users > 0) return;
    RawFile.#held.delete(this.file);
    closeSync(held.handle);
  }
}
