import { SUGGESTED_GOALS } from './goals.data.js';
import type { SuggestedGoal } from './types.js';

export { SUGGESTED_GOALS };

/** Goals to offer for a tag of expertise, those that are usual at the career stage first. */
export const goalsFor = (tag: string, stage?: string): readonly SuggestedGoal[] =>
  SUGGESTED_GOALS.filter((goal) => goal.expertise.includes(tag)).toSorted((a, b) => usual(b, stage) - usual(a, stage));

const usual = (goal: SuggestedGoal, stage: string | undefined): number => Number(stage !== undefined && goal.stages.includes(stage));
