import type { PersonId } from '@alongside/domain/kernel/brand.js';

/** A letter ready to be sent: plain text only, so that it reads the same everywhere. */
export interface Letter {
  /** Makes sending it twice harmless: the outbox keeps one letter per key, and SMTP carries it as Message-ID. */
  readonly key: string;
  readonly to: { readonly person: PersonId; readonly email: string };
  /** Everybody whose name or words are in it, the recipient included: erasing any of them destroys it. */
  readonly about: readonly PersonId[];
  readonly subject: string;
  readonly text: string;
}

/** A mail server will not take a letter, however often it is asked: there is no such address, say. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused';
}

/** Where letters go. A mail server that is away throws, and whoever sends tries again; one that will never take this letter throws `LetterRefused`. */
export interface Mailer {
  send(letter: Letter): Promise<void>;
  /** Destroys every letter to or about a person that is still kept here, or is on its way here. */
  forget(person: PersonId): Promise<void>;
  close(): Promise<void>;
}

/** Injection token. */
export const MAILER = Symbol('Mailer');
