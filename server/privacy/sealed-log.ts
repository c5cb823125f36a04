import type { CommandId, EventId, Instant, InstitutionId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import {
  mapPersonal,
  personalPlacesOf,
  personalValuesOf,
  type EventShape,
  type PersonalPlace,
} from '@alongside/domain/kernel/catalogue.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type {
  Appended,
  Conflict,
  EventStore,
  Expected,
  Fingerprint,
  NewEvent,
  ReadAllOptions,
  Recorded,
  StoredEvent,
  Subscription,
} from '@alongside/domain/kernel/event-store.js';
import type { Result } from '@alongside/domain/kernel/result.js';
import { Fingerprints } from './fingerprints.js';
import { isKeyEvent, type Keyring, type OwnedKey } from './keyring.js';
import { isSealed, openValue, sealValue, type SealedValue } from './sealing.js';

/** What the log must know of event types: their shape as written today, and how stored data of any version becomes an event of today. */
export interface EventTypes<E extends Event> {
  /** Undefined for a type that nobody knows. */
  readonly shapeOf: (type: string) => EventShape | undefined;
  /** Throws for a type that nobody knows. */
  readonly parse: (stored: { readonly type: string; readonly version: number; readonly data: unknown }) => E;
  /** Throws for an event that is not as its schema has it: a decider made a mistake, and the log must not keep it for ever. */
  readonly check: (event: Event) => void;
}

/** An event on its way to the log, in the clear. */
export type Outgoing<E extends Event> = E & {
  readonly id: EventId;
  readonly at: Instant;
  readonly actor: PersonId;
  readonly commandId: CommandId;
  readonly causationId?: EventId;
  readonly fingerprint?: Fingerprint;
  readonly institutions: readonly InstitutionId[];
};

export type HandleRecorded<E extends Event> = (events: readonly Recorded<E>[]) => Promise<void> | void;

/**
 * The log as the server sees it: typed events of today’s shape, with personal fields in the clear, or empty after erasure. The disk holds
 * sealed ones.
 */
export class SealedLog<E extends Event = Event> {
  #turn: Promise<unknown> = Promise.resolve();
  readonly #fingerprints: Fingerprints;
  readonly #personal = new Map<string, readonly PersonalPlace[]>();

  constructor(
    private readonly store: EventStore,
    private readonly keyring: Keyring,
    private readonly types: EventTypes<E>,
  ) {
    this.#fingerprints = new Fingerprints(keyring);
  }

  /** Seals and appends all events or none. A lost race is a value; an event of an unknown type throws. Appends reach the log in the order of the calls. */
  async append(stream: StreamId, expected: Expected, events: readonly Outgoing<E>[]): Promise<Result<Appended, Conflict>> {
    const sealing = Promise.all(events.map((event) => this.#sealed(event)));
    // Sealing waits for a key now and then: without a turn a later append of the same stream could overtake this one.
    const turn = this.#turn.then(() => sealing);
    // It may fail while an earlier append is still under way: the caller is told when its turn comes.
    sealing.catch(() => undefined);
    this.#turn = turn.catch(() => undefined);
    return this.store.append(stream, expected, await turn);
  }

  /** The fingerprint of the command that brings these events about; undefined where a person in it was erased. */
  fingerprintOf(content: string, events: readonly Outgoing<E>[]): Promise<Fingerprint | undefined> {
    const people = events.flatMap((event) => [event.actor, ...this.#valuesIn(event).map(({ owner }) => owner)]);
    return this.#fingerprints.make(content, people);
  }

  /** Whether a fingerprint was made of this content; undefined where nobody can tell any more. */
  matches(fingerprint: Fingerprint, content: string): Promise<boolean | undefined> {
    return this.#fingerprints.matches(fingerprint, content);
  }

  async readStream(stream: StreamId, fromRevision?: number): Promise<readonly Recorded<E>[]> {
    return this.#opened(await this.store.readStream(stream, fromRevision));
  }

  async *readAll(options?: ReadAllOptions): AsyncIterable<readonly Recorded<E>[]> {
    for await (const batch of this.store.readAll(options)) {
      const events = await this.#opened(batch);
      if (events.length > 0) yield events;
    }
  }

  /** Everything after a position, then everything new, in order, at least once. */
  follow(after: Position | undefined, handle: HandleRecorded<E>, onStopped?: (error: unknown) => void): Subscription {
    const opened = async (batch: readonly StoredEvent[]) => {
      const events = await this.#opened(batch);
      if (events.length > 0) await handle(events);
    };
    return this.store.follow(after, opened, onStopped);
  }

  /** The position of the last event of the history; absent where nothing has happened yet. Key events do not count: nobody who follows meets them. */
  async head(): Promise<Position | undefined> {
    const head = await this.store.head();
    return head === undefined || (await this.isEmpty()) ? undefined : head;
  }

  /** Nothing has happened in this hub yet. */
  async isEmpty(): Promise<boolean> {
    for await (const batch of this.store.readAll({ batchSizeEvents: 10 })) if (batch.some((event) => !isKeyEvent(event))) return false;
    return true;
  }

  #placesIn(type: string): readonly PersonalPlace[] {
    const known = this.#personal.get(type);
    if (known) return known;
    const shape = this.types.shapeOf(type);
    if (!shape) throw new Error(`No event type ${type} is known.`);
    const places = personalPlacesOf(shape);
    this.#personal.set(type, places);
    return places;
  }

  async #sealed(event: Outgoing<E>): Promise<NewEvent> {
    const { id, type, at, actor, commandId, causationId, fingerprint, institutions } = event;
    this.types.check(event);
    const keys = new Map<PersonId, OwnedKey>();
    for (const { owner } of this.#valuesIn(event)) keys.set(owner, await this.keyring.toSeal(owner));
    const data = mapPersonal(this.#placesIn(type), event.data, actor, ({ at: place, owner, value }) => {
      const key = keys.get(owner) ?? 'destroyed';
      return key === 'destroyed' ? { $sealed: '', of: owner } : sealValue(key, owner, id, place, value);
    });
    const version = this.types.shapeOf(type)?.version ?? 1;
    return {
      id,
      type,
      version,
      at,
      actor,
      commandId,
      institutions,
      data,
      ...(causationId && { causationId }),
      ...(fingerprint && { fingerprint }),
    };
  }

  #valuesIn({ type, actor, data }: Outgoing<E>) {
    return personalValuesOf(this.#placesIn(type), data, actor);
  }

  /** A person who is erased in the batch is erased in all of it: what comes behind may have been sealed before its writer heard. */
  async #opened(batch: readonly StoredEvent[]): Promise<readonly Recorded<E>[]> {
    for (const event of batch) if (event.type === 'PersonErased') this.keyring.erased((event.data as { person: PersonId }).person);
    const history = batch.filter((event) => !isKeyEvent(event));
    const keys = await this.#keysFor(history);
    return history.map((stored) => {
      const { type, data } = this.types.parse({ type: stored.type, version: stored.version, data: this.#clear(stored, keys) });
      return { ...stored, type, data } as Recorded<E>;
    });
  }

  /** Looked up once per batch and person: a batch of thousands of events is about few people. */
  async #keysFor(events: readonly StoredEvent[]): Promise<ReadonlyMap<PersonId, OwnedKey | undefined>> {
    const keys = new Map<PersonId, OwnedKey | undefined>();
    for (const event of events) {
      mapSealed(event.data, (at, { of }) => {
        keys.set(of, undefined);
        if (this.#isOfActor(event, at)) keys.set(event.actor, undefined);
      });
    }
    for (const person of keys.keys()) keys.set(person, await this.keyring.find(person));
    return keys;
  }

  #clear(event: StoredEvent, keys: ReadonlyMap<PersonId, OwnedKey | undefined>): unknown {
    return mapSealed(event.data, (at, value) => {
      const key = keys.get(value.of);
      // What was once sealed for another than its author goes with the author all the same.
      const isGone = this.#isOfActor(event, at) && keys.get(event.actor) === 'destroyed';
      if (key !== undefined && key !== 'destroyed' && value.$sealed !== '' && !isGone) return openValue(key, event.id, at, value);
      // A place that an older version had stands nowhere today: its upcast meets nothing there.
      return this.#placeAt(event.type, at)?.erased;
    });
  }

  #placeAt(type: string, at: string): PersonalPlace | undefined {
    const [field, , inner] = at.split('.');
    return this.#placesIn(type).find((place) =>
      inner === undefined ? !place.list && place.field === field : place.list === field && place.field === inner,
    );
  }

  #isOfActor({ type }: StoredEvent, at: string): boolean {
    return this.types.shapeOf(type) !== undefined && this.#placeAt(type, at)?.of === 'actor';
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The data of a stored event with something else for each sealed value: fields, and fields of the items of lists. The same data where nothing is sealed. */
function mapSealed(data: unknown, next: (at: string, value: SealedValue) => unknown): unknown {
  const inside = (holder: Fields, path: string): Fields => {
    let mapped: Record<string, unknown> | undefined;
    for (const [field, value] of Object.entries(holder)) {
      const at = `${path}${field}`;
      const after = isSealed(value) ? next(at, value) : path === '' && Array.isArray(value) ? items(value, at) : value;
      if (after !== value) (mapped ??= { ...holder })[field] = after;
    }
    return mapped ?? holder;
  };
  const items = (list: readonly unknown[], at: string): readonly unknown[] => {
    const mapped = list.map((item, index) => (isFields(item) ? inside(item, `${at}.${index}.`) : item));
    return mapped.every((item, index) => item === list[index]) ? list : mapped;
  };
  return isFields(data) ? inside(data, '') : data;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
