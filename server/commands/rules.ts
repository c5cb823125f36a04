import type { Joins } from '@alongside/domain/joining/joins.js';
import type { Instant, InstitutionId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Command } from '@alongside/domain/kernel/decider.js';
import type { Actor } from '@alongside/domain/policies/actor.js';
import type { AnyAggregate } from '@alongside/domain/protocol/registry.js';
import type { HubReader } from '@alongside/projections/views/index.js';

/** What a decision needs to know beyond its stream, and the institutions that its events concern. */
export interface Gathered {
  readonly facts: unknown;
  readonly institutions: readonly InstitutionId[];
  /** The field of the command whose new id stands for something else already. */
  readonly idInUse?: string | undefined;
}

/** The domain as the command path needs it: in the hub the whole registry, in a test one small aggregate. */
export interface Rules {
  /** The aggregate that a command type belongs to; undefined for a type that nobody knows. */
  readonly aggregateOf: (commandType: string) => AnyAggregate | undefined;
  readonly gather: (aggregate: AnyAggregate, command: Command, look: HubReader, through?: Position) => Gathered;
  /** Whose other commands the facts are about: decided one at a time with this one, within a process (0033). */
  readonly concernsOf?: (aggregate: AnyAggregate, command: Command, look: HubReader) => readonly PersonId[];
  readonly actorOf: (person: PersonId, look: HubReader) => Actor;
  /** When the address that a person signs in with was last changed; undefined while it is their first. */
  readonly addressChangedAt?: (person: PersonId, look: HubReader) => Instant | undefined;
  /** Whether a person was erased; absent where nobody is. */
  readonly isErased?: (person: PersonId, look: HubReader) => boolean;
  /** Whether nothing may be decided on a stream, because it is not as it was written. */
  readonly isClosed?: (stream: StreamId) => boolean;
  /** Whether nothing of this type may be decided now, because the clock would stamp it wrongly. */
  readonly isClockWrong?: (commandType: string, by: PersonId) => Promise<boolean>;
  /** Which records are one person's, as far as the views know. */
  readonly joins?: () => Joins;
  /** Whether a record is known to be one of two, and they are read apart still. */
  readonly isSwitching?: (person: PersonId) => boolean;
}
