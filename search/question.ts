import { folded } from '@alongside/domain/text/folding.js';
import type { DirectoryFacet } from './directory.js';

/** A filter that was typed into the search: `subject:maths`. */
export interface WrittenFilter {
  readonly facet: DirectoryFacet;
  /** What follows the colon, without quotes; any of them will do. */
  readonly values: readonly string[];
  /** The piece of the text that says so. */
  readonly raw: string;
}
export interface WrittenQuestion {
  readonly filters: readonly WrittenFilter[];
  /** All else, as it was typed. */
  readonly text: string;
}

/** What people may call each filter. */
const CALLED: Readonly<Partial<Record<DirectoryFacet, readonly string[]>>> = {
  subject: ['subject', 'subjects', 'teaches'],
  phase: ['phase', 'phases'],
  expertise: ['expertise', 'help', 'helps'],
  setting: ['setting'],
  stage: ['stage'],
  format: ['format', 'meets'],
  weekday: ['weekday', 'day'],
  area: ['area', 'la'],
  trust: ['trust', 'mat'],
  free: ['free', 'space'],
};
const FACETS_BY_KEY: ReadonlyMap<string, DirectoryFacet> = new Map(
  Object.entries(CALLED).flatMap(([facet, keys]) => keys.map((key) => [key, facet as DirectoryFacet] as const)),
);
/** More are read as words. */
const WRITTEN_LIMIT_FILTERS = 10;
const VALUES_LIMIT = 10;
/** A word, a colon, and what is quoted or goes on to the next space. */
export const FILTER = /(?<!\S)([a-z]{2,10}):[ \t]?(["“][^"”]+["”](?!\S)|[^\s"“”:]\S*)/giu;
export const QUOTES = /["“”]/g;

/** Takes the filters out of what was typed. Any text is read; what is no filter stays as it is. */
export function readQuestion(typed: string): WrittenQuestion {
  const filters: WrittenFilter[] = [];
  const text = typed.replace(FILTER, (raw: string, key: string, said: string) => {
    const facet = FACETS_BY_KEY.get(folded(key));
    const values = valuesOf(said);
    if (!facet || values.length === 0 || filters.length >= WRITTEN_LIMIT_FILTERS) return raw;
    filters.push({ facet, values, raw });
    return '';
  });
  return filters.length === 0 ? { filters, text: typed } : { filters, text: text.replace(/\s+/g, ' ').trim() };
}

/** What is quoted is one value; else a comma stands between several. */
const valuesOf = (said: string): readonly string[] =>
  (/^["“]/.test(said) ? [said] : said.split(','))
    .map((value) => value.replace(QUOTES, '').trim())
    .filter((value) => /[\p{L}\p{N}]/u.test(value))
    .slice(0, VALUES_LIMIT);

/** The text without one filter, where it stands by itself. */
export function withoutFilter(typed: string, raw: string): string {
  let at = typed.indexOf(raw);
  while (at > 0 && /\S/.test(typed.charAt(at - 1))) at = typed.indexOf(raw, at + 1);
  const left = at < 0 ? typed : `${typed.slice(0, at)} ${typed.slice(at + raw.length)}`;
  return left.replace(/\s+/g, ' ').trim();
}
