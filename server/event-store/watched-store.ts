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
  /** Reads something of the log from the disk. Rejects where the disk does not give it; damage is none of its business. */
  probeReading?(): Promise<void>;
  /** Reads every byte of the log from the disk. Rejects where the disk does not give them. */
  readThrough?(): Promise<void>;
}

/** How an append went, and how long it took. */
export interface AppendHeard {
  readonly ms: number;
  readonly error?: unknown;
}

/** A log whose appends are heard of: what fails there, nobody else sees whole. */
export class WatchedStore implements ProbedStore {
  readonly #listeners = new Set<(heard: AppendHeard) => void>();
  readonly #ofReading = new Set<(error: unknown) => void>();
  readonly probe?: () => Promise<void>;
  readonly probeReading?: () => Promise<void>;
  readonly readThrough?: () => Promise<void>;

  constructor(private readonly store: ProbedStore) {
    if (store.probe) this.probe = () => store.probe?.() ?? Promise.resolve();
    if (store.probeReading) this.probeReading = () => store.probeReading?.() ?? Promise.resolve();
    if (store.readThrough) this.readThrough = () => store.readThrough?.() ?? Promise.resolve();
  }

  /** Hears of every reading that fails. */
  onUnread(listener: (error: unknown) => void): void {
    this.#ofReading.add(listener);
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
    return this.#heard(this.store.readStream(stream, fromRevision));
  }

  async *readAll(options?: ReadAllOptions): AsyncIterable<readonly StoredEvent[]> {
    try {
      yield* this.store.readAll(options);
    } catch (error) {
      this.#unread(error);
      throw error;
    }
  }

  head(): Promise<Position | undefined> {
    return this.#heard(this.store.head());
  }

  last(counts?: (event: StoredEvent) => boolean): Promise<StoredEvent | undefined> {
    return this.#heard(this.store.last(counts));
  }

  follow(after: Position | undefined, handle: Handle, onStopped?: (error: unknown) => void): Subscription {
    if (!onStopped) return this.store.follow(after, handle);
    return this.store.follow(after, handle, (error) => {
      this.#unread(error);
      onStopped(error);
    });
  }

  shred(stream: StreamId): Promise<void> {
    return this.store.shred(stream);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  async #heard<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      this.#unread(error);
      throw error;
    }
  }

  #unread(error: unknown): void {
    for (const listener of this.#ofReading) listener(error);
  }

  #tell(heard: AppendHeard): void {
    for (const listener of this.#listeners) listener(heard);
  }
}
