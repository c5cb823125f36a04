import type { PersonId, SearchId } from '../kernel/brand.js';
import { byId, type ById } from '../kernel/by-id.js';
import type { Decider } from '../kernel/decider.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { SearchesCommand } from './searches.commands.js';
import type { SearchesEvent } from './searches.events.js';

/** How many searches one person may keep: each may bring an email in a morning. */
export const SAVED_LIMIT_SEARCHES = 10;

export type SearchesRefusal = Refusal<'SEARCH.ALREADY_SAVED' | 'SEARCH.TOO_MANY' | 'SEARCH.ID_TAKEN'>;

interface Saved {
  /** Of the question. */
  readonly asked: Digest;
  /** Whom it found last; `null` until it was looked at. */
  readonly found: readonly PersonId[] | null;
}
type Searches = ById<SearchId, Saved>;
type Decision = Result<readonly SearchesEvent[], SearchesRefusal>;

function decide(command: SearchesCommand, searches: Searches): Decision {
  const saved = byId.get(searches, command.data.search);
  switch (command.type) {
    case 'SaveSearch': {
      const asked = digestOf(command.data.asked);
      if (saved) return saved.asked === asked ? ok([]) : refuse({ code: 'SEARCH.ID_TAKEN' });
      const all = byId.values(searches);
      if (all.some((other) => other.asked === asked)) return refuse({ code: 'SEARCH.ALREADY_SAVED' });
      if (all.length >= SAVED_LIMIT_SEARCHES) return refuse({ code: 'SEARCH.TOO_MANY', facts: { limit: SAVED_LIMIT_SEARCHES } });
      return ok([{ type: 'SearchSaved', data: command.data }]);
    }
    case 'RemoveSearch':
      return ok(saved ? [{ type: 'SearchRemoved', data: command.data }] : []);
    case 'NoteSearchResults':
      return ok(saved ? noted(command.data, saved) : []);
  }
}

/** Who was found before is not told again; who was gone, and comes back, is new. */
function noted({ person, search, found }: Extract<SearchesCommand, { type: 'NoteSearchResults' }>['data'], before: Saved): SearchesEvent[] {
  const known = before.found === null ? undefined : new Set(before.found);
  const now = [...new Set(found)];
  const mentors = known ? now.filter((mentor) => !known.has(mentor)) : [];
  if (known && mentors.length === 0 && known.size === now.length) return [];
  return [
    { type: 'SearchResultsNoted', data: { person, search, found: now } },
    ...(mentors.length > 0 ? [{ type: 'SearchMatched', data: { person, search, mentors } } as const] : []),
  ];
}

/** The searches that one person keeps. */
export const searches: Decider<Searches, SearchesCommand, SearchesEvent, SearchesRefusal> = {
  initial: {},
  decide,
  evolve(all, { type, data }) {
    switch (type) {
      case 'SearchSaved':
        return byId.with(all, data.search, { asked: digestOf(data.asked), found: null });
      case 'SearchRemoved':
        return byId.without(all, data.search);
      case 'SearchResultsNoted': {
        const saved = byId.get(all, data.search);
        return saved ? byId.with(all, data.search, { ...saved, found: data.found }) : all;
      }
      case 'SearchMatched':
        return all;
    }
  },
};
