import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreUnreadable } from '../event-store/checks.js';
import { errorCodeOf } from './error-code.js';

const DAMAGED_FILE = 'damaged';

/** Whether a file that can be made again from the log is damaged. Reading the log has an error of its own. */
export const isOwnDamage = (error: unknown): boolean =>
  !(error instanceof EventStoreUnreadable) && /^SQLITE_(CORRUPT|NOTADB)/.test(errorCodeOf(error) ?? '');

/** Notes that what a process keeps cannot be used: its next start makes it again from the log. */
export function noteDamage(ownDir: string): void {
  try {
    writeFileSync(join(ownDir, DAMAGED_FILE), '');
  } catch {
    // A disk that takes nothing more is told of by itself.
  }
}

export const isNotedDamaged = (ownDir: string): boolean => existsSync(join(ownDir, DAMAGED_FILE));

/** What a process keeps of the log is damaged. Nothing that people did is lost: the next start makes it again. */
export class OwnFilesDamaged extends Error {
  constructor(ownDir: string, cause: unknown) {
    super(
      `What the hub keeps in ${ownDir} to show the log is damaged on disk. Nothing that people did is lost. Check the disk, then start the hub again: it makes these files again from the log.`,
      { cause },
    );
    this.name = 'OwnFilesDamaged';
  }
}
