import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import type { MailSettings } from './mail-settings.js';
import { EmailRefused, type CalendarAttachment, type Email, type Mailer } from './mailer.js';
import { addressOfSender } from './sender.js';

/** How long a mail server may take to be reached and to greet, before the email is tried again later. */
const SMTP_TIMEOUT_MS = 15_000;
/**
 * How long it may take over any answer after that. Ten minutes (RFC 5321, 4.5.3.2.6): a server that is only slow has taken the email, and
 * would have it twice.
 */
const SMTP_PATIENCE_MS = 10 * 60 * 1_000;

/** The same for a test, which a person waits for. */
export const TEST_PATIENCE_MS = 30_000;

/** A mail server as the sender's library takes it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/** The server that these settings name. */
export const serverOf = ({ host, port, security, user, password }: MailSettings): SmtpServer => ({
  host,
  port,
  secure: security === 'tls',
  requireTLS: security === 'starttls',
  ignoreTLS: security === 'none',
  ...(user && {
    auth: {
      user,
      pass: password,
    },
  }),
});

/** Emails by SMTP, from a connection string such as `smtps://user:password@mail.example:465` or from settings. Nothing is kept here. */
export class SmtpMailer implements Mailer {
  readonly #transport: Transporter;

  constructor(
    server: string | SmtpServer,
    private readonly from: string,
    patienceMs = SMTP_PATIENCE_MS,
  ) {
    const limits = {
      connectionTimeout: SMTP_TIMEOUT_MS,
      greetingTimeout: SMTP_TIMEOUT_MS,
      dnsTimeout: SMTP_TIMEOUT_MS,
      socketTimeout: patienceMs,
    };
    // A connection string stands in the options themselves: as a first argument it would keep the limits from being read.
    const options = typeof server === 'string' ? { url: server } : server;
    this.#transport = createTransport({ ...options, ...limits, disableFileAccess: true, disableUrlAccess: true }, { from });
  }

  async send(email: Email): Promise<void> {
    await this.sendPlainly(email).catch((error: unknown) => {
      throw isFinal(error) ? new EmailRefused(`The mail server will not take it (${error.responseCode}).`) : error;
    });
  }

  /** As `send`, but throws what was met as it was: for saying why. */
  async sendPlainly(email: Email): Promise<void> {
    const domain = addressOfSender(this.from)?.split('@').pop() ?? 'localhost';
    await this.#transport.sendMail({
      from: this.from,
      to: email.to.email,
      subject: asItReads(email.subject),
      text: email.text,
      ...calendarParts(email.calendars ?? []),
      messageId: `<${createHash('sha256').update(email.key).digest('hex').slice(0, 40)}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  /** What was handed to a mail server is no longer ours to take back. */
  async forget(): Promise<void> {}

  async sender(): Promise<string> {
    return this.from;
  }

  async close(): Promise<void> {
    this.#transport.close();
  }
}

/** A name or a title that looks like an encoded word (RFC 2047) would be shown as what it decodes to: it is told apart from one. */
const asItReads = (text: string): string => text.replaceAll('=?', '= ?');

/**
 * One file is sent as an alternative, for calendars, and as a file, for people. Several are files only, as one calendar object cancels one
 * meeting (RFC 5546, 3.2.5).
 */
function calendarParts(files: readonly CalendarAttachment[]) {
  const [only, ...more] = files;
  if (only && more.length === 0) return { icalEvent: { method: only.method, filename: only.filename, content: only.file } };
  return {
    attachments: files.map(({ method, filename, file }) => ({
      filename,
      content: file,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}

/** The commands of SMTP whose refusal is about the email or its address. One of `MAIL FROM` or of our name and password is about us. */
const ABOUT_THE_EMAIL = new Set(['RCPT TO', 'DATA']);

const isFinal = (error: unknown): error is { readonly responseCode: number } =>
  typeof error === 'object' &&
  error !== null &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500 &&
  'command' in error &&
  ABOUT_THE_EMAIL.has(String(error.command));
