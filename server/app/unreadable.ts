import { EventStoreUnreadable } from '../event-store/checks.js';
import { isDamage, LogDamaged } from './log-check/hub-log.js';

/** Does what reads the log; where its file is damaged, with a sentence for the person who started the hub. */
export async function told<T>(file: string, dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isDamage(error) ? new LogDamaged(file, dataDir, error) : error;
  }
}

/** Whether views that must be made met a part of the log that cannot be read: tried again, they would never be done. */
export class Unreadable {
  readonly met: Promise<never>;
  #reject: (error: unknown) => void = () => undefined;

  constructor(
    private readonly file: string,
    private readonly dataDir: string,
  ) {
    this.met = new Promise<never>((_, reject) => (this.#reject = reject));
    // Once the hub serves, those who follow report it, and nobody waits for this.
    this.met.catch(() => undefined);
  }

  heard(doing: string, cause: unknown): void {
    if (doing === 'catching-up' && cause instanceof EventStoreUnreadable) this.#reject(new LogDamaged(this.file, this.dataDir, cause));
  }
}
