import type { Policies } from '../protocol/aggregate.js';
import type { SuggestionsCommand } from '../suggestions/suggestions.commands.js';
import { is } from './who.js';

/** What a person was shown is known to their own screen alone. */
export const suggestionsPolicies: Policies<SuggestionsCommand, unknown, unknown> = {
  NoteSuggestionsShown: (actor, { data }) => is(actor, data.person),
};
