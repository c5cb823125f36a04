import { hkdfSync } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { email } from '@alongside/domain/people/person.events.js';
import { z } from 'zod';
import { errorCodeOf } from '../app/error-code.js';
import type { MasterKey } from '../privacy/master-key.js';
import { decrypt, encrypt, KEY_BYTES } from '../privacy/sealing.js';
import { readText } from '../app/read-text.js';

/** Where mail settings entered in the browser are kept, sealed. */
export const MAIL_SETTINGS_FILE = 'mail.sealed';

/** `tls`: secure from the first byte. `starttls`: made secure before anything is said. `none`: for a server on the same machine. */
export const MAIL_SECURITY = ['tls', 'starttls', 'none'] as const;

/** What a browser may set: a server by its name and port, never an address of another kind. */
export const mailSettings = z.object({
  host: z
    .string()
    .trim()
    .max(253, { error: 'Enter a shorter server name.' })
    .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, { error: 'Enter the name of the mail server, such as smtp.example.org.' }),
  port: z
    .number({ error: 'Enter a port from 1 to 65535.' })
    .int()
    .min(1, { error: 'Enter a port from 1 to 65535.' })
    .max(65_535, { error: 'Enter a port from 1 to 65535.' }),
  security: z.enum(MAIL_SECURITY, { error: 'Choose how the connection is secured.' }),
  user: z
    .string()
    .trim()
    .max(254, { error: 'Enter a shorter user name.' })
    .regex(/^[^\r\n\0]*$/, { error: 'Enter the user name on one line.' }),
  password: z
    .string()
    .max(1_000, { error: 'Enter a shorter password.' })
    .regex(/^[^\r\n\0]*$/, { error: 'Enter the password on one line.' }),
  senderName: z
    .string()
    .trim()
    .max(80, { error: 'Enter a shorter sender name.' })
    .regex(/^[^\p{Cc}<>"\\]*$/u, { error: 'Enter a sender name without quotes or brackets.' }),
  senderAddress: email,
});
export type MailSettings = z.infer<typeof mailSettings>;

const CONTEXT = 'mail settings';

/** Mail settings entered in the browser: one sealed file in the data folder. Not in the log, because a replaced password must be gone. */
export class MailSettingsFile {
  readonly #key: Buffer;
  readonly #file: string;
  /** What was read last, and by what the file was known then. */
  #read: { readonly mark: string; readonly settings: MailSettings | undefined } = { mark: '', settings: undefined };

  constructor(master: Pick<MasterKey, 'bytes'>, dataDir: string) {
    this.#key = Buffer.from(hkdfSync('sha256', master.bytes, Buffer.alloc(0), 'alongside mail settings', KEY_BYTES));
    this.#file = join(dataDir, MAIL_SETTINGS_FILE);
  }

  /** As they are now, read again where another process changed them. Throws where they were sealed with another key. */
  async load(): Promise<MailSettings | undefined> {
    const mark = await this.#mark();
    if (mark !== this.#read.mark) this.#read = { mark, settings: mark === '' ? undefined : await this.#open() };
    return this.#read.settings;
  }

  /** Replaces them. A torn write leaves the old ones. */
  async save(settings: MailSettings): Promise<void> {
    const draft = `${this.#file}.${process.pid}.new`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(`${encrypt(this.#key, CONTEXT, Buffer.from(JSON.stringify(settings)))}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#file);
  }

  async clear(): Promise<void> {
    await rm(this.#file, { force: true });
  }

  /** Empty where there is no file. A renamed file has another inode, whatever its time and size. */
  async #mark(): Promise<string> {
    try {
      const { ino, mtimeMs, size } = await stat(this.#file);
      return `${ino} ${mtimeMs} ${size}`;
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return '';
      throw error;
    }
  }

  async #open(): Promise<MailSettings> {
    const sealed = (await readText(this.#file)).trim();
    return mailSettings.parse(JSON.parse(decrypt(this.#key, CONTEXT, sealed).toString()));
  }
}
