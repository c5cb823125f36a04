import { comparableEmail } from '@alongside/domain/text/folding.js';
import { ADDRESS_CLAIM_LIFE_MS, claimUntil } from '@alongside/domain/addresses/address.decider.js';
import { streamOf, type CommandId, type Instant, type PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { CLOCKS_DIFFER_MS, isPausedUntil } from '@alongside/domain/kernel/windows.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { ClaimMissing, ClaimOfAddress, ClaimRow } from '@alongside/projections/views/claim.view.js';
import { uuidv7 } from 'uuidv7';
import type { Clock } from '../app/clock.js';
import type { Logger } from '../app/logger.js';
import type { NameOfAddress } from '../commands/addresses.js';
import type { Dispatcher } from '../commands/dispatcher.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import { claimIn } from '../reactors/release-addresses-left.js';

const GIVES_ADDRESS: ReadonlySet<string> = new Set(['PersonJoined', 'EmailChanged', 'FurtherAddressGiven']);

/** How many claims are made, given up or released in one round, so that a large log that was written before claims is gone through in several. */
export const ADDRESS_ROUND_LIMIT_CLAIMS = 1_000;

/** Whether the process that made a claim may be at work still. One with an end further ahead than claims live was made by a wrong clock. */
const isHeld = ({ until }: ClaimOfAddress, now: Instant): boolean =>
  until === now || isPausedUntil(until, now, ADDRESS_CLAIM_LIFE_MS + CLOCKS_DIFFER_MS);

/**
 * Settles claims of addresses: expired ones of dead processes are given up ([AD4]), unused ones released ([AD3]), and older logs get theirs
 * in order ([AD9]).
 */
export class AddressKeeper {
  /** People whose shared address was told in the operations log by this process. */
  readonly #told = new Set<PersonId>();

  constructor(
    private readonly parts: {
      readonly dispatcher: Pick<Dispatcher<AnyEvent>, 'dispatch'>;
      readonly log: Pick<SealedLog<AnyEvent>, 'readStream'>;
      readonly look: HubReader;
      readonly clock: Clock;
      readonly logger: Logger;
      readonly nameOf: NameOfAddress;
      /** Every record of a person; absent where nobody was joined. */
      readonly recordsOf?: (person: PersonId) => readonly PersonId[];
      /** An event as it is read where records were joined. */
      readonly read?: (event: Recorded<AnyEvent>) => Recorded<AnyEvent>;
    },
  ) {}

  /** One round. Whatever it cannot do now is done in a later one. */
  async tidy(): Promise<void> {
    const now = this.parts.clock.now();
    for (const claim of this.#some('open')) if (claim.status === 'open' && !isHeld(claim, now)) await this.#giveUp(claim);
    for (const claim of this.#some('left')) if (claim.status === 'left') await this.#release(claim);
    for (const claim of this.#some('missing')) if (claim.status === 'missing') await this.#claim(claim);
  }

  /** People who have an address that belongs to another person: an administrator must change one of the two. */
  shared(): readonly PersonId[] {
    return this.parts.look
      .rows('claim', { status: 'missing' })
      .filter((row) => row.status === 'missing' && this.#emailOf(row) === undefined)
      .map(({ person }) => person);
  }

  #some(status: ClaimRow['status']): readonly ClaimRow[] {
    return this.parts.look.rows('claim', { status }).slice(0, ADDRESS_ROUND_LIMIT_CLAIMS);
  }

  /**
   * Marks the person’s stream first: the append of a slow process then fails and it must claim again. No claim is removed before its event.
   */
  async #giveUp(claim: ClaimOfAddress): Promise<void> {
    const { person, command } = claim;
    if (await this.#isGivenBy(person, command)) return;
    if (!(await this.#give('GiveUpAddress', { person, command }))) return;
    // Asked again: its event may have come just before the mark. After the mark it cannot.
    if (!(await this.#isGivenBy(person, command))) await this.#release(claim);
  }

  /** Whether a command gave a person an address that they have, as the log has it and not a view that may be behind. */
  async #isGivenBy(person: PersonId, command: CommandId): Promise<boolean> {
    for (const record of this.parts.recordsOf?.(person) ?? [person]) {
      const history = await this.parts.log.readStream(streamOf('person', record));
      const { read = (event) => event } = this.parts;
      if (history.findLast((event) => GIVES_ADDRESS.has(read(event).type))?.commandId === command) return true;
    }
    return false;
  }

  #release(claim: ClaimOfAddress): Promise<boolean> {
    return this.#give('ReleaseAddress', claimIn(claim));
  }

  async #claim(missing: ClaimMissing): Promise<void> {
    const { person, command } = missing;
    const email = this.#emailOf(missing);
    const claim = email && { address: this.parts.nameOf(email), person, command, until: claimUntil(this.parts.clock.now()) };
    if (claim && (await this.#give('ClaimAddress', claim))) return;
    if (this.#told.has(person)) return;
    this.#told.add(person);
    this.parts.logger.warn('Two people have one email address. An administrator must change one of the two.', { person });
  }

  /** The address that a person signs in with; undefined where the one in their profile is another person's. */
  #emailOf({ person, record }: ClaimMissing): string | undefined {
    if (record) return this.parts.look.row('account', record)?.email;
    const profile = this.parts.look.row('profile', person);
    const account = this.parts.look.row('account', person);
    return profile && account && comparableEmail(profile.email) === account.email ? account.email : undefined;
  }

  async #give(type: string, data: object): Promise<boolean> {
    const commandId = uuidv7() as CommandId;
    const answer = await this.parts.dispatcher.dispatch({ commandId, type, stampedAt: this.parts.clock.now(), data }, HUB);
    return answer.outcome === 'accepted';
  }
}
