import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { DoorRefusalCode } from '@alongside/domain/protocol/refusal-codes.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { uuidv7 } from 'uuidv7';
import { signInEmail } from '../mail/emails.js';
import type { MailQueue } from '../mail/mail-queue.js';
import { Attempts } from './attempts.js';
import { Codes, whyNoCode, type CodesParts } from './codes.js';
import { isInDoubt } from './in-doubt.js';
import { hashOfToken, newToken } from './secrets.js';
import { OWN_SESSION_MS, SHARED_SESSION_MS } from './session-lives.js';

/** Codes asked for, and codes tried, from one network address within `ATTEMPT_WINDOW_MS`. A school is one address: it must not lock itself out. */
const CODES_PER_ADDRESS = 120;
const TRIES_PER_ADDRESS = 240;
const ATTEMPT_WINDOW_MS = 10 * 60 * 1_000;

export type SignInFailure = Refusal<DoorRefusalCode> | Refusal;

/** A session that was just opened. The token is for the cookie alone. */
export interface NewSession {
  readonly person: PersonId;
  readonly token: string;
  readonly expiresAt: Instant;
  /** Reads from here on know the session. */
  readonly position: Position;
}

/** Signing in without passwords: a six-digit code by email, good once. Says nothing of who has an account. */
export class SignInService {
  readonly #made: Codes;
  readonly #codes: Attempts;
  readonly #tries: Attempts;

  constructor(
    private readonly parts: CodesParts & {
      readonly views: Pick<ViewStore, 'list' | 'erased'>;
      /** Settles once the views have everything up to a position, or were too slow: false. */
      readonly caughtUp: (position: Position) => Promise<boolean>;
      /** How far the views are. */
      readonly through: () => Position | undefined;
      /** Whether a record is known to be one of two, and they are read apart still. */
      readonly isSwitching: (person: PersonId) => boolean;
      readonly mailQueue: Pick<MailQueue, 'post'>;
      /** Where the hub is reached, for the email. */
      readonly publicUrl: string;
    },
  ) {
    this.#made = new Codes(parts);
    const now = () => Date.parse(parts.clock.now());
    this.#codes = new Attempts(CODES_PER_ADDRESS, ATTEMPT_WINDOW_MS, now);
    this.#tries = new Attempts(TRIES_PER_ADDRESS, ATTEMPT_WINDOW_MS, now);
  }

  /** Sends a code where the address is known. Settles the same way where it is not. */
  async sendCode(email: string, from: string): Promise<void> {
    if (!this.#codes.allow(from)) return;
    const account = this.#accountOf(email);
    if (!account) return;
    const { secrets, mailQueue, publicUrl } = this.parts;
    const code = await this.#made.make(secrets.address(email), account.person, from);
    if (!code.ok) return whyNoCode(code.error);
    // Looked up again right before sending: an erased person is not written to.
    if (this.#accountOf(email))
      await mailQueue.post(signInEmail({ ...code.value, person: account.person, email: account.email, publicUrl }), code.value.expiresAt);
  }

  /** Opens a session for the person with the code. Every wrong try counts, in every process. */
  async signIn(email: string, digits: string, shared: boolean, from: string): Promise<Result<NewSession, SignInFailure>> {
    if (!this.#tries.allow(from)) return refuse({ code: 'SIGN_IN.TOO_MANY_TRIES' });
    // Before it is looked up whose the address is.
    const asOf = this.parts.through();
    // An address that nobody has is not written to the log: strangers must not be able to fill it.
    const account = this.#accountOf(email);
    if (!account) return refuse({ code: 'SIGN_IN.CODE_WRONG' });
    const isDoubtful = () => isInDoubt(this.#accountOf(email), this.parts.isSwitching);
    const notYet = refuse({ code: 'SIGN_IN.NOT_YET' as const });
    const address = this.parts.secrets.address(email);
    // The code stays good. A wrong one is answered as ever: else a stranger would learn that the address is in use.
    if (isDoubtful() && (await this.#made.isGood(address, digits, from))) return notYet;
    const used = await this.#made.use(address, digits, from);
    if (!used.ok) return used;
    if (used.value === undefined) return refuse({ code: 'SIGN_IN.CODE_WRONG' });
    // A code outlives a change of address by minutes: it opens nothing for the person who had the address before ([AD7]).
    const isTheirs = () => used.value === this.#accountOf(email)?.person && !isDoubtful();
    const session = isTheirs() ? await this.open(account.person, shared, { isTheirs, asOf }) : undefined;
    if (session) return ok(session);
    return isDoubtful() ? notYet : refuse({ code: 'SIGN_IN.CODE_WRONG' });
  }

  /**
   * Opens a session without a code: for the demo, and for the holder of the set-up link. Undefined where the person was erased meanwhile,
   * or is not who they were.
   */
  async open(
    person: PersonId,
    shared: boolean,
    {
      isTheirs = () => true,
      asOf = this.parts.through(),
    }: { readonly isTheirs?: () => boolean; readonly asOf?: Position | undefined } = {},
  ): Promise<NewSession | undefined> {
    const token = newToken();
    const expiresAt = new Date(Date.parse(this.parts.clock.now()) + (shared ? SHARED_SESSION_MS : OWN_SESSION_MS)).toISOString() as Instant;
    const answer = await this.#ask('OpenSession', {
      person,
      session: hashOfToken(token),
      shared,
      expiresAt,
      ...(asOf !== undefined && { asOf }),
    });
    if (answer.outcome === 'rejected') throw new Error(`A session could not be opened: ${answer.code}`);
    // Another process may have changed the address, or erased the person, right before: what closes their sessions came too early for this one.
    const isKnown = await this.parts.caughtUp(answer.position);
    // Views that are too slow say nothing of it, and keep nobody out.
    if (isKnown && (this.parts.views.erased().has(person) || !isTheirs())) {
      await this.signOut(person, token);
      return undefined;
    }
    return { person, token, expiresAt, position: answer.position };
  }

  async signOut(person: PersonId, token: string): Promise<void> {
    await this.#ask('CloseSession', { person, session: hashOfToken(token) });
  }

  async signOutEverywhere(person: PersonId): Promise<void> {
    await this.#ask('CloseAllSessions', { person });
  }

  #accountOf(email: string): AccountRow | undefined {
    return this.parts.views.list<AccountRow>(accountView.name, { for: 'all', where: { email: comparableEmail(email) }, limitRows: 1 })[0]
      ?.data;
  }

  #ask(type: string, data: unknown): Promise<Answer> {
    const { dispatcher, clock } = this.parts;
    return dispatcher.dispatch({ commandId: uuidv7(), type, stampedAt: clock.now(), data }, HUB);
  }
}
