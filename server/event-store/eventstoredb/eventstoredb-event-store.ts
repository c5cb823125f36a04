import {
  BACKWARDS,
  END,
  excludeSystemEvents,
  NO_STREAM,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type EventStoreDBClient,
  type StreamingRead,
} from '@eventstore/db-client';
import { setTimeout } from 'node:timers/promises';
import type { Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type {
  Appended,
  Conflict,
  EventStore,
  Expected,
  Handle,
  NewEvent,
  ReadAllOptions,
  StoredEvent,
  Subscription,
} from '@alongside/domain/kernel/event-store.js';
import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import { batchSize, checkAppend, checkKeyStream, checkStream, conflict, EventIdReused, EventStoreClosed, isExpected } from '../checks.js';
import { reportStopped } from '../following.js';
import { hashFor, isChained } from '../hash.js';
import { inOperatorsWords } from './failures.js';
import { KnownStreams, type KnownStream } from './known-streams.js';
import { fromPosition, fromServer, toPosition, toServer } from './mapping.js';
import { Resubscribing, type FollowTrouble } from './resubscribing.js';

/** The part of the server's client that the adapter uses. */
export type Client = Pick<EventStoreDBClient, 'appendToStream' | 'readStream' | 'readAll' | 'subscribeToAll' | 'deleteStream' | 'dispose'>;

/** How often an append that expects nothing is tried again when another writer was quicker. */
const RACE_LIMIT_TRIES = 100;

/** The log in an EventStoreDB or KurrentDB cluster, for hubs that outgrow one machine. */
export class EventStoreDbEventStore implements EventStore {
  readonly #client: Client;
  readonly #url: string;
  readonly #report: (trouble: FollowTrouble) => void;
  readonly #known = new KnownStreams();
  readonly #followings = new Set<Resubscribing>();
  /** The appends under way per stream: two of one process would only race each other. */
  readonly #turns = new Map<StreamId, Promise<unknown>>();
  #closed = false;

  /** `url` is only for messages. `report`: told of followers that lose the server, and find it again. */
  constructor(client: Client, url: string, report: (trouble: FollowTrouble) => void = () => undefined) {
    this.#client = client;
    this.#url = url;
    this.#report = report;
  }

  async append(stream: StreamId, expected: Expected, events: readonly NewEvent[]): Promise<Result<Appended, Conflict>> {
    this.#mustBeOpen();
    const bodies = checkAppend(stream, expected, events);
    return this.#inTurn(stream, () => this.#explained(() => this.#append(stream, expected, events, bodies)));
  }

  async readStream(stream: StreamId, fromRevision = 0): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen();
    checkStream(stream);
    return this.#explained(() => this.#read(stream, fromRevision));
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    this.#mustBeOpen();
    const size = batchSize(options.batchSizeEvents);
    let left = options.limitEvents ?? Number.POSITIVE_INFINITY;
    if (left <= 0) return;
    const { after } = options;
    const reading = this.#client.readAll({ fromPosition: after === undefined ? START : fromPosition(after) });
    let batch: StoredEvent[] = [];
    try {
      for await (const resolved of kept(reading)) {
        const event = fromServer(resolved);
        // The server reads from a position on, the port from after it.
        if (!event || (after !== undefined && event.position <= after)) continue;
        batch.push(event);
        left--;
        if (left > 0 && batch.length < size) continue;
        yield batch;
        batch = [];
        if (left <= 0) return;
      }
    } catch (error) {
      throw inOperatorsWords(error, this.#url);
    } finally {
      leave(reading);
    }
    if (batch.length > 0) yield batch;
  }

  async head(): Promise<Position | undefined> {
    return (await this.last())?.position;
  }

  async last(counts: (event: StoredEvent) => boolean = () => true): Promise<StoredEvent | undefined> {
    this.#mustBeOpen();
    return this.#explained(async () => {
      const reading = this.#client.readAll({ direction: BACKWARDS, fromPosition: END });
      try {
        for await (const resolved of kept(reading)) {
          const event = fromServer(resolved);
          if (event && counts(event)) return event;
        }
        return undefined;
      } finally {
        leave(reading);
      }
    });
  }

  follow(after: Position | undefined, handle: Handle, onStopped?: (error: unknown) => void): Subscription {
    this.#mustBeOpen();
    if (after !== undefined) fromPosition(after);
    const following = new Resubscribing(
      {
        subscribe: (from) =>
          this.#client.subscribeToAll({ fromPosition: from === undefined ? START : fromPosition(from), filter: excludeSystemEvents() }),
        wait: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
        explain: (error) => inOperatorsWords(error, this.#url),
        report: this.#report,
        now: () => performance.now(),
      },
      after,
      handle,
      (ended, error) => {
        this.#followings.delete(ended);
        if (error) reportStopped(onStopped, error.cause);
      },
    );
    this.#followings.add(following);
    return following;
  }

  /** Deletes softly, so that the name can be used again. Until the server is scavenged, a key wrapped by the master key is left. */
  async shred(stream: StreamId): Promise<void> {
    this.#mustBeOpen();
    checkKeyStream(stream);
    await this.#inTurn(stream, () =>
      this.#explained(async () => {
        this.#known.forget(stream);
        if ((await this.#read(stream, 0)).length > 0) await this.#client.deleteStream(stream);
      }),
    );
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#followings].map((following) => following.close()));
    await Promise.allSettled(this.#turns.values());
    await this.#client.dispose();
  }

  async #append(
    stream: StreamId,
    expected: Expected,
    events: readonly NewEvent[],
    bodies: readonly string[],
  ): Promise<Result<Appended, Conflict>> {
    for (let tries = 0; tries < RACE_LIMIT_TRIES; tries++) {
      const known = await this.#catchUp(stream);
      const before = alreadyIn(stream, known, events);
      if (before !== undefined) return ok(await this.#appendedBefore(stream, before));
      if (!isExpected(expected, known?.revision)) return refuse(conflict(expected, known?.revision));
      const appended = await this.#tryAppend(stream, known, events, bodies);
      if (appended) return ok(appended);
    }
    throw new Error(`Other writers were quicker ${RACE_LIMIT_TRIES} times in a row at ${stream}.`);
  }

  /** Appends at exactly the end that is known; undefined where another writer was quicker. */
  async #tryAppend(
    stream: StreamId,
    known: KnownStream | undefined,
    events: readonly NewEvent[],
    bodies: readonly string[],
  ): Promise<Appended | undefined> {
    let [revision, hash] = [known?.revision ?? -1, known?.hash ?? ''];
    const hashed = events.map((event, index) => {
      revision++;
      hash = hashFor(hash, stream, revision, event.id, bodies[index] ?? '');
      return { event, id: event.id, revision, hash };
    });
    try {
      const result = await this.#client.appendToStream(
        stream,
        hashed.map((each) => toServer(each.event, each.hash)),
        { expectedRevision: known ? BigInt(known.revision) : NO_STREAM },
      );
      // A client that was told not to throw says so like this.
      if (!result.success) return undefined;
      const last = Number(result.nextExpectedRevision);
      // A stream that was shredded goes on counting where it was: what was reckoned from 0 is moved up.
      this.#known.add(
        stream,
        hashed.map((each) => ({ ...each, revision: each.revision + last - revision })),
      );
      return result.position ? { revision: last, position: toPosition(result.position) } : await this.#appendedBefore(stream, last);
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return undefined;
      // Whether it was written is not known: the next append looks for itself.
      this.#known.forget(stream);
      throw error;
    }
  }

  async #catchUp(stream: StreamId): Promise<KnownStream | undefined> {
    const known = this.#known.get(stream);
    // A key stream may have been shredded and begun again by another process, so it is read as a whole: it holds a handful of events.
    if (!isChained(stream)) this.#known.forget(stream);
    this.#known.add(stream, await this.#read(stream, known && isChained(stream) ? known.revision + 1 : 0));
    return this.#known.get(stream);
  }

  async #appendedBefore(stream: StreamId, revision: number): Promise<Appended> {
    const [event] = await this.#read(stream, revision, 1);
    if (!event) throw new Error(`Revision ${revision} of ${stream} was appended and cannot be read.`);
    return { revision, position: event.position };
  }

  async #read(stream: StreamId, fromRevision: number, maxCount?: number): Promise<readonly StoredEvent[]> {
    const found: StoredEvent[] = [];
    try {
      const options = { fromRevision: BigInt(fromRevision), ...(maxCount === undefined ? {} : { maxCount }) };
      for await (const resolved of this.#client.readStream(stream, options)) {
        const event = fromServer(resolved);
        if (!event) throw new Error(`Stream ${stream} on the event store holds an event that the hub did not write.`);
        found.push(event);
      }
      return found;
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  async #explained<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw inOperatorsWords(error, this.#url);
    }
  }

  async #inTurn<T>(stream: StreamId, act: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(stream) ?? Promise.resolve();
    const turn = before.then(act, act);
    this.#turns.set(stream, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(stream) === turn) this.#turns.delete(stream);
    }
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new EventStoreClosed();
  }
}

/** What a read brings, which stays open where its reader stops half-way. */
const kept = <E>(reading: StreamingRead<E>): AsyncIterable<E> => reading.iterator({ destroyOnReturn: false });

/** Ends a read half-way. What had arrived is thrown away, not left: a call that nobody reads to its end keeps the client from ever closing. */
function leave(reading: StreamingRead<unknown>): void {
  reading.on('error', () => undefined);
  reading.resume();
  void reading.cancel().catch(() => undefined);
}

/** The last revision of an append that is in its stream already; undefined where none of it is. */
function alreadyIn(stream: StreamId, known: KnownStream | undefined, events: readonly NewEvent[]): number | undefined {
  if (!known) return undefined;
  const found = events.map((event) => known.revisions.get(event.id));
  const first = found.find((revision) => revision !== undefined);
  if (first === undefined) return undefined;
  if (!found.every((revision, index) => revision === first + index)) throw new EventIdReused(stream);
  return found.at(-1);
}
