import { existsSync, writeFileSync } from 'node:fs';
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

/** Removes what can be made again from the log, while nobody has it open. */
export async function removeWhatIsMade(ownDir: string): Promise<void> {
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
        noteDamage(ownDir);
        throw new OwnFilesDamaged(ownDir, error);
      }
    };
    Object.defineProperty(store, name, { value: called, writable: true, configurable: true });
  }
  return store;
}
