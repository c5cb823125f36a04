import type { KindNamed } from '@alongside/domain/uk/taxonomy/understand.js';
import type { DirectoryFacet } from '@alongside/search/directory.js';
import type { WrittenKind } from '@alongside/search/question.js';
import type { Distance, WhereRead } from '@alongside/search/where.js';
import type { DirectoryHit } from './directory-hit.js';
import type { WholeSubject } from './parts-of-subjects.js';

/** Words of the question, as they were typed, that name something, and what: any of it will do. What only other nations have is not told. */
export interface UnderstoodWords {
  readonly words: string;
  readonly as: readonly { readonly facet: KindNamed; readonly value: string; readonly label: string }[];
}
/** One value of a facet, and how many of those found have it. */
export interface FacetAnswer {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}
/** A filter that was typed into the search, such as `subject:maths`, or `words` with a minus before them, and what it names. */
interface WrittenAnswer {
  readonly facet: WrittenKind | 'words';
  readonly raw: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** What to say of them, where that is less: an area for all its subjects, and nothing that only other nations have. */
  readonly said?: readonly string[];
  /** A minus stands before it: those that meet it are left out. */
  readonly without?: true;
}

/** What can be left out of a question: the filter of a facet, or the circle. */
export const NEAR = 'near';
export type LeftOut = WrittenKind | typeof NEAR;

/** Who comes nearest where nobody was found, and by what. */
export interface NearestAnswer {
  /** Words of the question that were left out, and facets whose filters were. */
  readonly without: readonly string[];
  readonly withoutFilters: readonly LeftOut[];
  /** Names of the wider areas that were searched instead. */
  readonly wider: readonly string[];
  /** The wider circle that was searched, and how far the nearest mentor is, in miles. */
  readonly within?: Distance & { readonly nearestMiles: number };
  /** The text that finds them. */
  readonly text: string;
  readonly hits: readonly DirectoryHit[];
  readonly total: number;
}

export interface DirectoryAnswer {
  readonly understood: readonly UnderstoodWords[];
  readonly written: readonly WrittenAnswer[];
  /** Filters that were typed and name nothing that is known, or whose key is none (`key`): their words were searched. */
  readonly unknown: readonly ({ readonly words: string } & ({ readonly facet: WrittenKind } | { readonly key: string }))[];
  /** Subjects that were typed or ticked and stand for others too. */
  readonly wholes: readonly WholeSubject[];
  /** An “or” was typed between filters of different kinds, or beside one: both are met. */
  readonly lostOr?: true;
  readonly unknownDistance?: string;
  /** Places and distances that were typed after the first, which alone counts. */
  readonly ignored?: readonly string[];
  /** Words with a slip that were read as others, such as “teacher”, and not searched. */
  readonly corrected?: readonly { readonly typed: string; readonly word: string }[];
  /** A place of this hub, as it can be typed after `near:`; absent where none is on the map. */
  readonly placeExample?: string;
  readonly where?: WhereRead;
  readonly hits: readonly DirectoryHit[];
  readonly total: number;
  readonly nearest?: NearestAnswer;
  readonly facets: Readonly<Record<DirectoryFacet, readonly FacetAnswer[]>>;
}
