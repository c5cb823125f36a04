import { setImmediate } from 'node:timers/promises';
import type { CommandId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { NOTHING, type Joins } from '@alongside/domain/joining/joins.js';
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
  /** How often the memory had been cleared when it was folded. */
  readonly generation: number;
}

type Fold = { readonly initial: unknown; readonly evolve: (state: unknown, event: Event) => unknown };

/** Folds streams and keeps them folded, so that a command reads only what others have appended since. */
export class StreamMemory<E extends Event> {
  readonly #folded = new Recent<StreamId, Folded>(STREAM_MEMORY_LIMIT_STREAMS);
  /** What was folded before the memory was cleared must not come back to it. */
  #generation = 0;

  constructor(
    private readonly log: Pick<SealedLog<E>, 'readStream'>,
    private readonly joins: () => Joins | undefined = () => undefined,
  ) {}

  /** The stream as it stands now. */
  async load(stream: StreamId, fold: Fold): Promise<Folded> {
    const joins = this.joins();
    const generation = this.#generation;
    const others = joins?.streamsInto(stream) ?? [];
    if (joins && others.length > 0) return this.#merged(stream, others, joins, fold);
    const known = this.#folded.get(stream) ?? { ...begun(fold), generation };
    const news = await this.log.readStream(stream, known.revision + 1);
    let folded: Folded = known;
    for (const [place, event] of news.entries()) {
      if (place > 0 && place % TURN_LIMIT_EVENTS === 0) await setImmediate();
      folded = next(folded, fold, joins?.read(event) ?? event, event);
    }
    if (generation === this.#generation) this.#folded.set(stream, folded);
    return folded;
  }

  /** One person's stream with those of joined records, in the order of the log. Not kept: these are few and short. */
  async #merged(stream: StreamId, others: readonly StreamId[], joins: Joins, fold: Fold): Promise<Folded> {
    const [own = [], ...joined] = await Promise.all([stream, ...others].map((one) => this.log.readStream(one)));
    const all = [...own, ...joined.flat()].toSorted((a, b) => (a.position < b.position ? -1 : 1));
    const folded = all.reduce((sofar: Folded, event) => next(sofar, fold, joins.read(event), event), {
      ...begun(fold),
      generation: this.#generation,
    });
    return { ...folded, revision: own.at(-1)?.revision ?? -1 };
  }

  /** Adds what this process has just appended itself. */
  extend(stream: StreamId, before: Folded, fold: Fold, events: readonly Outgoing<E>[], { revision, position }: Appended): void {
    const folded = events.reduce((sofar: Folded, event) => next(sofar, fold, event, { ...event, revision, position }), before);
    const isMerged = (this.joins()?.streamsInto(stream) ?? []).length > 0;
    if (before.generation === this.#generation && !isMerged) this.#folded.set(stream, folded);
  }

  /** Forgets every stream: a person was erased, and their words must not stay in memory; or streams are read as another person's. */
  clear(): void {
    this.#generation += 1;
    this.#folded.clear();
  }
}

const begun = ({ initial }: Fold): Omit<Folded, 'generation'> => ({
  state: initial,
  revision: -1,
  position: undefined,
  commands: new Map(),
});

type At = Pick<Recorded, 'actor' | 'commandId' | 'position' | 'revision' | 'fingerprint'>;

function next(before: Folded, fold: Fold, event: Event & { readonly actor: PersonId }, at: At): Folded {
  const { commandId, position } = at;
  const { actor } = event;
  // The first event of a command carries its fingerprint; the answer is the position of the last.
  const fingerprint = at.fingerprint ?? before.commands.get(commandId)?.fingerprint;
  before.commands.set(commandId, { actor, position, fingerprint });
  // What a joined record said of itself as a record is no event of any rules.
  const isTold = event.type !== NOTHING && event.type !== 'FurtherAddressGiven';
  const state = isTold ? fold.evolve(before.state, event) : before.state;
  return { ...before, state, revision: at.revision, position: at.position };
}
