import type { PersonId } from '../kernel/brand.js';
import type { Pair } from './goals.facts.js';

/** What a person's growth record needs to know of the mentorship that a command names. `null`: it names none, or there is no such one. */
export interface GrowthFacts {
  readonly pair: Pair | null;
}

/** Whether the pair has this person on either side. */
export const isOneOf = (pair: Pair, person: PersonId): boolean => pair.mentor === person || pair.mentee === person;
