import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EventStoreUnreadable } from '../event-store/checks.js';
import { errorCodeOf } from './error-code.js';
import { ofFile } from './read-text.js';

const DAMAGED_FILE = 'damaged';
/** What is made from the log alone. Emails that wait and progress lie beside it, and stay. */
const MADE_FROM_LOG = /^(?:views|search)\.sqlite|^damaged$/;
/** Folders of this process in which damage was met: a disk may take no note of it. */
const met = new Set<string>();

/** What a process keeps of the log is damaged. Nothing that people did is lost: the next start makes it again. */
export class OwnFilesDamaged extends Error {
  override readonly name = 'OwnFilesDamaged';

  constructor(ownDir: string, cause: unknown) {
    super(
      `What the hub keeps in ${ownDir} to show the log is damaged on disk. Nothing that people did is lost. Check the disk, then start the hub again: it makes these files again from the log.`,
      { cause },
    );
  }
}

/** The disk does not give what a process keeps of the log. That says nothing of what is in it, so it is left as it is. */
export class OwnFilesNotGiven extends Error {
  override readonly name = 'OwnFilesNotGiven';
  readonly code = 'EIO';

  constructor(file: string, cause: unknown) {
    const { message = String(cause) } = (cause ?? {}) as { readonly message?: string };
    const why = message.replace(/\.$/, '');
    super(
      `The disk does not give ${file}: ${why}. What people did is in the log, which is another file. Check the disk, then start the hub again. If the disk is well and this file still cannot be read, delete it: the hub makes it again from the log.`,
      { cause },
    );
  }
}

/** Whether a file that can be made again from the log is damaged. Reading the log has an error of its own. */
export const isOwnDamage = (error: unknown): boolean =>
  error instanceof OwnFilesDamaged ||
  (!(error instanceof EventStoreUnreadable) && /^SQLITE_(CORRUPT|NOTADB)/.test(errorCodeOf(error) ?? ''));

/** Notes that what a process keeps cannot be used: its next start makes it again from the log. */
export function noteDamage(ownDir: string): void {
  if (met.has(ownDir)) return;
  met.add(ownDir);
  try {
    writeFileSync(join(ownDir, DAMAGED_FILE), '');
  } catch {
    // A disk that takes nothing more is told of by itself.
  }
}

export const isNotedDamaged = (ownDir: string): boolean => met.has(ownDir) || existsSync(join(ownDir, DAMAGED_FILE));

const PIECE_BYTES = 1024 * 1024;
/** A disk that did not give a file is not asked for all of it again for so long: a bad sector takes seconds. */
const NOT_GIVEN_FOR_MS = 30_000;
/** Held open by path while SQLite has them open: closing one would take the locks of its connections. */
const handles = new Map<string, number>();
const refused = new Map<string, { readonly error: OwnFilesNotGiven; readonly atMs: number }>();

/** Whether the disk lately did not give what a process keeps of the log. */
export const isNotGiven = (ownDir: string): boolean =>
  [...refused].some(([file, { atMs }]) => dirname(file) === ownDir && performance.now() - atMs < NOT_GIVEN_FOR_MS);

/**
 * What to tell where the disk does not give every byte of a file; undefined where it does. Of a page that is not given SQLite says
 * “damaged”.
 */
export function notGiven(file: string): OwnFilesNotGiven | undefined {
  const before = refused.get(file);
  if (before && performance.now() - before.atMs < NOT_GIVEN_FOR_MS) return before.error;
  refused.delete(file);
  try {
    for (const path of [file, `${file}-wal`]) if (existsSync(path)) readAllOf(path);
    return undefined;
  } catch (cause) {
    const error = new OwnFilesNotGiven(file, cause);
    refused.set(file, { error, atMs: performance.now() });
    return error;
  }
}

function readAllOf(path: string): void {
  const handle = handles.get(path) ?? openSync(path, 'r');
  handles.set(path, handle);
  const piece = Buffer.alloc(PIECE_BYTES);
  for (let at = 0, read = -1; read !== 0; at += read) read = readSync(handle, piece, 0, PIECE_BYTES, at);
}

/** Removes what can be made again from the log, while nobody has it open. */
export async function removeWhatIsMade(ownDir: string): Promise<void> {
  for (const [path, handle] of handles) {
    if (dirname(path) !== ownDir) continue;
    closeSync(handle);
    handles.delete(path);
  }
  for (const name of await readdir(ownDir)) if (MADE_FROM_LOG.test(name)) await rm(join(ownDir, name), { recursive: true, force: true });
  met.delete(ownDir);
}

/** Has a store of one file say of damage what it is, and of a failing disk which file it is, whichever call meets it. */
export function sayingDamage<Store extends object>(store: Store, file: string): Store {
  const ownDir = dirname(file);
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(store) as object))) {
    if (name === 'constructor' || typeof value !== 'function') continue;
    const called = (...given: readonly unknown[]): unknown => {
      try {
        return value.apply(store, given) as unknown;
      } catch (error) {
        if (!isOwnDamage(error)) throw ofFile(file, error);
        // What was found damaged once is not read whole again.
        const isKnown = isNotedDamaged(ownDir);
        const unread = isKnown ? undefined : notGiven(file);
        if (unread) throw unread;
        noteDamage(ownDir);
        throw new OwnFilesDamaged(ownDir, error);
      }
    };
    Object.defineProperty(store, name, { value: called, writable: true, configurable: true });
  }
  return store;
}
