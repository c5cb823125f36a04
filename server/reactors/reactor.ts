import type { CommandId, Instant } from '@alongside/domain/kernel/brand.js';
import type { Command } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyCommand, AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { commandIdFrom } from '../commands/derived-ids.js';

/** A command that follows from an event; the hub gives it. */
export type Asked = AnyCommand extends infer C
  ? C extends Command<infer Type, infer Data>
    ? { readonly type: Type; readonly data: Data }
    : never
  : never;

/** What a reactor may know beyond its event. */
export interface World {
  /** Views that have taken in at least the event. */
  readonly look: HubReader;
  readonly now: () => Instant;
  /** A keyed hash, hex: for what must be the same in every process, and must not be guessed. */
  readonly secret: (purpose: string, text: string) => string;
}

type React<E> = (event: E, world: World) => readonly Asked[];
export type EventTyped<Type extends AnyEvent['type']> = Recorded<Extract<AnyEvent, { type: Type }>>;

/**
 * A reaction to an event. Pure: it may run twice and in several processes, so it reads only event and record. Command ids follow from the
 * event.
 */
export interface Reactor {
  /** Stays as it is for ever: commands already given are known by it. */
  readonly name: string;
  readonly on: { readonly [Type in AnyEvent['type']]?: React<EventTyped<Type>> };
}

/** How an effect came to be called. */
export interface EffectMore {
  /** It was tried, failed and was set aside before. */
  readonly again: boolean;
}

/** Work outside the log that an event calls for, such as overwriting files. It may be called twice for one event. */
export interface Effect {
  readonly name: string;
  readonly on: { readonly [Type in AnyEvent['type']]?: (event: EventTyped<Type>, more?: EffectMore) => Promise<void> };
}

/** A process that has no record of its reactors begins so far back, in milliseconds; before that others have done the work, or it was imported. */
export const REACT_BACK_MS = 7 * 24 * 60 * 60 * 1_000;

/** A command that follows, with the id by which every process knows it. */
export interface FollowUp {
  readonly commandId: CommandId;
  readonly type: string;
  readonly data: unknown;
}

/** What a reactor asks for about any event; nothing for types that it does not follow. */
export function followUpsOf({ name, on }: Reactor, event: Recorded<AnyEvent>, world: World): readonly FollowUp[] {
  const react = on[event.type] as React<Recorded<AnyEvent>> | undefined;
  return (react?.(event, world) ?? []).map(({ type, data }, index) => ({ commandId: commandIdFrom(name, event.id, index), type, data }));
}
