import {
  BACKWARDS,
  NO_STREAM,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type AppendResult,
  type EventStoreDBClient,
  type JSONEventData,
  type ReadAllOptions,
  type ReadStreamOptions,
  type SubscribeToAllOptions,
} from '@eventstore/db-client';
import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Client } from './eventstoredb-event-store.js';

type Kept = AllStreamRecordedEvent;

/**
 * Stands in for a server, as strict as its documents: no idempotency, revisions that continue after a soft delete, deleted and foreign
 * events in `$all`.
 */
export class FakeServer {
  readonly all: Kept[] = [];
  readonly #deletedUpTo = new Map<string, number>();
  readonly subscriptions: PassThrough[] = [];
  /** What the next calls of these kinds throw, once each. */
  readonly failures: { subscribe: Error[]; append: Error[] } = { subscribe: [], append: [] };
  disposed = false;
  readonly #calls: Readable[] = [];
  /** As the client is with `throwOnAppendFailure=false`: a lost race is an answer. */
  answersLostRaces = false;
  #commit = 1_000n;

  /** The client, as the adapter sees it. The cast is where the fake leaves out what the adapter does not use. */
  readonly client = {
    appendToStream: (stream: string, events: JSONEventData[], options: { expectedRevision: bigint | typeof NO_STREAM }) =>
      this.#append(stream, events, options.expectedRevision),
    readStream: (stream: string, options: ReadStreamOptions) => this.#reading(() => this.#readStream(stream, options)),
    readAll: (options: ReadAllOptions) => this.#reading(() => this.#readAll(options)),
    subscribeToAll: (options: SubscribeToAllOptions) => this.#subscribe(options),
    deleteStream: async (stream: string) => {
      this.#deletedUpTo.set(stream, this.#last(stream) ?? -1);
      return {};
    },
    // As the client does: a call that nobody reads to its end keeps it waiting for ever.
    dispose: async () => {
      await Promise.allSettled(this.#calls.map((call) => finished(call)));
      this.disposed = true;
    },
  } as unknown as Client & EventStoreDBClient;

  /** Puts in an event as if another program, or the server itself, had written it. */
  write(stream: string, type: string, metadata?: unknown): void {
    this.#keep(stream, {
      id: `00000000-0000-0000-0000-${String(this.all.length).padStart(12, '0')}`,
      type,
      contentType: 'application/json',
      data: {},
      metadata,
    } as JSONEventData);
  }

  async #append(stream: string, events: JSONEventData[], expected: bigint | typeof NO_STREAM): Promise<AppendResult> {
    const failure = this.failures.append.shift();
    if (failure) throw failure;
    const last = this.#last(stream);
    const alive = last !== undefined && last > (this.#deletedUpTo.get(stream) ?? -1) ? BigInt(last) : NO_STREAM;
    if (expected !== alive) {
      if (this.answersLostRaces) return { success: false, nextExpectedRevision: -1n };
      throw new WrongExpectedVersionError(undefined, { streamName: stream, expected, current: alive });
    }
    for (const event of events) this.#keep(stream, event);
    const place = this.all.at(-1);
    return { success: true, nextExpectedRevision: place?.revision ?? -1n, ...(place ? { position: place.position } : {}) };
  }

  #keep(stream: string, { id, type, data, metadata }: JSONEventData): void {
    this.#commit += 137n;
    const revision = BigInt((this.#last(stream) ?? -1) + 1);
    const position = { commit: this.#commit, prepare: this.#commit };
    // Through JSON, as over the wire.
    const event = JSON.parse(JSON.stringify({ streamId: stream, id, type, isJson: true, data, metadata })) as Kept;
    this.all.push({ ...event, revision, position, created: new Date(0) } as Kept);
    for (const subscription of this.subscriptions) this.#deliver(subscription, this.all.at(-1));
  }

  #deliver(subscription: PassThrough, event: Kept | undefined): void {
    if (event && !event.type.startsWith('$') && !subscription.destroyed) subscription.write(resolved(event));
  }

  #last(stream: string): number | undefined {
    const last = this.all.findLast((event) => event.streamId === stream);
    return last && Number(last.revision);
  }

  #readStream(stream: string, { fromRevision, maxCount }: ReadStreamOptions): readonly AllStreamResolvedEvent[] {
    const gone = this.#deletedUpTo.get(stream) ?? -1;
    const alive = this.all.filter((event) => event.streamId === stream && Number(event.revision) > gone);
    if (alive.length === 0) throw new StreamNotFoundError(undefined, stream);
    const asked = alive.filter((event) => typeof fromRevision !== 'bigint' || event.revision >= fromRevision);
    return asked.slice(0, Number(maxCount ?? asked.length)).map(resolved);
  }

  #readAll({ fromPosition, direction }: ReadAllOptions): readonly AllStreamResolvedEvent[] {
    if (direction === BACKWARDS) return this.all.toReversed().map(resolved);
    const from = typeof fromPosition === 'object' ? fromPosition.commit : 0n;
    return this.all.filter((event) => event.position.commit >= from).map(resolved);
  }

  /** What is read comes through a stream of the client’s own. All of it has arrived, so that there is nothing left to cancel. */
  #reading(events: () => readonly AllStreamResolvedEvent[]) {
    // Failures come out of the stream, as they do over the wire.
    const call = Readable.from(
      (function* () {
        yield* events();
      })(),
    );
    this.#calls.push(call);
    const through = new PassThrough({ objectMode: true });
    call.on('error', (error) => through.emit('error', error));
    return Object.assign(call.pipe(through), { cancel: async () => undefined });
  }

  #subscribe({ fromPosition }: SubscribeToAllOptions): PassThrough {
    const failure = this.failures.subscribe.shift();
    const after = typeof fromPosition === 'object' ? fromPosition.commit : 0n;
    const subscription = Object.assign(new PassThrough({ objectMode: true, highWaterMark: 100_000 }), {
      unsubscribe: async () => undefined,
    });
    this.subscriptions.push(subscription);
    if (failure) process.nextTick(() => subscription.destroy(failure));
    else process.nextTick(() => subscription.emit('confirmation'));
    if (!failure) for (const event of this.all) if (event.position.commit > after) this.#deliver(subscription, event);
    return subscription;
  }
}

const resolved = (event: Kept): AllStreamResolvedEvent => ({ event, commitPosition: event.position.commit });
