import type { Mentor } from '../features/candidate.js';
import { exposureOf } from './exposure.js';
import type { Part } from './part.js';
import { availabilityPart } from './parts/availability.js';
import { contextPart } from './parts/context.js';
import { expertisePart } from './parts/expertise.js';
import { goalsPart } from './parts/goals.js';
import { learnedPart } from './parts/learned.js';
import { proximityPart } from './parts/proximity.js';
import { waysOfWorkingPart } from './parts/ways-of-working.js';
import type { Seeker } from './seeker.js';
import type { Weights } from './weights.js';

const ROUNDING = 1e-9;

/** The seven parts, in the order of `PART_IDS`. */
export const PARTS: readonly Part[] = [
  expertisePart,
  goalsPart,
  contextPart,
  availabilityPart,
  waysOfWorkingPart,
  proximityPart,
  learnedPart,
];
/** What costs most to work out comes last, so that it is only worked out for those whom it could still bring in. */
const BY_COST: readonly Part[] = [expertisePart, proximityPart, contextPart, goalsPart, waysOfWorkingPart, availabilityPart, learnedPart];

/** The whole fit of two people, 0 to 1, exposure balanced; undefined as soon as it is sure to stay under `least`. */
export function fit(seeker: Seeker, mentor: Mentor, weights: Weights, least = 0): number | undefined {
  const exposure = exposureOf(mentor);
  let sum = 0;
  let open = 1;
  for (const { id, score } of BY_COST) {
    const weight = weights[id];
    if (weight <= 0) continue;
    sum += weight * score(seeker, mentor);
    open -= weight;
    if ((sum + open) * exposure < least - ROUNDING) return undefined;
  }
  return sum * exposure;
}
