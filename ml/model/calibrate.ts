import { fitLogistic } from './base/newton.js';
import type { Calibration } from './model.js';

/** What it costs to leave the logits as they are: little, where many pairs say so. */
const HELD = 1;

/** The line that makes logits probabilities that hold (Platt 1999). A slope below 0 would turn the order round: then it is held at 0.01. */
export function calibrate(logits: Float64Array, outcomes: Float64Array): Calibration {
  const [intercept, change] = fitLogistic({
    rows: logits.length,
    columns: 2,
    targets: outcomes,
    ridge: Float64Array.of(0, HELD),
    // The slope is 1 and what is added to it, so that few pairs leave it near 1.
    offsets: logits,
    times: ([first, second], into) => logits.forEach((logit, row) => (into[row] = (first as number) + (second as number) * logit)),
    transposed: (perRow, sums) => {
      sums.fill(0);
      perRow.forEach((amount, row) => {
        sums[0] = (sums[0] as number) + amount;
        sums[1] = (sums[1] as number) + amount * (logits[row] as number);
      });
    },
  }) as unknown as readonly [number, number];
  return { slope: Math.max(0.01, 1 + change), intercept };
}
