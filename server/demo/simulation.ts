import type { CommandId, Day, EventId, Instant, InstitutionId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB, type Command, type Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { dayOf, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import type { HubDueReader, HubReader } from '@alongside/projections/views/index.js';
import type { View } from '@alongside/projections/engine/view.js';
import type { Rules } from '../commands/rules.js';
import { addressGiven, claimFor, type NameOfAddress } from '../commands/addresses.js';
import { commandIdFrom, eventIdOf } from '../commands/derived-ids.js';
import type { Outgoing } from '../privacy/sealed-log.js';
import { Shelf } from './shelf.js';
import type { Random } from './random.js';
import type { Stage } from './stage.js';

/** A command that a reactor gives because of an event. */
export interface FollowUp {
  readonly commandId: CommandId;
  readonly type: string;
  readonly data: unknown;
}

/** One event of the story, ready for the log. */
export interface ToldEvent {
  readonly stream: StreamId;
  readonly revision: number;
  readonly event: Outgoing<Event>;
}

/** As many as a position of the log has, so that what is told sorts after what was recalled. */
const POSITION_DIGITS = 16;

interface Folded {
  state: unknown;
  revision: number;
}

/** The rules and followers that the story is played by: the hub's own. */
export interface Play {
  readonly rules: Rules;
  readonly views: readonly View[];
  /** What the hub's reactors would do about an event. */
  readonly follow: (event: Recorded, look: HubReader) => readonly FollowUp[];
  /** What the hub's clock would do on a day. */
  readonly clockWork: (today: Day, look: HubDueReader) => readonly FollowUp[];
  /** The name of an email address in the log. */
  readonly nameOf: NameOfAddress;
}

/** Plays a story in memory, on a simulated clock, through the real deciders, policies, facts and views. Nothing touches a disk. */
export class Simulation implements Stage {
  readonly told: ToldEvent[] = [];
  readonly #streams = new Map<StreamId, Folded>();
  /** What had happened before, by stream: folded once a command needs it. */
  readonly #recalled = new Map<StreamId, Recorded[]>();
  readonly #shelf: Shelf;
  readonly #acts: { readonly when: Instant; readonly order: number; readonly act: () => void }[] = [];
  #now: Instant;
  #order = 0;
  #ids = 0;
  #position = 0;

  constructor(
    private readonly play: Play,
    readonly random: Random,
    readonly calendar: SchoolCalendar,
    from: Instant,
    /** Sets the ids of one telling apart from those of another. */
    private readonly idPrefix = '',
  ) {
    this.#now = from;
    this.#shelf = new Shelf(play.views);
  }

  get look(): HubReader {
    return this.#shelf;
  }

  /** Takes in an event that happened before this telling: the story goes on from there. Events are recalled in their order. */
  recall(event: Recorded): void {
    const before = this.#recalled.get(event.stream);
    if (before) before.push(event);
    else this.#recalled.set(event.stream, [event]);
    this.#shelf.apply(event);
    this.#position += 1;
    if (event.at > this.#now) this.#now = event.at;
  }

  now(): Instant {
    return this.#now;
  }

  today(): Day {
    return dayOf(this.#now);
  }

  at(when: Instant, act: () => void): void {
    this.#acts.push({ when, order: this.#order++, act });
    siftUp(this.#acts);
  }

  id(kind: string): string {
    return `${kind}-${this.idPrefix}${(this.#ids++).toString(36).padStart(5, '0')}`;
  }

  give(by: PersonId, type: string, data: unknown): boolean {
    return this.#give(by, type, data, this.id('c') as CommandId) === undefined;
  }

  must(by: PersonId, type: string, data: unknown): void {
    const refusal = this.#give(by, type, data, this.id('c') as CommandId);
    if (refusal) throw new Error(`The story expected ${type} to be accepted on ${this.today()}, and it was refused: ${refusal}`);
  }

  /** Plays every act up to a time, and the clock's work on every day between. */
  run(until: Instant): void {
    let day = this.today();
    for (let next = takeFirst(this.#acts); next && next.when <= until; next = takeFirst(this.#acts)) {
      this.#now = next.when > this.#now ? next.when : plusMinutes(this.#now, 0);
      if (this.today() !== day) {
        day = this.today();
        for (const due of this.play.clockWork(day, this.#shelf)) this.#give(HUB, due.type, due.data, due.commandId);
      }
      next.act();
    }
    this.#now = until;
  }

  /** Gives a command; the code of the refusal, or undefined where it was accepted. */
  #give(by: PersonId, type: string, given: unknown, commandId: CommandId): string | undefined {
    const { rules } = this.play;
    const aggregate = rules.aggregateOf(type);
    const parsed = aggregate?.commands[type]?.safeParse(given);
    if (!aggregate || !parsed) throw new Error(`The story gives a command that nobody knows: ${type}`);
    if (!parsed.success) throw new Error(`The story gives a ${type} of the wrong shape: ${parsed.error.message}`);
    const command: Command = { type, by, at: this.#now, on: this.today(), data: parsed.data };
    const stream = aggregate.streamOf(command);
    const folded = this.#streams.get(stream) ?? this.#fold(stream, aggregate.decider);
    const { facts, institutions } = rules.gather(aggregate, command, this.#shelf);
    if (!aggregate.policies[type]?.(rules.actorOf(by, this.#shelf), command, folded.state, facts)) return 'COMMAND.NOT_ALLOWED';
    const decision = aggregate.decider.decide(command, folded.state, facts);
    if (!decision.ok) return decision.error.code;
    const address = addressGiven(aggregate, decision.value, folded.state);
    if (address) {
      const claim = claimFor(address, { commandId, at: this.#now }, this.play.nameOf);
      const refusal = this.#give(HUB, 'ClaimAddress', claim, commandIdFrom('claim-address', commandId));
      if (refusal) return refusal;
    }
    const happened = decision.value.map((event, index) =>
      this.#record(stream, folded, aggregate.decider.evolve, event, { by, commandId, institutions, index }),
    );
    for (const event of happened) {
      for (const next of this.play.follow(event, this.#shelf)) this.#give(HUB, next.type, next.data, next.commandId);
    }
    return undefined;
  }

  #fold(stream: StreamId, { initial, evolve }: { initial: unknown; evolve: (state: unknown, event: Event) => unknown }): Folded {
    const before = this.#recalled.get(stream) ?? [];
    return { state: before.reduce<unknown>(evolve, initial), revision: before.at(-1)?.revision ?? -1 };
  }

  #record(
    stream: StreamId,
    folded: Folded,
    evolve: (state: unknown, event: Event) => unknown,
    event: Event,
    { by, commandId, institutions, index }: { by: PersonId; commandId: CommandId; institutions: readonly InstitutionId[]; index: number },
  ): Recorded {
    folded.state = evolve(folded.state, event);
    folded.revision += 1;
    this.#streams.set(stream, folded);
    const outgoing: Outgoing<Event> = {
      ...event,
      id: eventIdOf(this.#now, commandId, stream, index, 'demo') as EventId,
      at: this.#now,
      actor: by,
      commandId,
      institutions,
    };
    this.told.push({ stream, revision: folded.revision, event: outgoing });
    this.#position += 1;
    const recorded: Recorded = {
      ...outgoing,
      version: 1,
      stream,
      revision: folded.revision,
      position: String(this.#position).padStart(POSITION_DIGITS, '0') as Position,
      hash: '',
    };
    this.#shelf.apply(recorded);
    return recorded;
  }
}

type Queue = { readonly when: Instant; readonly order: number; readonly act: () => void }[];
const before = (a: Queue[number], b: Queue[number]) => a.when < b.when || (a.when === b.when && a.order < b.order);

/** A binary heap, earliest first: tens of thousands of acts are put in and taken out one at a time. */
function siftUp(heap: Queue): void {
  for (let child = heap.length - 1; child > 0;) {
    const parent = (child - 1) >> 1;
    const [a, b] = [heap[child], heap[parent]];
    if (!a || !b || !before(a, b)) return;
    [heap[child], heap[parent]] = [b, a];
    child = parent;
  }
}

function takeFirst(heap: Queue): Queue[number] | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  heap[0] = last;
  for (let parent = 0; ;) {
    const left = parent * 2 + 1;
    const [a, b] = [heap[left], heap[left + 1]];
    const child = a && b && before(b, a) ? left + 1 : left;
    const [top, under] = [heap[parent], heap[child]];
    if (!top || !under || !before(under, top)) return first;
    [heap[parent], heap[child]] = [under, top];
    parent = child;
  }
}
