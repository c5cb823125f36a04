import { slipsBetween } from '@alongside/search/slips.js';
import { BadFilter, normalized, readFilter, type Meets, type Values } from './filter-grammar.js';

/** What the server answers instead, as the real one words its errors. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Rule {
  readonly attributePatterns: readonly string[];
  readonly features: { readonly facetSearch: boolean; readonly filter: { readonly equality: boolean; readonly comparison: boolean } };
}
/** The settings of the real server that the fake obeys; others it keeps and gives back. */
export interface FakeSettings {
  readonly filterableAttributes: readonly (string | Rule)[];
  readonly sortableAttributes: readonly string[];
  readonly displayedAttributes: readonly string[];
  readonly rankingRules: readonly string[];
  readonly typoTolerance: {
    readonly enabled: boolean;
    readonly minWordSizeForTypos: { readonly oneTypo: number; readonly twoTypos: number };
  };
  readonly faceting: { readonly maxValuesPerFacet: number; readonly sortFacetValuesBy: Readonly<Record<string, string>> };
  readonly pagination: { readonly maxTotalHits: number };
  readonly facetSearch: boolean;
}
/** Those of a new index. */
export const USUAL: FakeSettings & Readonly<Record<string, unknown>> = {
  filterableAttributes: [],
  sortableAttributes: [],
  searchableAttributes: ['*'],
  displayedAttributes: ['*'],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1_000 },
  facetSearch: true,
};

export type FakeDocument = Readonly<Record<string, unknown>>;
/** Longer values are cut, as the real server's facets are. */
const VALUE_LIMIT_BYTES = 468;
const KNOWN_PARAMETERS = new Set([
  ...['indexUid', 'q', 'filter', 'facets', 'hitsPerPage', 'page', 'offset', 'limit', 'sort', 'attributesToRetrieve'],
]);

/** One index of the fake server: strict where the real one is, and as exact as `milli` is for questions without words. */
export class FakeIndex {
  settings: FakeSettings & Readonly<Record<string, unknown>> = USUAL;
  readonly documents = new Map<string, FakeDocument>();
  readonly #values = new Map<string, Map<string, ReadonlySet<string>>>();

  constructor(readonly primaryKey: string) {}

  put(documents: readonly FakeDocument[]): void {
    for (const document of documents) {
      const key = document[this.primaryKey];
      if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{1,511}$/.test(key))
        throw new Refusal(400, 'invalid_document_id', `Document identifier ${JSON.stringify(key)} is invalid.`);
    }
    for (const document of documents) {
      this.documents.set(String(document[this.primaryKey]), document);
      this.#values.delete(String(document[this.primaryKey]));
    }
  }

  remove(keys: readonly string[]): void {
    for (const key of keys) {
      this.documents.delete(key);
      this.#values.delete(key);
    }
  }

  empty(): void {
    this.documents.clear();
    this.#values.clear();
  }

  matching(filter: unknown): readonly (readonly [string, FakeDocument])[] {
    const meets = this.#meets(filter);
    return [...this.documents].filter(([key, document]) => meets(this.#valuesOf(key, document)));
  }

  search(asked: Readonly<Record<string, unknown>>): object {
    for (const name of Object.keys(asked))
      if (!KNOWN_PARAMETERS.has(name)) throw new Refusal(400, 'bad_request', `Unknown field \`${name}\`.`);
    if (typeof asked['q'] === 'string' && asked['q'] !== '') throw new Refusal(501, 'fake', 'The fake finds no words by itself.');
    const found = this.matching(asked['filter']);
    const most = this.settings.pagination.maxTotalHits;
    const sorted = this.#sorted(found, listIn(asked['sort']));
    const facets = listIn(asked['facets']);
    const distribution = { ...(facets.length > 0 && { facetDistribution: this.#distribution(facets, found) }) };
    if (asked['hitsPerPage'] !== undefined || asked['page'] !== undefined) {
      const [size, page] = [Number(asked['hitsPerPage'] ?? 20), Number(asked['page'] ?? 1)];
      const hits = this.#shown(sorted.slice((page - 1) * size, page * size), asked);
      return { hits, totalHits: Math.min(found.length, most), hitsPerPage: size, page, ...distribution };
    }
    const [offset, limit] = [Math.min(Number(asked['offset'] ?? 0), most), Number(asked['limit'] ?? 20)];
    const hits = this.#shown(sorted.slice(offset, Math.min(offset + limit, most)), asked);
    return { hits, estimatedTotalHits: Math.min(found.length, most), offset, limit, ...distribution };
  }

  /** As `milli`: a prefix within so many slips, by the length in bytes, of words that some of the documents have. */
  facetSearch({ facetName, facetQuery, filter }: Readonly<Record<string, unknown>>): object {
    const name = String(facetName);
    if (!this.#rulesOf(name)?.features.facetSearch || !this.settings.facetSearch)
      throw new Refusal(400, 'invalid_facet_search_facet_name', `Attribute \`${name}\` is not facet-searchable.`);
    const typed = normalized(String(facetQuery));
    const { enabled, minWordSizeForTypos: least } = this.settings.typoTolerance;
    const bytes = Buffer.byteLength(typed);
    const slips = !enabled || bytes < least.oneTypo ? 0 : bytes < least.twoTypos ? 1 : 2;
    const counts = this.#counted(name, this.matching(filter));
    const near = [...counts].filter(([value]) => isNearly(typed, normalized(value), slips));
    return { facetHits: near.slice(0, this.settings.faceting.maxValuesPerFacet).map(([value, count]) => ({ value, count })), facetQuery };
  }

  #meets(filter: unknown): Meets {
    if (filter === undefined || filter === null || filter === '') return () => true;
    if (typeof filter !== 'string') throw new Refusal(400, 'invalid_search_filter', 'The fake reads filters as text alone.');
    try {
      return readFilter(filter, (attribute) => this.#rulesOf(attribute)?.features.filter.equality === true);
    } catch (error) {
      if (!(error instanceof BadFilter)) throw error;
      throw new Refusal(400, 'invalid_search_filter', error.message);
    }
  }

  #rulesOf(attribute: string): Rule | undefined {
    for (const rule of this.settings.filterableAttributes) {
      const all = { facetSearch: true, filter: { equality: true, comparison: true } };
      if (rule === attribute) return { attributePatterns: [attribute], features: all };
      if (typeof rule !== 'string' && rule.attributePatterns.includes(attribute)) return rule;
    }
    return undefined;
  }

  #sorted(found: readonly (readonly [string, FakeDocument])[], by: readonly string[]): readonly (readonly [string, FakeDocument])[] {
    const keys = by.map((one) => {
      const [attribute = '', direction] = one.split(':');
      if (!this.settings.sortableAttributes.includes(attribute) || direction !== 'asc')
        throw new Refusal(400, 'invalid_search_sort', `Attribute \`${attribute}\` is not sortable.`);
      return attribute;
    });
    if (keys.length === 0 || !this.settings.rankingRules.includes('sort')) return found;
    const valueOf = (document: FakeDocument, key: string) => normalized(String(document[key] ?? ''));
    return found.toSorted(([, a], [, b]) => {
      for (const key of keys) {
        const order = Buffer.compare(Buffer.from(valueOf(a, key)), Buffer.from(valueOf(b, key)));
        if (order !== 0) return order;
      }
      return 0;
    });
  }

  #distribution(facets: readonly string[], found: readonly (readonly [string, FakeDocument])[]): object {
    const most = this.settings.faceting.maxValuesPerFacet;
    return Object.fromEntries(
      facets.map((facet) => {
        if (!this.#rulesOf(facet)) throw new Refusal(400, 'invalid_search_facets', `Attribute \`${facet}\` is not filterable.`);
        const by = this.settings.faceting.sortFacetValuesBy[facet] ?? this.settings.faceting.sortFacetValuesBy['*'];
        const counts = [...this.#counted(facet, found)].toSorted(
          ([a, one], [b, other]) => (by === 'count' && other - one) || (a < b ? -1 : 1),
        );
        return [facet, Object.fromEntries(counts.slice(0, most))];
      }),
    );
  }

  /** Values that compare alike are one, shown as the first that has it. */
  #counted(attribute: string, found: readonly (readonly [string, FakeDocument])[]): ReadonlyMap<string, number> {
    const counts = new Map<string, { readonly value: string; count: number }>();
    for (const [, document] of found)
      for (const value of new Set(listIn(document[attribute]).map(cut))) {
        const known = counts.get(normalized(value));
        if (known) known.count += 1;
        else counts.set(normalized(value), { value, count: 1 });
      }
    return new Map([...counts.values()].map(({ value, count }) => [value, count]));
  }

  #shown(found: readonly (readonly [string, FakeDocument])[], asked: Readonly<Record<string, unknown>>): readonly object[] {
    const displayed = this.settings.displayedAttributes;
    const wanted = asked['attributesToRetrieve'] === undefined ? ['*'] : listIn(asked['attributesToRetrieve']);
    const isShown = (name: string) => [displayed, wanted].every((names) => names.includes('*') || names.includes(name));
    return found.map(([, document]) => Object.fromEntries(Object.entries(document).filter(([name]) => isShown(name))));
  }

  #valuesOf(key: string, document: FakeDocument): Values {
    let known = this.#values.get(key);
    if (!known) this.#values.set(key, (known = new Map()));
    const byAttribute = known;
    return (attribute) => {
      const values = byAttribute.get(attribute) ?? new Set(listIn(document[attribute]).map((value) => normalized(cut(value))));
      byAttribute.set(attribute, values);
      return values;
    };
  }
}

const listIn = (given: unknown): readonly string[] =>
  given === undefined || given === null ? [] : (Array.isArray(given) ? given : [given]).map(String);

function cut(value: string): string {
  if (Buffer.byteLength(value) <= VALUE_LIMIT_BYTES) return value;
  return Buffer.from(value)
    .subarray(0, VALUE_LIMIT_BYTES)
    .toString('utf8')
    .replace(/\ufffd$/u, '');
}

/** Whether some beginning of a word is so near. */
function isNearly(typed: string, word: string, slips: number): boolean {
  if (word.startsWith(typed)) return true;
  return slips > 0 && typed.length <= 64 && slipsBetween(typed, word, slips).beginning <= slips;
}
