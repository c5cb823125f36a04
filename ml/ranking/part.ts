import type { Mentor } from '../features/candidate.js';
import type { Seeker } from './seeker.js';

/** The seven parts of a match. `learned` counts only where a model serves. */
export const PART_IDS = ['expertise', 'goals', 'context', 'availability', 'ways-of-working', 'proximity', 'learned'] as const;
export type PartId = (typeof PART_IDS)[number];

/** A sentence about a pair: a reason for, a reservation, or what would change it. `about` says what it came from. */
export interface Remark {
  readonly about: PartId | 'places' | 'reply';
  readonly kind: 'for' | 'against' | 'what-if';
  readonly text: string;
}

/** The same match in the words of either side. */
export interface Said {
  readonly mentee: readonly Remark[];
  readonly mentor: readonly Remark[];
}

/** One part: how well two people fit, 0 to 1, and why. Scoring is apart from saying, because many are scored and few are shown. */
export interface Part {
  readonly id: PartId;
  /** `UNKNOWN` where too little was said by either to judge. */
  readonly score: (seeker: Seeker, mentor: Mentor) => number;
  readonly say: (seeker: Seeker, mentor: Mentor) => Said;
}

/** Neither for nor against: an unanswered question costs nothing. */
export const UNKNOWN = 0.5;
export const NOTHING: Said = { mentee: [], mentor: [] };
