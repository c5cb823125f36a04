import { hash } from 'node:crypto';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import { sorted } from '@alongside/domain/kernel/canonical.js';
import type { Fingerprint, NewEvent, StoredEvent } from '@alongside/domain/kernel/event-store.js';

/** The first word of the streams that hold people's keys: each of their events stands alone, because they may be shredded. */
export const KEY_CATEGORY = 'key';

/** Whether the events of a stream are chained by hash. */
export const isChained = (stream: string): boolean => !stream.startsWith(`${KEY_CATEGORY}-`);

/** What the log keeps of an event, as canonical JSON: a list of all fields but the id, with null for no cause. */
export const bodyOf = (event: Omit<NewEvent, 'id'>): string => {
  const { type, version, at, actor, commandId, causationId, fingerprint, institutions, data } = event;
  const body = [type, version, at, actor, commandId, causationId ?? null, institutions, sorted(data)];
  // Added at the end and only where there is one: the hashes of every event without it stay as they are.
  return JSON.stringify(fingerprint ? [...body, sorted(fingerprint)] : body);
};

type Body = readonly [
  NewEvent['type'],
  NewEvent['version'],
  NewEvent['at'],
  NewEvent['actor'],
  NewEvent['commandId'],
  NonNullable<NewEvent['causationId']> | null,
  NewEvent['institutions'],
  unknown,
  Fingerprint?,
];

/** A stored event from where it stands and its body. */
export function fromBody(place: Pick<StoredEvent, 'id' | 'stream' | 'revision' | 'position' | 'hash'>, body: string): StoredEvent {
  const [type, version, at, actor, commandId, causationId, institutions, data, fingerprint] = JSON.parse(body) as Body;
  const { id, stream, revision, position, hash: chained } = place;
  return {
    id,
    type,
    version,
    stream,
    revision,
    position,
    at,
    actor,
    commandId,
    institutions,
    data,
    hash: chained,
    ...(causationId !== null && { causationId }),
    ...(fingerprint && { fingerprint }),
  };
}

/** SHA-256, hex, of an event's place, id and body together with the hash before it in its stream (empty for the first). */
export const chainHash = (previous: string, stream: string, revision: number, id: string, body: string): string =>
  hash('sha256', `${previous}\n${stream}\n${revision}\n${id}\n${body}`);

/** The hash of an event about keys: over itself alone, because the events before it may be shredded, and some stores go on counting after that. */
export const keyHash = (stream: string, id: string, body: string): string => chainHash('', stream, 0, id, body);

/** The hash that an event carries: chained to the one before it, or its own where it is about keys. */
export const hashFor = (previous: string, stream: string, revision: number, id: string, body: string): string =>
  isChained(stream) ? chainHash(previous, stream, revision, id, body) : keyHash(stream, id, body);

/** Where a stream's chain is broken: the first revision that does not follow from the ones before it. */
export interface BrokenChain {
  readonly stream: StreamId;
  readonly revision: number;
  readonly problem: 'missing' | 'altered';
}

/** Checks a whole stream from revision 0; undefined when it holds. Key streams have no chain: their order is checked, and each hash there is. */
export function verifyStream(events: readonly StoredEvent[]): BrokenChain | undefined {
  let previous = '';
  for (const [index, event] of events.entries()) {
    const { stream, revision } = event;
    if (stream !== events[0]?.stream) throw new Error('verifyStream takes the events of one stream.');
    if (!isChained(stream)) {
      if (index > 0 && revision !== (events[index - 1]?.revision ?? 0) + 1) return { stream, revision, problem: 'missing' };
      if (event.hash !== '' && event.hash !== keyHash(stream, event.id, bodyOf(event))) return { stream, revision, problem: 'altered' };
      continue;
    }
    if (revision !== index) return { stream, revision: index, problem: 'missing' };
    if (event.hash !== chainHash(previous, stream, revision, event.id, bodyOf(event))) return { stream, revision, problem: 'altered' };
    previous = event.hash;
  }
  return undefined;
}
