import { EventStoreUnreadable } from '../event-store/checks.js';
import { readThrough } from '../event-store/sqlite/raw-file.js';
import { isDamage, LogDamaged } from './log-check/hub-log.js';
import { writeFailureOf } from './health/write-failure.js';
import { isOwnDamage, noteDamage, OwnFilesDamaged, OwnFilesNotGiven } from './own-damage.js';

/** Does what reads the log, of which `isOfLog` failures are; where its file is damaged, with a sentence for the person who started the hub. */
export async function told<T>(file: string, dataDir: string, work: () => Promise<T>, isOfLog = isDamage): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOfLog(error) ? await ofDisk(new LogDamaged(file, dataDir, error), file, () => readThrough(file)) : error;
  }
}

/** Damage as it is; where the disk does not give every byte, that instead, for it says nothing of the log. */
async function ofDisk(damage: Error, file: string, whole: () => Promise<void>): Promise<Error> {
  try {
    await whole();
    return damage;
  } catch (error) {
    return new LogNotGiven(file, error);
  }
}

/** The disk does not give the log. Its message says which file, and what to do. */
class LogNotGiven extends Error {
  override readonly name = 'LogNotGiven';
  constructor(file: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
    super(
      `The disk does not give the log ${file}: ${why}. Nothing was changed, and nothing is known to be damaged or lost. Check the disk, then start the hub again.`,
      { cause },
    );
  }
}

/** The disk takes no more of what is made from the log. Its message says what to do. */
class NoRoomForViews extends Error {
  override readonly name = 'NoRoomForViews';
  constructor(ownDir: string, cause: unknown) {
    super(
      `There is no room on the disk of ${ownDir} for what the hub makes there to show the log. Nothing that people did is lost. Make space first.`,
      { cause },
    );
  }
}

export const isLogUnreadable = (error: unknown): boolean => error instanceof EventStoreUnreadable;

/** Where the log lies, what belongs to it, and what this process keeps of it. */
interface Places {
  readonly file: string;
  readonly dataDir: string;
  readonly ownDir: string;
  /** A command at the terminal: its person makes room and runs it again, where a hub waits for room by itself. */
  readonly isCommand: boolean;
  /** Rejects where the disk does not give every byte of the open log. */
  readonly readThrough: () => Promise<void>;
}

/** Whether views that must be made met what cannot be read, of the log or of what is kept of it: tried again, they would never be done. */
export class Unreadable {
  readonly met: Promise<never>;
  #reject: (error: unknown) => void = () => undefined;

  constructor(private readonly places: Places) {
    const met = new Promise<never>((_, reject) => (this.#reject = reject));
    this.met = met.catch(async (why: unknown) => {
      throw await this.#told(why);
    });
    // Once the hub serves, those who follow report it, and nobody waits for this.
    this.met.catch(() => undefined);
  }

  heard(doing: string, cause: unknown): void {
    const why = this.#why(cause);
    if (doing === 'catching-up' && why) this.#reject(why);
  }

  /** Does what reads both the log and what is kept of it. */
  async told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw await this.#told(this.#why(error) ?? error);
    }
  }

  async #told(why: unknown): Promise<unknown> {
    const { file, readThrough: whole } = this.places;
    return why instanceof LogDamaged ? ofDisk(why, file, whole) : why;
  }

  #why(error: unknown): Error | undefined {
    const { file, dataDir, ownDir, isCommand } = this.places;
    if (isCommand && writeFailureOf(error) === 'full') return new NoRoomForViews(ownDir, error);
    if (isLogUnreadable(error)) return new LogDamaged(file, dataDir, error);
    if (error instanceof OwnFilesNotGiven) return error;
    if (!isOwnDamage(error)) return undefined;
    noteDamage(ownDir);
    return error instanceof OwnFilesDamaged ? error : new OwnFilesDamaged(ownDir, error);
  }
}
