import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import { uuidv7 } from 'uuidv7';
import { addressTakenEmail, proofEmail } from '../mail/address-emails.js';
import type { MailQueue } from '../mail/mail-queue.js';
import { NOTIFICATION_LIMIT_MS } from '../mail/send-notifications.js';
import { Attempts } from './attempts.js';
import { Codes, whyNoCode, type CodesParts } from './codes.js';

/** Codes that one person asks for within `OWN_ADDRESS_WINDOW_MS`, whichever addresses they name: no stranger's mailbox is flooded. */
export const OWN_ADDRESS_LIMIT_CODES = 10;
const OWN_ADDRESS_WINDOW_MS = 60 * 60 * 1_000;

/** One's own email address: the new one is proven by a code that is sent there. Until then nothing tells whether it is another person's. */
export class OwnAddressService {
  readonly #codes: Codes;
  readonly #asked: Attempts;

  constructor(
    private readonly parts: CodesParts & {
      readonly views: Pick<ViewStore, 'get' | 'list'>;
      readonly mailQueue: Pick<MailQueue, 'post'>;
      readonly publicUrl: string;
    },
  ) {
    this.#codes = new Codes(parts);
    this.#asked = new Attempts(OWN_ADDRESS_LIMIT_CODES, OWN_ADDRESS_WINDOW_MS, () => Date.parse(parts.clock.now()));
  }

  /** Sends a code to the new address. Where it is another person's, its owner is told kindly instead, and this settles the same way. */
  async sendCode(person: PersonId, email: string, from: string): Promise<void> {
    if (!this.#asked.allow(person)) return;
    const made = await this.#codes.make(this.parts.secrets.proof(person, email), person, from);
    if (!made.ok) return whyNoCode(made.error);
    const code = made.value;
    const { mailQueue, views, publicUrl, clock } = this.parts;
    const owner = views.list<AccountRow>(accountView.name, { for: 'all', where: { email: comparableEmail(email) }, limitRows: 1 })[0]?.data;
    const isOthers = owner !== undefined && owner.person !== person;
    if (isOthers) {
      const until = new Date(Date.parse(clock.now()) + NOTIFICATION_LIMIT_MS).toISOString() as Instant;
      await mailQueue.post(addressTakenEmail({ key: code.key, person: owner.person, email: owner.email, publicUrl }), until);
    }
    // Looked up right before sending: an erased person is not written to.
    else if (views.get(accountView.name, person))
      await mailQueue.post(proofEmail({ ...code, person, email: email.trim() }), code.expiresAt);
  }

  /** Changes the address for the person with the code. `session`: the one that stays open. */
  async change(
    person: PersonId,
    { email, digits, session, from }: { readonly email: string; readonly digits: string; readonly session: string; readonly from: string },
  ): Promise<Result<Position, Refusal>> {
    const proven = await this.#codes.use(this.parts.secrets.proof(person, email), digits, from);
    if (!proven.ok) return proven;
    if (proven.value !== person) return refuse({ code: 'SIGN_IN.CODE_WRONG', field: 'code' });
    return this.changeProven(person, email, session);
  }

  /** Changes it to an address that is known to be theirs. */
  async changeProven(person: PersonId, email: string, session: string): Promise<Result<Position, Refusal>> {
    const { dispatcher, clock } = this.parts;
    const data = { person, email: email.trim(), session };
    const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ChangeEmail', stampedAt: clock.now(), data }, HUB);
    return answer.outcome === 'accepted'
      ? ok(answer.position)
      : refuse({ code: answer.code, ...(answer.field && { field: answer.field }) });
  }
}
