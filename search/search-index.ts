import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import type { Circle } from './near.js';

/** What every document has: an id, and who may find it. */
export interface Searchable {
  readonly id: string;
  readonly audience: RowAudience;
}

/** How documents of one kind are indexed. A new `version` empties the index, so that it is filled again. */
export interface IndexSettings<Document extends Searchable, Facet extends string = string> {
  readonly name: string;
  readonly version: number;
  /** Columns of text, the most telling first: among very many matches, those that match in it come first. */
  readonly columns: readonly { readonly name: string; readonly weight: number }[];
  readonly facets: readonly Facet[];
  /** The words of a document by column; what is absent is not searched. */
  readonly textOf: (document: Document) => Readonly<Record<string, string>>;
  readonly facetsOf: (document: Document) => Readonly<Record<Facet, readonly string[]>>;
  /** What documents are in order of where no words decide, such as the name. */
  readonly orderOf: (document: Document) => string;
  /** Where a document is: none, one place or several. Absent: nowhere. */
  readonly placesOf?: (document: Document) => readonly GridPoint[];
}

/** Documents to add or replace, ids to take out, and how far in the log this brings the index: all or nothing. */
export interface IndexWrite<Document extends Searchable> {
  readonly put?: readonly Document[];
  readonly remove?: readonly string[];
  readonly through?: Position;
}

/** Met by any of the values of any facet, or by every one of the words, whole, in one of the columns. */
export interface AnyOf<Facet extends string = string> {
  readonly values: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly words: string;
  readonly columns: readonly string[];
  /** Its words may also be the beginnings of words. */
  readonly begun?: boolean;
  /** Other ways to meet it, of which any will do. */
  readonly or?: readonly AnyOf<Facet>[];
}
/** It and its other ways. */
export const waysOf = <Facet extends string>(one: AnyOf<Facet>): readonly AnyOf<Facet>[] => [one, ...(one.or ?? []).flatMap(waysOf)];
/** Whether it may be met by a value. */
export const namesValue = (one: AnyOf): boolean => waysOf(one).some(({ values }) => Object.values(values).some((some) => some?.length));

export interface SearchQuery<Facet extends string = string> {
  /** What a user typed. Every word must be found, or the beginning of one. Empty: everything. */
  readonly text: string;
  /** Who looks: only documents whose audience meets one of these are found or counted. */
  readonly for: readonly Principal[];
  /** Values chosen by facet. Within a facet any will do; every facet must be met. No values: no filter. */
  readonly filters?: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Words that were understood beside the text; each must be met. */
  readonly understood?: readonly AnyOf<Facet>[];
  /** What meets any of these is not found. */
  readonly without?: readonly AnyOf<Facet>[];
  /** One place of the document must be in it. Where no words decide, the nearest come first. */
  readonly within?: Circle;
  readonly limitDocuments?: number;
  readonly offsetDocuments?: number;
}

export interface FacetValue {
  readonly value: string;
  /** How many documents one would find with this value and every filter of the other facets. */
  readonly count: number;
}

/** How something of a document met a word: whole, as the beginning of one, with a slip in what was typed, or by what was understood. */
export type How = 'typed' | 'beginning' | 'slip' | 'understood';

/** Why a document was found: what of it met one word of the question, or words that were understood. */
export interface Why<Facet extends string = string> {
  /** As it is compared. */
  readonly typed: string;
  readonly how: How;
  /** Words of the document, as they are compared, and the columns in which they stand. */
  readonly words: readonly string[];
  readonly columns: readonly string[];
  /** Values of the document that were understood. */
  readonly values?: Readonly<Partial<Record<Facet, readonly string[]>>>;
}

export interface SearchAnswer<Document extends Searchable, Facet extends string = string> {
  readonly hits: readonly Document[];
  /** Why each of the hits was found, in their order. */
  readonly why: readonly (readonly Why<Facet>[])[];
  /** How many documents match in all. */
  readonly total: number;
  /** Of those that match but for the circle, which was asked: how many have no place, and how far the nearest is, in metres. */
  readonly around?: { readonly withoutPlace: number; readonly nearestMetres?: number };
  /** By facet, the most frequent first; at most `FACET_LIMIT_VALUES`, chosen ones always among them. */
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
}

/** A new content of an index, made while the old one may still be asked (SI21). */
export interface Rebuild<Document extends Searchable> {
  /** At most `WRITE_LIMIT_DOCUMENTS` at once; those of the same id are replaced. */
  write(put: readonly Document[], remove?: readonly string[]): Promise<void>;
  /** From then on this alone is found. */
  finish(through: Position | undefined): Promise<void>;
}

/** Full-text search with facets. Rules are numbered in `docs/spec/search-index.md` and held by `search/search-index.contract.ts`. */
export interface SearchIndex<Document extends Searchable, Facet extends string = string> {
  /** At most `WRITE_LIMIT_DOCUMENTS` at once; what was written is found from then on. */
  write(write: IndexWrite<Document>): Promise<void>;
  /** How far in the log the index is; absent where it is empty and must be filled. */
  through(): Promise<Position | undefined>;
  search(query: SearchQuery<Facet>): Promise<SearchAnswer<Document, Facet>>;
  count(): Promise<number>;
  /** Begins a new content; one that was begun before and never finished is dropped. */
  rebuild(): Promise<Rebuild<Document>>;
  /** Takes everything out, so that the index is filled again. */
  clear(): Promise<void>;
  /** Overwrites deleted bytes in every file. Run after an erasure. */
  scrub(): Promise<void>;
  /** To be told that a scrub is asked for and may come late: an index elsewhere is filled anew where it never came. */
  owesScrub?(): void;
  close(): Promise<void>;
  /** Set where a server of its own keeps it, which may be away: calls then throw `IndexAway`, and the hub starts without it. */
  readonly elsewhere?: true;
}

export const WRITE_LIMIT_DOCUMENTS = 5_000;
export const HITS_LIMIT_DOCUMENTS = 100;
export const FACET_LIMIT_VALUES = 100;
/** How much of what a user typed is read. */
export const TEXT_LIMIT_CHARACTERS = 200;
export const TEXT_LIMIT_WORDS = 8;
