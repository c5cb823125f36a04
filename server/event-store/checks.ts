import type { Position, StreamId } from '@alongside/domain/kernel/brand.js';
import {
  APPEND_LIMIT_EVENTS,
  EVENT_LIMIT_BYTES,
  type Conflict,
  type Expected,
  type NewEvent,
} from '@alongside/domain/kernel/event-store.js';
import { bodyOf, isChained, KEY_CATEGORY } from './hash.js';

/** The longest name of a stream. */
export const STREAM_NAME_LIMIT_CHARACTERS = 160;
/** How many events a batch of `readAll` holds unless the caller asks for fewer. */
export const BATCH_SIZE_EVENTS = 500;
/** The same for `follow`, whose batches reach the views on the thread that serves people: about 20 ms of it while a person brings in a list. */
export const FOLLOW_BATCH_EVENTS = 32;
/** The largest batch that a caller may ask for. */
export const BATCH_LIMIT_EVENTS = 5_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
// A full stop tells what ids cannot: the key of a document from that of a person.
const STREAM = /^[a-z][a-z-]*-[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** The same ids were used for something else: in another stream, in another order, or only some of them. A fault of the caller. */
export class EventIdReused extends Error {
  readonly code = 'EVENT_STORE.ID_REUSED';
  constructor(stream: string) {
    super(`Event ids of an append to ${stream} are already in the log, but not as this append. Ids must be made anew for new events.`);
    this.name = 'EventIdReused';
  }
}

/** The store was closed, or its writer died; nothing more can be asked of it. */
export class EventStoreClosed extends Error {
  readonly code = 'EVENT_STORE.CLOSED';
  constructor(cause?: unknown) {
    super('The event store is closed.', { cause });
    this.name = 'EventStoreClosed';
  }
}

/** What was asked for cannot be read: the file of the log is damaged there. */
export class EventStoreUnreadable extends Error {
  readonly code = 'EVENT_STORE.UNREADABLE';
  constructor(cause: unknown) {
    super(`Part of the event log cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
    this.name = 'EventStoreUnreadable';
  }
}

/** The disk did not give what was asked of the log, which may be whole: `cause` is what the disk said. */
export class EventStoreNotRead extends Error {
  readonly code = 'EVENT_STORE.NOT_READ';
  constructor(cause: unknown) {
    super(`The event log cannot be read right now: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
    this.name = 'EventStoreNotRead';
  }
}

/** Refuses (throws) a stream name that the log cannot keep. */
export function checkStream(stream: StreamId): void {
  if (!STREAM.test(stream) || stream.length > STREAM_NAME_LIMIT_CHARACTERS)
    throw new RangeError(`“${stream}” is not the name of a stream.`);
}

/** Throws on an append that breaks a limit or is malformed; gives the body of each event as the log keeps it. */
export function checkAppend(stream: StreamId, expected: Expected, events: readonly NewEvent[]): readonly string[] {
  checkStream(stream);
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new RangeError(`${expected} is not a revision.`);
  if (events.length === 0) throw new RangeError('An append needs at least one event.');
  if (events.length > APPEND_LIMIT_EVENTS)
    throw new RangeError(`An append holds at most ${APPEND_LIMIT_EVENTS} events; this one has ${events.length}.`);
  if (events.length > 1 && new Set(events.map((event) => event.id)).size < events.length) throw new EventIdReused(stream);
  return events.map(checkedBody);
}

function checkedBody(event: NewEvent): string {
  if (!UUID.test(event.id)) throw new RangeError(`“${event.id}” is not an event id: a UUID in lower case.`);
  if (!Number.isSafeInteger(event.version) || event.version < 1) throw new RangeError(`${event.version} is not the version of an event.`);
  if (event.type.length === 0 || event.type.startsWith('$')) throw new RangeError(`“${event.type}” is not the type of an event.`);
  const body = bodyOf(event);
  // A body is never shorter than its data, so most events are measured without encoding them twice.
  if (body.length * 3 > EVENT_LIMIT_BYTES && Buffer.byteLength(JSON.stringify(event.data)) > EVENT_LIMIT_BYTES) {
    throw new RangeError(`The data of an event is at most ${EVENT_LIMIT_BYTES} bytes as JSON.`);
  }
  return body;
}

/** Whether a stream whose last revision is `actual` (undefined: there is no such stream) is where the writer thought. */
export function isExpected(expected: Expected, actual: number | undefined): boolean {
  return expected === 'any' || (expected === 'noStream' ? actual === undefined : expected === actual);
}

/** Throws on any stream but one of keys: every other is history, which is never taken back. */
export function checkKeyStream(stream: StreamId): void {
  checkStream(stream);
  if (isChained(stream)) throw new RangeError(`${stream} is history and cannot be shredded; only streams of keys (${KEY_CATEGORY}-…) can.`);
}

/** A lost race as a value. */
export const conflict = (expected: Expected, actual: number | undefined): Conflict => ({
  code: 'EVENT_STORE.CONFLICT',
  expected,
  actual: actual ?? 'noStream',
});

/** How many events a batch holds, from what the caller asked for. */
export function batchSize(asked: number = BATCH_SIZE_EVENTS): number {
  if (!Number.isSafeInteger(asked) || asked < 1) throw new RangeError(`${asked} is not the size of a batch.`);
  return Math.min(asked, BATCH_LIMIT_EVENTS);
}

const POSITION_DIGITS = 16;

/** The position of the adapters that number their events: padded, so that order as text is order in the log. */
export const numberedPosition = (number: number): Position => String(number).padStart(POSITION_DIGITS, '0') as Position;

/** The number behind such a position; 0, before every event, where there is none. Throws on a position that another adapter built. */
export function positionNumber(position: Position | undefined): number {
  if (position === undefined) return 0;
  const number = /^\d{16}$/.test(position) ? Number(position) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new RangeError(`“${position}” is not a position of this event store.`);
  return number;
}
