import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';

/**
 * An event that no other in any log can pass for: where it stands, and the hash over it and all that is before it in its stream. Only
 * history is a landmark, never a key, so that it outlives every erasure.
 */
export type Landmark = Pick<StoredEvent, 'stream' | 'revision' | 'position' | 'hash'>;

/** The landmark that an event is. */
export const landmarkOf = ({ stream, revision, position, hash }: Landmark): Landmark => ({ stream, revision, position, hash });

/** The one that is further on. */
export const furtherOf = (a: Landmark | undefined, b: Landmark | undefined): Landmark | undefined =>
  !a || (b && b.position > a.position) ? b : a;
