import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import { isNewAddress, whyNotForGood } from '@alongside/domain/policies/fresh-sign-in.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import { uuidv7 } from 'uuidv7';
import { Attempts } from '../identity/attempts.js';
import { Codes, whyNoCode, type CodesParts } from '../identity/codes.js';
import { viewReaderOf } from '../queries/live-views.js';
import { joiningEmail } from '../mail/joining-email.js';
import type { MailQueue } from '../mail/mail-queue.js';
import { addressChangedAt } from './further-addresses.js';

/** Codes that one person asks for within `JOINING_WINDOW_MS`, whichever addresses they name. */
export const JOINING_LIMIT_CODES = 10;
const JOINING_WINDOW_MS = 60 * 60 * 1_000;

/** What a person gives to join a record with theirs. */
interface Proof {
  /** The address of the other record, and the code that went there. */
  readonly email: string;
  readonly digits: string;
  readonly from: string;
  /** When their own session last proved who they are. */
  readonly signedInAt: Instant | undefined;
}

/** Joining one's own two records: signed in as one, with a code that went to the other, or vouched for. Until then nothing tells whose an address is. */
export class JoiningService {
  readonly #codes: Codes;
  readonly #asked: Attempts;

  constructor(
    private readonly parts: CodesParts & {
      readonly views: Pick<ViewStore, 'get' | 'list' | 'upTo'>;
      /** How far the views are. */
      readonly through: () => Position | undefined;
      readonly mailQueue: Pick<MailQueue, 'post'>;
    },
  ) {
    this.#codes = new Codes(parts);
    this.#asked = new Attempts(JOINING_LIMIT_CODES, JOINING_WINDOW_MS, () => Date.parse(parts.clock.now()));
  }

  /** Sends a code to the address, where it is that of another record. Settles the same way where it is not. */
  async sendCode(person: PersonId, email: string, from: string): Promise<void> {
    if (!this.#asked.allow(person) || !this.#otherWith(email, person)) return;
    const made = await this.#codes.make(this.parts.secrets.joining(person, email), person, from);
    if (!made.ok) return whyNoCode(made.error);
    // Looked up again right before sending: an erased person is not written to.
    const other = this.#otherWith(email, person);
    if (other)
      await this.parts.mailQueue.post(joiningEmail({ ...made.value, person: other.person, email: other.email }), made.value.expiresAt);
  }

  /** Joins the two with the code, or says why not. */
  async join(person: PersonId, { email, digits, from, signedInAt }: Proof): Promise<Result<Position, Refusal>> {
    // Before the code is used: it is good once.
    const notForGood = this.#whyNotForGood(person, signedInAt);
    if (notForGood) return notForGood;
    const wrong = refuse({ code: 'SIGN_IN.CODE_WRONG' as const, field: 'code' });
    // An address that nobody has is not written to the log.
    const other = this.#otherWith(email, person);
    // In the same turn: whatever the log has behind this was not asked of the person.
    const asOf = this.parts.through();
    if (!other) return wrong;
    const isNew = isNewAddress(addressChangedAt(other.person, viewReaderOf(this.parts.views)), this.parts.clock.now());
    const proven = await this.#codes.use(this.parts.secrets.joining(person, email), digits, from);
    if (!proven.ok) return proven;
    if (proven.value !== person) return wrong;
    // Who moved it may have had the code sent to themself. Said to nobody who lacks the code: it tells that the address is somebody's.
    if (isNew) return refuse({ code: 'JOINING.ADDRESS_NEW' });
    return this.#joinNow({ record: person, other: other.person, ...(asOf !== undefined && { asOf }) });
  }

  /** Joins the two without a code, where an administrator vouched that the mailbox of the other is not read. The decider says whether. */
  async agree(person: PersonId, other: PersonId, signedInAt: Instant | undefined): Promise<Result<Position, Refusal>> {
    const asOf = this.parts.through();
    const data = { record: person, other, withoutCode: true, ...(asOf !== undefined && { asOf }) };
    return this.#whyNotForGood(person, signedInAt) ?? this.#joinNow(data);
  }

  /** The hub joins them for the person, so the person is asked here. */
  #whyNotForGood(person: PersonId, signedInAt: Instant | undefined): Result<never, Refusal> | undefined {
    const changedAt = () => addressChangedAt(person, viewReaderOf(this.parts.views));
    const at = this.parts.clock.now();
    const code = whyNotForGood({ type: 'JoinRecords', by: person, at }, { signedInAt, addressChangedAt: changedAt });
    return code && refuse({ code });
  }

  async #joinNow(data: object): Promise<Result<Position, Refusal>> {
    const { dispatcher, clock } = this.parts;
    const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'JoinRecords', stampedAt: clock.now(), data }, HUB);
    return answer.outcome === 'accepted' ? ok(answer.position) : refuse({ code: answer.code });
  }

  #otherWith(email: string, person: PersonId): AccountRow | undefined {
    const where = { email: comparableEmail(email) };
    const account = this.parts.views.list<AccountRow>(accountView.name, { for: 'all', where, limitRows: 1 })[0]?.data;
    return account && account.person !== person ? account : undefined;
  }
}
