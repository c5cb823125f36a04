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

  /** Adds to each row what it has of the kind in common, and what it could have. */
  compare(asked: ReadonlySet<string>, found: Uint8Array, sum: Float32Array, of: Float32Array): void {
    this.#has.find(asked, found);
    const [offered, counts, most] = [this.#offered, this.#counts, COUNTS[this.kind]];
    for (let row = 0; row < offered.length; row += 1) {
      const many = offered[row] as number;
      if (many === 0) continue;
      of[row] = (of[row] as number) + most;
      if (found[row] === 1) sum[row] = (sum[row] as number) + (counts[many] as number);
    }
  }
}

/** Phases, subjects, settings and career stages: which each mentor has, and what one of so many counts for. */
export class ContextColumns implements Columns {
  readonly #kinds = KINDS.map((kind) => new KindColumns(kind));
  /** Room that every look uses again. */
  #found = new Uint8Array(0);
  #sum = new Float32Array(0);
  #of = new Float32Array(0);

  grow(rows: number): void {
    for (const columns of this.#kinds) columns.grow(rows);
    [this.#found, this.#sum, this.#of] = [new Uint8Array(rows), new Float32Array(rows), new Float32Array(rows)];
  }

  put(row: number, mentor: Mentor): void {
    const ids = { phase: mentor.phases, subject: mentor.subjects, setting: mentor.settings, stage: mentor.helps };
    for (const columns of this.#kinds) columns.put(row, ids[columns.kind]);
  }

  /** Made of columns as a whole: a row is asked of four kinds, and a loop over one kind is quickest. */
  mostFor({ phases, subjects, settings, mentee }: Seeker, weights: Weights): (row: number) => number {
    const stage: ReadonlySet<string> = new Set(mentee.careerStage === null ? [] : [mentee.careerStage]);
    const asked = { phase: phases, subject: subjects, setting: settings, stage };
    const [sum, of] = [this.#sum.fill(0), this.#of.fill(0)];
    for (const columns of this.#kinds) if (asked[columns.kind].size > 0) columns.compare(asked[columns.kind], this.#found, sum, of);
    return (row) => weights.context * (of[row] === 0 ? UNKNOWN : (sum[row] as number) / (of[row] as number));
  }
}
