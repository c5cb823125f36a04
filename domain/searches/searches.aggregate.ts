import { streamOf } from '../kernel/brand.js';
import { searchesPolicies } from '../policies/searches.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { searchesCommands } from './searches.commands.js';
import { searches } from './searches.decider.js';
import { searchesEvents } from './searches.events.js';

export const searchesAggregate = aggregate({
  category: 'searches',
  commands: searchesCommands,
  events: searchesEvents,
  decider: searches,
  streamOf: ({ data }) => streamOf('searches', data.person),
  policies: searchesPolicies,
});
