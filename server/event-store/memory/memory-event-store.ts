import { setImmediate } from 'node:timers/promises';
import type { EventId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
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
import {
  FOLLOW_BATCH_EVENTS,
  batchSize,
  checkAppend,
  checkKeyStream,
  checkStream,
  conflict,
  EventIdReused,
  EventStoreClosed,
  isExpected,
  numberedPosition,
  positionNumber,
} from '../checks.js';
import { Following, reportStopped } from '../following.js';
import { fromBody, hashFor } from '../hash.js';

/** The log in memory, by the same rules as the durable ones: for tests and throwaway demos. Nothing outlives the process. */
export class MemoryEventStore implements EventStore {
  readonly #streams = new Map<StreamId, StoredEvent[]>();
  readonly #byId = new Map<EventId, StoredEvent>();
  readonly #followings = new Set<Following>();
  #log: StoredEvent[] = [];
  #lastNumber = 0;
  #closed = false;

  async append(stream: StreamId, expected: Expected, events: readonly NewEvent[]): Promise<Result<Appended, Conflict>> {
    this.#mustBeOpen();
    const bodies = checkAppend(stream, expected, events);
    const before = this.#already(stream, events);
    if (before) return ok({ revision: before.revision, position: before.position });
    const history = this.#streams.get(stream) ?? [];
    const actual = history.at(-1)?.revision;
    if (!isExpected(expected, actual)) return refuse(conflict(expected, actual));
    let last: StoredEvent | undefined;
    for (const [index, event] of events.entries()) last = this.#keep(stream, history, event.id, bodies[index] ?? '');
    this.#streams.set(stream, history);
    for (const following of this.#followings) following.wake();
    if (!last) throw new Error('An append of nothing passed the checks.');
    return ok({ revision: last.revision, position: last.position });
  }

  async readStream(stream: StreamId, fromRevision = 0): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen();
    checkStream(stream);
    return (this.#streams.get(stream) ?? []).slice(fromRevision);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    const size = batchSize(options.batchSizeEvents);
    let left = options.limitEvents ?? Number.POSITIVE_INFINITY;
    let after = options.after;
    while (left > 0) {
      this.#mustBeOpen();
      const events = this.#after(after, Math.min(size, left));
      const last = events.at(-1);
      if (!last) return;
      yield events;
      after = last.position;
      left -= events.length;
      await setImmediate();
    }
  }

  async head(): Promise<Position | undefined> {
    this.#mustBeOpen();
    return this.#log.at(-1)?.position;
  }

  async last(counts: (event: StoredEvent) => boolean = () => true): Promise<StoredEvent | undefined> {
    this.#mustBeOpen();
    return this.#log.findLast(counts);
  }

  follow(after: Position | undefined, handle: Handle, onStopped?: (error: unknown) => void): Subscription {
    this.#mustBeOpen();
    positionNumber(after);
    const following = new Following(
      (position) => this.#after(position, FOLLOW_BATCH_EVENTS),
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

  async shred(stream: StreamId): Promise<void> {
    this.#mustBeOpen();
    checkKeyStream(stream);
    for (const event of this.#streams.get(stream) ?? []) this.#byId.delete(event.id);
    if (this.#streams.delete(stream)) this.#log = this.#log.filter((event) => event.stream !== stream);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#followings].map((following) => following.close()));
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new EventStoreClosed();
  }

  /** The last event of an append that is in the log already. Throws where its ids are there but mean something else. */
  #already(stream: StreamId, events: readonly NewEvent[]): StoredEvent | undefined {
    const found = events.map((event) => this.#byId.get(event.id));
    const first = found.find((event) => event !== undefined);
    if (!first) return undefined;
    const same = found.every((event, index) => event?.stream === stream && event.revision === first.revision + index);
    if (!same) throw new EventIdReused(stream);
    return found.at(-1);
  }

  #keep(stream: StreamId, history: StoredEvent[], id: EventId, body: string): StoredEvent {
    const revision = history.length;
    const hash = hashFor(history.at(-1)?.hash ?? '', stream, revision, id, body);
    const position = numberedPosition(++this.#lastNumber);
    // Parsed from its body, so that a reader meets what a disk would give back; frozen, so that none can change it for the next.
    const event = frozen(fromBody({ id, stream, revision, position, hash }, body));
    history.push(event);
    this.#log.push(event);
    this.#byId.set(id, event);
    return event;
  }

  #after(position: Position | undefined, limit: number): readonly StoredEvent[] {
    const number = positionNumber(position);
    let [low, high] = [0, this.#log.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (positionNumber(this.#log[middle]?.position) <= number) low = middle + 1;
      else high = middle;
    }
    return this.#log.slice(low, low + limit);
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
