import { comparableEmail } from '@alongside/domain/text/folding.js';
import { streamOf, type Instant, type PersonId, type Position } from '@alongside/domain/kernel/brand.js';
import { withJobOf } from '@alongside/domain/joining/newer-job.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { olderOf } from '@alongside/projections/facts/joining.facts.js';
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
      /** Every record of a person, also those that were joined before. */
      readonly recordsOf: (person: PersonId) => readonly PersonId[];
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
    // A coordinator who changed it may have had the code sent to themself. Said only with the code: it tells that the address is in use.
    if (isNew) return refuse({ code: 'JOINING.ADDRESS_NEW' });
    return this.#joinNow(person, { other: other.person, ...(asOf !== undefined && { asOf }) });
  }

  /** Joins the two without a code, where an administrator vouched that the mailbox of the other is not read. The decider says whether. */
  async agree(person: PersonId, other: PersonId, signedInAt: Instant | undefined): Promise<Result<Position, Refusal>> {
    const asOf = this.parts.through();
    const data = { other, withoutCode: true, ...(asOf !== undefined && { asOf }) };
    return this.#whyNotForGood(person, signedInAt) ?? this.#joinNow(person, data);
  }

  /** The hub joins them for the person, so the person is asked here. */
  #whyNotForGood(person: PersonId, signedInAt: Instant | undefined): Result<never, Refusal> | undefined {
    const changedAt = () => addressChangedAt(person, viewReaderOf(this.parts.views));
    const at = this.parts.clock.now();
    const code = whyNotForGood({ type: 'JoinRecords', by: person, at }, { signedInAt, addressChangedAt: changedAt });
    return code && refuse({ code });
  }

  async #joinNow(record: PersonId, data: { readonly other: PersonId }): Promise<Result<Position, Refusal>> {
    // Before the two are one: read so, what an import said of the newer record is told to nobody.
    const newer = await this.#newerJob(record, data.other);
    const answer = await this.#give('JoinRecords', { record, ...data }, HUB);
    if (answer.outcome === 'rejected') return refuse({ code: answer.code });
    // Joined all the same where this is refused: their person reads on the page to check it.
    const profile = newer && (await newer.profileNow());
    const kept = profile && (await this.#give('DescribeProfile', { person: newer.kept, profile }, newer.kept));
    return ok(kept?.outcome === 'accepted' ? kept.position : answer.position);
  }

  #give(type: string, data: object, by: PersonId) {
    const { dispatcher, clock } = this.parts;
    return dispatcher.dispatch({ commandId: uuidv7(), type, stampedAt: clock.now(), data }, by);
  }

  /** The kept record, where an import gave the other a job later than anything was said on it; undefined where none did. */
  async #newerJob(record: PersonId, other: PersonId) {
    const kept = olderOf(record, other, viewReaderOf(this.parts.views));
    if (kept === null) return undefined;
    const [own, others] = [kept, kept === record ? other : record].map((one) => this.parts.recordsOf(one));
    const said = await this.#describedOf(others ?? []);
    if (said?.data.withJoin !== true) return undefined;
    const isNewer = (had: typeof said | undefined) => had === undefined || said.position > had.position;
    if (!isNewer(await this.#describedOf(own ?? []))) return undefined;
    /** Beside what is said of the kept record by then: its person may write as the two are joined. Undefined where nothing changes. */
    const profileNow = async () => {
      const had = await this.#describedOf(own ?? []);
      return isNewer(had) ? withJobOf(said.data.profile, had?.data.profile) : undefined;
    };
    return { kept, profileNow };
  }

  /** The job that the person of both would have. */
  async jobOfBoth(kept: PersonId, joined: PersonId): Promise<string> {
    const [own, other] = await Promise.all([kept, joined].map((one) => this.#describedOf(this.parts.recordsOf(one))));
    const job = own?.data.profile.jobTitle ?? '';
    if (!other || (own && own.position > other.position)) return job;
    return other.data.profile.jobTitle || (other.data.withJoin ? job : '');
  }

  /** What was said last of the work of a person, on any of these records. */
  async #describedOf(records: readonly PersonId[]) {
    const histories = await Promise.all(records.map((one) => this.parts.log.readStream(streamOf('person', one))));
    const last = histories
      .flat()
      .filter(({ type }) => type === 'ProfileDescribed')
      .toSorted((a, b) => (a.position < b.position ? -1 : 1))
      .at(-1);
    // Found by its type.
    return last && { position: last.position, data: last.data as Extract<PersonEvent, { type: 'ProfileDescribed' }>['data'] };
  }

  #otherWith(email: string, person: PersonId): AccountRow | undefined {
    const where = { email: comparableEmail(email) };
    const account = this.parts.views.list<AccountRow>(accountView.name, { for: 'all', where, limitRows: 1 })[0]?.data;
    return account && account.person !== person ? account : undefined;
  }
}
