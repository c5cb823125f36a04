import type { Day, Instant, PersonId, SearchId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import { searchesCommands, type SearchesCommand } from './searches.commands.js';
import { SAVED_LIMIT_SEARCHES, searches } from './searches.decider.js';
import { FOUND_LIMIT_MENTORS, type SearchesEvent } from './searches.events.js';

const ben = 'ben' as PersonId;
const [s1, s2] = ['s1', 's2'] as [SearchId, SearchId];
const people = (...names: string[]) => names as PersonId[];
const when = { by: ben, at: '2026-03-06T09:00:00.000Z' as Instant, on: '2026-03-06' as Day };

const save = (search = s1, asked = 'q=behaviour'): SearchesCommand => ({
  ...when,
  type: 'SaveSearch',
  data: { person: ben, search, name: 'behaviour', asked },
});
const remove = (search = s1): SearchesCommand => ({ ...when, type: 'RemoveSearch', data: { person: ben, search } });
const finds = (...found: string[]): SearchesCommand => ({
  ...when,
  by: HUB,
  type: 'NoteSearchResults',
  data: { person: ben, search: s1, found: people(...found) },
});
const saved = (search = s1, asked = 'q=behaviour'): SearchesEvent => ({
  type: 'SearchSaved',
  data: { person: ben, search, name: 'behaviour', asked },
});
const removed: SearchesEvent = { type: 'SearchRemoved', data: { person: ben, search: s1 } };
const noted = (...found: string[]): SearchesEvent => ({
  type: 'SearchResultsNoted',
  data: { person: ben, search: s1, found: people(...found) },
});
const matched = (...mentors: string[]): SearchesEvent => ({
  type: 'SearchMatched',
  data: { person: ben, search: s1, mentors: people(...mentors) },
});

describe('a search that is saved', () => {
  test('is kept until it is removed', () => {
    given(searches, []).when(save()).happens(saved());
    given(searches, [saved()]).when(remove()).happens(removed);
    given(searches, [saved(), removed]).when(remove()).nothingHappens();
    given(searches, [saved(), removed]).when(save(s2)).happens(saved(s2));
  });

  test('is saved once, however often it is sent, and not twice under two ids', () => {
    given(searches, [saved()]).when(save()).nothingHappens();
    given(searches, [saved()]).when(save(s2)).refused('SEARCH.ALREADY_SAVED');
    given(searches, [saved()]).when(save(s2, 'q=phonics')).happens(saved(s2, 'q=phonics'));
    given(searches, [saved()]).when(save(s1, 'q=phonics')).refused('SEARCH.ID_TAKEN');
  });

  test('is one of a few: each may bring an email in a morning', () => {
    const all = Array.from({ length: SAVED_LIMIT_SEARCHES }, (_, at) => saved(`n${at}` as SearchId, `q=${at}`));
    given(searches, all.slice(1)).when(save()).happens(saved());
    given(searches, all).when(save()).refused('SEARCH.TOO_MANY', { limit: SAVED_LIMIT_SEARCHES });
    given(searches, [...all, { type: 'SearchRemoved', data: { person: ben, search: 'n3' as SearchId } }])
      .when(save())
      .happens(saved());
  });

  test.each(['', ' ', '?q=a', 'q=a b', 'q=<b>', 'q=é', 'https://elsewhere.example/?q=a', `q=${'a'.repeat(2_000)}`])(
    'asks what an address of the directory can ask, and not %j',
    (asked) => expect(searchesCommands.SaveSearch.safeParse({ person: 'ben', search: 's1', name: 'a', asked }).success).toBe(false),
  );

  test('asks for all that a browser writes into the query of an address', () => {
    const asked = new URLSearchParams({ q: 'caf\u00e9 "a b"* 50%_-.~!()\u2019', near: 'S10 2TN', within: '20' }).toString();
    expect(searchesCommands.SaveSearch.safeParse({ person: 'ben', search: 's1', name: 'a', asked }).error).toBeUndefined();
  });
});

describe('whom it finds', () => {
  test('is where it starts from the first time: nobody is new', () => {
    given(searches, [saved()]).when(finds('asha')).happens(noted('asha'));
    given(searches, [saved()]).when(finds()).happens(noted());
  });

  test('is noted only where it has changed, in whatever order they come', () => {
    given(searches, [saved(), noted('asha', 'cleo')])
      .when(finds('cleo', 'asha'))
      .nothingHappens();
    given(searches, [saved(), noted()]).when(finds()).nothingHappens();
  });

  test('is told of those who were not found before', () => {
    given(searches, [saved(), noted()]).when(finds('asha')).happens(noted('asha'), matched('asha'));
    given(searches, [saved(), noted('asha')])
      .when(finds('dee', 'asha', 'cleo'))
      .happens(noted('dee', 'asha', 'cleo'), matched('dee', 'cleo'));
  });

  test('is told again of a mentor who was gone and is back, and never of one who is gone', () => {
    given(searches, [saved(), noted('asha', 'cleo')])
      .when(finds('cleo'))
      .happens(noted('cleo'));
    given(searches, [saved(), noted('asha'), noted()])
      .when(finds('asha'))
      .happens(noted('asha'), matched('asha'));
  });

  test('is told of one who comes as another goes', () =>
    given(searches, [saved(), noted('asha')])
      .when(finds('cleo'))
      .happens(noted('cleo'), matched('cleo')));

  test('of a search that was removed meanwhile is nothing', () => {
    given(searches, [saved(), removed]).when(finds('asha')).nothingHappens();
    given(searches, []).when(finds('asha')).nothingHappens();
  });

  test('names each mentor once, and no more than can be looked through', () => {
    given(searches, [saved(), noted()]).when(finds('asha', 'asha')).happens(noted('asha'), matched('asha'));
    const many = Array.from({ length: FOUND_LIMIT_MENTORS + 1 }, (_, at) => `m${at}`);
    expect(searchesCommands.NoteSearchResults.safeParse({ person: 'ben', search: 's1', found: many }).success).toBe(false);
  });
});
