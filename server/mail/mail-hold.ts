import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeWhole } from '../app/log-check/witness-file.js';

/** Beside a log that was restored: emails about events wait until a person says that this hub is the real one (0088). */
export const MAIL_HELD_FILE = 'mail-held.json';

const shape = z.object({ backup: z.iso.datetime() });

/** Why emails are held. */
export interface Held {
  /** When the backup was made that was restored, ISO 8601, UTC; absent where the note cannot be read. */
  readonly backup?: string;
}

/** Notes in the folder of a log, before it is put in place, that emails are held; on disk before this settles. */
export const holdMailIn = (folder: string, backup: string): Promise<void> =>
  writeWhole(join(folder, MAIL_HELD_FILE), `${JSON.stringify({ backup })}\n`);

/** What emails people about events. */
interface Emails {
  /** Lets it follow the log. */
  readonly begin: () => Promise<void>;
  /** Notes where it will begin, for it may be held for longer than a start looks back. */
  readonly keepPlace: () => Promise<void>;
}

/** Begins to email people about events, unless that is held. What a user asks for, such as a code, is sent all the same. */
export class MailHold {
  readonly #file: string;
  #begun = false;
  #placed = false;

  /** `log`: the file of the log. */
  constructor(
    log: string,
    private readonly emails: Emails,
  ) {
    this.#file = join(dirname(log), MAIL_HELD_FILE);
  }

  /** Undefined where nothing is held. */
  get held(): Held | undefined {
    if (!existsSync(this.#file)) return undefined;
    try {
      return shape.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // Held all the same: an email that has gone does not come back.
      return {};
    }
  }

  /** Begins where nothing is held; asked again each minute, for another process may have let it go. */
  async look(): Promise<void> {
    if (this.#begun) return;
    if (existsSync(this.#file)) {
      if (!this.#placed) await this.emails.keepPlace();
      this.#placed = true;
      return;
    }
    this.#begun = true;
    try {
      await this.emails.begin();
    } catch (error) {
      // Tried again with the next minute, or the next press.
      this.#begun = false;
      throw error;
    }
  }

  /** Lets emails go, for good. */
  async release(): Promise<void> {
    await rm(this.#file, { force: true });
    // Where the log is on a server there is no such folder, and nothing is held.
    if (existsSync(dirname(this.#file))) await syncFolder(dirname(this.#file));
    await this.look();
  }
}
