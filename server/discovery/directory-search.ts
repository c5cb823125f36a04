import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { asTypedIn } from '@alongside/domain/uk/taxonomy/as-typed.js';
import { spokenWords } from '@alongside/domain/uk/taxonomy/spoken-words.js';
import { KINDS_NAMED, understandEither, type Understanding, type Understood } from '@alongside/domain/uk/taxonomy/understand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { directoryView } from '@alongside/projections/views/directory.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { askedOf, DIRECTORY_FACETS, type DirectoryDocument, type DirectoryFacet } from '@alongside/search/directory.js';
import { inMiles } from '@alongside/domain/uk/national-grid.js';
import { type Circle } from '@alongside/search/near.js';
import { HITS_LIMIT_DOCUMENTS, TEXT_LIMIT_CHARACTERS, type SearchAnswer } from '@alongside/search/search-index.js';
import { slipsIn, understandMeant } from '@alongside/search/meant-names.js';
import { metresOf, stepFor } from '@alongside/search/where.js';
import type { HubParts } from '../app/hub.js';
import { principalsIn } from '../queries/audience.js';
import { viewReaderOf } from '../queries/live-views.js';
import {
  NEAR,
  type DirectoryAnswer,
  type FacetAnswer,
  type LeftOut,
  type NearestAnswer,
  type UnderstoodWords,
} from './directory-answer.js';
import type { DirectoryIndex } from './index-keeper.js';
import { hitOf, type DirectoryHit } from './directory-hit.js';
import { facetLabel } from './facet-labels.js';
import { nearestTo, type AskedFilter, type Nearest } from './nearest.js';
import { ownNationsOf, ownPlaceOf } from './own-place.js';
import { wholesAsked, type WholeSubject } from './parts-of-subjects.js';
import { Places } from './places.js';
import { valuesSaid, withoutAreas, type Here, type ValueSaid } from './said-as.js';
import { whereAsked, type WhereAsked } from './where-asked.js';
import { conditionsOf, isFacet, writtenIn, type Written, type WrittenFilters } from './written-filters.js';

const PAGE_DOCUMENTS = 20;
/** How many of those who come nearest are told. */
const NEAREST_LIMIT_DOCUMENTS = 10;
const OFFSET_LIMIT_DOCUMENTS = 10_000;
/** Words with slips that are read as names: each is a search. */
const READ_LIMIT_SLIPS = 4;
/** Values that may be chosen in one facet: no more than it shows. */
const CHOSEN_LIMIT_VALUES = 100;

/** A question as a browser writes it into an address: `q`, the facets, `near`, `within`, `words`, `limit`, `offset`. */
export type DirectoryQuery = Readonly<Record<string, unknown>>;

/** Questions to the directory, read and answered as the user may see them. Any text is a question. */
export class DirectorySearch {
  readonly places: Places;

  constructor(
    private readonly hub: Pick<HubParts, 'views' | 'projector' | 'audience'>,
    private readonly index: Pick<DirectoryIndex, 'search'>,
  ) {
    this.places = new Places(hub.views.store);
    hub.views.onChanges((changes) => changes.some(({ view }) => view === institutionView.name) && this.places.forget());
    hub.projector.onServed((view) => view === institutionView.name && this.places.forget());
  }

  /** Who is found, what else could be chosen, and who comes nearest where nobody is. */
  async answer(person: PersonId, query: DirectoryQuery): Promise<DirectoryAnswer> {
    const question = await this.#read(person, query);
    const { at, written, asked } = question;
    const found = await question.search(asked);
    const asTyped = asTypedIn(textIn(query['q']));
    const nearest = found.total > 0 ? undefined : await this.#nearest(question, found, asTyped);
    const facets = Object.fromEntries(
      DIRECTORY_FACETS.map((facet) => [
        facet,
        found.facets[facet].map(({ value, count }): FacetAnswer => ({ value, count, label: this.#labelOf(facet, value) })),
      ]),
    ) as Record<DirectoryFacet, FacetAnswer[]>;
    const here = this.#here(found, person);
    const said = asked.understood.filter(isNamed).map(({ words, named }): UnderstoodWords => ({
      words: asTyped(words),
      as: KINDS_NAMED.flatMap((facet) => valuesSaid(facet, named[facet] ?? [], here).map((one) => ({ facet, ...one }))),
    }));
    const placeExample = this.places.read().onMap.example;
    return {
      understood: said,
      written: written.filters.map(({ facet, raw, values, without }) => ({
        facet,
        raw,
        values: values.map((value) => ({ value, label: this.#labelOf(facet, value) })),
        ...saidOtherwise(valuesSaid(facet, values, here), values),
        ...(without && { without }),
      })),
      unknown: written.unknown.map((one) => ({
        ...('key' in one ? { key: one.key } : { facet: one.facet }),
        words: one.values.join(' '),
        ...('without' in one && one.without === true ? { without: true as const } : {}),
      })),
      ...(written.lostOr && { lostOr: true as const }),
      wholes: wholesIn(question, found),
      ...(at.unknownDistance !== undefined && { unknownDistance: at.unknownDistance }),
      ...(at.ignored && { ignored: at.ignored }),
      ...(placeExample !== undefined && { placeExample }),
      ...(asked.corrected && { corrected: asked.corrected }),
      ...(at.where && { where: { ...at.where, ...(found.around && { withoutPlace: found.around.withoutPlace }) } }),
      total: found.total,
      facets,
      hits: hitsOf(found, at.circle, asTyped),
      ...(nearest && { nearest }),
    };
  }

  /** Who is found, and how many in all: no more than can be looked through at once. */
  async found(person: PersonId, query: DirectoryQuery): Promise<{ readonly people: readonly PersonId[]; readonly total: number }> {
    const { search, asked } = await this.#read(person, { ...query, limit: String(HITS_LIMIT_DOCUMENTS), offset: undefined });
    const { hits, total } = await search(asked);
    return { people: hits.map(({ id }) => id as PersonId), total };
  }

  async #read(person: PersonId, query: DirectoryQuery): Promise<Question> {
    const at = this.#whereIn(query, person);
    const isAsWords = query['words'] === '1';
    const written = writtenIn(at.text, () => this.places.read(), isAsWords);
    const conditions = conditionsOf(written.filters, () => this.places.read());
    const chosen = chosenIn(query, conditions.chosen);
    const principals = principalsIn(directoryView.name, this.hub.audience.principals(person));
    const asked: AskedWords = isAsWords ? asWords(written.text) : await this.#understood(written.text, principals);
    const search: Question['search'] = (read, { without = [], minus, circle = at.circle, instead } = {}) => {
      const { text, understood = [] } = askedOf(read);
      const words = conditions.words.filter(({ facet }) => !without.includes(facet));
      const excluded = conditions.without.filter(({ raw }) => !minus || minus.includes(raw));
      return this.index.search({
        text,
        understood: [...understood, ...words.map(({ met }) => met), ...(instead ? [{ values: instead, words: '', columns: [] }] : [])],
        without: excluded.map(({ met }) => met),
        for: principals,
        filters: Object.fromEntries(chosen.filter(([facet]) => !without.includes(facet))),
        ...(circle && !without.includes(NEAR) && { within: circle }),
        limitDocuments: numberIn(query['limit'], PAGE_DOCUMENTS, HITS_LIMIT_DOCUMENTS),
        offsetDocuments: numberIn(query['offset'], 0, OFFSET_LIMIT_DOCUMENTS),
      });
    };
    return { at, written, asked, chosen, conditions, search };
  }

  /** Words with slips are read as names of the taxonomy, where no mentor has them as they stand and none is called nearly so. */
  async #understood(text: string, principals: readonly Principal[]): Promise<AskedWords> {
    const asked = understandEither(text);
    const slips = [...slipsIn(asked)].slice(0, READ_LIMIT_SLIPS);
    const meant = await Promise.all(
      slips.map(async ([typed, word]) => {
        const { why } = await this.index.search({ text: typed, for: principals, limitDocuments: 1 });
        const [met] = why[0] ?? [];
        return met && (met.how !== 'slip' || met.columns.includes('name')) ? [] : [[typed, word] as const];
      }),
    );
    const used = meant.flat();
    if (used.length === 0) return asked;
    const read = understandMeant(text, new Map(used));
    // What was read as a word that says nothing here is in no answer: it is said by itself.
    const shown = new Set([...read.understood.map(({ words }) => words), read.rest].flatMap(spokenWords));
    const corrected = used.flatMap(([typed, word]) => (shown.has(typed) ? [] : [{ typed, word }]));
    return corrected.length > 0 ? { ...read, corrected } : read;
  }

  #whereIn(query: DirectoryQuery, person: PersonId): WhereAsked {
    const chosen = { near: textIn(query['near']), within: textIn(query['within']) };
    const own = () => ownPlaceOf(person, viewReaderOf(this.hub.views.store));
    return whereAsked(textIn(query['q']), chosen, () => this.places.read().onMap, own);
  }

  /** Who comes nearest: in a wider circle, or without some of what was asked. */
  async #nearest(question: Question, found: Found, asTyped: AsTyped): Promise<NearestAnswer | undefined> {
    const { at, asked, search, written } = question;
    const nearestMetres = found.around?.nearestMetres;
    if (at.circle && nearestMetres !== undefined) {
      const within = stepFor(nearestMetres);
      const wider = await search(asked, { circle: { ...at.circle, metres: metresOf(within) } });
      const nearestMiles = inMiles(nearestMetres);
      const rest = { without: [], withoutFilters: [], wider: [], within: { ...within, nearestMiles } };
      return { ...rest, text: at.text, ...someOf(wider, at.circle, asTyped) };
    }
    const filters = filtersOf(question);
    const nearest = await nearestTo(
      { ...asked, filters, minus: question.conditions.without.map(({ raw }) => raw), loose: looseIn(question) },
      ({ withoutFilters, ...tried }) => search(tried, { ...tried, without: withoutFilters }),
    );
    if (!nearest) return undefined;
    const withoutFilters = filters.flatMap(({ name }) => (nearest.withoutFilters.includes(name) ? [name] : []));
    const isNear = !withoutFilters.includes(NEAR);
    const where = isNear && at.where?.missing !== 'unknown' ? (at.where?.raw ?? []) : [];
    return {
      without: nearest.without.map(asTyped),
      withoutFilters: [...new Set(withoutFilters)],
      text: [textOf(nearest, written.filters), ...where].filter(Boolean).join(' '),
      wider: nearest.wider,
      ...someOf(nearest.found, isNear ? at.circle : undefined, asTyped),
    };
  }

  #here({ facets }: Found, person: PersonId): Here {
    const own = ownNationsOf(person, viewReaderOf(this.hub.views.store));
    return {
      labelOf: (facet, value) => this.#labelOf(facet, value),
      nations: own.size > 0 ? own : this.places.read().nations,
      isFound: (facet, value) => isFacet(facet) && facets[facet].some((one) => one.value === value && one.count > 0),
    };
  }

  #labelOf(facet: Written['facet'], value: string): string {
    const nameOf = (id: string) => this.hub.views.store.get<InstitutionRow>(institutionView.name, id as InstitutionId)?.data.details.name;
    return facetLabel(facet, value, nameOf);
  }
}

type Found = SearchAnswer<DirectoryDocument, DirectoryFacet>;
type Chosen = ReturnType<typeof chosenIn>;
/** Words as they were read, and those that were read as others which say nothing by themselves. */
interface AskedWords extends Understanding {
  readonly corrected?: DirectoryAnswer['corrected'];
}
/** A question as it was read. */
interface Question {
  readonly at: WhereAsked;
  readonly asked: AskedWords;
  readonly chosen: Chosen;
  readonly written: WrittenFilters;
  readonly conditions: ReturnType<typeof conditionsOf>;
  readonly search: (asked: Understanding, otherwise?: Otherwise) => Promise<Found>;
}
/** What is asked otherwise than it was. */
interface Otherwise {
  /** Filters that are left out. */
  readonly without?: readonly string[];
  /** What of that with a minus before it counts; all of it where absent. */
  readonly minus?: readonly string[];
  readonly circle?: Circle;
  readonly instead?: Understood['named'];
}

/** What can be left out of it, what was ticked first. */
const filtersOf = ({ at, chosen, conditions }: Question): readonly (AskedFilter & { readonly name: LeftOut })[] => [
  ...chosen.map(([name, values]) => ({ name, named: { [name]: values } })),
  ...conditions.words.flatMap(({ facet, words }) => (facet === 'words' ? [] : [{ name: facet, words }])),
  ...(at.circle ? [{ name: NEAR } as const] : []),
];

/** Words that were searched because what was typed with them is not known. */
const looseIn = ({ at, written }: Question): readonly string[] => [
  ...written.unknown.flatMap(({ values }) => values),
  ...(at.unknownDistance === undefined ? [] : [at.unknownDistance]),
];

function wholesIn({ asked, chosen }: Question, found: Found): readonly WholeSubject[] {
  const ticked = chosen.flatMap(([facet, values]) => (facet === 'subject' ? values : []));
  const each = [...asked.understood.map(({ named }) => named.subject ?? []), ticked];
  const counted = new Set(found.facets.subject.flatMap(({ value, count }) => (count > 0 ? [value] : [])));
  return wholesAsked(
    each.flatMap(withoutAreas),
    counted,
    found.hits.map(({ subjects }) => subjects),
  );
}

type AsTyped = ReturnType<typeof asTypedIn>;

const hitsOf = ({ hits, why }: Found, circle: Circle | undefined, asTyped: AsTyped): readonly DirectoryHit[] =>
  hits.map((hit, place) => {
    const found = hitOf(hit, why[place] ?? [], circle);
    // Words with a slip are quoted.
    return { ...found, why: found.why.map((one) => (one.how === 'slip' ? { ...one, typed: asTyped(one.typed) } : one)) };
  });

/** The names to say, where they are not those of all values. */
const saidOtherwise = (said: readonly ValueSaid[], values: readonly string[]) =>
  said.length < values.length ? { said: said.map(({ label }) => label) } : {};

const someOf = (found: Found, circle: Circle | undefined, asTyped: AsTyped) => ({
  total: found.total,
  hits: hitsOf(found, circle, asTyped).slice(0, NEAREST_LIMIT_DOCUMENTS),
});

const textIn = (given: unknown): string => (typeof given === 'string' ? given.slice(0, TEXT_LIMIT_CHARACTERS) : '');

/** The filters that were ticked, and those that were typed. */
const chosenIn = (
  query: DirectoryQuery,
  written: readonly { readonly facet: DirectoryFacet; readonly values: readonly string[] }[],
): readonly (readonly [DirectoryFacet, readonly string[]])[] =>
  DIRECTORY_FACETS.map((facet): readonly [DirectoryFacet, readonly string[]] => [
    facet,
    [...valuesIn(facet, query[facet]), ...written.flatMap((one) => (one.facet === facet ? one.values : []))],
  ]).filter(([, values]) => values.length > 0);

/** What to type for what came nearest: the words that were kept, and the filters. */
const textOf = ({ kept, withoutFilters }: Nearest<unknown>, written: readonly Written[]): string =>
  [...kept, ...written.flatMap(({ facet, raw, without }) => (without || withoutFilters.includes(facet) ? [] : [raw]))].join(' ');

/** `words=1` asks for the words as they stand. */
const asWords = (text: string): Understanding => ({ understood: [], rest: text });

/** Of words that name nothing there is nothing to say but themselves. */
const isNamed = ({ either = [] }: Understood): boolean => either.every((one) => one.isNamed);

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
