import type { Part } from './network.js';

/** How weights move (Loshchilov and Hutter 2019): decay beside the gradient, times the rate. */
export interface Pace {
  readonly rate: number;
  readonly decay: number;
}

const [FIRST, SECOND, TINY] = [0.9, 0.999, 1e-6];

/** Moves weights by gradients, and remembers how they went. */
export class AdamW {
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  #steps = 0;

  constructor(
    private readonly parts: readonly Part[],
    length: number,
  ) {
    this.#mean = new Float32Array(length);
    this.#square = new Float32Array(length);
  }

  move(weights: Float32Array, gradient: Float32Array, { rate, decay }: Pace): void {
    this.#steps += 1;
    const [unbiased, unbiasedSquare] = [1 - FIRST ** this.#steps, 1 - SECOND ** this.#steps];
    for (const { offset, length, decays } of this.parts) {
      const shrink = decays ? 1 - rate * decay : 1;
      for (let at = offset; at < offset + length; at += 1) {
        const slope = gradient[at] as number;
        const mean = FIRST * (this.#mean[at] as number) + (1 - FIRST) * slope;
        const square = SECOND * (this.#square[at] as number) + (1 - SECOND) * slope * slope;
        this.#mean[at] = mean;
        this.#square[at] = square;
        weights[at] = (weights[at] as number) * shrink - (rate * (mean / unbiased)) / (Math.sqrt(square / unbiasedSquare) + TINY);
      }
    }
  }
}
