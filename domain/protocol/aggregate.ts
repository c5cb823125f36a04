import type { PersonId, StreamId } from '../kernel/brand.js';
import type { CommandCatalogue, CommandOf, EventCatalogue, EventOf } from '../kernel/catalogue.js';
import type { Command, Decider, Event } from '../kernel/decider.js';
import type { Refusal } from '../kernel/result.js';
import type { Actor } from '../policies/actor.js';
import type { RowAudience } from '../policies/audience.js';

/**
 * Everything the generic command path needs to know of one area. A new aggregate is one of these and one line in
 * `domain/protocol/registry.ts`.
 */
export interface Aggregate<State, C extends Command, E extends Event, R extends Refusal = Refusal, Facts = unknown> {
  /** The first word of its streams. */
  readonly category: string;
  readonly commands: CommandCatalogue;
  readonly events: EventCatalogue;
  readonly decider: Decider<State, C, E, R, Facts>;
  /** The stream that a command is about. */
  readonly streamOf: (command: C) => StreamId;
  /** Who may give each command. A command without a policy does not compile. */
  readonly policies: Policies<C, State, Facts>;
  /** The email address that an event gives to a person who did not have it before. It is claimed before the event is appended ([AD1]). */
  readonly addressIn?: ((event: E, before: State) => GivenAddress | undefined) | undefined;
  /**
   * Who may know all of a state, by the id of its stream: their browsers decide by it. Empty: nobody, for good. Absent: nobody is ever sent one
   * (0039).
   */
  readonly knownTo?: ((state: State, id: string) => RowAudience) | undefined;
}

/** An email address, as it was typed, and whose it becomes. */
export interface GivenAddress {
  readonly person: PersonId;
  readonly email: string;
}

/** One rule per command type: may this actor give it, as things stand? */
export type Policies<C extends Command, State, Facts> = {
  readonly [Type in C['type']]: (actor: Actor, command: Extract<C, { type: Type }>, state: State, facts: Facts) => boolean;
};

/** Ties an area together and checks that its parts speak of the same commands and events. */
export function aggregate<CC extends CommandCatalogue, EC extends EventCatalogue, State, R extends Refusal, Facts>(parts: {
  category: string;
  commands: CC;
  events: EC;
  decider: Decider<State, CommandOf<CC>, EventOf<EC>, R, Facts>;
  streamOf: (command: CommandOf<CC>) => StreamId;
  policies: Policies<CommandOf<CC>, State, Facts>;
  addressIn?: (event: EventOf<EC>, before: State) => GivenAddress | undefined;
  knownTo?: (state: State, id: string) => RowAudience;
}): Aggregate<State, CommandOf<CC>, EventOf<EC>, R, Facts> {
  return parts as unknown as Aggregate<State, CommandOf<CC>, EventOf<EC>, R, Facts>;
}
