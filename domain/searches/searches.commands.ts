import { z } from 'zod';
import { personId, searchId } from '../kernel/brand.js';
import { line, type CommandOf } from '../kernel/catalogue.js';
import { ASKED_LIMIT_CHARACTERS, FOUND_LIMIT_MENTORS, NAME_LIMIT_CHARACTERS } from './searches.events.js';

const one = z.object({ person: personId, search: searchId });
/** As a browser writes the query of an address. */
const asked = z
  .string()
  .min(1, { error: 'Choose words or filters to search by first.' })
  .max(ASKED_LIMIT_CHARACTERS, { error: 'This search is too long to save. Use fewer filters.' })
  .regex(/^[\w%&=+.*~-]*$/, { error: 'We could not read this search. Search again, then save it.' });

export const searchesCommands = {
  SaveSearch: one.extend({ name: line(NAME_LIMIT_CHARACTERS, 'The name of the search'), asked }),
  RemoveSearch: one,
  /** By the hub: whom the search finds now. The first time is where it starts from; later, its person is told who is new. */
  NoteSearchResults: one.extend({ found: z.array(personId).max(FOUND_LIMIT_MENTORS) }),
};
export type SearchesCommand = CommandOf<typeof searchesCommands>;
