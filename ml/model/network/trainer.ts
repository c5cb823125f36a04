import type { Batch } from './batch.js';
import type { Shape } from './network.js';

/** How the two losses are weighed. */
export interface Losses {
  /** Weight of “who suits whom”: each right record of a batch against the others. */
  readonly inBatch: number;
  /** Differences of cosines are divided by this. */
  readonly temperature: number;
}

/** Works out losses and gradients. Two trainers agree on them but for rounding. */
export interface Trainer {
  /** What computes, such as `tfjs-wasm`: weights are the same again on the same backend alone. */
  readonly backend: string;
  /** The loss of a batch; adds nothing up: `gradient` is overwritten. */
  readonly gradientOf: (shape: Shape, losses: Losses, weights: Float32Array, batch: Batch, gradient: Float32Array) => number;
}
