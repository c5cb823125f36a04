import type { PersonId, SearchId } from '@alongside/domain/kernel/brand.js';
import { digestOf, type Digest } from '@alongside/domain/kernel/digest.js';
import type { SearchesEvent } from '@alongside/domain/searches/searches.events.js';
import { change } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

/** A search of the directory that its person keeps. */
export interface SavedSearchRow {
  readonly search: SearchId;
  readonly person: PersonId;
  readonly name: string;
  /** As it stands in the address of the directory, without the `?`. */
  readonly asked: string;
  /** Of whom it finds (`foundDigest`); `null` until the hub has looked. Ids would tell who hid from this person. */
  readonly found: Digest | null;
}

/** Of people in whatever order. */
export const foundDigest = (people: readonly PersonId[]): Digest => digestOf([...new Set(people)].sort());

/** Saved searches, each to its person alone. */
export const savedSearchView = hubView<SearchesEvent, SavedSearchRow>()({
  name: 'saved-search',
  version: 2,
  title: 'Saved searches',
  readers: ['person'],
  own: 'saved searches',
  indexes: ['person'],
  forget: (rows, id, person) => rows.get(id)?.data.person === person && rows.remove(id),
  on: firstCome('search', {
    SearchSaved: ({ data: { search, person, name, asked } }, rows) =>
      rows.put(search, { audience: onlyPerson(person), data: { search, person, name, asked, found: null } }),
    SearchRemoved: ({ data: { search } }, rows) => rows.remove(search),
    SearchResultsNoted: ({ data: { search, found } }, rows) => change(rows, search, (row) => ({ ...row, found: foundDigest(found) })),
  }),
});
