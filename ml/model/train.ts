import { fitBase, layoutOf } from './base/base.js';
import { baseSteps, chooseBase, type Chosen } from './base/choose.js';
import { foldsOf } from './base/folds.js';
import { calibrate } from './calibrate.js';
import type { Model } from './model.js';
import { planOf, type TrainingPlan } from './plan.js';
import { trainNetworks } from './train-networks.js';
import type { Trainer } from './network/trainer.js';
import type { Example } from './records/record.js';
import { prepare } from './records/schema.js';

/** An outcome from which on a pair counts as one that went well. */
const POSITIVE = 0.5;

/** Half of what is learned is whether a pair went well, and half how well. */
const targetOf = (outcome: number): number => (outcome + (outcome >= POSITIVE ? 1 : 0)) / 2;

export interface Training {
  readonly trainer: Trainer;
  readonly seed: number;
  /** Times the networks see all examples, at most: those weights are kept that serve people best who were left out. */
  readonly epochs: number;
  /** Told what is done, and how much of all, from 0 to 1. */
  readonly onProgress?: (done: number, doing: string) => void;
}

export interface Trained {
  readonly model: Model;
  /** How well left people’s lists are ordered who were left out: by features and people alone, and with the networks. */
  readonly validation: { readonly base: number; readonly model: number; readonly epoch: number };
}

/** Trains a model: what is linear first, then networks on what that leaves unexplained. */
export function trainModel(examples: readonly Example[], { trainer, seed, epochs, onProgress = () => undefined }: Training): Trained {
  const prepared = prepare(examples, targetOf);
  const { design, schema } = prepared;
  const plan = planOf(prepared, { seed, epochs });
  const outcomes = Float64Array.from(examples, ({ outcome }) => outcome);
  const folds = foldsOf(design.left.personOf, design.left.people, plan.parts, seed);
  const progress = progressOf(plan, onProgress);
  const chosen: Chosen = chooseBase(design, folds, plan.parts, progress.fitted);
  const networks = trainNetworks({ prepared, trainer, plan, folds, outcomes, base: chosen.logits, onEpoch: progress.learned });
  const all = Int32Array.from({ length: design.rows }, (_, row) => row);
  const layout = layoutOf(design);
  const weights = Float32Array.from(fitBase(design, all, chosen.ridge));
  const { rows, logits } = networks.validation;
  return {
    model: {
      schema,
      base: weights.slice(0, layout.leftPeople),
      people: prepared.rightIds,
      peopleEffects: weights.slice(layout.rightPeople),
      networks: networks.networks,
      share: networks.share,
      calibration: calibrate(
        logits,
        Float64Array.from(rows, (row) => ((outcomes[row] as number) >= POSITIVE ? 1 : 0)),
      ),
    },
    validation: { base: networks.validation.base, model: networks.validation.score, epoch: networks.epoch },
  };
}

/** The share of all the work that fitting takes. */
const FITTING = 0.3;

function progressOf({ parts, members, course }: TrainingPlan, onProgress: NonNullable<Training['onProgress']>) {
  const [fits, epochs] = [baseSteps(parts), members * course.epochs];
  let [fitted, learned] = [0, 0];
  return {
    fitted: () => {
      fitted += 1;
      onProgress(FITTING * Math.min(1, fitted / fits), 'Weighing features');
    },
    learned: () => {
      learned += 1;
      onProgress(FITTING + (1 - FITTING) * Math.min(1, learned / epochs), 'Training networks');
    },
  };
}
