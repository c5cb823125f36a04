import type { PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { Refusal } from '../kernel/result.js';
import { plainKey } from '../text/folding.js';
import type { InstitutionDetails } from './institution.events.js';
import { registerIdOf } from './register-id.js';

/** What of an institution’s details another one has: its number in the register, or its name without a town that tells the two apart. */
export type Doubled = 'number' | 'name';
export type DoubledRefusal = Refusal<'INSTITUTION.NUMBER_TAKEN' | 'INSTITUTION.NAME_TAKEN'>;

/** The longest name of an institution, in letters. */
const NAME_MAX_LETTERS = 160;

/** Why these details are refused beside the other institutions; undefined where they are not. `before`: what it has already stays. A register may have one name twice. */
export function whyDoubled(
  details: InstitutionDetails,
  doubled: readonly Doubled[],
  by: PersonId,
  before?: InstitutionDetails,
): DoubledRefusal | undefined {
  const isNumberNew = !before || registerIdOf(before) !== registerIdOf(details);
  if (doubled.includes('number') && isNumberNew) return { code: 'INSTITUTION.NUMBER_TAKEN', field: 'details.reference' };
  // Of two without a town, one has to get it first.
  const isNameNew = before?.name !== details.name || (before.town && before.town !== details.town);
  return by !== HUB && doubled.includes('name') && isNameNew ? { code: 'INSTITUTION.NAME_TAKEN', field: 'details.name' } : undefined;
}

/** Its name with its town, unless the name says it: two schools may share a name. In at most 160 letters. */
export function nameWithTown({ name, town = '' }: Pick<InstitutionDetails, 'name' | 'town'>): string {
  const both = `${name}, ${town}`;
  return town === '' || plainKey(name).includes(plainKey(town)) || both.length > NAME_MAX_LETTERS ? name : both;
}
