import type { Position } from '@alongside/domain/kernel/brand.js';
import { asTyped, RANK_LIMIT_DOCUMENTS, wordsOf, type AskedWord } from '@alongside/search/asked-words.js';
import {
  HITS_LIMIT_DOCUMENTS,
  namesValue,
  waysOf,
  WRITE_LIMIT_DOCUMENTS,
  type AnyOf,
  type FacetValue,
  type IndexSettings,
  type IndexWrite,
  type Rebuild,
  type Searchable,
  type SearchAnswer,
  type SearchIndex,
  type SearchQuery,
} from '@alongside/search/search-index.js';
import { whyFound } from '@alongside/search/why.js';
import { Bitmap } from './bitmap.js';
import type { Around } from './columns.js';
import { Contents, type Content } from './contents.js';
import { nearestOf, type Squares } from './places-column.js';
import { openRebuildable } from '../../sqlite/rebuildable-file.js';

/** Search in one SQLite file of the process: words in FTS5, filters and counts in bitmaps that are read from it at the start. */
export class EmbeddedSearchIndex<Document extends Searchable, Facet extends string> implements SearchIndex<Document, Facet> {
  private constructor(
    private readonly contents: Contents<Document, Facet>,
    private readonly settings: IndexSettings<Document, Facet>,
  ) {}

  /** Opens or makes the file. An index of other settings is emptied. Throws where another process has the file. */
  static open<Document extends Searchable, Facet extends string>(
    file: string,
    settings: IndexSettings<Document, Facet>,
  ): EmbeddedSearchIndex<Document, Facet> {
    return new EmbeddedSearchIndex(new Contents(openRebuildable(file), settings), settings);
  }

  async write(write: IndexWrite<Document>): Promise<void> {
    checkSize(write);
    this.contents.asked.write(write);
  }

  async through(): Promise<Position | undefined> {
    return this.#documents.through();
  }

  async count(): Promise<number> {
    return this.#columns.size;
  }

  async search(query: SearchQuery<Facet>): Promise<SearchAnswer<Document, Facet>> {
    const words = wordsOf(query.text);
    const visible = this.#columns.visibleTo(query.for);
    // Something was typed, but nothing that has letters or digits: nothing can match it.
    if (words.length === 0 && query.text.trim() !== '') return this.#answer(query, [], new Bitmap(), () => []);
    const { meeting, byValue } = this.#understood(query);
    const all = this.#withoutAll(meeting ? visible.and(meeting) : visible, query);
    if (words.length === 0) return this.#answer(query, [], all, (found, page) => this.#inGroups([byValue ?? found, found], found, page));
    const met = this.#met(words, all);
    const among = met.byCost.at(-1) ?? new Bitmap();
    if (met.count <= RANK_LIMIT_DOCUMENTS)
      return this.#answer(query, met.words, among, (found, page) => this.#inGroups(this.#rungs(met.words), found, page));
    const first = bitmapOf(this.#documents.matchingFirstColumn(met.words));
    return this.#answer(query, met.words, among, (found, page) =>
      this.#inGroups(
        met.byCost.flatMap((these) => [these.and(first), these]),
        found,
        page,
      ),
    );
  }

  /** In tables of its own, in the same file: what was there is asked until the new content is whole. */
  async rebuild(): Promise<Rebuild<Document>> {
    const content = this.contents.next();
    const own = () => {
      if (!this.contents.isNext(content)) throw new Error('This content was dropped for another.');
      return content;
    };
    return {
      write: async (put, remove = []) => {
        checkSize({ put, remove });
        own().write({ put, remove });
      },
      finish: async (through) => {
        own();
        this.contents.take(through);
      },
    };
  }

  async clear(): Promise<void> {
    this.contents.empty();
  }

  /** A content that is being made is dropped: it may hold what is to be gone. */
  async scrub(): Promise<void> {
    this.contents.scrub();
  }

  async close(): Promise<void> {
    this.contents.close();
  }

  get #documents(): Content<Document, Facet>['documents'] {
    return this.contents.asked.documents;
  }

  get #columns(): Content<Document, Facet>['columns'] {
    return this.contents.asked.columns;
  }

  get #widening(): Content<Document, Facet>['widening'] {
    return this.contents.asked.widening;
  }

  #answer(
    query: SearchQuery<Facet>,
    words: readonly AskedWord[],
    among: Bitmap,
    pageOf: (found: Bitmap, page: Page) => readonly number[],
  ): SearchAnswer<Document, Facet> {
    const filters = this.#filtersOf(query);
    const around = query.within && this.#columns.around(query.within);
    const anywhere = allOf(among, filters.values());
    const near = around ? among.and(around.inside) : among;
    const found = around ? anywhere.and(around.inside) : anywhere;
    const facets = Object.fromEntries(
      this.settings.facets.map((facet): [Facet, readonly FacetValue[]] => {
        // A facet's own choice is left out of its counts: they say what choosing another value as well would find.
        const others = filters.has(facet)
          ? allOf(
              near,
              [...filters].flatMap(([one, bitmap]) => (one === facet ? [] : [bitmap])),
            )
          : found;
        return [facet, this.#columns.count(facet, others, query.filters?.[facet] ?? [])];
      }),
    ) as Record<Facet, readonly FacetValue[]>;
    const limit = Math.min(Math.max(0, query.limitDocuments ?? HITS_LIMIT_DOCUMENTS), HITS_LIMIT_DOCUMENTS);
    const page = { offset: Math.max(0, query.offsetDocuments ?? 0), limit, ...(around && { squares: around.squares }) };
    const hits = this.#documents.read(pageOf(found, page));
    const why = hits.map((hit) => whyFound(hit, words, query, this.settings));
    return { hits, why, total: found.count(), facets, ...(around && { around: sayAround(around, anywhere) }) };
  }

  #filtersOf({ filters }: SearchQuery<Facet>): ReadonlyMap<Facet, Bitmap> {
    const chosen = new Map<Facet, Bitmap>();
    for (const facet of this.settings.facets) {
      const values = filters?.[facet];
      if (values && values.length > 0) chosen.set(facet, this.#columns.having(facet, values));
    }
    return chosen;
  }

  /** The documents that have every word: as typed, and then as they may have been meant. */
  #met(words: readonly string[], all: Bitmap): Met {
    const typed = words.map(asTyped);
    const matching = this.#documents.matching(typed);
    const exact = all.and(bitmapOf(matching));
    const asIs = { words: typed, byCost: [exact], count: matching.length };
    const found = exact.count();
    // A page is full of what was typed many times over.
    if (found > RANK_LIMIT_DOCUMENTS) return asIs;
    const met = this.#metWith(this.#widening.widened(words, all, false), all, asIs);
    return (met.byCost.at(-1) ?? exact).count() > 0 ? met : this.#metWith(this.#widening.widened(words, all, true), all, asIs);
  }

  #metWith(words: readonly AskedWord[], all: Bitmap, asIs: Met): Met {
    const costs = new Set(words.flatMap(({ meant }) => meant.map(({ cost }) => cost)));
    if (costs.size === 0) return asIs;
    const matching = [...costs].toSorted().map((cost) => this.#documents.matching(words, cost));
    return {
      words,
      byCost: [...asIs.byCost, ...matching.map((numbers) => all.and(bitmapOf(numbers)))],
      count: matching.at(-1)?.length ?? 0,
    };
  }

  *#rungs(words: readonly AskedWord[]): Generator<Bitmap> {
    for (const numbers of this.#documents.rungs(words)) yield bitmapOf(numbers);
  }

  /** Those that meet all that was understood, and those among them that meet it by a value and not by a word. Absent: nothing was. */
  #understood({ understood = [] }: SearchQuery<Facet>): { readonly meeting?: Bitmap; readonly byValue?: Bitmap } {
    let [meeting, byValue]: (Bitmap | undefined)[] = [];
    for (const one of understood) {
      const { having, either } = this.#meets(one);
      meeting = meeting ? meeting.and(either) : either;
      if (namesValue(one)) byValue = byValue ? byValue.and(having) : having;
    }
    return { ...(meeting && { meeting }), ...(byValue && { byValue }) };
  }

  /** Those that have one of its values, and those that meet it by either. */
  #meets(one: AnyOf<Facet>): { readonly having: Bitmap; readonly either: Bitmap } {
    const [having, either] = [new Bitmap(), new Bitmap()];
    for (const { values, words, columns, begun = false } of waysOf(one)) {
      for (const facet of this.settings.facets) having.include(this.#columns.having(facet, values[facet] ?? []));
      either.include(bitmapOf(this.#documents.matchingIn(columns, wordsOf(words), begun)));
    }
    either.include(having);
    return { having, either };
  }

  #withoutAll(all: Bitmap, { without = [] }: SearchQuery<Facet>): Bitmap {
    return without.reduce((left, one) => left.without(this.#meets(one).either), all);
  }

  /** A page of those found: the first group in order, then what the next adds, and so on. */
  #inGroups(groups: Iterable<Bitmap>, found: Bitmap, { offset, limit, squares }: Page): readonly number[] {
    const page: number[] = [];
    let [rest, skip, left] = [found, offset, found.count()];
    for (const group of groups) {
      const these = rest.and(group);
      const count = these.count();
      if (count > skip) page.push(...this.#columns.page(these, skip, limit - page.length, squares));
      skip = Math.max(0, skip - count);
      left -= count;
      // The next rung is a question to the disk.
      if (page.length >= limit || left <= 0) break;
      if (count > 0) rest = rest.without(these);
    }
    return page;
  }
}

function checkSize({ put = [], remove = [] }: IndexWrite<Searchable>): void {
  const documents = put.length + remove.length;
  if (documents > WRITE_LIMIT_DOCUMENTS)
    throw new RangeError(`${documents} documents are more than the ${WRITE_LIMIT_DOCUMENTS} that one write takes.`);
}

/** Which of those found are shown; with `squares`, the nearest first where words do not decide. */
interface Page {
  readonly offset: number;
  readonly limit: number;
  readonly squares?: Squares;
}

function sayAround({ squares, placed }: Around, anywhere: Bitmap): NonNullable<SearchAnswer<Searchable>['around']> {
  const nearestMetres = nearestOf(squares, anywhere);
  return { withoutPlace: anywhere.without(placed).count(), ...(nearestMetres !== undefined && { nearestMetres }) };
}

/** What was found by words. */
interface Met {
  readonly words: readonly AskedWord[];
  /** Those met as typed, by one slip, and by all that is forgiven; each holds those before. */
  readonly byCost: readonly Bitmap[];
  /** How many the index holds, those that may not be seen included. */
  readonly count: number;
}

const bitmapOf = (numbers: readonly number[]) =>
  Bitmap.of(
    numbers,
    numbers.reduce((largest, number) => Math.max(largest, number), 0),
  );

function allOf(among: Bitmap, filters: Iterable<Bitmap>): Bitmap {
  let found = among;
  for (const filter of filters) found = found.and(filter);
  return found;
}
