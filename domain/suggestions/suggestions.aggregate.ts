import { streamOf } from '../kernel/brand.js';
import { suggestionsPolicies } from '../policies/suggestions.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { suggestionsCommands } from './suggestions.commands.js';
import { suggestions } from './suggestions.decider.js';
import { suggestionsEvents } from './suggestions.events.js';

export const suggestionsAggregate = aggregate({
  category: 'suggestions',
  commands: suggestionsCommands,
  events: suggestionsEvents,
  decider: suggestions,
  streamOf: ({ data }) => streamOf('suggestions', data.person),
  policies: suggestionsPolicies,
});
