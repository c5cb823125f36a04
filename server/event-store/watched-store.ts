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
import type { Result } from '@alongside/domain/kernel/result.js';

/** A log that can be asked whether it takes writes, without an event. */
export interface ProbedStore extends EventStore {
  /** Commits something that leaves no trace. Rejects as an append would. Absent where there is no such thing. */
  probe?(): Promise<void>;
}

/** How an append went, and how long it took. */
export interface AppendHeard {
  readonly ms: number;
  readonly error?: unknown;
}

/** A log whose appends are heard of: what fails there, nobody else sees whole. */
export class WatchedStore implements ProbedStore {
  readonly #listeners = new Set<(heard: AppendHeard) => void>();
  readonly probe?: () => Promise<void>;

  constructor(private readonly store: ProbedStore) {
    if (store.probe) this.probe = () => store.probe?.() ?? Promise.resolve();
  }

  onAppend(listener: (heard: AppendHeard) => void): void {
    this.#listeners.add(listener);
  }

  async append(stream: StreamId, expected: Expected, events: readonly NewEvent[]): Promise<Result<Appended, Conflict>> {
    const from = performance.now();
    try {
      const answer = await this.store.append(stream, expected, events);
      this.#tell({ ms: performance.now() - from });
      return answer;
    } catch (error) {
      this.#tell({ ms: performance.now() - from, error });
      throw error;
    }
  }

  readStream(stream: StreamId, fromRevision?: number): Promise<readonly StoredEvent[]> {
    return this.store.readStream(stream, fromRevision);
  }

  readAll(options?: ReadAllOptions): AsyncIterable<readonly StoredEvent[]> {
    return this.store.readAll(options);
  }

  head(): Promise<Position | undefined> {
    return this.store.head();
  }

  last(counts?: (event: StoredEvent) => boolean): Promise<StoredEvent | undefined> {
    return this.store.last(counts);
  }

  follow(after: Position | undefined, handle: Handle, onStopped?: (error: unknown) => void): Subscription {
    return this.store.follow(after, handle, onStopped);
  }

  shred(stream: StreamId): Promise<void> {
    return this.store.shred(stream);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  #tell(heard: AppendHeard): void {
    for (const listener of this.#listeners) listener(heard);
  }
}
