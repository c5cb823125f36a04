import { EXPERTISE_TAGS, expertiseGroup, expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import { SUBJECTS, subject } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Understanding, Understood } from '@alongside/domain/uk/taxonomy/understand.js';

/** What comes nearest to a question that finds nobody: the words that were left out for it, or the wider areas that were searched. */
export interface Nearest<Found> {
  readonly without: readonly string[];
  readonly wider: readonly string[];
  readonly found: Found;
}

/** One part of a question: words that were understood, or one word of text. */
type Part = { readonly words: string; readonly understood?: Understood };

/** Parts that are left out, or asked for alone, one after the other: a long question is a sentence, and each part is two searches. */
const TRIED_LIMIT_PARTS = 8;

/**
 * Repeats a search without results with one part left out, words before filters; then with one part alone; then in wider areas. Nothing
 * where all fail.
 */
export async function nearestTo<Found extends { readonly total: number }>(
  asked: Understanding,
  search: (question: Understanding) => Promise<Found>,
): Promise<Nearest<Found> | undefined> {
  const parts: readonly Part[] = [
    ...asked.understood.map((understood) => ({ words: understood.words, understood })),
    ...asked.rest.split(/\s+/).flatMap((words) => (words === '' ? [] : [{ words }])),
  ];
  const tried = parts.length > 1 ? parts.slice(0, TRIED_LIMIT_PARTS) : [];
  const without = tried.toReversed().map((one) => parts.filter((part) => part !== one));
  const alone = tried.map((part) => [part]);
  for (const kept of [...without, ...alone]) {
    const found = await search(questionOf(kept));
    if (found.total > 0) return { without: parts.filter((part) => !kept.includes(part)).map(({ words }) => words), wider: [], found };
  }
  for (const { words, named } of asked.understood) {
    const { values, wider } = widened(named);
    if (wider.length === 0) continue;
    const found = await search({ understood: [{ words, named: values }], rest: '' });
    if (found.total > 0) return { without: parts.flatMap((part) => (part.words === words ? [] : [part.words])), wider, found };
  }
  return undefined;
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
