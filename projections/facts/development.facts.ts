import type { GoalsCommand } from '@alongside/domain/development/goals.commands.js';
import type { GoalsFacts } from '@alongside/domain/development/goals.facts.js';
import type { MentorshipId } from '@alongside/domain/kernel/brand.js';
import type { GrowthCommand } from '@alongside/domain/development/growth.commands.js';
import type { GrowthFacts } from '@alongside/domain/development/growth.facts.js';
import type { HubReader } from '../views/index.js';
import { reachOf, type Gather } from './gather.js';
import { pairOf, reachOfPair } from './pair.facts.js';

/** What goals and feedback must know: whose they are and whether the mentorship is over. */
export const gatherForGoals: Gather<GoalsCommand, GoalsFacts> = (command, look) => {
  const pair = pairOf(command.data.mentorship, look);
  return {
    facts: { pair },
    get institutions() {
      return reachOfPair(pair, look);
    },
  };
};

/** The mentorship that a command names, or that the reflection which it names was written in. */
const mentorshipOf = ({ data }: GrowthCommand, look: HubReader): MentorshipId | null =>
  'mentorship' in data ? data.mentorship : ('reflection' in data && look.row('reflection', data.reflection)?.mentorship) || null;

/** What a person's growth must know: the mentorship that a command names. Its events concern the person's institutions, not their mentor's. */
export const gatherForGrowth: Gather<GrowthCommand, GrowthFacts> = (command, look) => ({
  facts: { pair: pairOf(mentorshipOf(command, look), look) },
  get institutions() {
    return reachOf([command.data.person], look);
  },
});
