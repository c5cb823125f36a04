import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import type { Hub } from '../app/create-hub.js';
import { must } from '../app/hub.testing.js';

const [one, other] = EXPERTISE_TAGS.map(({ id }) => id);

/** How it went, by what the pair says. */
export type Said = 'well' | 'badly';

/** What the pair of the community of every endpoint says of itself: a fit check each, a goal, a skill before and after, and feedback. */
export async function say(hub: Hub, said: Said): Promise<void> {
  const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
  const well = said === 'well';
  const of = { mentorship: 'm-1' };
  for (const by of [asha, ben]) await must(hub, by, 'CheckFit', { ...of, answer: well ? 'good' : 'not-good' });
  const description = { title: 'A goal', why: '', success: '' };
  const goal = { ...of, goal: 'g-1' };
  await must(hub, ben, 'AgreeGoal', { ...goal, description, tag: well ? one : other, statements: [], due: null, steps: [] });
  await must(hub, ben, well ? 'AchieveGoal' : 'SetGoalAside', well ? { ...goal, evidence: '' } : goal);
  for (const [when, level] of [
    ['before', 2],
    ['after', well ? 5 : 2],
  ] as const)
    await must(hub, ben, 'RateSkill', { person: ben, ...of, tag: one, level, when });
  await must(hub, ben, 'EndMentorship', { ...of, reason: well ? 'It is done' : 'It did not fit', wantsAnother: well });
  await hub.parts.reactors.settled();
  await hub.parts.views.caughtUp((await hub.parts.log.head())!);
}
