import type { Shape } from './network/network.js';
import type { Schema } from './records/schema.js';

/** A trained model: numbers and what they mean. It knows nothing of mentoring. */
export interface Model {
  readonly schema: Schema;
  /** Intercept, then weights of the left side, of the right side, and of what is in common. */
  readonly base: Float32Array;
  /** Right people who were seen, and what beyond their features speaks for each. */
  readonly people: readonly string[];
  readonly peopleEffects: Float32Array;
  readonly networks: readonly Network[];
  /** What the mean of the networks is multiplied with: 0 where they order no list better. */
  readonly share: number;
  /** Makes a logit a probability that holds. */
  readonly calibration: Calibration;
}

export interface Network {
  readonly shape: Shape;
  readonly weights: Float32Array;
}

export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}
