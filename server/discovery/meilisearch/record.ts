import type { Position } from '@alongside/domain/kernel/brand.js';
import { folded, wordsToFind } from '@alongside/domain/text/folding.js';
import { spellingsOf } from '@alongside/domain/text/spelling.js';
import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import type { IndexSettings, Searchable } from '@alongside/search/search-index.js';
import { decoded, encoded, keyOf, wordKept } from './encoded.js';

export const KIND = 'kind';
/** The parts of a document's audience, its exceptions included. */
export const WHO = 'who';
/** Its words in all columns. */
export const WORDS = 'words';
export const PLACE = 'place';
export const PLACED = 'placed';
/** The squares of the grid in which its places are: of few of them all places are looked at. */
export const CELL = 'cell';
export const ORDER = 'order';
/** The document itself, as text: Meilisearch looks into nothing of it. */
export const JSON_TEXT = 'json';
export const wordsIn = (column: string): string => `words_${column}`;
export const valuesOf = (facet: string): string => `facet_${facet}`;

/** The document that says how far in the log the index is, and by which settings it was filled. */
export const MARK_KEY = 'mark';
export interface Mark {
  readonly settings: string;
  readonly through: Position | null;
}

/** One document of an index of Meilisearch. */
export type IndexRecord = Readonly<Record<string, string | readonly string[] | null>>;

/** Sorted by its beginning: long names that differ only behind it come in the order of their ids. */
const ORDER_LIMIT_LETTERS = 100;
/** Raised with any change of a record: every index is filled again. */
const RECORD_VERSION = 1;

/** By which settings an index was filled. */
export const fingerprintOf = ({ name, version, columns, facets }: IndexSettings<never>): string =>
  JSON.stringify({ name, version, record: RECORD_VERSION, columns, facets });

export const markOf = (settings: string, through: Position | undefined): IndexRecord => ({
  key: MARK_KEY,
  [KIND]: 'mark',
  settings,
  through: through ?? null,
});

/** Takes the place of a document that is removed: in one task with what is put. No words of it are left, and no one may see it. */
export const goneOf = (id: string): IndexRecord => ({ key: keyOf(id), [KIND]: 'gone', [WHO]: [] });

export function recordOf<Document extends Searchable, Facet extends string>(
  document: Document,
  settings: IndexSettings<Document, Facet>,
): IndexRecord {
  // First: what cannot be kept as text is refused before anything else is asked of it.
  const json = JSON.stringify(document);
  const text = settings.textOf(document);
  const facets = settings.facetsOf(document);
  const places = settings.placesOf?.(document) ?? [];
  const byColumn = settings.columns.map(({ name }): [string, readonly string[]] => [wordsIn(name), wordsOfText(text[name] ?? '')]);
  return {
    key: keyOf(document.id),
    [KIND]: 'document',
    [WHO]: document.audience.map(encoded),
    [ORDER]: `v${folded(settings.orderOf(document)).slice(0, ORDER_LIMIT_LETTERS)}`,
    [PLACED]: places.length > 0 ? 'yes' : 'no',
    [PLACE]: unique(places.map(placeKey)),
    [CELL]: unique(places.map(cellKeyOf)),
    [WORDS]: unique(byColumn.flatMap(([, words]) => words)),
    ...Object.fromEntries(byColumn),
    ...Object.fromEntries(settings.facets.map((facet) => [valuesOf(facet), unique(facets[facet].map(encoded))])),
    [JSON_TEXT]: json,
  };
}

/** A point of the grid as a value. Meilisearch's own `_geo` has one point a document, and no circle that is exact to a metre. */
export const placeKey = ({ easting, northing }: GridPoint): string => encoded(`${easting}:${northing}`);

/** Read by the thousand for each circle: nearly all are whole metres, and need no decoding. */
export function placeOf(key: string): GridPoint {
  const written = key.includes('_') ? decoded(key) : key.slice(1);
  const middle = written.indexOf(':');
  return { easting: Number(written.slice(0, middle)), northing: Number(written.slice(middle + 1)) };
}

const CELL_METRES = 20_000;
const cellKeyOf = ({ easting, northing }: GridPoint): string =>
  placeKey({ easting: Math.floor(easting / CELL_METRES), northing: Math.floor(northing / CELL_METRES) });

/** How far the nearest point of a square is from a point, and the farthest, squared. */
export function squaresToCell(key: string, from: GridPoint): { readonly least: number; readonly most: number } {
  const { easting, northing } = placeOf(key);
  const sides = [from.easting - easting * CELL_METRES, from.northing - northing * CELL_METRES];
  const sum = (of: (side: number) => number) => sides.reduce((total, side) => total + of(side) ** 2, 0);
  return {
    least: sum((side) => Math.max(-side, 0, side - CELL_METRES)),
    most: sum((side) => Math.max(Math.abs(side), Math.abs(side - CELL_METRES))),
  };
}

const wordsOfText = (text: string): readonly string[] => unique(wordsToFind(text).flatMap(spellingsOf).map(wordKept));
const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
