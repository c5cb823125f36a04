import type { CommandId, Instant, PersonId } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { AddressCommand } from './address.commands.js';
import type { AddressEvent } from './address.events.js';

/** How long a claim waits for the event of its command, in milliseconds. Later the hub gives the claim up: the process that made it has died. */
export const ADDRESS_CLAIM_LIFE_MS = 60_000;

/** The end of a claim that is made at this moment. */
export const claimUntil = (at: Instant): Instant => new Date(Date.parse(at) + ADDRESS_CLAIM_LIFE_MS).toISOString() as Instant;

export type AddressRefusal = Refusal<'PERSON.EMAIL_TAKEN'>;

interface Claim {
  readonly person: PersonId;
  readonly command: CommandId;
  readonly until: Instant;
}
export type Address = { readonly kind: 'free' } | ({ readonly kind: 'held' } & Claim);

const isSame = (one: Claim, other: Claim): boolean =>
  one.person === other.person && one.command === other.command && one.until === other.until;

function decide({ type, data }: AddressCommand, address: Address): Result<readonly AddressEvent[], AddressRefusal> {
  switch (type) {
    case 'ClaimAddress':
      if (address.kind === 'held' && address.person !== data.person) return refuse({ code: 'PERSON.EMAIL_TAKEN', field: 'email' });
      // A later claim replaces the person's own earlier one, so that giving up the earlier one cannot end it.
      return ok(address.kind === 'held' && isSame(address, data) ? [] : [{ type: 'AddressClaimed', data }]);
    case 'ReleaseAddress':
      return ok(
        address.kind === 'held' && isSame(address, data)
          ? [{ type: 'AddressReleased', data: { address: data.address, person: data.person } }]
          : [],
      );
  }
}

function evolve(_address: Address, { type, data }: AddressEvent): Address {
  switch (type) {
    case 'AddressClaimed':
      return { kind: 'held', person: data.person, command: data.command, until: data.until };
    case 'AddressReleased':
      return { kind: 'free' };
  }
}

/** Whose an address is. It belongs to one person at a time, from however many processes it is claimed. */
export const address: Decider<Address, AddressCommand, AddressEvent, AddressRefusal> = { initial: { kind: 'free' }, decide, evolve };
