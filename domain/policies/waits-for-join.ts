import type { PersonId } from '../kernel/brand.js';
import type { Command } from '../kernel/decider.js';

/**
 * Whether a command is about how a record signs in, or by another about its name, while two records that have become one are read apart
 * still: who may give it is told by what each of them was.
 */
export function waitsForJoin({ type, by, data }: Command, isSwitching: (person: PersonId) => boolean): boolean {
  if (type !== 'ChangeEmail' && type !== 'RenamePerson') return false;
  const { person } = data as { readonly person: PersonId };
  return (type === 'ChangeEmail' || by !== person) && isSwitching(person);
}
