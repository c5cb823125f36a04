import { baseLogits, fitBase, layoutOf, NEVER } from '../base/base.js';
import { foldsOf, split } from '../base/folds.js';
import { sigmoid } from '../base/newton.js';
import { withinLeft } from '../base/within-left.js';
import type { Example, Side } from '../records/record.js';
import { prepare } from '../records/schema.js';
import { Scorer } from '../serve.js';

const RIDGES = [1000, 300, 100, 30, 10, 3, 1];
const PARTS = 4;
const POSITIVE = 0.5;

/** A logistic regression on the features of both sides, one after the other, with lengths of lists: nothing of how they meet. */
export function logisticOf(examples: readonly Example[], seed: number): (left: Side, right: Side) => number {
  const { design, schema } = prepare(examples, (outcome) => (outcome >= POSITIVE ? 1 : 0), false);
  const folds = foldsOf(design.left.personOf, design.left.people, PARTS, seed);
  const all = Int32Array.from({ length: design.rows }, (_, row) => row);
  const ridgeOf = (features: number) => ({ features, inCommon: NEVER, left: NEVER, right: NEVER });
  const scoreOf = (features: number): number => {
    const logits = new Float64Array(design.rows);
    for (let part = 0; part < PARTS; part += 1) {
      const { inside, outside } = split(folds, part);
      const found = new Float64Array(inside.length);
      baseLogits(design, fitBase(design, outside, ridgeOf(features)), inside, found);
      inside.forEach((row, at) => (logits[row] = found[at] as number));
    }
    return withinLeft(all, design.left.personOf, design.targets, logits);
  };
  const scores = RIDGES.map(scoreOf);
  const best = RIDGES[scores.indexOf(Math.max(...scores))] as number;
  const weights = Float32Array.from(fitBase(design, all, ridgeOf(best)));
  const none = { people: [], peopleEffects: new Float32Array(0), networks: [], share: 0, calibration: { slope: 1, intercept: 0 } };
  const scorer = new Scorer({ schema, base: weights.slice(0, layoutOf(design).leftPeople), ...none });
  return (left, right) => sigmoid(scorer.logit(scorer.left(left), scorer.right(right)));
}
