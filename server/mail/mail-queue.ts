import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { begunByNow } from '@alongside/domain/kernel/windows.js';
import { z } from 'zod';
import { errorCodeOf } from '../app/error-code.js';
import { writeWhole } from '../app/log-check/witness-file.js';
import { failureFields, type Logger } from '../app/logger.js';
import type { Keyring } from '../privacy/keyring.js';
import { decrypt, encrypt } from '../privacy/sealing.js';
import type { MailWatch } from './mail-watch.js';
import { EmailRefused, type Email, type Mailer } from './mailer.js';
import { readText } from '../app/read-text.js';

/** Emails that wait at most; beyond this a new one is given up, and told of. */
export const QUEUE_LIMIT_EMAILS = 2_000;
/** Emails handed over at the same time. */
const HANDS_LIMIT = 20;
/** The first pause after a failure. Later pauses double up to the limit; a person waits for a code, so it is short. */
const FIRST_PAUSE_MS = 2_000;
const PAUSE_LIMIT_MS = 30_000;
/** How long a hub that stops waits for emails that are being handed over. What is not answered by then is sent again at the next start. */
const CLOSE_LIMIT_MS = 2_000;

const CONTEXT = 'waiting email';

// Ids are for the compiler alone: the file holds what this class wrote.
const waiting = z.object({
  key: z.string(),
  person: z.string(),
  about: z.array(z.string()),
  from: z.string().optional(),
  until: z.string(),
  sealed: z.string(),
});
type Waiting = Readonly<z.infer<typeof waiting>>;
const kept = z.object({ waiting: z.array(waiting) });

export interface MailQueueParts {
  /** A file of this process alone. */
  readonly file: string;
  readonly mailer: Pick<Mailer, 'send'> & { readonly sendAtOnce?: Mailer['send'] };
  readonly keyring: Pick<Keyring, 'toSeal' | 'find'>;
  readonly watch: Pick<MailWatch, 'notSent'>;
  readonly now: () => Instant;
  readonly logger: Logger;
  /** Waits between two tries; ends early when the queue closes. Tests bring their own. */
  readonly pause?: (milliseconds: number, stop: AbortSignal) => Promise<unknown>;
  readonly random?: () => number;
}

/**
 * Emails that the log could not write again, such as codes, until a server took them or they are of no use. Sealed with their
 * recipient's key, which erasure destroys.
 */
export class MailQueue {
  #waiting = new Map<string, Waiting>();
  #writing: Promise<void> = Promise.resolve();
  #hands = 0;
  readonly #idle: (() => void)[] = [];
  readonly #stop = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();
  /** When this process first found one to be from a time ahead. */
  readonly #ahead = new WeakMap<Waiting, Instant>();

  private constructor(private readonly parts: MailQueueParts) {}

  /** Knows what an earlier run left. Nothing is sent before `start`. */
  static async open(parts: MailQueueParts): Promise<MailQueue> {
    const queue = new MailQueue(parts);
    for (const one of await read(parts.file)) queue.#waiting.set(one.key, one);
    return queue;
  }

  /** How many wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Goes on with what an earlier run left. */
  start(): void {
    for (const one of this.#waiting.values()) void this.#deliver(one);
  }

  /** Keeps an email and hands it over; what fails is tried again until `until`. Settles after the first try, however it went. */
  async post(email: Email, until: Instant): Promise<void> {
    const { keyring, watch, logger } = this.parts;
    if (this.#waiting.size >= QUEUE_LIMIT_EMAILS) {
      watch.notSent('too-many');
      return logger.error('Too many emails are waiting to be sent. This one is given up.', { key: email.key });
    }
    const key = await keyring.toSeal(email.to.person);
    if (key === 'destroyed') return;
    const sealed = encrypt(key, contextOf(email.key), Buffer.from(JSON.stringify(email)));
    const one = { key: email.key, person: email.to.person, about: [...email.about], from: this.parts.now(), until, sealed };
    this.#waiting.set(one.key, one);
    // A disk that takes nothing keeps no code from a person who waits for it.
    await this.#write().catch((error: unknown) => logger.error('An email could not be kept before it was sent.', failureFields(error)));
    await this.#deliver(one);
  }

  /** Drops every email to or about a person. Settles once none is left on disk. */
  async forget(person: PersonId): Promise<void> {
    const theirs = [...this.#waiting.values()].filter((one) => one.person === person || one.about.includes(person));
    for (const { key } of theirs) this.#waiting.delete(key);
    if (theirs.length > 0) await this.#write();
  }

  /** Nothing is tried any more. What waits stays for the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.race([Promise.allSettled(this.#underWay), pauseFor(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    await this.#writing;
  }

  /** Settles after the first try; later ones follow of themselves. */
  async #deliver(one: Waiting): Promise<void> {
    if (await this.#tryOnce(one)) return;
    void this.#goOn(one).catch((error: unknown) => this.parts.logger.error('An email could not be tried again.', failureFields(error)));
  }

  async #goOn(one: Waiting): Promise<void> {
    const { pause = pauseUntil, random = Math.random } = this.parts;
    for (let tries = 1; ; tries += 1) {
      const longMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 10), PAUSE_LIMIT_MS);
      await pause(longMs * (0.5 + random() / 2), this.#stop.signal).catch(() => undefined);
      if (this.#stop.signal.aborted || (await this.#tryOnce(one))) return;
    }
  }

  /** Whether nothing is left to do for it. */
  async #tryOnce(one: Waiting): Promise<boolean> {
    await this.#hand();
    const trying = this.#attempt(one);
    this.#underWay.add(trying);
    try {
      return await trying;
    } finally {
      this.#underWay.delete(trying);
      this.#hands -= 1;
      this.#idle.shift()?.();
    }
  }

  async #attempt(one: Waiting): Promise<boolean> {
    const { mailer, keyring, watch, now, logger } = this.parts;
    if (this.#stop.signal.aborted) return true;
    if (this.#waiting.get(one.key) !== one) return true;
    if (this.#isOver(one, now())) {
      watch.notSent('too-late');
      logger.warn('An email waited until it was of no use any more.', { key: one.key });
      return this.#done(one);
    }
    try {
      const key = await keyring.find(one.person as PersonId);
      // Looked up right before sending: an erased person is not written to.
      if (!key || key === 'destroyed') return await this.#done(one);
      const email = JSON.parse(decrypt(key, contextOf(one.key), one.sealed).toString()) as Email;
      await (mailer.sendAtOnce?.(email) ?? mailer.send(email));
    } catch (error) {
      if (!(error instanceof EmailRefused)) {
        logger.warn('An email could not be sent and is tried again.', { key: one.key, ...failureFields(error) });
        return false;
      }
      logger.warn('A mail server refused an email for good.', { key: one.key, because: error.message });
    }
    return this.#done(one);
  }

  /** What a clock ahead kept is tried for as long as it would have been, and not until that day. The clock behind it may be wrong: it is sent. */
  #isOver(one: Waiting, now: Instant): boolean {
    // An earlier version kept no start.
    const whole = { from: (one.from ?? now) as Instant, to: one.until as Instant };
    if (begunByNow(whole, now) === whole) return now >= whole.to;
    const seen = this.#ahead.get(one) ?? now;
    this.#ahead.set(one, seen);
    return now >= begunByNow(whole, seen).to;
  }

  async #done(one: Waiting): Promise<true> {
    if (this.#waiting.get(one.key) !== one) return true;
    this.#waiting.delete(one.key);
    await this.#write().catch((error: unknown) =>
      // It is sent once more after a restart, under the same id.
      this.parts.logger.warn('An email that was sent could not be taken from the queue.', failureFields(error)),
    );
    return true;
  }

  async #hand(): Promise<void> {
    while (this.#hands >= HANDS_LIMIT) await new Promise<void>((resolve) => this.#idle.push(resolve));
    this.#hands += 1;
  }

  #write(): Promise<void> {
    const written = this.#writing.then(() => writeWhole(this.parts.file, JSON.stringify({ waiting: [...this.#waiting.values()] })));
    this.#writing = written.catch(() => undefined);
    return written;
  }
}

const contextOf = (key: string): string => `${CONTEXT} ${key}`;

const pauseUntil = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  pauseFor(milliseconds, undefined, { signal, ref: false });

async function read(file: string): Promise<readonly Waiting[]> {
  const text = await readText(file).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '{"waiting":[]}';
    throw error;
  });
  try {
    return kept.safeParse(JSON.parse(text)).data?.waiting ?? [];
  } catch {
    return [];
  }
}
