import { createSignal } from 'solid-js';
import type { ViewRows } from '../../replica/index.js';
import { act } from '../../app/act.js';

/** Every step of an open goal is done: what is left is to say that it is reached, or which step is missing. */
export const waitsToBeReached = ({ status, steps }: Pick<ViewRows['goal'], 'status' | 'steps'>): boolean =>
  status === 'open' && steps.length > 0 && steps.every(({ done }) => done !== null);

/** For one button that marks a goal as reached. A second press while the first is under way is none: the domain takes it once and for good. */
export function createReaching() {
  const [pending, setPending] = createSignal(false);
  const mark = async ({ mentorship, goal }: { readonly mentorship: string; readonly goal: string }) => {
    setPending(true);
    await act('AchieveGoal', { mentorship, goal, evidence: '' }, 'Reached. It stands in the record of you both.');
    setPending(false);
  };
  return { pending, mark };
}
