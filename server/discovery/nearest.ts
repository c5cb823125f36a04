import { EXPERTISE_TAGS, expertiseGroup, expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import { SUBJECTS, subject } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Understanding, Understood } from '@alongside/domain/uk/taxonomy/understand.js';

/** What comes nearest to a question that finds nobody: what was left out for it, or the wider areas that were searched. */
export interface Nearest<Found> {
  readonly without: readonly string[];
  /** Facets whose filters were left out. */
  readonly withoutFilters: readonly string[];
  readonly wider: readonly string[];
  /** The words that were kept. */
  readonly kept: readonly string[];
  readonly found: Found;
}

/** One part of a question: words that were understood, or one word of text. */
type Part = { readonly words: string; readonly understood?: Understood };

/** Parts that are left out, or asked for alone, one after the other: a long question is a sentence, and each part is two searches. */
const TRIED_LIMIT_PARTS = 8;

/** Repeats a search without results: filters left out, then words, text before what was understood; then one alone; then in wider areas. Nothing where all fail. */
export async function nearestTo<Found extends { readonly total: number }>(
  asked: Understanding,
  filters: readonly string[],
  search: (question: Understanding, withoutFilters: readonly string[]) => Promise<Found>,
): Promise<Nearest<Found> | undefined> {
  const parts: readonly Part[] = [
    ...asked.understood.map((understood) => ({ words: understood.words, understood })),
    ...asked.rest.split(/\s+/).flatMap((words) => (words === '' ? [] : [{ words }])),
  ];
  const wordsOf = (some: readonly Part[]) => some.map(({ words }) => words);
  for (const { kept, withoutFilters } of tries(parts, filters)) {
    const found = await search(questionOf(kept), withoutFilters);
    if (found.total > 0)
      return { without: wordsOf(parts.filter((part) => !kept.includes(part))), withoutFilters, wider: [], kept: wordsOf(kept), found };
  }
  for (const { words, named } of asked.understood) {
    const { values, wider } = widened(named);
    if (wider.length === 0) continue;
    const found = await search({ understood: [{ words, named: values }], rest: '' }, []);
    if (found.total > 0) return { without: wordsOf(parts).filter((one) => one !== words), withoutFilters: [], wider, kept: [words], found };
  }
  return undefined;
}

/** What is tried, in this order. A question of one word keeps it: without any it would be everybody. */
function* tries(
  parts: readonly Part[],
  filters: readonly string[],
): Generator<{ kept: readonly Part[]; withoutFilters: readonly string[] }> {
  for (const filter of filters.slice(0, TRIED_LIMIT_PARTS)) yield { kept: parts, withoutFilters: [filter] };
  if (filters.length > 1) yield { kept: parts, withoutFilters: filters };
  const tried = parts.length > 1 ? parts.slice(0, TRIED_LIMIT_PARTS) : [];
  const some = [...tried.toReversed().map((one) => parts.filter((part) => part !== one)), ...tried.map((part) => [part])];
  for (const kept of some) yield { kept, withoutFilters: [] };
  if (filters.length > 0) for (const kept of some) yield { kept, withoutFilters: filters };
  // One word that finds nobody at all, and filters that find some.
  if (filters.length > 0 && parts.length === 1) yield { kept: [], withoutFilters: [] };
}

const questionOf = (parts: readonly Part[]): Understanding => ({
  understood: parts.flatMap(({ understood }) => understood ?? []),
  rest: parts.flatMap(({ words, understood }) => (understood ? [] : [words])).join(' '),
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
