import type { CommandId, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { claimUntil } from '@alongside/domain/addresses/address.decider.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { GivenAddress } from '@alongside/domain/protocol/aggregate.js';
import type { AnyAggregate } from '@alongside/domain/protocol/registry.js';

/** A claim of an address, as the commands about it carry it. */
export interface AddressClaim {
  /** A keyed hash of the address. */
  readonly address: string;
  readonly person: PersonId;
  readonly command: CommandId;
  readonly until: Instant;
}

/** The name of an address in the log: a keyed hash, hex. */
export type NameOfAddress = (email: string) => string;

/** The address that events would give to a person; undefined for most. One command gives one address at most. */
export const addressGiven = (aggregate: AnyAggregate, events: readonly Event[], before: unknown): GivenAddress | undefined =>
  events.map((event) => aggregate.addressIn?.(event, before)).find((given) => given !== undefined);

/** What a command must claim before its events are appended. */
export const claimFor = (
  { person, email }: GivenAddress,
  { commandId, at }: { readonly commandId: CommandId; readonly at: Instant },
  nameOf: NameOfAddress,
): AddressClaim => ({ address: nameOf(email), person, command: commandId, until: claimUntil(at) });
