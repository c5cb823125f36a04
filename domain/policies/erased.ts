import type { PersonId } from '../kernel/brand.js';
import { HUB, type Command } from '../kernel/decider.js';

/** Erasing may be asked for again: it overwrites what a first attempt left. */
const AGAIN = 'ErasePerson';

/**
 * Whether a command comes too late, whatever its own policy says: nobody who was erased acts, and nobody acts on their record. The hub
 * alone closes what they had open.
 */
export function comesAfterErasure({ type, by, data }: Command, isErased: (person: PersonId) => boolean): boolean {
  if (by === HUB) return false;
  const { person } = (data ?? {}) as { readonly person?: unknown };
  return isErased(by) || (type !== AGAIN && typeof person === 'string' && isErased(person as PersonId));
}
