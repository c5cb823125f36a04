import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import type { Letter, Mailer } from './mailer.js';

/** How long a mail server may take to answer before the letter is tried again later. */
const SMTP_TIMEOUT_MS = 15_000;

/** Letters by SMTP, from a connection string such as `smtps://user:password@mail.example:465`. Nothing is kept here. */
export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport(url, {
      from,
      connectionTimeout: SMTP_TIMEOUT_MS,
      greetingTimeout: SMTP_TIMEOUT_MS,
      socketTimeout: SMTP_TIMEOUT_MS,
    } as never);
  }

  async send(letter: Letter): Promise<void> {
    const domain =
      this.from
        .split('@')
        .pop()
        ?.replace(/[>\s].*$/, '') || 'localhost';
    await this.transport.sendMail({
      from: this.from,
      to: letter.to.email,
      subject: letter.subject,
      text: letter.text,
      messageId: `<${createHash('sha256').update(letter.key).digest('hex').slice(0, 40)}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  /** What was handed to a mail server is no longer ours to take back. */
  async forget(_person: PersonId): Promise<void> {}

  async close(): Promise<void> {
    this.transport.close();
  }
}
