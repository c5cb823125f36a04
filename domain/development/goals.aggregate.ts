import { streamOf } from '../kernel/brand.js';
import { goalsPolicies } from '../policies/development.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { goalsCommands } from './goals.commands.js';
import { goals } from './goals.decider.js';
import { goalsEvents } from './goals.events.js';

/** Goals and feedback: one stream per mentorship, `goals-<mentorship>`. */
export const goalsAggregate = aggregate({
  category: 'goals',
  commands: goalsCommands,
  events: goalsEvents,
  decider: goals,
  streamOf: (command) => streamOf('goals', command.data.mentorship),
  policies: goalsPolicies,
  knownTo: (_goals, mentorship) => [`mentorship:${mentorship}`],
});
