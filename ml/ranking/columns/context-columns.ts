import type { Mentor } from '../../features/candidate.js';
import { USUAL } from '../breadth.js';
import { UNKNOWN } from '../part.js';
import { COUNTS, sharing } from '../parts/context.js';
import type { Seeker } from '../seeker.js';
import type { Weights } from '../weights.js';
import { BitColumns } from './bit-columns.js';
import { grown, type Columns } from './columns.js';

const KINDS = ['phase', 'subject', 'setting', 'stage'] as const satisfies readonly (keyof typeof COUNTS)[];
/** Of more than so many, one counts for little less. */
const MOST_COUNTED = 255;

/** What mentors have of one kind: which, and how many. */
class KindColumns {
  readonly #has = new BitColumns();
  /** 0: the mentor has said none. */
  #offered = new Uint8Array(0);
  /** What meeting one counts for, by how many are offered. */
  readonly #counts: Float64Array;

  constructor(readonly kind: (typeof KINDS)[number]) {
    this.#counts = Float64Array.from({ length: MOST_COUNTED + 1 }, (_, offered) => COUNTS[kind] * sharing(offered, USUAL[kind]));
  }

  grow(rows: number): void {
    this.#has.grow(rows);
    this.#offered = grown(this.#offered, Uint8Array, rows);
  }

  put(row: number, ids: readonly string[]): void {
    this.#has.mark(row, ids);
    this.#offered[row] = Math.min(ids.length, MOST_COUNTED);
  }

  /** What a row has in common with what is asked: undefined where the mentor has said none. */
  sharedWith(asked: ReadonlySet<string>): (row: number) => number | undefined {
    const [hasAny, offered, counts] = [this.#has.anyOf(asked), this.#offered, this.#counts];
    return (row) => {
      const many = offered[row] as number;
      if (many === 0) return undefined;
      return hasAny(row) ? (counts[many] as number) : 0;
    };
  }
}

/** Phases, subjects, settings and career stages: which each mentor has, and what one of so many counts for. */
export class ContextColumns implements Columns {
  readonly #kinds = KINDS.map((kind) => new KindColumns(kind));

  grow(rows: number): void {
    for (const columns of this.#kinds) columns.grow(rows);
  }

  put(row: number, mentor: Mentor): void {
    const ids = { phase: mentor.phases, subject: mentor.subjects, setting: mentor.settings, stage: mentor.helps };
    for (const columns of this.#kinds) columns.put(row, ids[columns.kind]);
  }

  mostFor({ phases, subjects, settings, mentee }: Seeker, weights: Weights): (row: number) => number {
    const stage: ReadonlySet<string> = new Set(mentee.careerStage === null ? [] : [mentee.careerStage]);
    const asked = { phase: phases, subject: subjects, setting: settings, stage };
    const kinds = this.#kinds
      .filter(({ kind }) => asked[kind].size > 0)
      .map((columns) => ({ most: COUNTS[columns.kind], shared: columns.sharedWith(asked[columns.kind]) }));
    return (row) => {
      let sum = 0;
      let of = 0;
      for (const { most, shared } of kinds) {
        const common = shared(row);
        if (common === undefined) continue;
        sum += common;
        of += most;
      }
      return weights.context * (of === 0 ? UNKNOWN : sum / of);
    };
  }
}
