import { streamOf } from '../kernel/brand.js';
import { growthPolicies } from '../policies/development.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { growthCommands } from './growth.commands.js';
import { growth } from './growth.decider.js';
import { growthEvents } from './growth.events.js';

/** Reflections, ratings and credit: one stream per person, `growth-<person>`, which moves with them. */
export const growthAggregate = aggregate({
  category: 'growth',
  commands: growthCommands,
  events: growthEvents,
  decider: growth,
  streamOf: (command) => streamOf('growth', command.data.person),
  policies: growthPolicies,
  knownTo: (_growth, person) => [`person:${person}`],
});
