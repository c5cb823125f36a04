import { MEETING_FORMATS, type Expertise, type WEEKDAYS } from '@alongside/domain/people/person.events.js';
import { wordsToFind } from '@alongside/domain/text/folding.js';
import { expertiseGroup, expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import { phase } from '@alongside/domain/uk/taxonomy/lists.js';
import { otherFormsIn } from '@alongside/domain/uk/taxonomy/short-forms.js';
import { spokenWords, writtenAsOne } from '@alongside/domain/uk/taxonomy/spoken-words.js';
import { wordsTypedFor } from '@alongside/domain/uk/taxonomy/spoken.js';
import { subject, withWholeSubjects } from '@alongside/domain/uk/taxonomy/subjects.js';
import { namesSubject, understand, type Understanding, type Understood } from '@alongside/domain/uk/taxonomy/understand.js';
import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import type { AnyOf, IndexSettings, Searchable, SearchQuery, Why } from './search-index.js';

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
  readonly settings: readonly string[];
  /** Career stages of those whom they would like to help. */
  readonly stages: readonly string[];
  readonly format: (typeof MEETING_FORMATS)[number] | null;
  readonly weekdays: readonly (typeof WEEKDAYS)[number][];
  /** Local authorities of their institutions. */
  readonly areas: readonly string[];
  /** Ids of the trusts of their institutions. */
  readonly trusts: readonly string[];
  /** Where their institutions are on the map, those of which it is known: no other than are named above. */
  readonly places: readonly GridPoint[];
  readonly freePlaces: number;
  /** Set while they take no new requests; `until` is `null` where no end was named. */
  readonly paused: { readonly until: string | null } | null;
  /** How they reply to requests, as the ranking of suggestions has it. */
  readonly liveness: (typeof LIVENESS)[number];
}

/** Those who reply in good time first. */
const LIVENESS = ['replies', 'slow', 'silent'] as const;

export const DIRECTORY_FACETS = [
  'phase',
  'subject',
  'expertise',
  'setting',
  'stage',
  'format',
  'weekday',
  'area',
  'trust',
  'free',
] as const;
export type DirectoryFacet = (typeof DIRECTORY_FACETS)[number];

/** How the directory is indexed. Raise `version` with any change, so that it is filled again. */
export const directoryIndex: IndexSettings<DirectoryDocument, DirectoryFacet> = {
  name: 'directory',
  version: 10,
  columns: [
    { name: 'name', weight: 10 },
    { name: 'expertise', weight: 4 },
    { name: 'job', weight: 2 },
    { name: 'school', weight: 2 },
    { name: 'teaches', weight: 2 },
    { name: 'about', weight: 1 },
  ],
  facets: DIRECTORY_FACETS,
  textOf: ({ name, jobTitle, institutions, about, expertise, subjects, phases }) => ({
    name,
    expertise: expertise.map(({ tag }) => wordsOfTag(tag)).join(' '),
    job: eitherWay([jobTitle, ...otherFormsIn(jobTitle, namesSubject)].join(' ')),
    school: eitherWay(institutions.join(' ')),
    teaches: [...subjects.map(wordsOfSubject), ...phases.map(wordsOfPhase)].join(' '),
    about: orAsOne(about),
  }),
  facetsOf: ({ phases, subjects, expertise, settings, stages, format, weekdays, areas, trusts, freePlaces }) => ({
    phase: phases,
    // Who teaches physics teaches science: chosen, counted and typed alike (SI25).
    subject: withWholeSubjects(subjects),
    expertise: expertise.map(({ tag }) => tag),
    setting: settings,
    stage: stages,
    // A person who meets either way is found by both.
    format: format === 'either' ? MEETING_FORMATS.filter((one) => one !== 'either') : format ? [format] : [],
    weekday: weekdays,
    area: areas,
    trust: trusts,
    free: freePlaces > 0 ? ['yes'] : ['no'],
  }),
  // Of those whom words put alike: who has space, then who replies, then names.
  orderOf: ({ name, freePlaces, liveness }) => `${freePlaces > 0 ? 0 : 1}${LIVENESS.indexOf(liveness)} ${name}`,
  placesOf: ({ places }) => places,
};

/** Focus areas, subjects and phases of a mentor that have one of the words that were met in their columns. */
export function valuesWith(
  { expertise, subjects, phases }: DirectoryDocument,
  { words, columns }: Pick<Why, 'words' | 'columns'>,
): Partial<Record<DirectoryFacet, readonly string[]>> {
  const having = (ids: readonly string[], wordsOf: (id: string) => string) =>
    ids.filter((id) => wordsToFind(wordsOf(id)).some((word) => words.includes(word)));
  const tags = columns.includes('expertise') ? expertise.map(({ tag }) => tag) : [];
  const [taught, stages] = columns.includes('teaches') ? [subjects, phases] : [[], []];
  const found = {
    expertise: having(tags, wordsOfTag),
    subject: having(taught, wordsOfSubject),
    phase: having(stages, wordsOfPhase),
  };
  return Object.fromEntries(Object.entries(found).filter(([, ids]) => ids.length > 0));
}

/** A question to the index, of what was read in a text. Words that were understood are met by values, or in a name or a title. */
export const askedOf = ({ understood, rest }: Understanding): Pick<SearchQuery<DirectoryFacet>, 'text' | 'understood'> => ({
  text: rest,
  understood: understood.map(metBy),
});

function metBy({ words, inTitles = words, named, either }: Understood): AnyOf<DirectoryFacet> {
  if (!either) return { words: inTitles, values: named, columns: TITLE_COLUMNS };
  const ways = either.map((one) => (one.isNamed ? titled(one.inTitles ?? one.words) : anywhere(one.words, true)));
  return { words, values: named, columns: [], or: ways };
}

/** What is left out by words with a minus before them: whatever they name, or else those who have each of them whole. */
export function leftOutBy(words: string): AnyOf<DirectoryFacet> {
  const { understood, rest } = understand(words);
  const [only] = understood;
  return only && understood.length === 1 && rest === '' ? metBy(only) : anywhere(words);
}

const titled = (words: string): AnyOf<DirectoryFacet> => ({ values: {}, words, columns: TITLE_COLUMNS });
const anywhere = (words: string, begun = false): AnyOf<DirectoryFacet> => ({
  values: {},
  words,
  columns: directoryIndex.columns.map(({ name }) => name),
  begun,
});

/** The columns in which words that were understood are met as they stand: a person may be called French. */
const TITLE_COLUMNS: readonly string[] = ['name', 'job', 'school'];

/** `Year 7 lead` is found by `y7` too. */
const eitherWay = (text: string): string => [text, ...spokenWords(text)].join(' ');

/** What people write of themselves is left as it is, but for words that some write as two. */
function orAsOne(text: string): string {
  const other = writtenAsOne(text);
  return other === text ? text : `${text} ${other}`;
}

/** Read once for each entry: an index of 50,000 mentors asks for the same few hundred. */
function remembered(wordsOf: (id: string) => string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const words = known.get(id) ?? wordsOf(id);
    known.set(id, words);
    return words;
  };
}
const wordsOfSubject = remembered((id) => {
  const found = subject(id);
  return found ? eitherWay([found.name, ...wordsTypedFor(found)].join(' ')) : id;
});
const wordsOfPhase = remembered((id) => {
  const found = phase(id);
  return found ? eitherWay([found.name, ...wordsTypedFor(found)].join(' ')) : id;
});
const wordsOfTag = remembered((id) => {
  const tag = expertiseTag(id);
  // The group too: people look for behaviour, and not every tag of that group says the word.
  return tag ? eitherWay([tag.name, expertiseGroup(tag.group)?.name ?? '', ...wordsTypedFor(tag)].join(' ')) : id;
});
