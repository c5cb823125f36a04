import type { PersonId } from '../kernel/brand.js';
import type { Command } from '../kernel/decider.js';

/** Whether a command changes how a record signs in, or what another calls it, while records that have become one are still read apart. */
export function waitsForJoin({ type, by, data }: Command, isSwitching: (person: PersonId) => boolean): boolean {
  if (type !== 'ChangeEmail' && type !== 'RenamePerson') return false;
  const { person } = data as { readonly person: PersonId };
  return (type === 'ChangeEmail' || by !== person) && isSwitching(person);
}
