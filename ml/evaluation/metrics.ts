import { auc, aucWithinLeft } from './auc.js';
import { calibrationError } from './calibration.js';
import type { Scored } from './scored.js';
import { exposureGini, ndcgAt10, recallAt10 } from './top-ten.js';

/** What is said of predictions. Null where the pairs cannot show it, as where all went well. */
export interface Metrics {
  readonly auc: number | null;
  readonly aucWithinLeft: number | null;
  readonly recallAt10: number | null;
  readonly ndcgAt10: number | null;
  readonly calibrationError: number | null;
  readonly exposureGini: number | null;
}

/** All metrics of one list of predictions, whose scores are probabilities. */
export const metricsOf = (pairs: readonly Scored[]): Metrics => ({
  auc: auc(pairs),
  aucWithinLeft: aucWithinLeft(pairs),
  recallAt10: recallAt10(pairs),
  ndcgAt10: ndcgAt10(pairs),
  calibrationError: calibrationError(pairs),
  exposureGini: exposureGini(pairs),
});
