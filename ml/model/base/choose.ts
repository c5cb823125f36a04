import { baseLogits, fitBase, type Ridge } from './base.js';
import type { Design } from './design.js';
import { split } from './folds.js';
import { withinLeft } from './within-left.js';

/** How strongly weights are held is tried out, from strong to weak. */
const FEATURES = [1000, 300, 100, 30, 10, 3, 1];
const IN_COMMON = [300, 100, 30, 10, 3];
const RIGHT = [30, 10, 3, 1];
/** A weaker hold must order lists better by this much. */
const WORTH = 0.001;
/** People differ in how easily they are pleased about as much as outcomes do. */
const LEFT = 1;

export interface Chosen {
  readonly ridge: Ridge;
  /** By row: the logit by a fit that did not see the row’s left person, nor anything of that person’s. */
  readonly logits: Float64Array;
  /** How well those logits order each left person’s list. */
  readonly score: number;
}

/** Chooses how strongly weights are held, by people who were left out. */
export function chooseBase(design: Design, outcomes: Float64Array, folds: Uint8Array, parts: number, onStep: () => void): Chosen {
  const starts: (Float64Array | undefined)[] = [];
  const all = Int32Array.from({ length: design.rows }, (_, row) => row);
  const tried = (ridge: Ridge): Chosen => {
    const logits = new Float64Array(design.rows);
    const cold = new Float64Array(design.rows);
    for (let part = 0; part < parts; part += 1) {
      const { inside, outside } = split(folds, part);
      const weights = fitBase(design, outside, ridge, starts[part]);
      starts[part] = weights;
      const [warmInside, coldInside] = [new Float64Array(inside.length), new Float64Array(inside.length)];
      baseLogits(design, weights, inside, warmInside);
      baseLogits(design, weights, inside, coldInside, { left: true, right: false });
      inside.forEach((row, at) => {
        logits[row] = warmInside[at] as number;
        cold[row] = coldInside[at] as number;
      });
      onStep();
    }
    const score = (of: Float64Array) => withinLeft(all, design.left.personOf, outcomes, of);
    return { ridge, logits, score: (score(logits) + score(cold)) / 2 };
  };
  let best = tried({ features: 30, inCommon: 30, left: LEFT, right: 10 });
  const improve = (kind: 'features' | 'inCommon' | 'right', choices: readonly number[]) => {
    for (const choice of choices) {
      if (best.ridge[kind] === choice) continue;
      const next = tried({ ...best.ridge, [kind]: choice });
      if (next.score > best.score + WORTH) best = next;
    }
  };
  improve('features', FEATURES);
  if (design.inCommonColumns > 0) improve('inCommon', IN_COMMON);
  improve('right', RIGHT);
  return best;
}

/** How many fits `chooseBase` makes at most. */
export const baseSteps = (parts: number): number => (FEATURES.length + IN_COMMON.length + RIGHT.length) * parts;
