import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Effect } from './reactor.js';

/** Its name in the record of progress: what a process that is down has still to follow is told by it. */
export const DESTROY_KEY = 'destroy-key-when-person-erased';

/** Runs in every process: the key goes once, and each process overwrites what its own files still hold of the person. */
export const destroyKeyWhenPersonErased = (destroy: (person: PersonId) => Promise<void>): Effect => ({
  name: DESTROY_KEY,
  on: { PersonErased: ({ data: { person } }) => destroy(person) },
});
