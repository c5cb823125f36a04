import type { PersonId } from '@alongside/domain/kernel/brand.js';

/** A calendar file that goes with an email. */
export interface CalendarAttachment {
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly filename: string;
  readonly file: string;
}

/** An email ready to be sent: plain text, so that it reads the same everywhere. */
export interface Email {
  /** Makes sending it twice harmless: the outbox keeps one email per key, and SMTP carries it as Message-ID. */
  readonly key: string;
  readonly to: { readonly person: PersonId; readonly email: string };
  /** Everybody whose name or words are in it, the recipient included: erasing any of them destroys it. */
  readonly about: readonly PersonId[];
  readonly subject: string;
  readonly text: string;
  /** It tells a person for the first time, or again, that they can sign in: it does not grow stale. */
  readonly invites?: true;
  /** For the calendar of the person it goes to, such as the cancellation of a meeting: a file for each meeting. */
  readonly calendars?: readonly CalendarAttachment[];
}

/** A mail server will not take an email, however often it is asked: there is no such address, say. */
export class EmailRefused extends Error {
  override readonly name = 'EmailRefused';
}

/** Whether a mail server only put off this one email, as for a mailbox that is full: others go on meanwhile. */
export const isOfOneMailbox = (error: unknown): boolean => {
  const { code, responseCode } = (error ?? {}) as { readonly code?: unknown; readonly responseCode?: unknown };
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 400 && responseCode < 500;
};

/**
 * Where emails go. An unreachable mail server throws, and the caller retries; one that will never take this email throws `EmailRefused`.
 */
export interface Mailer {
  send(email: Email): Promise<void>;
  /** Destroys every email to or about these people that is still kept here, or is on its way here. */
  forget(...people: readonly PersonId[]): Promise<void>;
  /** Who emails are from, bare or as `Alongside <hub@school.example>`: calendar files are in the same name. */
  sender(): Promise<string>;
  close(): Promise<void>;
}

/** Injection token. */
export const MAILER = Symbol('Mailer');
