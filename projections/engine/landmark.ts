import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';

/** Identifies an event in any log: its place, and the hash over its stream so far. Never an event about keys, because those are erased. */
export type Landmark = Pick<StoredEvent, 'stream' | 'revision' | 'position' | 'hash'>;

/** The landmark that an event is. */
export const landmarkOf = ({ stream, revision, position, hash }: Landmark): Landmark => ({ stream, revision, position, hash });

/** The one that is further on. */
export const furtherOf = (a: Landmark | undefined, b: Landmark | undefined): Landmark | undefined =>
  !a || (b && b.position > a.position) ? b : a;
