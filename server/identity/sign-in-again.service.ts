import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import { uuidv7 } from 'uuidv7';
import { signInAgainEmail } from '../mail/emails.js';
import type { MailQueue } from '../mail/mail-queue.js';
import { isInDoubt } from './in-doubt.js';
import { Codes, type Code, type CodesParts } from './codes.js';

/** A code that was made, and where it goes. */
interface Addressed {
  readonly code: Code;
  readonly account: AccountRow;
}

/** Who is signed in proves it anew, by a code to the address that they sign in with. Their session stays, and counts as fresh (0067). */
export class SignInAgainService {
  readonly #codes: Codes;

  constructor(
    private readonly parts: CodesParts & {
      readonly views: Pick<ViewStore, 'get'>;
      /** How far the views are. */
      readonly through: () => Position | undefined;
      /** Whether a record is known to be one of two, and they are read apart still. */
      readonly isSwitching: (person: PersonId) => boolean;
      readonly mailQueue: Pick<MailQueue, 'post'>;
      /** Where the hub is reached, for the email. */
      readonly publicUrl: string;
    },
  ) {
    this.#codes = new Codes(parts);
  }

  /** Makes a code, within the limits of signing in: both go to one mailbox. */
  async make(person: PersonId, from: string): Promise<Result<Addressed, Refusal>> {
    const account = this.#accountOf(person);
    if (!account) return refuse({ code: 'SIGN_IN.TOO_MANY_CODES' });
    const code = await this.#codes.make(this.parts.secrets.address(account.email), person, from);
    return code.ok ? ok({ code: code.value, account }) : code;
  }

  /** Sends it. Settles after the first try. */
  async send({ code, account: { person, email } }: Addressed): Promise<void> {
    const { mailQueue, publicUrl } = this.parts;
    // Looked up again right before sending: an erased person is not written to.
    if (this.#accountOf(person)) await mailQueue.post(signInAgainEmail({ ...code, person, email, publicUrl }), code.expiresAt);
  }

  /** Counts a session as signed in now, for the person with the code. */
  async prove(person: PersonId, session: string, digits: string, from: string): Promise<Result<Position, Refusal>> {
    const wrong = refuse({ code: 'SIGN_IN.CODE_WRONG' as const });
    const asOf = this.parts.through();
    const account = this.#accountOf(person);
    if (!account) return wrong;
    const notYet = refuse({ code: 'SIGN_IN.NOT_YET' as const });
    const isDoubtful = () => isInDoubt(this.#accountOf(person), this.parts.isSwitching);
    if (isDoubtful() && (await this.#codes.isGood(this.parts.secrets.address(account.email), digits, from))) return notYet;
    const used = await this.#codes.use(this.parts.secrets.address(account.email), digits, from);
    if (!used.ok) return used;
    if (used.value !== person) return wrong;
    if (isDoubtful()) return notYet;
    const { dispatcher, clock } = this.parts;
    const given = {
      commandId: uuidv7(),
      type: 'SignInAgain',
      stampedAt: clock.now(),
      data: { person, session, ...(asOf !== undefined && { asOf }) },
    };
    const answer = await dispatcher.dispatch(given, HUB);
    return answer.outcome === 'accepted' ? ok(answer.position) : refuse({ code: answer.code });
  }

  #accountOf(person: PersonId): AccountRow | undefined {
    return this.parts.views.get<AccountRow>(accountView.name, person)?.data;
  }
}
