import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Effect } from './reactor.js';

/** Runs in every process: the key goes once, and each process overwrites what its own files still hold of the person. */
export const destroyKeyWhenPersonErased = (destroy: (person: PersonId) => Promise<void>): Effect => ({
  name: 'destroy-key-when-person-erased',
  on: { PersonErased: ({ data: { person } }) => destroy(person) },
});
