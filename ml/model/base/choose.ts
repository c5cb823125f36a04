import { baseLogits, fitBase, type Ridge } from './base.js';
import type { Design } from './design.js';
import { split } from './folds.js';

/** How strongly weights are held is tried out, from strong to weak, step by step. */
const CHOICES = {
  features: [3000, 1000, 300, 100, 30, 10, 3, 1],
  inCommon: [10_000, 3000, 1000, 300, 100, 30, 10],
  right: [100, 30, 10, 3, 1],
};
/** People differ in how easily they are pleased about as much as outcomes do. */
const LEFT = 1;

export interface Chosen {
  readonly ridge: Ridge;
  /** By row: the logit by a fit that did not see the row’s left person, nor anything of that person’s. */
  readonly logits: Float64Array;
  /** Mean loss of those logits, and of those without what is known of single right people: less noisy than the order of lists. */
  readonly loss: number;
}

/** Chooses how strongly weights are held, by people who were left out. */
export function chooseBase(design: Design, folds: Uint8Array, parts: number, onStep: () => void): Chosen {
  const starts: (Float64Array | undefined)[] = [];
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
    return { ridge, logits, loss: meanLoss(design.targets, logits) + meanLoss(design.targets, cold) };
  };
  let best = tried({ features: 30, inCommon: 1000, left: LEFT, right: 10 });
  const walk = (kind: keyof typeof CHOICES, direction: 1 | -1): boolean => {
    const from = CHOICES[kind].indexOf(best.ridge[kind]);
    const choice = CHOICES[kind][from + direction];
    if (choice === undefined) return false;
    const next = tried({ ...best.ridge, [kind]: choice });
    if (next.loss >= best.loss) return false;
    best = next;
    return walk(kind, direction) || true;
  };
  const kinds = (['right', 'features', 'inCommon'] as const).filter((kind) => kind !== 'inCommon' || design.inCommonColumns > 0);
  for (const kind of kinds) if (!walk(kind, 1)) walk(kind, -1);
  return best;
}

/** The mean loss of logits: what a fit without its cost makes least. */
function meanLoss(targets: Float64Array, logits: Float64Array): number {
  const loss = logits.reduce(
    (sum, logit, row) => sum + Math.max(logit, 0) - logit * (targets[row] as number) + Math.log1p(Math.exp(-Math.abs(logit))),
    0,
  );
  return loss / logits.length;
}

/** About how many fits `chooseBase` makes. */
export const baseSteps = (parts: number): number => 9 * parts;
