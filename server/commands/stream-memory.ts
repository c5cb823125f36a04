import { setImmediate } from 'node:timers/promises';
import type { CommandId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Appended, Fingerprint, Recorded } from '@alongside/domain/kernel/event-store.js';
import type { SealedLog, Outgoing } from '../privacy/sealed-log.js';
import { Recent } from './recent.js';

/** How many streams a process keeps folded. */
export const STREAM_MEMORY_LIMIT_STREAMS = 2_000;

/** So many events are folded in one turn of the loop, some 25 ms of the largest streams: everybody else is served in between. */
const TURN_LIMIT_EVENTS = 2_000;

/** A command that the stream has already answered. */
export interface Answered {
  readonly actor: PersonId;
  readonly position: Position;
  readonly fingerprint: Fingerprint | undefined;
}

/** A stream as far as it was read: its state, where it ends, and the commands that made it. */
export interface Folded {
  readonly state: unknown;
  /** The last revision; −1 for a stream that is not there yet. */
  readonly revision: number;
  readonly position: Position | undefined;
  readonly commands: Map<CommandId, Answered>;
}

type Fold = { readonly initial: unknown; readonly evolve: (state: unknown, event: Event) => unknown };

/** Folds streams and keeps them folded, so that a command reads only what others have appended since. */
export class StreamMemory<E extends Event> {
  readonly #folded = new Recent<StreamId, Folded>(STREAM_MEMORY_LIMIT_STREAMS);

  constructor(private readonly log: Pick<SealedLog<E>, 'readStream'>) {}

  /** The stream as it stands now. */
  async load(stream: StreamId, fold: Fold): Promise<Folded> {
    const known = this.#folded.get(stream) ?? { state: fold.initial, revision: -1, position: undefined, commands: new Map() };
    const news = await this.log.readStream(stream, known.revision + 1);
    let folded: Folded = known;
    for (const [place, event] of news.entries()) {
      if (place > 0 && place % TURN_LIMIT_EVENTS === 0) await setImmediate();
      folded = next(folded, fold, event, event);
    }
    this.#folded.set(stream, folded);
    return folded;
  }

  /** Adds what this process has just appended itself. */
  extend(stream: StreamId, before: Folded, fold: Fold, events: readonly Outgoing<E>[], { revision, position }: Appended): void {
    const folded = events.reduce((sofar: Folded, event) => next(sofar, fold, event, { ...event, revision, position }), before);
    this.#folded.set(stream, folded);
  }

  /** Forgets every stream: a person was erased, and their words must not stay in memory. */
  clear(): void {
    this.#folded.clear();
  }
}

type At = Pick<Recorded, 'actor' | 'commandId' | 'position' | 'revision' | 'fingerprint'>;

function next(before: Folded, fold: Fold, event: Event, at: At): Folded {
  const { actor, commandId, position } = at;
  // The first event of a command carries its fingerprint; the answer is the position of the last.
  const fingerprint = at.fingerprint ?? before.commands.get(commandId)?.fingerprint;
  before.commands.set(commandId, { actor, position, fingerprint });
  return { state: fold.evolve(before.state, event), revision: at.revision, position: at.position, commands: before.commands };
}
