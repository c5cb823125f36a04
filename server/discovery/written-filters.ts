import { MEETING_FORMATS, WEEKDAYS } from '@alongside/domain/people/person.events.js';
import { folded, startsWords } from '@alongside/domain/text/folding.js';
import { KINDS_NAMED, namedAs, type KindNamed } from '@alongside/domain/uk/taxonomy/understand.js';
import type { DirectoryFacet } from '@alongside/search/directory.js';
import { readQuestion, type WrittenFilter } from '@alongside/search/question.js';

/** A filter that was typed, and the values that it names. */
export interface Written {
  readonly facet: DirectoryFacet;
  readonly raw: string;
  readonly values: readonly string[];
}
/** Areas and trusts that a filter can name. */
export interface NamedPlaces {
  readonly areas: readonly string[];
  readonly trusts: readonly { readonly id: string; readonly name: string }[];
}
export interface WrittenFilters {
  readonly filters: readonly Written[];
  /** Those that name nothing that is known, whose words are searched. */
  readonly unknown: readonly WrittenFilter[];
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

/** Reads the filters in a text. `places` is asked for only where one may be named. */
export function writtenIn(typed: string, places: () => NamedPlaces): WrittenFilters {
  const { filters: read, text } = readQuestion(typed);
  const named = read.map((filter) => {
    const values = filter.values.flatMap((value) => valuesNamed(filter.facet, value, places));
    return { filter, values: [...new Set(values)].slice(0, NAMED_LIMIT_VALUES) };
  });
  const unknown = named.flatMap(({ filter, values }) => (values.length === 0 ? [filter] : []));
  return {
    filters: named.flatMap(({ filter: { facet, raw }, values }) => (values.length > 0 ? [{ facet, raw, values }] : [])),
    unknown,
    text: [text, ...unknown.flatMap(({ values }) => values)].filter(Boolean).join(' '),
  };
}

function valuesNamed(facet: DirectoryFacet, value: string, places: () => NamedPlaces): readonly string[] {
  if (isKind(facet)) return namedAs(facet, value);
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
  }
}

const isKind = (facet: DirectoryFacet): facet is KindNamed => KINDS_NAMED.some((kind) => kind === facet);

/** Sheffield, and not Sheffield North as well, where both are there. */
function exactFirst<T>(entries: readonly T[], nameOf: (entry: T) => string, value: string): readonly T[] {
  const exact = entries.filter((entry) => folded(nameOf(entry)) === folded(value));
  return exact.length > 0 ? exact : entries.filter((entry) => startsWords(nameOf(entry), value));
}
