import { z } from 'zod';
import { personId, searchId } from '../kernel/brand.js';
import { event, maybeLine, personal, type EventOf } from '../kernel/catalogue.js';

/** So many mentors a search may find and still be told of: where more match, a few more say nothing. */
export const FOUND_LIMIT_MENTORS = 100;
/** Fits what the directory reads of a question, each letter written as three (`%C3`). */
export const ASKED_LIMIT_CHARACTERS = 2_000;
export const NAME_LIMIT_CHARACTERS = 160;

const one = z.object({ person: personId, search: searchId });
const mentors = z.array(personId).max(FOUND_LIMIT_MENTORS);

/** Searches of the directory that a person keeps, to be told when another mentor matches: one stream for each person, `searches-<person>`. */
export const searchesEvents = {
  SearchSaved: event(
    one.extend({
      /** Its words and filters, for people to read. */
      name: personal(maybeLine(NAME_LIMIT_CHARACTERS), 'person', ''),
      /** The question as it stands in the address of the directory, without the `?`. */
      asked: personal(z.string().max(ASKED_LIMIT_CHARACTERS), 'person', ''),
    }),
  ),
  SearchRemoved: event(one),
  /** All whom it finds, as far as its person may see them, where that has changed. Ids alone, which no view shows. */
  SearchResultsNoted: event(one.extend({ found: mentors })),
  /** Mentors whom it did not find before. */
  SearchMatched: event(one.extend({ mentors: mentors.min(1) })),
};
export type SearchesEvent = EventOf<typeof searchesEvents>;
