import { createAct } from '../../app/act.js';

/** For one button that marks a goal as reached, once however often it is pressed: the domain takes it once and for good. */
export function createReaching() {
  const reaching = createAct();
  const mark = ({ mentorship, goal }: { readonly mentorship: string; readonly goal: string }) =>
    reaching.run('AchieveGoal', { mentorship, goal, evidence: '' }, 'Reached. It stands in the record of you both.');
  return { pending: reaching.pending, mark };
}
