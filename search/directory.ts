import { MEETING_FORMATS, type Expertise, type WEEKDAYS } from '@alongside/domain/people/person.events.js';
import { expertiseGroup, expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import { phase } from '@alongside/domain/uk/taxonomy/lists.js';
import { subject } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { IndexSettings, Searchable } from './search-index.js';

/** A mentor as the directory finds them. Ids are those of the taxonomy; their names are searched too. */
export interface DirectoryDocument extends Searchable {
  readonly name: string;
  readonly jobTitle: string;
  readonly about: string;
  /** Names of the institutions they belong to. */
  readonly institutions: readonly string[];
  readonly subjects: readonly string[];
  readonly phases: readonly string[];
  readonly expertise: readonly Expertise[];
  readonly format: (typeof MEETING_FORMATS)[number] | null;
  readonly weekdays: readonly (typeof WEEKDAYS)[number][];
  /** Local authorities of their institutions. */
  readonly areas: readonly string[];
  /** Ids of the trusts of their institutions. */
  readonly trusts: readonly string[];
  readonly freePlaces: number;
}

export const DIRECTORY_FACETS = ['phase', 'subject', 'expertise', 'format', 'weekday', 'area', 'trust', 'free'] as const;
export type DirectoryFacet = (typeof DIRECTORY_FACETS)[number];

/** How the directory is indexed. Raise `version` with any change, so that it is filled again. */
export const directoryIndex: IndexSettings<DirectoryDocument, DirectoryFacet> = {
  name: 'directory',
  version: 3,
  columns: [
    { name: 'name', weight: 10 },
    { name: 'expertise', weight: 4 },
    { name: 'work', weight: 2 },
    { name: 'about', weight: 1 },
  ],
  facets: DIRECTORY_FACETS,
  textOf: ({ name, jobTitle, institutions, about, expertise, subjects, phases }) => ({
    name,
    expertise: expertise.map(({ tag }) => wordsOfTag(tag)).join(' '),
    work: [jobTitle, ...institutions, ...subjects.map(wordsOfSubject), ...phases.map(phaseName)].join(' '),
    about,
  }),
  facetsOf: ({ phases, subjects, expertise, format, weekdays, areas, trusts, freePlaces }) => ({
    phase: phases,
    subject: subjects,
    expertise: expertise.map(({ tag }) => tag),
    // Whoever meets either way is found by both.
    format: format === 'either' ? MEETING_FORMATS.filter((one) => one !== 'either') : format ? [format] : [],
    weekday: weekdays,
    area: areas,
    trust: trusts,
    free: freePlaces > 0 ? ['yes'] : ['no'],
  }),
  orderOf: ({ name }) => name,
};

function wordsOfSubject(id: string): string {
  const found = subject(id);
  return found ? [found.name, ...(found.synonyms ?? [])].join(' ') : id;
}
const phaseName = (id: string) => phase(id)?.name ?? id;
function wordsOfTag(id: string): string {
  const tag = expertiseTag(id);
  // The group too: people look for behaviour, and no tag of that group says the word.
  return tag ? [tag.name, expertiseGroup(tag.group)?.name ?? '', ...(tag.synonyms ?? [])].join(' ') : id;
}
