import { readFileSync } from 'node:fs';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { isPausedUntil, isWithin } from '@alongside/domain/kernel/windows.js';
import { z } from 'zod';
import { writeWhole } from '../app/log-check/witness-file.js';
import { EmailRefused } from './mailer.js';

/** Why an email was given up. */
export const WHY_NOT_SENT = ['refused', 'too-late', 'too-many'] as const;
export type WhyNotSent = (typeof WHY_NOT_SENT)[number];

const kept = z.object({
  lastSentAt: z.string().optional(),
  /** When a test went well by settings that were only tried. */
  lastTestAt: z.string().optional(),
  failingSince: z.string().optional(),
  /** A sentence, without an address of a person. */
  problem: z.string().optional(),
  /** How many in a row the server refused. */
  inARow: z.number().int().default(0),
  firstInRowAt: z.string().optional(),
  notSent: z.array(z.object({ at: z.string(), why: z.enum(WHY_NOT_SENT) })).default([]),
});
type Kept = z.infer<typeof kept>;

/** How sending goes, as it is told to administrators. Times are ISO 8601, UTC. */
export interface MailCondition {
  readonly lastSentAt?: string;
  /** A test by settings that were only tried, as in the set-up. */
  readonly lastTestAt?: string;
  readonly failingSince?: string;
  /** What to do about it, in plain words. */
  readonly problem?: string;
  /** The mail server has been taking long over an email since then. */
  readonly slowSince?: string;
  /** Emails given up within `NOT_SENT_DAYS`. */
  readonly notSent: { readonly refused: number; readonly tooLate: number; readonly tooMany: number; readonly lastAt?: string };
}

/** For so many days a screen tells of emails that were given up. */
export const NOT_SENT_DAYS = 7;
const NOT_SENT_LIMIT = 1_000;
/** A server that refuses so many in a row is at fault, and not their addresses. */
const REFUSED_LIMIT_IN_A_ROW = 3;
/** An email that takes so long is told of. */
const SLOW_MS = 30_000;
/** A server that is away is left alone for so long at first, and at most. */
const FIRST_HOLD_MS = 1_000;
const HOLD_LIMIT_MS = 45_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** The mail server failed a moment ago: it is left alone until it is due again. */
export class MailHeld extends Error {
  override readonly name = 'MailHeld';
  readonly code = 'MAIL.HELD';
}

export interface MailWatchOptions {
  readonly file: string;
  readonly now: () => Instant;
  /** From 0 to 1: spreads the tries of several processes. */
  readonly random?: () => number;
}

/** Remembers how sending goes: when it last went well, since when it fails, and what was given up. Nobody's address or words are kept. */
export class MailWatch {
  #kept: Kept;
  #failures = 0;
  #heldUntilMs = 0;
  #writing: Promise<void> = Promise.resolve();
  #due = false;
  readonly #underWay = new Set<{ readonly at: Instant }>();

  constructor(private readonly options: MailWatchOptions) {
    this.#kept = read(options.file);
  }

  get condition(): MailCondition {
    const { lastSentAt, lastTestAt, failingSince, problem } = this.#kept;
    const now = this.#nowMs();
    const slow = [...this.#underWay].find(({ at }) => now - Date.parse(at) > SLOW_MS);
    const recent = this.#kept.notSent.filter(({ at }) => isWithin(at as Instant, now, NOT_SENT_DAYS * DAY_MS));
    const count = (why: WhyNotSent) => recent.filter((one) => one.why === why).length;
    const lastAt = recent.at(-1)?.at;
    return {
      ...(lastSentAt && { lastSentAt }),
      ...(lastTestAt && { lastTestAt }),
      ...(failingSince && { failingSince, ...(problem && { problem }) }),
      ...(slow && { slowSince: slow.at }),
      notSent: { refused: count('refused'), tooLate: count('too-late'), tooMany: count('too-many'), ...(lastAt && { lastAt }) },
    };
  }

  /** Throws `MailHeld` while a server that failed is left alone. */
  mustBeDue(): void {
    if (isPausedUntil(this.#heldUntilMs, this.#nowMs(), HOLD_LIMIT_MS)) throw new MailHeld('The mail server is left alone for a moment.');
  }

  /** Hands one email over, and remembers how it went. `say` puts a failure into a sentence without a person's address. */
  async watched(send: () => Promise<void>, say: (error: unknown) => string): Promise<void> {
    const one = { at: this.options.now() };
    this.#underWay.add(one);
    try {
      await send();
      const { lastTestAt, notSent } = this.#kept;
      this.#went({ lastSentAt: this.options.now(), ...(lastTestAt && { lastTestAt }), inARow: 0, notSent });
    } catch (error) {
      this.#failed(error, say(error));
      throw error;
    } finally {
      this.#underWay.delete(one);
    }
  }

  /** A test went well by settings that are not in use: it says nothing of how sending goes. */
  testSent(): void {
    this.#keep({ ...this.#kept, lastTestAt: this.options.now() });
  }

  /** An email is given up: it is never silently lost. */
  notSent(why: WhyNotSent): void {
    const notSent = [...this.#kept.notSent, { at: this.options.now(), why }].slice(-NOT_SENT_LIMIT);
    this.#keep({ ...this.#kept, notSent });
  }

  /** Settles once what is known is on disk, or could not be put there. */
  async close(): Promise<void> {
    await this.#writing;
  }

  #went(now: Kept): void {
    this.#failures = 0;
    this.#heldUntilMs = 0;
    this.#keep(now);
  }

  #failed(error: unknown, problem: string): void {
    const now = this.options.now();
    const before = this.#kept;
    const inARow = before.inARow + 1;
    const firstInRowAt = before.firstInRowAt ?? now;
    const aboutTheEmail = isAboutTheEmail(error);
    const failing = !aboutTheEmail || inARow >= REFUSED_LIMIT_IN_A_ROW || before.failingSince !== undefined;
    this.#keep({ ...before, inARow, firstInRowAt, ...(failing && { failingSince: before.failingSince ?? firstInRowAt, problem }) });
    if (aboutTheEmail) return;
    const { random = Math.random } = this.options;
    const holdMs = Math.min(FIRST_HOLD_MS * 2 ** Math.min(this.#failures, 10), HOLD_LIMIT_MS);
    this.#failures += 1;
    this.#heldUntilMs = this.#nowMs() + holdMs * (0.5 + random() / 2);
  }

  /** Whatever comes meanwhile is written with the next. A disk that takes nothing is told of elsewhere, and holds up no email. */
  #keep(now: Kept): void {
    this.#kept = now;
    if (this.#due) return;
    this.#due = true;
    this.#writing = this.#writing.then(async () => {
      this.#due = false;
      await writeWhole(this.options.file, JSON.stringify(this.#kept)).catch(() => undefined);
    });
  }

  #nowMs(): number {
    return Date.parse(this.options.now());
  }
}

/** Whether a server that works otherwise will not have this email, now or ever. */
const isAboutTheEmail = (error: unknown): boolean =>
  error instanceof EmailRefused || (error instanceof Error && 'command' in error && ['RCPT TO', 'DATA'].includes(String(error.command)));

function read(file: string): Kept {
  const nothing: Kept = { inARow: 0, notSent: [] };
  try {
    return kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? nothing;
  } catch {
    // None yet, or one that a power cut tore: it is only memory.
    return nothing;
  }
}
