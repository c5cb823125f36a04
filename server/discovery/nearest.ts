import { setImmediate } from 'node:timers/promises';
import { foldedWords } from '@alongside/domain/text/folding.js';
import { EXPERTISE_TAGS, expertiseGroup, expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import { SUBJECTS, subject } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Understanding, Understood } from '@alongside/domain/uk/taxonomy/understand.js';

/** What comes nearest to a question that finds nobody: what was left out for it, or the wider areas that were searched. */
export interface Nearest<Found> {
  /** Words, and what a minus stood before. */
  readonly without: readonly string[];
  /** Filters that were left out. */
  readonly withoutFilters: readonly string[];
  readonly wider: readonly string[];
  /** The words that were kept. */
  readonly kept: readonly string[];
  readonly found: Found;
}

/** A question that finds nobody. */
export interface Asked extends Understanding {
  readonly filters: readonly AskedFilter[];
  /** What a minus stands before. */
  readonly minus: readonly string[];
  /** Words of filters and places that are not known: none of them is worth more than everybody. */
  readonly loose: readonly string[];
}
export interface AskedFilter {
  readonly name: string;
  /** What of the taxonomy it chooses. */
  readonly named?: Understood['named'];
  /** Words that it looks for in one place: they can be looked for anywhere. */
  readonly words?: string;
}
/** What is searched instead. */
export interface Tried extends Understanding {
  readonly withoutFilters: readonly string[];
  readonly minus: readonly string[];
  /** Values instead of those of one filter, which is left out: any of them will do. */
  readonly instead?: Understood['named'];
}

/** One part of a question: words that were understood, one word of text, or what a minus stands before. */
type Part = { readonly words: string; readonly understood?: Understood; readonly isMinus?: true };

/** Parts that are left out, or asked for alone, one after the other: a long question is a sentence, and each part is two searches. */
const TRIED_LIMIT_PARTS = 8;
/** So long is looked for what comes nearest, in milliseconds: with tens of thousands of people each try takes some. */
const NEAREST_LIMIT_MS = 500;
const NOBODY = { total: 0 } as const;
/** What stands between words: a slash or a colon is no part of one. */
const BETWEEN = /[\s,;:/|+&]+/;

/** Repeats a search without results: filters in wider areas, then left out, then words, text before what was understood; then one alone; then in wider areas. Nothing where all fail. */
export async function nearestTo<Found extends { readonly total: number }>(
  asked: Asked,
  searchFor: (tried: Tried) => Promise<Found>,
  now: () => number = () => performance.now(),
): Promise<Nearest<Found> | undefined> {
  const until = now() + NEAREST_LIMIT_MS;
  // Others get a turn before each; what takes too long is not looked for further.
  const search = async (tried: Tried): Promise<Found | typeof NOBODY> => {
    await setImmediate();
    return now() > until ? NOBODY : searchFor(tried);
  };
  const parts: readonly Part[] = [
    ...asked.understood.map((understood) => ({ words: understood.words, understood })),
    ...asked.rest.split(BETWEEN).flatMap((words) => (words === '' ? [] : [{ words }])),
    ...asked.minus.map((words): Part => ({ words, isMinus: true })),
  ];
  for (const { name, named = {} } of asked.filters) {
    const { values, wider } = widened(named);
    if (wider.length === 0) continue;
    const found = await search({ ...questionOf(parts), withoutFilters: [name], instead: values });
    if (isFound(found)) return { without: [], withoutFilters: [], wider, kept: wordsOf(parts), found };
  }
  for (const { kept, withoutFilters } of tries(parts, asked)) {
    // Without a word it would be nearly everybody.
    if (
      kept.length > 0 &&
      kept.every(({ isMinus }) => isMinus) &&
      asked.filters.length === 0 &&
      !parts.every((part) => isLoose(part, asked))
    )
      continue;
    const found = await search({ ...questionOf(kept), withoutFilters });
    if (isFound(found))
      return { without: wordsOf(parts.filter((part) => !kept.includes(part))), withoutFilters, wider: [], kept: wordsOf(kept), found };
  }
  for (const { words, named } of asked.understood) {
    const { values, wider } = widened(named);
    if (wider.length === 0) continue;
    const found = await search({ understood: [{ words, named: values }], rest: '', minus: [], withoutFilters: [] });
    if (isFound(found)) return { without: wordsOf(parts).filter((one) => one !== words), withoutFilters: [], wider, kept: [words], found };
  }
  // Nothing of it is known.
  if (parts.length > 0 && parts.every((part) => isLoose(part, asked)))
    for (const withoutFilters of [[], asked.filters.map(({ name }) => name)]) {
      const found = await search({ ...questionOf([]), withoutFilters });
      if (isFound(found)) return { without: [...asked.loose, ...asked.minus], withoutFilters, wider: [], kept: [], found };
    }
  return undefined;
}

/** People were found, and not merely no time left. */
const isFound = <Found extends { readonly total: number }>(found: Found | typeof NOBODY): found is Found => found.total > 0;

const wordsOf = (some: readonly Part[]): readonly string[] => some.map(({ words }) => words);

function isLoose({ words, isMinus }: Part, { loose }: Asked): boolean {
  const known = new Set(loose.flatMap(foldedWords));
  return isMinus === true || foldedWords(words).every((word) => known.has(word));
}

/** What is tried, in this order. A question of one word keeps it: without any it would be everybody. */
function* tries(
  parts: readonly Part[],
  { filters }: Asked,
): Generator<{ readonly kept: readonly Part[]; readonly withoutFilters: readonly string[] }> {
  const names = [...new Set(filters.map(({ name }) => name))];
  for (const { name, words } of filters) if (words !== undefined) yield { kept: [...parts, { words }], withoutFilters: [name] };
  for (const name of names.slice(0, TRIED_LIMIT_PARTS)) yield { kept: parts, withoutFilters: [name] };
  if (names.length > 1) yield { kept: parts, withoutFilters: names };
  const tried = parts.length > 1 ? parts.slice(0, TRIED_LIMIT_PARTS) : [];
  const some = [
    ...tried.toReversed().map((one) => parts.filter((part) => part !== one)),
    ...tried.flatMap((part) => (part.isMinus ? [] : [[part]])),
  ];
  for (const kept of some) yield { kept, withoutFilters: [] };
  if (names.length > 0) for (const kept of some) yield { kept, withoutFilters: names };
  // One word that finds nobody at all, and filters that find some.
  if (names.length > 0 && parts.length === 1) yield { kept: [], withoutFilters: [] };
}

const questionOf = (parts: readonly Part[]): Understanding & { readonly minus: readonly string[] } => ({
  understood: parts.flatMap(({ understood }) => understood ?? []),
  rest: parts.flatMap(({ words, understood, isMinus }) => (understood || isMinus ? [] : [words])).join(' '),
  minus: parts.flatMap(({ words, isMinus }) => (isMinus ? [words] : [])),
});

/** Everything of the groups to which the named focus areas and subjects belong. */
function widened({ expertise = [], subject: subjects = [] }: Understood['named']) {
  const areas = new Set(expertise.flatMap((id) => expertiseTag(id)?.group ?? []));
  const groups = new Set(subjects.flatMap((id) => subject(id)?.group ?? []));
  return {
    wider: [...[...areas].map((id) => expertiseGroup(id)?.name ?? id), ...groups],
    values: {
      expertise: EXPERTISE_TAGS.filter(({ group }) => areas.has(group)).map(({ id }) => id),
      subject: SUBJECTS.filter(({ group }) => groups.has(group)).map(({ id }) => id),
    },
  };
}
