import { withoutFilter } from '@alongside/search/question.js';
import { USUAL_DISTANCE } from '@alongside/search/where.js';

/** The facets of the directory, in the order in which they are offered. */
export const FACETS = ['subject', 'phase', 'expertise', 'setting', 'stage', 'format', 'weekday', 'trust', 'area'] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  subject: 'Subject',
  phase: 'Phase',
  expertise: 'Can help with',
  setting: 'Kind of setting',
  stage: 'Would like to help',
  format: 'How they meet',
  weekday: 'Available on',
  trust: 'Trust',
  area: 'Area',
};

/** Filters that can be typed alone: words where a mentor works, in their name or in their job title. */
type TypedAlone = 'school' | 'name' | 'job';
/** What can be left out of a question: a facet, free places, the distance, or what can be typed alone. */
export type Filter = Facet | 'free' | 'near' | TypedAlone;
export const FILTER_NAMES: Readonly<Record<Filter, string>> = {
  ...FACET_NAMES,
  free: 'Has space',
  near: 'Distance',
  school: 'School',
  name: 'Name',
  job: 'Job title',
};

/** How far from where: `me` is the own school, all else a place as it was typed. */
export interface Near {
  readonly of: string;
  /** `20`, `30km`. */
  readonly within: string;
}

/** What a user looks for: words, what they ticked, whether only those with a place count, and how far away. */
export interface Question {
  readonly text: string;
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly free: boolean;
  readonly near?: Near;
  /** The words are searched as they stand, whatever they may name. */
  readonly asWords?: boolean;
}

/** A filter that was typed into the search, such as `subject:maths`, or `words` with a minus before them, and what it names. */
export interface WrittenFilter {
  readonly facet: Facet | 'free' | TypedAlone | 'words';
  readonly raw: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** What to say of them, where that is less. */
  readonly said?: readonly string[];
  /** A minus stands before it. */
  readonly without?: boolean;
}

/** How far, where a place is given and no distance. */
export const USUAL_WITHIN = String(USUAL_DISTANCE.amount);
/** How many people a page of results holds. */
export const PAGE_ROWS = 20;
/** How many are shown in all: nobody reads further, and a filter is quicker. */
export const ROWS_LIMIT = 100;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;
const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Reads the question that stands in the address of the page. */
export function questionIn(params: Params): Question {
  const chosen = Object.fromEntries(
    FACETS.map((facet) => [facet, [...new Set(listed(params[facet]))]]).filter(([, values]) => values?.length),
  );
  return {
    text: listed(params['q'])[0] ?? '',
    chosen,
    free: listed(params['free'])[0] === '1',
    ...nearOf(listed(params['near'])[0], listed(params['within'])[0]),
    ...(listed(params['words'])[0] === '1' && { asWords: true }),
  };
}

/** Either says the other as is usual. */
const nearOf = (of = '', within = ''): Pick<Question, 'near'> =>
  of === '' && within === '' ? {} : { near: { of: of || 'me', within: within || USUAL_WITHIN } };

function queryOf({ text, chosen, free, near, asWords }: Question): URLSearchParams {
  const query = new URLSearchParams();
  if (text.trim()) query.set('q', text.trim());
  for (const facet of FACETS) for (const value of chosen[facet] ?? []) query.append(facet, value);
  if (free) query.set('free', '1');
  if (near) {
    query.set('near', near.of);
    query.set('within', near.within);
  }
  if (asWords && text.trim()) query.set('words', '1');
  return query;
}

/** What stands in the address of the page for a question; empty where nothing is asked. */
export function addressOf(question: Question): string {
  const text = queryOf(question).toString();
  return text ? `?${text}` : '';
}

/** How many results the address of the page shows: whole pages of them. */
export function rowsIn(params: Params): number {
  const pages = Math.ceil(Number(listed(params['show'])[0]) / PAGE_ROWS);
  return Number.isFinite(pages) ? Math.min(Math.max(pages, 1) * PAGE_ROWS, ROWS_LIMIT) : PAGE_ROWS;
}

/** The address of the page, by all that stands behind its “?”, with so many results. */
export function addressShowing(search: string, rows: number): string {
  const query = new URLSearchParams(search);
  query.set('show', String(rows));
  return `?${query.toString()}`;
}

/** Where the hub answers it, from the first result on, so many of them. */
export function pathOf(question: Question, rows: number): string {
  const query = queryOf(question);
  query.set('limit', String(rows));
  return `/api/directory?${query.toString()}`;
}

/** The question with one value ticked or not. */
export function withValue(question: Question, facet: Facet, value: string, on: boolean): Question {
  const rest = (question.chosen[facet] ?? []).filter((other) => other !== value);
  const values = on ? [...rest, value] : rest;
  const { [facet]: _, ...others } = question.chosen;
  return { ...question, chosen: values.length ? { ...others, [facet]: values } : others };
}

/** The question without a filter, wherever it stands: ticked, or typed into the text (`written`). */
export function withoutValue(question: Question, facet: Facet | 'free', value: string, written: readonly WrittenFilter[]): Question {
  const typed = written.filter((one) => one.facet === facet && !one.without && one.values.some((named) => named.value === value));
  const text = typed.reduce((left, { raw }) => withoutFilter(left, raw), question.text);
  return facet === 'free' ? { ...question, text, free: false } : withValue({ ...question, text }, facet, value, false);
}

/** The question with the filters that were typed as if they were ticked. */
export function withWritten(question: Question, written: readonly WrittenFilter[]): Question {
  const named = written.filter(({ without }) => !without).flatMap(({ facet, values }) => values.map(({ value }) => ({ facet, value })));
  const free = question.free || named.some(({ facet, value }) => facet === 'free' && value === 'yes');
  return named.reduce(
    (asked, { facet, value }) => (isFacet(facet) ? withValue(asked, facet, value, true) : asked),
    free === question.free ? question : { ...question, free },
  );
}

const isFacet = (facet: WrittenFilter['facet']): facet is Facet => FACETS.some((one) => one === facet);

/** The question with another distance or place, or none, in place of what was chosen or typed (`raw`). */
export function withNear(question: Question, raw: readonly string[], near: Near | undefined): Question {
  const { near: _, ...others } = question;
  return { ...others, text: raw.reduce(withoutFilter, question.text), ...(near && { near }) };
}

/** The question that finds who came nearest: with the words that were kept, and without the filters that were left out. */
export function nearestQuestion(question: Question, text: string, withoutFilters: readonly Filter[]): Question {
  const kept = Object.entries(question.chosen).filter(([facet]) => !withoutFilters.includes(facet as Facet));
  const { near, ...others } = question;
  const left = { ...others, text, chosen: Object.fromEntries(kept), free: question.free && !withoutFilters.includes('free') };
  return near && !withoutFilters.includes('near') ? { ...left, near } : left;
}

/** The question without any filter, ticked or typed; `raw` are pieces that say where. */
export const withoutFilters = ({ text }: Question, written: readonly WrittenFilter[], raw: readonly string[] = []): Question => ({
  text: [...raw, ...written.map((one) => one.raw)].reduce(withoutFilter, text),
  chosen: {},
  free: false,
});

/** “12 mentors”, “One mentor”; of none, whether any were `asked` for by words or filters. */
export const sayCount = (total: number, asked: boolean): string =>
  total === 0 ? (asked ? 'No mentors match' : 'No mentors yet') : total === 1 ? 'One mentor' : `${total.toLocaleString('en-GB')} mentors`;
