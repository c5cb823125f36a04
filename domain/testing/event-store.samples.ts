import type { CommandId, EventId, Instant, InstitutionId, PersonId, StreamId } from '../kernel/brand.js';
import type { EventStore, NewEvent, StoredEvent } from '../kernel/event-store.js';

/** A number from 0 up to but not including 1, the same ones for the same seed. */
export type Random = () => number;

const hex = (random: Random, digits: number) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
let lastMillisecond = 0;

/** A UUIDv7 of a moment that never goes back, so that ids ascend as they would in the hub. */
export function eventIdFrom(random: Random): EventId {
  lastMillisecond = Math.max(lastMillisecond + 1, Date.now());
  const time = lastMillisecond.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}` as EventId;
}

/** An event to append, about as large as those of the hub. */
export function sampleEvent(random: Random, data: unknown = { note: hex(random, 40), score: 3, tags: ['phonics', 'SEND'] }): NewEvent {
  return {
    id: eventIdFrom(random),
    type: 'ThingHappened',
    version: 1,
    at: '2026-03-06T15:40:00.000Z' as Instant,
    actor: 'person-asha' as PersonId,
    commandId: `command-${hex(random, 8)}` as CommandId,
    institutions: ['school-1', 'trust-1'] as InstitutionId[],
    data,
  };
}

export const sampleEvents = (random: Random, count: number): NewEvent[] => Array.from({ length: count }, () => sampleEvent(random));

/** A stream that no other test uses. A server that tests share keeps streams from one run to the next. */
export const freshStream = (random: Random, category = 'sample'): StreamId => `${category}-${eventIdFrom(random)}` as StreamId;

/** Every event of the log after a position. */
export async function readEverything(store: EventStore, options: Parameters<EventStore['readAll']>[0] = {}): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const batch of store.readAll(options)) all.push(...batch);
  return all;
}
