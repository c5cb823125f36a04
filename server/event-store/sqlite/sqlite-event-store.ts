import { setImmediate } from 'node:timers/promises';
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
import {
  FOLLOW_BATCH_EVENTS,
  batchSize,
  checkAppend,
  checkKeyStream,
  checkStream,
  conflict,
  EventStoreClosed,
  EventStoreNotRead,
  EventStoreUnreadable,
  numberedPosition,
  positionNumber,
} from '../checks.js';
import { Following, reportStopped } from '../following.js';
import { LogReader } from './log-reader.js';
import { RawFile } from './raw-file.js';
import { EventStoreFailed, WriterThread } from './writer-thread.js';

/** How often the file is asked whether another process appended, while a person follows. */
const OTHER_PROCESSES_INTERVAL_MS = 50;
/** A damaged log that the disk gave whole is not read whole again for so long: Health asks every few seconds. */
const GIVEN_FOR_MS = 5 * 60_000;

/** The log in one SQLite file: the default. Several processes may have the same file open. */
export class SqliteEventStore implements EventStore {
  readonly #writer: WriterThread;
  readonly #reader: LogReader;
  readonly #raw: RawFile;
  readonly #followings = new Set<Following>();
  #polling: NodeJS.Timeout | undefined;
  /** When the disk gave every byte of a damaged log. */
  #givenMs = Number.NEGATIVE_INFINITY;
  #closed: Promise<void> | undefined;

  private constructor(writer: WriterThread, reader: LogReader, raw: RawFile) {
    this.#writer = writer;
    this.#reader = reader;
    this.#raw = raw;
  }

  /** Opens the file, making it and its folder where there are none. Rejects where it could not keep its promises: too old a SQLite, another kind of file. */
  static async open(file: string): Promise<SqliteEventStore> {
    let store: SqliteEventStore | undefined;
    const writer = await WriterThread.start(file, () => {
      if (store) store.#wake();
    });
    try {
      store = new SqliteEventStore(writer, new LogReader(file), new RawFile(file));
      return store;
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  async append(stream: StreamId, expected: Expected, events: readonly NewEvent[]): Promise<Result<Appended, Conflict>> {
    this.#mustBeOpen();
    const bodies = checkAppend(stream, expected, events);
    const order = {
      kind: 'append',
      stream,
      expected,
      ids: events.map((event) => event.id),
      bodies,
      command: events[0]?.commandId,
    } as const;
    const outcome = await this.#writer.append(order).catch((error: unknown) => {
      if (error instanceof EventStoreFailed && error.sure !== undefined) this.#reader.notAfter(error.sure);
      throw error;
    });
    return outcome.kind === 'conflict'
      ? refuse(conflict(expected, outcome.actual))
      : ok({ revision: outcome.revision, position: numberedPosition(outcome.position) });
  }

  async readStream(stream: StreamId, fromRevision = 0): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen();
    checkStream(stream);
    return this.#reader.stream(stream, fromRevision);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    const size = batchSize(options.batchSizeEvents);
    let left = options.limitEvents ?? Number.MAX_SAFE_INTEGER;
    let after = options.after;
    while (left > 0) {
      this.#mustBeOpen();
      const events = this.#reader.after(after, Math.min(size, left));
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
    return this.#reader.head();
  }

  async last(counts?: (event: StoredEvent) => boolean): Promise<StoredEvent | undefined> {
    this.#mustBeOpen();
    return this.#reader.last(counts);
  }

  follow(after: Position | undefined, handle: Handle, onStopped?: (error: unknown) => void): Subscription {
    this.#mustBeOpen();
    positionNumber(after);
    const following = new Following(
      (position) => this.#reader.after(position, FOLLOW_BATCH_EVENTS),
      after,
      handle,
      (ended, error) => {
        this.#unfollow(ended);
        if (error) reportStopped(onStopped, error.cause);
      },
    );
    this.#followings.add(following);
    this.#polling ??= setInterval(() => this.#poll(), OTHER_PROCESSES_INTERVAL_MS).unref();
    return following;
  }

  async shred(stream: StreamId): Promise<void> {
    this.#mustBeOpen();
    checkKeyStream(stream);
    await this.#writer.shred(stream);
  }

  /** Commits what is there already: it fails as an append would, and leaves no event. */
  async probe(): Promise<void> {
    this.#mustBeOpen();
    await this.#writer.probe();
  }

  /** Reads at both ends of the log; where that meets damage, all of its bytes. Rejects where the disk does not give them: damage is not the disk’s. */
  async probeReading(): Promise<void> {
    this.#mustBeOpen();
    try {
      this.#reader.probe();
    } catch (error) {
      if (!(error instanceof EventStoreUnreadable)) throw error;
      if (performance.now() - this.#givenMs < GIVEN_FOR_MS) return;
      await this.readThrough();
      this.#givenMs = performance.now();
    }
  }

  /** Rejects where the disk does not give every byte of the log. */
  async readThrough(): Promise<void> {
    this.#mustBeOpen();
    await this.#raw.readThrough().catch((error: unknown) => {
      throw new EventStoreNotRead(error);
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    await Promise.all([...this.#followings].map((following) => following.close()));
    clearInterval(this.#polling);
    // The reader first: the last connection to go removes the write-ahead log, which one that only reads cannot.
    this.#reader.close();
    await this.#writer.close();
    await this.#raw.close();
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new EventStoreClosed();
  }

  #wake(): void {
    for (const following of this.#followings) following.wake();
  }

  #unfollow(following: Following): void {
    this.#followings.delete(following);
    if (this.#followings.size > 0) return;
    clearInterval(this.#polling);
    this.#polling = undefined;
  }

  #poll(): void {
    try {
      if (this.#reader.hasChanged()) this.#wake();
    } catch {
      // The followings read next, meet the same failure and report it to the person who follows.
      this.#wake();
    }
  }
}
