import { MEETING_FORMATS, WEEKDAYS } from '@alongside/domain/people/person.events.js';
import { folded, foldedWords, startsWords } from '@alongside/domain/text/folding.js';
import { KINDS_NAMED, namesAnything, namesJob, type KindNamed } from '@alongside/domain/uk/taxonomy/understand.js';
import { DIRECTORY_FACETS, leftOutBy, type DirectoryFacet } from '@alongside/search/directory.js';
import { namedNear } from '@alongside/search/meant-names.js';
import type { AnyOf } from '@alongside/search/search-index.js';
import { daysIn } from '@alongside/search/spoken-days.js';
import { readQuestion, withoutFilter, type Reads, type UnknownFilter, type WrittenKind } from '@alongside/search/question.js';

/** A filter that was typed, or words with a minus before them, and the values that it names. */
export interface Written {
  readonly facet: WrittenKind | 'words';
  readonly raw: string;
  readonly values: readonly string[];
  readonly without?: true;
}
/** Areas, trusts and institutions that a filter can name. */
export interface NamedPlaces {
  readonly areas: readonly string[];
  readonly trusts: readonly { readonly id: string; readonly name: string }[];
  /** Whether an institution has each of these words, or one that begins so, in its name. */
  readonly hasInstitution: (said: string) => boolean;
}
/** A filter that names nothing that is known, or whose key is none (`key`). */
export type Unknown = { readonly facet: WrittenKind; readonly values: readonly string[] } | UnknownFilter;
export interface WrittenFilters {
  readonly filters: readonly Written[];
  /** Their words are searched. */
  readonly unknown: readonly Unknown[];
  /** An “or” stands where it joins nothing. */
  readonly lostOr?: true;
  readonly text: string;
}

/** So many values of one filter: a letter names half of all areas. */
const NAMED_LIMIT_VALUES = 40;
const FORMATS: Readonly<Record<(typeof MEETING_FORMATS)[number], readonly string[]>> = {
  'in-person': ['in person', 'face to face', 'f2f', 'at school'],
  online: ['online', 'remote', 'virtual', 'video', 'teams', 'zoom'],
  either: ['either', 'both', 'any'],
};
const [YES, NO] = [
  ['yes', 'true', '1', 'y'],
  ['no', 'false', '0', 'n'],
] as const;

/** Reads the filters in a text, and days of the week as one unless words count as they stand. `places` is asked for only where one may be named. */
export function writtenIn(typed: string, places: () => NamedPlaces, asWords = false): WrittenFilters {
  const { filters: read, unknown: unknownKeys, without, text: left, lostOr } = readQuestion(typed, readsIn(places));
  const days = asWords ? [] : daysIn(left);
  const text = days.reduce((words, { raw }) => withoutFilter(words, raw), left);
  const named = read.map((filter) => {
    const values = filter.values.flatMap((value) => valuesNamed(filter.facet, value, places));
    return { filter, values: [...new Set(values)].slice(0, NAMED_LIMIT_VALUES) };
  });
  const unnamed = named.flatMap(({ filter, values }) => (values.length === 0 ? [filter] : []));
  return {
    filters: [
      ...named.flatMap(({ filter, values }) => (values.length > 0 ? [{ ...filter, values }] : [])),
      ...days.map(({ raw, days: values }): Written => ({ facet: 'weekday', raw, values })),
      ...without.map(({ said, raw }): Written => ({ facet: 'words', raw, values: [said], without: true })),
    ],
    unknown: [...unnamed, ...unknownKeys],
    ...(lostOr && { lostOr }),
    text: [text, ...unnamed.flatMap(({ values, without }) => (without ? [] : values))].filter(Boolean).join(' '),
  };
}

/** Names and jobs have any words, so that a value of theirs goes on only where it reads as one thing. */
const readsIn =
  (places: () => NamedPlaces): Reads =>
  (kind, said) => {
    if (kind === 'any') return namesAnything(said);
    if (kind === 'name') return false;
    if (kind === 'job') return namesJob(said);
    return (isKind(kind) ? namedNear(kind, said, true) : valuesNamed(kind, said, places)).length > 0;
  };

function valuesNamed(facet: WrittenKind, value: string, places: () => NamedPlaces): readonly string[] {
  if (isKind(facet)) return namedNear(facet, value);
  const said = folded(value);
  switch (facet) {
    case 'format': {
      const found = MEETING_FORMATS.find((format) => [format, ...FORMATS[format]].includes(said.replaceAll('-', ' ')) || format === said);
      return found === 'either' ? ['in-person', 'online'] : found ? [found] : [];
    }
    case 'weekday':
      return said.length < 2 ? [] : WEEKDAYS.filter((day) => `${day}s`.startsWith(said));
    case 'free':
      return YES.some((yes) => yes === said) ? ['yes'] : NO.some((no) => no === said) ? ['no'] : [];
    case 'area':
      return exactFirst(places().areas, (area) => area, value);
    case 'trust':
      return exactFirst(places().trusts, ({ name }) => name, value).map(({ id }) => id);
    case 'school':
      return foldedWords(value).length > 0 && places().hasInstitution(value) ? [value] : [];
    case 'name':
    case 'job':
      return foldedWords(value).length > 0 ? [value] : [];
  }
}

const isKind = (facet: WrittenKind): facet is KindNamed => KINDS_NAMED.some((kind) => kind === facet);

/** Sheffield, and not Sheffield North as well, where both are there. */
function exactFirst<T>(entries: readonly T[], nameOf: (entry: T) => string, value: string): readonly T[] {
  const exact = entries.filter((entry) => folded(nameOf(entry)) === folded(value));
  return exact.length > 0 ? exact : entries.filter((entry) => startsWords(nameOf(entry), value));
}

/** A condition that is no value of a facet alone: words in a column, or what is left out. */
export interface Condition {
  readonly facet: Written['facet'];
  readonly raw: string;
  /** What was typed for it. */
  readonly words: string;
  readonly met: AnyOf<DirectoryFacet>;
}

/** The filters that choose values of facets, and all other conditions. */
export function conditionsOf(
  filters: readonly Written[],
  places: () => NamedPlaces,
): {
  readonly chosen: readonly (Written & { readonly facet: DirectoryFacet })[];
  readonly words: readonly Condition[];
  readonly without: readonly Condition[];
} {
  const isChosen = (one: Written): one is Written & { readonly facet: DirectoryFacet } => !one.without && isFacet(one.facet);
  const others = filters.filter((one) => !isChosen(one)).map((one) => ({ ...one, words: one.values.join(' '), met: metBy(one, places) }));
  return {
    chosen: filters.filter(isChosen),
    words: others.filter((one) => !one.without),
    without: others.filter((one) => one.without),
  };
}

/** What a filter asks, as a group of its own: any of its values will do. */
function metBy({ facet, values }: Written, places: () => NamedPlaces): AnyOf<DirectoryFacet> {
  if (isFacet(facet)) return { values: { [facet]: values }, words: '', columns: [] };
  const ways = values.map((words): AnyOf<DirectoryFacet> => {
    if (facet === 'words') return leftOutBy(words);
    // A trust is where those of its schools work.
    const trust = facet === 'school' ? exactFirst(places().trusts, ({ name }) => name, words).map(({ id }) => id) : [];
    return { values: trust.length > 0 ? { trust } : {}, words, columns: [facet], begun: true };
  });
  const [first = { values: {}, words: '', columns: [] }, ...or] = ways;
  return { ...first, or: [...(first.or ?? []), ...or] };
}

export const isFacet = (facet: Written['facet']): facet is DirectoryFacet => DIRECTORY_FACETS.some((one) => one === facet);
