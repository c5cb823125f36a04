import type { Facet } from './question.js';

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
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Where nobody was found: who comes nearest, without some of the words or in wider areas. */
  readonly nearest?: {
    readonly without: readonly string[];
    readonly wider: readonly string[];
    readonly hits: readonly Hit[];
    readonly total: number;
  };
  readonly facets: Readonly<Partial<Record<Facet | 'free', readonly FacetValue[]>>>;
}
