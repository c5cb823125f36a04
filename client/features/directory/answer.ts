import type { Distance, WhereRead } from '@alongside/search/where.js';
import type { Facet, Filter, WrittenFilter } from './question.js';

/** A mentor as the directory's answer holds them. */
export interface Hit {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  /** Names, for reading. */
  readonly institutions: readonly string[];
  readonly subjects: readonly string[];
  readonly phases: readonly string[];
  readonly expertise: readonly { readonly tag: string; readonly level: number }[];
  readonly format: 'in-person' | 'online' | 'either' | null;
  readonly weekdays: readonly string[];
  /** How many places are free. */
  readonly free: number;
  /** Set while they take no new requests; `until` is `null` where no end was named. */
  readonly paused?: { readonly until: string | null } | null;
  /** What of them met the search, word by word. */
  readonly why?: readonly WhyFound[];
  /** The part of what they say about themselves in which a word stands that nothing else of them has. */
  readonly excerpt?: string;
  /** To the nearest of their schools, in miles; set where a distance was asked. */
  readonly miles?: number;
}

/** What of a mentor met one word, or words that were understood. */
interface WhyFound {
  readonly typed: string;
  readonly how: 'typed' | 'beginning' | 'slip' | 'understood';
  /** As they are compared. */
  readonly words: readonly string[];
  readonly columns: readonly string[];
  /** Ids by facet. */
  readonly values?: Readonly<Partial<Record<string, readonly string[]>>>;
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Words that were typed and name something: what they were taken for. */
export interface UnderstoodWords {
  readonly words: string;
  readonly as: readonly { readonly facet: Facet; readonly value: string; readonly label: string }[];
}

/** Who was found, how many in all, and how many each further tick would leave. */
export interface DirectoryAnswer {
  readonly understood?: readonly UnderstoodWords[];
  readonly written?: readonly WrittenFilter[];
  /** Filters that were typed and name nothing that is known, or whose key is none (`key`): their words were searched. */
  readonly unknown?: readonly {
    readonly facet?: Exclude<Filter, 'near'>;
    readonly key?: string;
    readonly words: string;
    readonly without?: true;
  }[];
  /** Subjects that were typed or ticked and stand for others too, and those of them that mentors have. */
  readonly wholes?: readonly { readonly name: string; readonly parts: readonly string[] }[];
  /** Words with a slip that were read as others, and not searched. */
  readonly corrected?: readonly { readonly typed: string; readonly word: string }[];
  /** A place of this hub, as it can be typed after `near:`. */
  readonly placeExample?: string;
  /** An “or” was typed beside a filter where it joins nothing. */
  readonly lostOr?: true;
  readonly where?: WhereRead;
  /** A distance that was typed and is none: its words were searched. */
  readonly unknownDistance?: string;
  /** Places and distances that were typed after the first, which alone counts. */
  readonly ignored?: readonly string[];
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Where nobody was found: who comes nearest, without some of the words or in wider areas. */
  readonly nearest?: {
    readonly without: readonly string[];
    readonly wider: readonly string[];
    /** Facets whose filters were left out. */
    readonly withoutFilters?: readonly Filter[];
    /** The greater distance within which they are, and how far the nearest is. */
    readonly within?: Distance & { readonly nearestMiles: number };
    /** The text that finds them. */
    readonly text?: string;
    readonly hits: readonly Hit[];
    readonly total: number;
  };
  readonly facets: Readonly<Partial<Record<Facet | 'free', readonly FacetValue[]>>>;
}
