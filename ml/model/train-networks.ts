import { split } from './base/folds.js';
import { withinLeft } from './base/within-left.js';
import type { Network } from './model.js';
import { learn } from './network/learn.js';
import { Towers } from './network/towers.js';
import type { Trainer } from './network/trainer.js';
import type { TrainingPlan } from './plan.js';
import type { Prepared } from './records/schema.js';

interface Work {
  readonly prepared: Prepared;
  readonly trainer: Trainer;
  readonly plan: TrainingPlan;
  readonly folds: Uint8Array;
  readonly outcomes: Float64Array;
  /** By row: the logit without networks, by a fit that did not see the row’s left person. */
  readonly base: Float64Array;
  readonly onEpoch: () => void;
}

export interface TrainedNetworks {
  readonly networks: readonly Network[];
  readonly share: number;
  /** Times the kept networks have seen the examples; 0 where they are not used. */
  readonly epoch: number;
  /** Rows that networks did not see, their logits, and how well those order lists: with networks and without. */
  readonly validation: { readonly rows: Int32Array; readonly logits: Float64Array; readonly score: number; readonly base: number };
}

/** How much of what networks say is added. */
const SHARES = [0.25, 0.5, 0.75, 1, 1.25, 1.5];

/** Trains networks on what the base leaves unexplained. Epoch and share are those that order the lists of people best who were left out. */
export function trainNetworks(work: Work): TrainedNetworks {
  const { prepared, plan, folds, outcomes, base } = work;
  const parts = Array.from({ length: plan.members }, (_, part) => ({ part, ...split(folds, part) }));
  const trained = parts.map(({ part, inside, outside }) => trainOne(work, part, inside, outside));
  const rows = Int32Array.from(parts.flatMap(({ inside }) => [...inside]));
  const score = (logits: Float64Array) => withinLeft(rows, prepared.design.left.personOf, outcomes, logits);
  const baseOf = Float64Array.from(rows, (row) => base[row] as number);
  const baseScore = score(baseOf);
  let best = { epoch: 0, share: 0, score: baseScore, logits: baseOf };
  for (let epoch = 1; epoch <= plan.course.epochs; epoch += 1) {
    const said = Float64Array.from(trained.flatMap(({ said }) => [...(said[epoch - 1] as Float64Array)]));
    for (const share of SHARES) {
      const logits = baseOf.map((logit, at) => logit + share * (said[at] as number));
      const reached = score(logits);
      if (reached > best.score) best = { epoch, share, score: reached, logits };
    }
  }
  const networks =
    best.epoch === 0 ? [] : trained.map(({ weights }) => ({ shape: plan.course.shape, weights: weights[best.epoch - 1] as Float32Array }));
  return { networks, share: best.share, epoch: best.epoch, validation: { rows, logits: best.logits, score: best.score, base: baseScore } };
}

/** One network: its weights after each epoch, and what it then says of rows it did not see. */
function trainOne({ prepared, trainer, plan, base, onEpoch }: Work, part: number, inside: Int32Array, outside: Int32Array) {
  const { design, bags } = prepared;
  const side = (which: 'left' | 'right') => ({ matrix: bags[which], recordOf: design[which].recordOf, personOf: design[which].personOf });
  const lessons = {
    left: side('left'),
    right: side('right'),
    offsets: Float32Array.from(base),
    targets: Float32Array.from(design.targets),
  };
  const [weights, said]: [Float32Array[], Float64Array[]] = [[], []];
  for (const after of learn(trainer, { ...plan.course, seed: plan.course.seed + part }, lessons, outside)) {
    weights.push(after);
    said.push(saidOf(prepared, new Towers(plan.course.shape, after), inside));
    onEpoch();
  }
  return { weights, said };
}

/** What a network adds to the logits of rows. */
export function saidOf({ design, bags }: Prepared, towers: Towers, rows: Int32Array): Float64Array {
  const embed = (which: 'left' | 'right') => {
    const { starts, ids, values } = bags[which];
    const known = new Map<number, ReturnType<Towers['embed']>>();
    return (row: number) => {
      const record = design[which].recordOf[row] as number;
      const [from, to] = [starts[record] as number, starts[record + 1] as number];
      let embedded = known.get(record);
      if (!embedded) {
        embedded = towers.embed(which, { ids: ids.subarray(from, to), values: values.subarray(from, to) });
        if (which === 'left') embedded = towers.turned(embedded);
        known.set(record, embedded);
      }
      return embedded;
    };
  };
  const [left, right] = [embed('left'), embed('right')];
  return Float64Array.from(rows, (row) => towers.logit(left(row), right(row)));
}
