import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import type { Mentor } from '../../features/candidate.js';
import { eachOf, USUAL } from '../breadth.js';
import { UNKNOWN } from '../part.js';
import { gapScore } from '../parts/expertise.js';
import { HELD_WELL, NEIGHBOUR } from '../parts/goals.js';
import type { RankedAim, Seeker } from '../seeker.js';
import type { Weights } from '../weights.js';
import { grown, type Columns } from './columns.js';

const GROUP_OF: ReadonlyMap<string, string> = new Map(EXPERTISE_TAGS.map(({ id, group }) => [id, group]));
/** One tag with two levels: no profile should have it, and a bound must hold where one does. */
const SEVERAL_LEVELS = 6;
const LEVELS = [0, 1, 2, 3, 4, 5];

/** Expertise and goals: the level that each mentor has in each tag, and how much each counts of so many. */
export class HelpColumns implements Columns {
  /** 0: not offered. */
  readonly #levels = new Map<string, Uint8Array>();
  /** The highest level in a group of tags, where it counts as a neighbour’s. */
  readonly #groups = new Map<string, Uint8Array>();
  #each = new Float64Array(0);
  /** How well each row helps, and how much of the aims it meets: room that every look uses again. */
  #best = new Float32Array(0);
  #met = new Float32Array(0);

  grow(rows: number): void {
    this.#each = grown(this.#each, Float64Array, rows);
    [this.#best, this.#met] = [new Float32Array(rows), new Float32Array(rows)];
    for (const columns of [this.#levels, this.#groups])
      for (const [name, column] of columns) columns.set(name, grown(column, Uint8Array, rows));
  }

  put(row: number, { expertise }: Mentor): void {
    for (const columns of [this.#levels, this.#groups]) for (const column of columns.values()) column[row] = 0;
    this.#each[row] = eachOf(expertise.length, USUAL.expertise);
    for (const { tag, level } of expertise) {
      const levels = this.#column(this.#levels, tag);
      levels[row] = levels[row] === 0 || levels[row] === level ? level : SEVERAL_LEVELS;
      const group = GROUP_OF.get(tag);
      // A neighbour counts only of who does not offer many.
      if (group === undefined || expertise.length > USUAL.expertise) continue;
      const best = this.#column(this.#groups, group);
      best[row] = Math.max(best[row] as number, level);
    }
  }

  /** Made of columns as a whole: most mentors offer nothing that one mentee looks for, and are passed over in it quickly. */
  mostFor({ aims }: Seeker, weights: Weights): (row: number) => number {
    const unknown = (weights.expertise + weights.goals) * UNKNOWN;
    if (aims.size === 0) return () => unknown;
    const [best, met] = [this.#best.fill(0), this.#met.fill(0)];
    let all = 0;
    for (const aim of aims.values()) {
      this.#reach(aim, best, met);
      all += aim.weight;
    }
    const [each, goals] = [this.#each, weights.goals / all];
    return (row) => (weights.expertise * (best[row] as number) + goals * (met[row] as number)) * (each[row] as number);
  }

  /** Raises the best help of each row, and how much of the aims it meets, by one aim. */
  #reach(aim: RankedAim, best: Float32Array, met: Float32Array): void {
    const levels = this.#levels.get(aim.tag);
    const helps = [...LEVELS.map((level) => (level === 0 ? 0 : aim.weight * gapScore(level, aim))), aim.weight];
    for (let row = 0; levels && row < levels.length; row += 1) {
      const level = levels[row] as number;
      if (level === 0) continue;
      best[row] = Math.max(best[row] as number, helps[level] as number);
      if (level > aim.from) met[row] = (met[row] as number) + aim.weight;
    }
    const [group, near] = [this.#groups.get(GROUP_OF.get(aim.tag) ?? ''), aim.weight * NEIGHBOUR];
    for (let row = 0; group && row < group.length; row += 1) {
      // The aim’s own tag is of its group as well: a bound may be more than the score, and the tag itself counts once.
      if ((group[row] as number) < HELD_WELL || (levels && (levels[row] as number) > aim.from)) continue;
      met[row] = (met[row] as number) + near;
    }
  }

  #column(columns: Map<string, Uint8Array>, name: string): Uint8Array {
    const known = columns.get(name);
    if (known) return known;
    const column = new Uint8Array(this.#each.length);
    columns.set(name, column);
    return column;
  }
}
