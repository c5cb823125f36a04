import type { PersonId } from '../kernel/brand.js';
import { takesPart } from '../mentorships/participants.js';
import type { Pair } from './goals.facts.js';

/** What a person's growth record needs to know of the mentorship that a command names. `null`: it names none, or there is no such one. */
export interface GrowthFacts {
  readonly pair: Pair | null;
}

/** Whether a person takes part in the mentorship. */
export const isOneOf = (pair: Pair, person: PersonId): boolean => takesPart(pair.participants, person);
