import type { Email, Mailer } from '../mail/mailer.js';
import { readConfig, type Config } from './config.js';

/** A mailer that remembers the subjects of what it was handed, and hands each email to the caller who waits for it. */
export class Postbox implements Mailer {
  readonly subjects: string[] = [];
  readonly #waiting: { readonly wanted: (email: Email) => boolean; readonly resolve: (email: Email) => void }[] = [];
  /** The next email, or the next that is wanted: others may be on their way. */
  next = (wanted: (email: Email) => boolean = () => true): Promise<Email> =>
    new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
  async send(email: Email): Promise<void> {
    this.subjects.push(email.subject);
    const at = this.#waiting.findIndex(({ wanted }) => wanted(email));
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.resolve(email);
  }
  async forget(): Promise<void> {}
  async sender(): Promise<string> {
    return 'hub@x.example';
  }
  async close(): Promise<void> {}
}

const MASTER_KEY = Buffer.alloc(32, 8).toString('base64');

/** What a hub is opened with that is stopped and opened again on one folder, or has a command beside it: the key stays the same. */
export const configIn = (dataDir: string): Config => readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY });
