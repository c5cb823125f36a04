import { wordsToFind } from '@alongside/domain/text/folding.js';
import { spellingsOf } from '@alongside/domain/text/spelling.js';
import { waysOf, type AnyOf, type How, type IndexSettings, type Searchable, type SearchQuery, type Why } from './search-index.js';

/** A word that was typed, its spellings, and words that may have been meant by it. */
export interface WordAsked {
  readonly typed: string;
  readonly spellings: readonly string[];
  readonly meant: readonly { readonly word: string }[];
}

/** The words of a document by column, each once. */
export type WordsByColumn = ReadonlyMap<string, ReadonlySet<string>>;
export const wordsByColumn = (text: Readonly<Record<string, string>>): WordsByColumn =>
  new Map(Object.entries(text).map(([column, words]) => [column, new Set(wordsToFind(words))]));

/** What of a document met each word. Slips are told only where nothing else met it. */
export function whyByWords(document: WordsByColumn, asked: readonly WordAsked[]): readonly Why[] {
  return asked.flatMap(({ typed, spellings, meant }) => {
    const met = { typed: new Met(), beginning: new Met(), slip: new Met() };
    const means = new Set(meant.map(({ word }) => word));
    for (const [column, words] of document)
      for (const word of words) {
        const spelt = spellingsOf(word);
        if (spelt.some((one) => spellings.includes(one))) met.typed.add(word, column);
        else if (spelt.some((one) => spellings.some((start) => one.startsWith(start)))) met.beginning.add(word, column);
        else if (means.size > 0 && spelt.some((one) => means.has(one))) met.slip.add(word, column);
      }
    const asIs = [met.typed.why(typed, 'typed'), met.beginning.why(typed, 'beginning')].flat();
    return asIs.length > 0 ? asIs : met.slip.why(typed, 'slip');
  });
}

/** What of a document met words that were understood: its values, or its own words, whole, in one of their columns. */
export function whyUnderstood<Facet extends string>(
  document: WordsByColumn,
  facets: Readonly<Record<Facet, readonly string[]>>,
  one: AnyOf<Facet>,
): Why<Facet> {
  const found: Partial<Record<Facet, readonly string[]>> = {};
  const met = new Met();
  for (const { values, words, columns, begun = false } of waysOf(one)) {
    for (const facet of Object.keys(values) as Facet[]) {
      const has = (values[facet] ?? []).filter((value) => facets[facet].includes(value));
      if (has.length > 0) found[facet] = [...new Set([...(found[facet] ?? []), ...has])];
    }
    const meets = (word: string, asked: string) => word === asked || (begun && word.startsWith(asked));
    const asked = wordsToFind(words).map(spellingsOf);
    for (const column of columns) {
      const there = [...(document.get(column) ?? [])];
      const each = asked.map((spellings) =>
        there.filter((word) => spellingsOf(word).some((spelt) => spellings.some((one) => meets(spelt, one)))),
      );
      if (each.every((some) => some.length > 0)) for (const word of each.flat()) met.add(word, column);
    }
  }
  return { typed: one.words, how: 'understood', words: [...met.words], columns: [...met.columns], values: found };
}

/** Why a document was found (SI18). */
export function whyFound<Document extends Searchable, Facet extends string>(
  document: Document,
  asked: readonly WordAsked[],
  { understood = [] }: Pick<SearchQuery<Facet>, 'understood'>,
  settings: IndexSettings<Document, Facet>,
): readonly Why<Facet>[] {
  if (asked.length === 0 && understood.length === 0) return [];
  const words = wordsByColumn(settings.textOf(document));
  const facets = settings.facetsOf(document);
  return [...whyByWords(words, asked), ...understood.map((one) => whyUnderstood(words, facets, one))];
}

class Met {
  readonly words = new Set<string>();
  readonly columns = new Set<string>();

  add(word: string, column: string): void {
    this.words.add(word);
    this.columns.add(column);
  }

  why(typed: string, how: How): readonly Why[] {
    return this.words.size > 0 ? [{ typed, how, words: [...this.words], columns: [...this.columns] }] : [];
  }
}
