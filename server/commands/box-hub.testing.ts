import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CommandId, InstitutionId, Instant, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { event } from '@alongside/domain/kernel/catalogue.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Expected, NewEvent } from '@alongside/domain/kernel/event-store.js';
import { ok, refuse } from '@alongside/domain/kernel/result.js';
import { hubActor } from '@alongside/domain/policies/actor.js';
import { aggregate } from '@alongside/domain/protocol/aggregate.js';
import { aggregateOf, eventShapeOf, type AnyAggregate } from '@alongside/domain/protocol/registry.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { Keyring } from '../privacy/keyring.js';
import { SealedLog } from '../privacy/sealed-log.js';
import { Dispatcher, type DispatchOptions } from './dispatcher.js';

export const [asha, ben, stranger] = ['asha', 'ben', 'stranger'] as [PersonId, PersonId, PersonId];
const NOW = '2026-03-02T09:00:00.000Z' as Instant;
const BOX_LIMIT_THINGS = 3;

const shapes = {
  ThingPutIn: event(z.object({ thing: z.string() })),
  KeyGiven: event(z.object({ person: z.string(), email: z.string() })),
};
const of = { box: z.string() };
const putIn = (thing: string) => ({ type: 'ThingPutIn', data: { thing } }) as const;
const given = (person: string, email: string) => ({ type: 'KeyGiven', data: { person, email } }) as const;

/** A box that takes three things, and whose keys go to people by their addresses. */
const box = aggregate({
  category: 'box',
  commands: {
    PutIn: z.object({ ...of, things: z.array(z.string()) }),
    GiveKey: z.object({ ...of, person: z.string(), email: z.string() }),
    BreakOpen: z.object(of),
  },
  events: shapes,
  decider: {
    initial: [] as readonly string[],
    decide: ({ data }, things) => {
      if (things.length >= BOX_LIMIT_THINGS) return refuse({ code: 'BOX.FULL', field: 'things' });
      if ('email' in data) return ok([putIn(`key of ${data.person}`), given(data.person, data.email)]);
      const fresh = 'things' in data ? data.things.filter((thing) => !things.includes(thing)) : [];
      return ok(fresh.map(putIn));
    },
    evolve: (things, { data }) => ('thing' in data ? [...things, data.thing] : things),
  },
  streamOf: ({ data }) => `box-${data.box}` as StreamId,
  policies: { PutIn: ({ person }) => person !== stranger, GiveKey: () => true, BreakOpen: () => true },
  addressIn: ({ data }) => ('email' in data ? { person: data.person as PersonId, email: data.email } : undefined),
}) as unknown as AnyAggregate;
// As a command would be whose policy was forgotten, if the compiler let them.
const { BreakOpen: _, ...policies } = box.policies;
const guarded: AnyAggregate = { ...box, policies };

/** A log in memory that others write to as well: just before this process does, as often as a spec says. */
class SharedStore extends MemoryEventStore {
  quicker: (() => Promise<unknown>) | undefined;
  /** Streams in the order in which this process tried to append to them. */
  readonly tried: StreamId[] = [];

  override async append(stream: StreamId, expected: Expected, events: readonly NewEvent[]) {
    this.tried.push(stream);
    const { quicker } = this;
    this.quicker = undefined;
    await quicker?.();
    return super.append(stream, expected, events);
  }
}

/** The command path over a log in memory, with boxes and addresses for its domain. */
export class BoxHub {
  readonly store = new SharedStore();
  readonly log: SealedLog<Event>;
  now = NOW;
  /** The positions that the views were asked for, and what they answer. */
  readonly awaited: Position[] = [];
  caughtUp: (position: Position) => Promise<boolean> = async () => true;
  through: Position | undefined;
  idInUse: string | undefined;
  /** Whom every command concerns beside the one who gives it. */
  concerns: readonly PersonId[] = [];
  /** Who decided, in order. */
  readonly decided: PersonId[] = [];
  readonly #dispatcher: Dispatcher;
  #commands = 0;

  constructor() {
    const keyring = new Keyring(this.store, { bytes: randomBytes(32), fingerprint: 'spec', made: false }, () => NOW);
    const shapeOf = (type: string) => (type in shapes ? shapes[type as keyof typeof shapes] : eventShapeOf(type));
    this.log = new SealedLog<Event>(this.store, keyring, { shapeOf, parse: ({ type, data }) => ({ type, data }), check: () => undefined });
    this.#dispatcher = this.another();
  }

  /** One more process on the same log. */
  another(): Dispatcher {
    const facts = {
      look: undefined as unknown as HubReader,
      through: () => this.through,
      caughtUp: (position: Position) => {
        this.awaited.push(position);
        return this.caughtUp(position);
      },
    };
    const rules = {
      aggregateOf: (type: string) => (Object.hasOwn(box.commands, type) ? guarded : aggregateOf(type)),
      gather: () => ({ facts: undefined, institutions: ['school'] as InstitutionId[], idInUse: this.idInUse }),
      concernsOf: () => this.concerns,
      actorOf: (person: PersonId) => {
        this.decided.push(person);
        return { ...hubActor, person };
      },
    };
    return new Dispatcher(this.log, facts, rules, { now: () => this.now }, (email) => Buffer.from(email.padEnd(32)).toString('hex'));
  }

  get dispatcher(): Dispatcher {
    return this.#dispatcher;
  }

  give(by: PersonId, type: string, data: Readonly<Record<string, unknown>>, id = this.newId(), options: DispatchOptions = {}) {
    return this.#dispatcher.dispatch(envelopeOf(type, data, id), by, options);
  }
  putIn(by: PersonId, things: readonly string[], id?: string, options?: DispatchOptions) {
    return this.give(by, 'PutIn', { box: 'b1', things }, id, options);
  }
  newId(): string {
    return `n${(this.#commands += 1)}`;
  }

  /** What is in a stream of the log. */
  history(stream = 'box-b1') {
    return this.log.readStream(stream as StreamId);
  }
}

export const envelopeOf = (type: string, data: unknown, id: string) => ({ commandId: id as CommandId, type, stampedAt: NOW, data });
