import { Controller, Get, Header, Headers, Inject, Query } from '@nestjs/common';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { careerStage, phase, setting } from '@alongside/domain/uk/taxonomy/lists.js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import { KINDS_NAMED, understand, type KindNamed, type Understanding } from '@alongside/domain/uk/taxonomy/understand.js';
import { directoryView } from '@alongside/projections/views/directory.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { DIRECTORY_FACETS, TITLE_COLUMNS, type DirectoryDocument, type DirectoryFacet } from '@alongside/search/directory.js';
import { HITS_LIMIT_DOCUMENTS, TEXT_LIMIT_CHARACTERS, type SearchAnswer } from '@alongside/search/search-index.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, waitedFor } from '../queries/after-header.js';
import { principalsIn } from '../queries/audience.js';
import type { DirectoryIndex, DirectoryIndexer } from './directory-indexer.js';
import { hitOf, type DirectoryHit } from './directory-hit.js';
import { nearestTo, type Nearest } from './nearest.js';
import { Places } from './places.js';
import { writtenIn, type Written } from './written-filters.js';

/** Injection tokens. */
export const DIRECTORY_INDEX = Symbol('DirectoryIndex');
export const DIRECTORY_INDEXER = Symbol('DirectoryIndexer');
const PAGE_DOCUMENTS = 20;
/** How many of those who come nearest are told. */
const NEAREST_LIMIT_DOCUMENTS = 10;
const OFFSET_LIMIT_DOCUMENTS = 10_000;
/** Values that may be chosen in one facet: no more than it shows. */
const CHOSEN_LIMIT_VALUES = 100;

/** Words of the question that name something, and what: any of it will do. */
export interface UnderstoodWords {
  readonly words: string;
  readonly as: readonly { readonly facet: KindNamed; readonly value: string; readonly label: string }[];
}
/** One value of a facet, and how many of those found have it. */
interface FacetAnswer {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}
/** A filter that was typed into the search, such as `subject:maths`, and what it names. */
interface WrittenAnswer {
  readonly facet: DirectoryFacet;
  readonly raw: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}
export interface DirectoryAnswer {
  readonly understood: readonly UnderstoodWords[];
  readonly written: readonly WrittenAnswer[];
  /** Filters that were typed and name nothing that is known: their words were searched. */
  readonly unknown: readonly { readonly facet: DirectoryFacet; readonly words: string }[];
  readonly hits: readonly DirectoryHit[];
  readonly total: number;
  /** Where nobody was found: who comes nearest, and by what. */
  readonly nearest?: {
    /** Words of the question that were left out, and facets whose filters were. */
    readonly without: readonly string[];
    readonly withoutFilters: readonly DirectoryFacet[];
    /** Names of the wider areas that were searched instead. */
    readonly wider: readonly string[];
    /** The text that finds them. */
    readonly text: string;
    readonly hits: readonly DirectoryHit[];
    readonly total: number;
  };
  readonly facets: Readonly<Record<DirectoryFacet, readonly FacetAnswer[]>>;
}

/** Full-text search of those who offer mentoring, with facets. */
@Controller('api/directory')
export class DirectoryController {
  readonly #places: Places;

  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(DIRECTORY_INDEX) private readonly index: DirectoryIndex,
    @Inject(DIRECTORY_INDEXER) private readonly indexer: DirectoryIndexer,
  ) {
    this.#places = new Places(hub.views.store);
    hub.views.onChanges((changes) => changes.some(({ view }) => view === institutionView.name) && this.#places.forget());
    hub.projector.onServed((view) => view === institutionView.name && this.#places.forget());
  }

  @Get()
  @Header('Cache-Control', 'private, no-store')
  async search(
    @SignedIn() person: PersonId,
    @Query() query: Record<string, unknown>,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<DirectoryAnswer> {
    await waitedFor(this.hub.views, after);
    if (after !== undefined) await this.indexer.settled();
    const written = writtenIn(textIn(query['q']), () => this.#places.read());
    const asked = understandingOf(written.text, query['words']);
    const chosen = chosenIn(query, written.filters);
    const principals = principalsIn(directoryView.name, this.hub.audience.principals(person));
    const search = ({ understood, rest }: Understanding, without: readonly string[] = []) =>
      this.index.search({
        text: rest,
        understood: understood.map(({ words, inTitles = words, named }) => ({ words: inTitles, values: named, columns: TITLE_COLUMNS })),
        for: principals,
        filters: Object.fromEntries(chosen.filter(([facet]) => !without.includes(facet))),
        limitDocuments: numberIn(query['limit'], PAGE_DOCUMENTS, HITS_LIMIT_DOCUMENTS),
        offsetDocuments: numberIn(query['offset'], 0, OFFSET_LIMIT_DOCUMENTS),
      });
    const found = await search(asked);
    const filters = chosen.map(([facet]) => facet);
    const nearest = found.total === 0 ? await nearestTo(asked, filters, search) : undefined;
    const facets = Object.fromEntries(
      DIRECTORY_FACETS.map((facet) => [
        facet,
        found.facets[facet].map(({ value, count }): FacetAnswer => ({ value, count, label: this.#labelOf(facet, value) })),
      ]),
    ) as Record<DirectoryFacet, FacetAnswer[]>;
    const said = asked.understood.map(({ words, named }): UnderstoodWords => ({
      words,
      as: KINDS_NAMED.flatMap((facet) => (named[facet] ?? []).map((value) => ({ facet, value, label: this.#labelOf(facet, value) }))),
    }));
    return {
      understood: said,
      written: written.filters.map(({ facet, raw, values }) => ({
        facet,
        raw,
        values: values.map((value) => ({ value, label: this.#labelOf(facet, value) })),
      })),
      unknown: written.unknown.map(({ facet, values }) => ({ facet, words: values.join(' ') })),
      total: found.total,
      facets,
      hits: hitsOf(found),
      ...(nearest && {
        nearest: {
          without: nearest.without,
          withoutFilters: filters.filter((facet) => nearest.withoutFilters.includes(facet)),
          text: textOf(nearest, written.filters),
          wider: nearest.wider,
          total: nearest.found.total,
          hits: hitsOf(nearest.found).slice(0, NEAREST_LIMIT_DOCUMENTS),
        },
      }),
    };
  }

  #labelOf(facet: DirectoryFacet, value: string): string {
    switch (facet) {
      case 'phase':
        return phase(value)?.name ?? value;
      case 'subject':
        return subjectName(value);
      case 'expertise':
        return expertiseName(value);
      case 'setting':
        return setting(value)?.name ?? value;
      case 'stage':
        return careerStage(value)?.name ?? value;
      case 'trust':
        return this.hub.views.store.get<InstitutionRow>(institutionView.name, value as InstitutionId)?.data.details.name ?? value;
      case 'format':
        return value === 'online' ? 'Online' : 'In person';
      case 'weekday':
        return `${value.charAt(0).toUpperCase()}${value.slice(1)}s`;
      case 'free':
        return value === 'yes' ? 'Has space' : 'Full or not taking requests';
      case 'area':
        return value;
    }
  }
}

const hitsOf = ({ hits, why }: SearchAnswer<DirectoryDocument, DirectoryFacet>): readonly DirectoryHit[] =>
  hits.map((hit, place) => hitOf(hit, why[place] ?? []));

const textIn = (given: unknown): string => (typeof given === 'string' ? given.slice(0, TEXT_LIMIT_CHARACTERS) : '');

/** The filters that were ticked, and those that were typed. */
const chosenIn = (query: Record<string, unknown>, written: readonly Written[]): readonly (readonly [DirectoryFacet, readonly string[]])[] =>
  DIRECTORY_FACETS.map((facet): readonly [DirectoryFacet, readonly string[]] => [
    facet,
    [...valuesIn(facet, query[facet]), ...written.flatMap((one) => (one.facet === facet ? one.values : []))],
  ]).filter(([, values]) => values.length > 0);

/** What to type for what came nearest: the words that were kept, and the filters. */
const textOf = ({ kept, withoutFilters }: Nearest<unknown>, written: readonly Written[]): string =>
  [...kept, ...written.flatMap(({ facet, raw }) => (withoutFilters.includes(facet) ? [] : [raw]))].join(' ');

/** `words=1` asks for the words as they stand. */
const understandingOf = (text: string, asWords: unknown): Understanding =>
  asWords === '1' ? { understood: [], rest: text } : understand(text);

/** A facet may be named once or several times; `free=1` is how a person would write `free=yes`. */
function valuesIn(facet: DirectoryFacet, given: unknown): readonly string[] {
  const values = (Array.isArray(given) ? given : [given])
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .slice(0, CHOSEN_LIMIT_VALUES);
  return facet === 'free' ? values.map((value) => (value === '1' ? 'yes' : value)) : values;
}

function numberIn(given: unknown, usual: number, most: number): number {
  return typeof given === 'string' && /^\d{1,6}$/.test(given) ? Math.min(Number(given), most) : usual;
}
