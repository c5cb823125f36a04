import type { Policies } from '../protocol/aggregate.js';
import type { SearchesCommand } from '../searches/searches.commands.js';
import { isHub } from './actor.js';
import { is } from './who.js';

/** What a person looks for is their own. */
export const searchesPolicies: Policies<SearchesCommand, unknown, unknown> = {
  SaveSearch: (actor, { data }) => is(actor, data.person),
  RemoveSearch: (actor, { data }) => is(actor, data.person),
  NoteSearchResults: (actor) => isHub(actor),
};
