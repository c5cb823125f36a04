import type { Mentor } from '../features/candidate.js';
import type { Seeker } from './seeker.js';
import type { Weights } from './weights.js';

/** How many of so many mentorships like this lasted a term, and between which shares it lies, as far as is known. */
export interface Chance {
  readonly lasted: number;
  readonly of: number;
  /** The bounds between which the share lies nine times in ten, 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** What a model says of one pair. */
export interface LearnedOfPair {
  /** 0 to 1; 0.5 for a pair as mentorships usually are. */
  readonly score: number;
  /** `null` where too few mentorships like this are known to say anything. */
  readonly chance: Chance | null;
}

/** A model that serves: the second stage of ranking. */
export interface Learned {
  /** Names it in the log, so that a list of it comes out again. */
  readonly id: string;
  /** Its share of the whole, above 0 and under 1: it grows with what the model learned from. */
  readonly weight: number;
  readonly forMentee: (seeker: Seeker) => (mentor: Mentor) => LearnedOfPair;
}

/** Weights of the rules with room made for what was learned: together they are as before. Without a model they are as they were. */
export function withLearned(weights: Weights, learned: Pick<Learned, 'weight'> | undefined): Weights {
  if (!learned) return weights;
  const left = (1 - learned.weight) / (1 - weights.learned);
  return {
    ...(Object.fromEntries(Object.entries(weights).map(([part, weight]) => [part, weight * left])) as Weights),
    learned: learned.weight,
  };
}
