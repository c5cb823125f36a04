import { EventStoreUnreadable } from '../event-store/checks.js';
import { isDamage, LogDamaged } from './log-check/hub-log.js';
import { isOwnDamage, noteDamage, OwnFilesDamaged } from './own-damage.js';

/** Does what reads the log, of which `isOfLog` failures are; where its file is damaged, with a sentence for the person who started the hub. */
export async function told<T>(file: string, dataDir: string, work: () => Promise<T>, isOfLog = isDamage): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOfLog(error) ? new LogDamaged(file, dataDir, error) : error;
  }
}

export const isLogUnreadable = (error: unknown): boolean => error instanceof EventStoreUnreadable;

/** Where the log lies, what belongs to it, and what this process keeps of it. */
interface Places {
  readonly file: string;
  readonly dataDir: string;
  readonly ownDir: string;
}

/** Whether views that must be made met what cannot be read, of the log or of what is kept of it: tried again, they would never be done. */
export class Unreadable {
  readonly met: Promise<never>;
  #reject: (error: unknown) => void = () => undefined;

  constructor(private readonly places: Places) {
    this.met = new Promise<never>((_, reject) => (this.#reject = reject));
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
      throw this.#why(error) ?? error;
    }
  }

  #why(error: unknown): Error | undefined {
    const { file, dataDir, ownDir } = this.places;
    if (isLogUnreadable(error)) return new LogDamaged(file, dataDir, error);
    if (!isOwnDamage(error)) return undefined;
    noteDamage(ownDir);
    return error instanceof OwnFilesDamaged ? error : new OwnFilesDamaged(ownDir, error);
  }
}
