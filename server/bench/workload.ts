import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, Instant, InstitutionId, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import type { NewEvent } from '@alongside/domain/kernel/event-store.js';

/** The payload of the reference measurements, in bytes of JSON. */
export const PAYLOAD_BYTES = 352;

const filler = 'Uses questions that make pupils explain their thinking before they hear the answer. '.repeat(4);

/** An event whose data is 352 bytes of JSON, with the metadata that events of the hub have. */
export function benchEvent(index: number): NewEvent {
  const data = { goal: `goal-${index}`, step: index % 7, note: '' };
  const note = filler.slice(0, PAYLOAD_BYTES - Buffer.byteLength(JSON.stringify(data)));
  return {
    id: uuidv7() as EventId,
    type: 'ProgressRecorded',
    version: 1,
    at: '2026-03-06T15:40:00.000Z' as Instant,
    actor: `person-${index % 240}` as PersonId,
    commandId: uuidv7() as CommandId,
    institutions: ['school-1', 'trust-1'] as InstitutionId[],
    data: { ...data, note },
  };
}

export const benchStream = (index: number): StreamId => `mentorship-${String(index).padStart(6, '0')}-018f3c5a` as StreamId;

/** The same numbers for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
