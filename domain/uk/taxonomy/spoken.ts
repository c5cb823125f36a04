import { EXPERTISE_SPOKEN } from './spoken-expertise.data.js';
import { inEveryForm } from './short-forms.js';
import { PEOPLE_SPOKEN } from './spoken-people.data.js';
import { PLACES_SPOKEN } from './spoken-places.data.js';
import { SUBJECTS_SPOKEN } from './spoken-subjects.data.js';

/** By the id of an entry, what teachers type for it. One word may mean several entries. */
export const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  ...PLACES_SPOKEN,
  ...PEOPLE_SPOKEN,
  ...SUBJECTS_SPOKEN,
  ...EXPERTISE_SPOKEN,
};

/** Everything that an entry is found by, beside its name. */
export const wordsTypedFor = ({ id, synonyms = [] }: { readonly id: string; readonly synonyms?: readonly string[] }): readonly string[] =>
  inEveryForm([...synonyms, ...(SPOKEN[id] ?? [])]);
