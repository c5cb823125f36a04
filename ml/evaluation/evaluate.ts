import { logisticOf } from '../model/baselines/logistic.js';
import { popularityOf } from '../model/baselines/popularity.js';
import type { Example, Side } from '../model/records/record.js';
import { Scorer, type Ready } from '../model/serve.js';
import { trainModel, type Training } from '../model/train.js';
import type { Model } from '../model/model.js';
import { metricsOf, type Metrics } from './metrics.js';
import type { Scored } from './scored.js';

/** What an evaluation says: the metrics of the model, and of two baselines beside it. */
export interface Report extends Metrics {
  readonly backend: string;
  /** Seconds in which the model alone was trained. */
  readonly trainSeconds: number;
  /** Pairs it was trained with. */
  readonly examples: number;
  readonly testExamples: number;
  readonly baselines: { readonly logistic: Metrics; readonly popularity: Metrics };
  /** How the model came about: what people who were left out say of it. */
  readonly validation: { readonly base: number; readonly model: number; readonly epoch: number; readonly share: number };
}

/** Trains a model and two baselines on some pairs and tests them on others. `now` gives milliseconds. */
export function evaluate(
  train: readonly Example[],
  test: readonly Example[],
  training: Training,
  now: () => number,
): { readonly report: Report; readonly model: Model } {
  const began = now();
  const { model, validation } = trainModel(train, training);
  const trainSeconds = (now() - began) / 1000;
  training.onProgress?.(1, 'Training baselines');
  const [logistic, popularity] = [logisticOf(train, training.seed), popularityOf(train)];
  const report = {
    ...metricsOf(scoredBy(model, test)),
    backend: training.trainer.backend,
    trainSeconds,
    examples: train.length,
    testExamples: test.length,
    baselines: {
      logistic: metricsOf(test.map((example) => scored(example, logistic(example.left, example.right)))),
      popularity: metricsOf(test.map((example) => scored(example, popularity(example.right)))),
    },
    validation: { ...validation, share: model.share },
  };
  return { report, model };
}

/** Pairs with what a model says of them. */
export function scoredBy(model: Model, examples: readonly Example[]): Scored[] {
  const scorer = new Scorer(model);
  const [left, right] = [remembered((side) => scorer.left(side)), remembered((side) => scorer.right(side))];
  return examples.map((example) => scored(example, scorer.probability(left(example.left), right(example.right))));
}

const scored = ({ left, right, outcome }: Example, score: number): Scored => ({ left: left.id, right: right.id, outcome, score });

/** The same person comes in many lines, mostly with the same features. */
function remembered(make: (side: Side) => Ready): (side: Side) => Ready {
  const known = new Map<string, Ready>();
  return (side) => {
    const key = JSON.stringify([side.id, side.features]);
    const found = known.get(key) ?? make(side);
    known.set(key, found);
    return found;
  };
}
