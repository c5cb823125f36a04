import { PART_IDS, type PartId } from './part.js';

/** How much each part counts. Only the proportions matter. */
export type Weights = Readonly<Record<PartId, number>>;

/** Starting weights, to be tested. Ways of working weigh little on purpose. `learned` gets its share from the model that serves. */
export const DEFAULT_WEIGHTS: Weights = {
  expertise: 0.3,
  goals: 0.15,
  context: 0.2,
  availability: 0.2,
  'ways-of-working': 0.05,
  proximity: 0.1,
  learned: 0,
};

/** A person’s own weights over the usual ones, made to add up to 1. What is no number of 0 or more is left at the usual; `learned` stays 0. */
export function weightsFrom(chosen: Partial<Weights> = {}): Weights {
  const valid = (part: PartId): number => {
    const value = chosen[part];
    return part !== 'learned' && value !== undefined && Number.isFinite(value) && value >= 0 ? value : DEFAULT_WEIGHTS[part];
  };
  const sum = PART_IDS.reduce((total, part) => total + valid(part), 0);
  // Divided as well, so that the two are one list of suggestions.
  if (sum <= 0) return weightsFrom();
  return Object.fromEntries(PART_IDS.map((part) => [part, valid(part) / sum])) as Weights;
}
