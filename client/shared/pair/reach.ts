import { createAct } from '../../app/act.js';

/** For one button that marks a goal as reached, once however often it is pressed: the domain takes it once and for good. */
export function createReaching() {
  const reaching = createAct();
  const mark = ({ mentorship, goal }: { readonly mentorship: string; readonly goal: string }) =>
    reaching.run('AchieveGoal', { mentorship, goal, evidence: '' }, 'Goal achieved. It’s in both your records.');
  return { pending: reaching.pending, mark };
}
