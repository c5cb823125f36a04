import type { ViewRows } from '../../replica/index.js';
import { createAct } from '../../app/act.js';

/** Every step of an open goal is done: what is left is to say that it is reached, or which step is missing. */
export const waitsToBeReached = ({ status, steps }: Pick<ViewRows['goal'], 'status' | 'steps'>): boolean =>
  status === 'open' && steps.length > 0 && steps.every(({ done }) => done !== null);

/** For one button that marks a goal as reached, once however often it is pressed: the domain takes it once and for good. */
export function createReaching() {
  const reaching = createAct();
  const mark = ({ mentorship, goal }: { readonly mentorship: string; readonly goal: string }) =>
    reaching.run('AchieveGoal', { mentorship, goal, evidence: '' }, 'Reached. It stands in the record of you both.');
  return { pending: reaching.pending, mark };
}
