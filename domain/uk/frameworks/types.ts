import type { Where } from '../taxonomy/types.js';

/** `seen`: read in a copy of a public page or of DfE source code. `memory`: to be checked against the source before it is stated as fact. */
export type Basis = 'seen' | 'memory';

/** A set of standards, a curriculum or an entitlement, and on what terms its text may be used. */
export interface Framework {
  readonly id: string;
  readonly nation: Where;
  readonly title: string;
  readonly titleCy?: string;
  readonly publisher: string;
  readonly url: string;
  readonly urlBasis: Basis;
  readonly status: string;
  readonly licence: string;
  readonly use?: string;
}

/** One entry of a framework that something can be tied to. `gist` and `themes` are our own words. */
export interface Statement {
  readonly id: string;
  readonly framework: string;
  readonly code: string;
  readonly title: string;
  readonly titleCy?: string;
  readonly titleCyBasis?: Basis;
  readonly gist?: string;
  readonly parent?: string;
  readonly area?: string;
  readonly mapsTo?: readonly string[];
  readonly themes?: readonly string[];
  readonly group?: string;
  readonly basis: Basis;
}
