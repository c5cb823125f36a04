import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { FileOutbox } from './file-outbox.js';
import type { MailSettings, MailSettingsFile } from './mail-settings.js';
import type { MailWatch } from './mail-watch.js';
import { EmailRefused, type Email, type Mailer } from './mailer.js';
import { addressOfSender, senderOf } from './sender.js';
import { serverOf, SmtpMailer, TEST_PATIENCE_MS } from './smtp-mailer.js';
import { saySmtpFailure } from './smtp-problem.js';

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
    /** Remembers how sending goes. */
    private readonly watch?: MailWatch,
  ) {
    this.#fixed = fixed.url ? new SmtpMailer(fixed.url, fixed.from ?? defaultFrom) : undefined;
  }

  /** Throws `MailHeld` where the server failed a moment ago: what the log tells of can wait until the server is due again. */
  async send(email: Email): Promise<void> {
    const mailer = await this.#mailer();
    if (mailer instanceof SmtpMailer) this.watch?.mustBeDue();
    await this.#handOver(mailer, email);
  }

  /** As `send`, and at once: a person waits for it. */
  async sendAtOnce(email: Email): Promise<void> {
    await this.#handOver(await this.#mailer(), email);
  }

  /** Where emails go by the settings in use, for a sentence about it; undefined where they are kept here. */
  async server(): Promise<{ readonly host: string; readonly port: number; readonly sender: string } | undefined> {
    if (this.fixed.url) {
      const { hostname, port, protocol } = new URL(this.fixed.url);
      const sender = addressOfSender(this.fixed.from ?? this.defaultFrom) ?? 'this sender';
      return { host: hostname, port: Number(port) || (protocol === 'smtps:' ? 465 : 587), sender };
    }
    const settings = await this.settings.load();
    return settings && { host: settings.host, port: settings.port, sender: settings.senderAddress };
  }

  /** Sends a test by the settings in use, and throws what was met as it was. How it went counts as how sending goes. */
  async sendTest(email: Email): Promise<void> {
    const settings = this.fixed.url ? undefined : await this.settings.load();
    if (!settings && !this.fixed.url) return this.outbox.send(email);
    const trial = settings
      ? this.mailerOf(settings, TEST_PATIENCE_MS)
      : new SmtpMailer(this.fixed.url ?? '', this.fixed.from ?? this.defaultFrom, TEST_PATIENCE_MS);
    await this.#watched(() => trial.sendPlainly(email)).finally(() => trial.close());
  }

  /** Sends a test by settings that may never be saved, and throws what was met as it was. */
  async sendTrial(email: Email, settings: MailSettings): Promise<void> {
    const trial = this.mailerOf(settings, TEST_PATIENCE_MS);
    await trial.sendPlainly(email).finally(() => trial.close());
    this.watch?.testSent();
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
  mailerOf(settings: MailSettings, patienceMs?: number): SmtpMailer {
    return new SmtpMailer(serverOf(settings), this.fixed.from ?? senderOf(settings, this.hubName()), patienceMs);
  }

  async #handOver(mailer: SmtpMailer | FileOutbox, email: Email): Promise<void> {
    if (!(mailer instanceof SmtpMailer)) return mailer.send(email);
    await this.#watched(() => mailer.send(email)).catch((error: unknown) => {
      if (error instanceof EmailRefused) this.watch?.notSent('refused');
      throw error;
    });
  }

  async #watched(send: () => Promise<void>): Promise<void> {
    const server = await this.server();
    if (!this.watch || !server) return send();
    await this.watch.watched(send, (error) => saySmtpFailure(error, server));
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
