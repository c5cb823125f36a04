import type { CommandId, EventId, Instant, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { ReadAllOptions, Recorded, Subscription } from '@alongside/domain/kernel/event-store.js';
import type { EventFeed, HandleEvents } from '../engine/feed.js';

/** An event as the log would hand it on, at a place from 1, one minute after the one before. */
export function recorded<E extends Event>(
  place: number,
  event: E,
  at: string = new Date(Date.UTC(2026, 0, 5) + place * 60_000).toISOString(),
): Recorded<E> {
  return {
    ...event,
    id: `e${place}` as EventId,
    version: 1,
    at: at as Instant,
    actor: 'asha' as PersonId,
    commandId: `c${place}` as CommandId,
    institutions: [],
    stream: 'thing-1' as StreamId,
    revision: place - 1,
    position: positionOf(place),
    hash: '',
  };
}

export const positionOf = (place: number): Position => String(place).padStart(10, '0') as Position;

/** A log in memory for specs: what is appended reaches the followers; delivery can be repeated, or cut into other batches. */
export class MemoryFeed implements EventFeed {
  readonly #events: Recorded[] = [];
  readonly #followers = new Set<() => void>();
  /** How many of the events before it each delivery repeats: `follow` delivers at least once. */
  repeatedEvents = 0;

  constructor(private readonly batchOf: (left: number) => number = (left) => left) {}

  /** Adds events at the next places. */
  append(...events: readonly Event[]): Position {
    for (const event of events) this.#events.push(recorded(this.#events.length + 1, event));
    for (const wake of this.#followers) wake();
    return positionOf(this.#events.length);
  }

  /** Everything so far. */
  all(): readonly Recorded[] {
    return this.#events;
  }

  async head(): Promise<Position | undefined> {
    return this.#events.at(-1)?.position;
  }

  async *readAll({ after, batchSizeEvents = 1_000, limitEvents = Infinity }: ReadAllOptions = {}): AsyncGenerator<readonly Recorded[]> {
    let [next, given] = [this.#placeAfter(after), 0];
    while (next < this.#events.length && given < limitEvents) {
      const size = Math.min(batchSizeEvents, limitEvents - given, Math.max(1, this.batchOf(this.#events.length - next)));
      const batch = this.#events.slice(next, next + size);
      next += batch.length;
      given += batch.length;
      yield batch;
    }
  }

  follow(after: Position | undefined, handle: HandleEvents, onStopped?: (error: unknown) => void): Subscription {
    let [next, running] = [this.#placeAfter(after), Promise.resolve()];
    const ended = new AbortController();
    const drain = async () => {
      while (!ended.signal.aborted && next < this.#events.length) {
        const from = Math.max(0, next - this.repeatedEvents);
        const batch = this.#events.slice(from, next + Math.max(1, this.batchOf(this.#events.length - next)));
        next = from + batch.length;
        await handle(batch);
      }
    };
    const wake = () => {
      running = running.then(drain).catch((error: unknown) => {
        ended.abort();
        this.#followers.delete(wake);
        onStopped?.(error);
      });
    };
    this.#followers.add(wake);
    wake();
    return {
      close: async () => {
        ended.abort();
        this.#followers.delete(wake);
        await running;
      },
    };
  }

  #placeAfter(after: Position | undefined): number {
    return after === undefined ? 0 : this.#events.filter((event) => event.position <= after).length;
  }
}
