import { AdamW } from './adamw.js';
import { batchesOf, type Dropout, type Lessons } from './batch.js';
import { initialWeights, partsOf, type Shape } from './network.js';
import type { Losses, Trainer } from './trainer.js';

/** How a network is trained. */
export interface Course {
  readonly shape: Shape;
  readonly losses: Losses;
  readonly dropout: Dropout;
  readonly epochs: number;
  readonly batchRows: number;
  /** The first rate of learning; it falls in a straight line to 0. */
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

/** Trains a network, and gives its weights after each epoch: the caller keeps those that serve best. */
export function* learn(trainer: Trainer, course: Course, lessons: Lessons, rows: Int32Array): Generator<Float32Array> {
  const { shape, epochs, batchRows, rate, decay, seed } = course;
  const weights = initialWeights(shape, seed);
  const gradient = new Float32Array(weights.length);
  const adam = new AdamW(partsOf(shape), weights.length);
  const steps = epochs * Math.ceil(rows.length / batchRows);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const batch of batchesOf(lessons, rows, batchRows, shape.hidden, course.dropout, seed * 1000 + epoch + 1)) {
      trainer.gradientOf(shape, course.losses, weights, batch, gradient);
      adam.move(weights, gradient, { rate: rate * (1 - step / steps), decay });
      step += 1;
    }
    yield weights.slice();
  }
}
