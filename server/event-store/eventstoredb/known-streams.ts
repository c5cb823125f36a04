import type { EventId, StreamId } from '@alongside/domain/kernel/brand.js';
import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';

/** Event ids remembered over all streams; the streams unused for longest are forgotten first. */
const REMEMBERED_LIMIT_EVENTS = 200_000;

/** What an append needs to know of a stream: its end, and which ids are in it. */
export interface KnownStream {
  readonly revision: number;
  readonly hash: string;
  readonly revisions: ReadonlyMap<EventId, number>;
}

/**
 * Caches streams between appends, which then read only what is new. The server recognises repeated appends for a while; with cached ids the
 * hub always does.
 */
export class KnownStreams {
  readonly #streams = new Map<StreamId, { revision: number; hash: string; revisions: Map<EventId, number> }>();
  #remembered = 0;

  get(stream: StreamId): KnownStream | undefined {
    return this.#streams.get(stream);
  }

  /** Adds events that were read from the stream or appended to it, in order. */
  add(stream: StreamId, events: readonly Pick<StoredEvent, 'id' | 'revision' | 'hash'>[]): void {
    if (events.length === 0) return;
    const known = this.#streams.get(stream) ?? { revision: -1, hash: '', revisions: new Map<EventId, number>() };
    for (const { id, revision, hash } of events) {
      if (revision <= known.revision) continue;
      known.revisions.set(id, revision);
      known.revision = revision;
      known.hash = hash;
      this.#remembered++;
    }
    // Put in again, so that the order of the map is the order of use.
    this.#streams.delete(stream);
    this.#streams.set(stream, known);
    this.#forgetOldest();
  }

  forget(stream: StreamId): void {
    this.#remembered -= this.#streams.get(stream)?.revisions.size ?? 0;
    this.#streams.delete(stream);
  }

  #forgetOldest(): void {
    for (const stream of this.#streams.keys()) {
      if (this.#remembered <= REMEMBERED_LIMIT_EVENTS || this.#streams.size === 1) return;
      this.forget(stream);
    }
  }
}
