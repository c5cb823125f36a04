import type { CommandId, EventId, Instant, InstitutionId, PersonId, Position, StreamId } from './brand.js';
import type { Event } from './decider.js';
import type { Result } from './result.js';

/** What tells a repeated command from another under the same id, without its content. */
export interface Fingerprint {
  /** A keyed hash of the command's type and data, base64url. */
  readonly hash: string;
  /** Whose keys make the hash key. With one of them destroyed the content cannot be guessed from the hash any more. */
  readonly of: readonly PersonId[];
}

/** An event on its way into the log. `data` is in its sealed form: nothing personal is readable in it. */
export interface NewEvent {
  /** UUIDv7, so that the log's index grows at its end. An id that is already in the stream is not appended again. */
  readonly id: EventId;
  readonly type: string;
  /** The version of the event's schema, from 1. */
  readonly version: number;
  readonly at: Instant;
  readonly actor: PersonId;
  readonly commandId: CommandId;
  /** The event that led a reactor to give the command; absent where a person gave it. */
  readonly causationId?: EventId;
  /** Of the command. On its first event in the stream; absent on the others, where the hub gave it, and in logs from before fingerprints. */
  readonly fingerprint?: Fingerprint;
  /** The institutions that the event concerns, trusts included: what a leader's replay selects by. */
  readonly institutions: readonly InstitutionId[];
  readonly data: unknown;
}

/** An event as the log keeps it. */
export interface StoredEvent extends NewEvent {
  readonly stream: StreamId;
  /** Its place in its stream, from 0, without gaps. */
  readonly revision: number;
  readonly position: Position;
  /** SHA-256, hex, over the event in its sealed form and the hash before it in its stream. Empty in key streams, which stand outside the chain. */
  readonly hash: string;
}

/** What the log hands on of a typed event once it was unsealed and upcast. */
export type Recorded<E extends Event = Event> = E & Omit<StoredEvent, 'type' | 'data'>;

/** `noStream`: the stream must not exist. A number: the stream's last revision must be exactly this. `any`: no check. */
export type Expected = 'noStream' | 'any' | number;

/** The stream was not where the writer thought. `actual` is its last revision, or `noStream`. */
export interface Conflict {
  readonly code: 'EVENT_STORE.CONFLICT';
  readonly expected: Expected;
  readonly actual: number | 'noStream';
}

export interface Appended {
  /** The last revision of the stream after this append. */
  readonly revision: number;
  /** The position of the last event of this append. */
  readonly position: Position;
}

export interface ReadAllOptions {
  /** Events after this position; absent: from the first. */
  readonly after?: Position;
  /** How many events a batch holds at most. */
  readonly batchSizeEvents?: number;
  /** Stop after this many. */
  readonly limitEvents?: number;
}

export interface Subscription {
  /** Settles once no more events will be handed over. */
  close(): Promise<void>;
}

/** Takes the next events, in order, never none. The next batch waits until it settles; a rejection ends the subscription and reaches `onStopped`. */
export type Handle = (events: readonly StoredEvent[]) => Promise<void> | void;

/**
 * The one truth. The rules are numbered in `docs/spec/event-log.md`, and `domain/testing/event-store.contract.ts` holds every adapter to them.
 * Disks and servers that fail throw; a lost race is a value.
 */
export interface EventStore {
  /** Appends all events or none, and settles only once they would survive a power cut. At most `APPEND_LIMIT_EVENTS`. */
  append(stream: StreamId, expected: Expected, events: readonly NewEvent[]): Promise<Result<Appended, Conflict>>;
  /** The stream's events from a revision (default 0) in order; empty where there is no such stream. */
  readStream(stream: StreamId, fromRevision?: number): Promise<readonly StoredEvent[]>;
  /** The whole log in order, in batches. */
  readAll(options?: ReadAllOptions): AsyncIterable<readonly StoredEvent[]>;
  /** The position of the last event; absent in an empty log. */
  head(): Promise<Position | undefined>;
  /** The last event, or the last that counts; absent where there is none. */
  last(counts?: (event: StoredEvent) => boolean): Promise<StoredEvent | undefined>;
  /** Delivers everything after a position, then everything new, in order, at least once; resubscribes by itself; wakes on append. */
  follow(after: Position | undefined, handle: Handle, onStopped?: (error: unknown) => void): Subscription;
  /** Destroys a stream beyond recovery, so that no byte of it is left in any file of the log. Its name can be used again. */
  shred(stream: StreamId): Promise<void>;
  close(): Promise<void>;
}

export const APPEND_LIMIT_EVENTS = 1_000;
/** The size of one event's data as JSON, in bytes, beyond which an append throws. */
export const EVENT_LIMIT_BYTES = 512 * 1024;
