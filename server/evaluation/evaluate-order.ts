import type { Report } from '@alongside/ml/evaluation/evaluate.js';

/** What a thread is to evaluate. */
export interface EvaluateOrder {
  readonly train: string;
  readonly test: string;
  readonly seed: number;
  readonly epochs: number;
  /** A new folder for the model. */
  readonly keep?: string;
}

/** What the thread says: how far it is, from 0 to 1, and at last the report or why there is none. */
export type EvaluateSaid =
  | { readonly kind: 'progress'; readonly done: number; readonly doing: string }
  | { readonly kind: 'ended'; readonly report: Report }
  | { readonly kind: 'refused'; readonly sentence: string };
