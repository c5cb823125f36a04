import { exceptionsFor, isCrowd } from '@alongside/domain/policies/audience.js';
import { folded } from '@alongside/domain/text/folding.js';
import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import type { Circle } from '@alongside/search/near.js';
import { shownValues } from '@alongside/search/facet-values.js';
import type { FacetValue, IndexSettings, Searchable, SearchQuery } from '@alongside/search/search-index.js';
import type { Bitmap } from './bitmap.js';
import { inside, nearestFirst, PlacesColumn, type Squares } from './places-column.js';
import { Postings } from './posting.js';

/** From this many at once, putting everything in order anew is quicker than finding each place. */
const RESORT_DOCUMENTS = 200;

/** Up to so many are put in order by themselves; of more, all documents are walked in order. */
const SORTED_DOCUMENTS = 300;

/** One document's change, by its number. Absent `before`: new. Absent `after`: gone. */
export interface ColumnChange<Document> {
  readonly number: number;
  readonly before: Document | undefined;
  readonly after: Document | undefined;
  /** Its words by column; absent where they stay as they were, and where all documents are read. */
  readonly textBefore?: readonly string[];
  readonly textAfter?: readonly string[];
}

/** How far every document is from the middle of a circle, and which are in it. */
export interface Around {
  readonly squares: Squares;
  readonly inside: Bitmap;
  readonly placed: Bitmap;
}

/** What filters and counts need of every document, in memory: who may find it, its facet values, where it is, and its place in the order. */
export class Columns<Document extends Searchable, Facet extends string> {
  readonly #audiences = new Postings();
  readonly #facets: ReadonlyMap<Facet, Postings>;
  readonly #places = new PlacesColumn();
  readonly #keys = new Map<number, string>();
  #order: number[] = [];

  constructor(private readonly settings: IndexSettings<Document, Facet>) {
    this.#facets = new Map(settings.facets.map((facet) => [facet, new Postings()]));
  }

  get size(): number {
    return this.#keys.size;
  }

  change(changes: readonly ColumnChange<Document>[]): void {
    for (const { number, before, after } of changes) {
      this.#audiences.change(number, before?.audience ?? [], after?.audience ?? []);
      const [had, has] = [before && this.settings.facetsOf(before), after && this.settings.facetsOf(after)];
      for (const [facet, postings] of this.#facets) postings.change(number, had?.[facet] ?? [], has?.[facet] ?? []);
      this.#places.change(number, this.#placesOf(before), this.#placesOf(after));
    }
    if (changes.length >= RESORT_DOCUMENTS) this.#sortAnew(changes);
    else for (const change of changes) this.#move(change);
  }

  /** As `meets` says it, for all documents at once. */
  visibleTo(principals: SearchQuery['for']): Bitmap {
    const keptOut = this.#audiences.union(exceptionsFor(principals));
    const visible = this.#audiences.union(principals.filter(isCrowd)).without(keptOut);
    visible.include(this.#audiences.union(principals.filter((one) => !isCrowd(one))));
    return visible;
  }

  having(facet: Facet, values: readonly string[]): Bitmap {
    return this.#facets.get(facet)?.union(values) ?? this.#audiences.union([]);
  }

  around(circle: Circle): Around {
    const squares = this.#places.squaresTo(circle);
    return { squares, inside: inside(squares, circle.metres), placed: this.#places.placed() };
  }

  /** How often each value of a facet occurs among the documents, the most frequent first; chosen ones even where they do not. */
  count(facet: Facet, among: Bitmap, chosen: readonly string[]): readonly FacetValue[] {
    const found: FacetValue[] = [];
    for (const [value, count] of this.#facets.get(facet)?.counts(among) ?? []) if (count > 0) found.push({ value, count });
    return shownValues(found, chosen);
  }

  /** A page of those in a set: in order, or the nearest first. */
  page(among: Bitmap, offset: number, limit: number, squares?: Squares): readonly number[] {
    if (squares) return nearestFirst(this.#page(among, 0, Infinity), squares, offset, limit);
    return this.#page(among, offset, limit);
  }

  #page(among: Bitmap, offset: number, limit: number): readonly number[] {
    if (among.count() <= SORTED_DOCUMENTS) return [...among.numbers()].sort(this.compare).slice(offset, offset + limit);
    const page: number[] = [];
    let skipped = 0;
    for (const number of this.#order) {
      if (page.length >= limit) break;
      if (!among.has(number)) continue;
      if (skipped < offset) skipped += 1;
      else page.push(number);
    }
    return page;
  }

  /** Puts two in order. */
  readonly compare = (a: number, b: number): number => {
    const [first, second] = [this.#keys.get(a) ?? '', this.#keys.get(b) ?? ''];
    return first < second ? -1 : first > second ? 1 : 0;
  };

  #sortAnew(changes: readonly ColumnChange<Document>[]): void {
    for (const { number, after } of changes) {
      if (after) this.#keys.set(number, this.#keyOf(after));
      else this.#keys.delete(number);
    }
    this.#order = [...this.#keys.keys()].sort(this.compare);
  }

  #move({ number, before, after }: ColumnChange<Document>): void {
    const key = after && this.#keyOf(after);
    if (key === this.#keys.get(number)) return;
    if (before) this.#order.splice(this.#placeOf(number), 1);
    if (key === undefined) return void this.#keys.delete(number);
    this.#keys.set(number, key);
    this.#order.splice(this.#placeOf(number), 0, number);
  }

  /** Where a document stands, or would stand: keys end in the id, so no two are the same. */
  #placeOf(number: number): number {
    let [from, to] = [0, this.#order.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.compare(this.#order[middle] as number, number) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #placesOf(document: Document | undefined): readonly GridPoint[] {
    return (document && this.settings.placesOf?.(document)) ?? [];
  }

  #keyOf(document: Document): string {
    return `${folded(this.settings.orderOf(document))}\n${document.id}`;
  }
}
