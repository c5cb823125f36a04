import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Lesson } from '@alongside/ml/learned/lesson.js';
import type { Landmark } from '@alongside/projections/engine/landmark.js';
import type { Verdict } from '@alongside/ml/learned/verdict.js';

/** How a thread is to learn. */
export interface LearnOrder {
  /** The folder of models. */
  readonly root: string;
  readonly seed: number;
  /** Times the networks see all lessons, at most. */
  readonly epochs: number;
  /** The model that serves, to be compared with. */
  readonly serving: string | null;
  readonly trainedAt: string;
}

/** What the thread is handed: lessons as the log gives them, then the word to begin. */
export type LearnAsked =
  | { readonly kind: 'lessons'; readonly lessons: readonly Lesson[] }
  | { readonly kind: 'learn'; readonly reached: Landmark; readonly erased: readonly PersonId[] };

/** What a training found: the model that it wrote, or none where none may serve. */
export interface LearnEnd {
  readonly model: string | null;
  readonly verdict: Verdict;
}

/** What the thread says: how far it is, from 0 to 1, and what it found. */
export type LearnSaid =
  { readonly kind: 'progress'; readonly done: number; readonly doing: string } | ({ readonly kind: 'ended' } & LearnEnd);
