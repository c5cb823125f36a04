import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { FileOutbox } from './file-outbox.js';
import type { MailSettings, MailSettingsFile } from './mail-settings.js';
import type { Email, Mailer } from './mailer.js';
import { senderOf } from './sender.js';
import { serverOf, SmtpMailer } from './smtp-mailer.js';

/** What the environment decides about mail; it wins over what was entered in the browser. */
export interface FixedMail {
  /** Where the environment names a server. */
  readonly url?: string;
  /** Where the environment names a sender. */
  readonly from?: string;
}

/**
 * Sends by the mail server of the environment, else of the settings, else into the outbox. Chosen for each email, so that changes apply at
 * once.
 */
export class ChosenMailer implements Mailer {
  #current: { readonly settings: MailSettings; readonly hubName: string; readonly mailer: SmtpMailer } | undefined;
  readonly #fixed: SmtpMailer | undefined;

  constructor(
    readonly outbox: FileOutbox,
    readonly settings: MailSettingsFile,
    readonly fixed: FixedMail,
    readonly defaultFrom: string,
    /** Empty for a hub without a name. */
    private readonly hubName: () => string = () => '',
  ) {
    this.#fixed = fixed.url ? new SmtpMailer(fixed.url, fixed.from ?? defaultFrom) : undefined;
  }

  async send(email: Email): Promise<void> {
    await (await this.#mailer()).send(email);
  }

  async sender(): Promise<string> {
    const mailer = await this.#mailer();
    return mailer instanceof SmtpMailer ? mailer.sender() : (this.fixed.from ?? this.defaultFrom);
  }

  /** Whether emails really leave. */
  async leaves(): Promise<boolean> {
    return (await this.#mailer()) !== this.outbox;
  }

  /** Emails that were kept before a server was named are destroyed as well. */
  async forget(...people: readonly PersonId[]): Promise<void> {
    await this.outbox.forget(...people);
  }

  async close(): Promise<void> {
    await Promise.all([this.#fixed?.close(), this.#current?.mailer.close(), this.outbox.close()]);
  }

  /** The mailer of these settings, before or after they are saved. */
  mailerOf(settings: MailSettings): SmtpMailer {
    return new SmtpMailer(serverOf(settings), this.fixed.from ?? senderOf(settings, this.hubName()));
  }

  async #mailer(): Promise<SmtpMailer | FileOutbox> {
    if (this.#fixed) return this.#fixed;
    const settings = await this.settings.load();
    if (!settings) return this.outbox;
    const hubName = this.hubName();
    if (this.#current?.settings !== settings || this.#current.hubName !== hubName) {
      await this.#current?.mailer.close();
      this.#current = { settings, hubName, mailer: this.mailerOf(settings) };
    }
    return this.#current.mailer;
  }
}
