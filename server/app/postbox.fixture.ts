import type { Email, Mailer } from '../mail/mailer.js';
import { readConfig, type Config } from './config.js';

/** A mailer that remembers the subjects of what it was handed. */
export class Postbox implements Mailer {
  readonly subjects: string[] = [];
  async send({ subject }: Email): Promise<void> {
    this.subjects.push(subject);
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
