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

/** The level that each row has in one tag, and which rows ever had any. */
class TagColumn {
  /** 0: not offered. */
  levels: Uint8Array;
  /** Each once; who no longer offers the tag stays, with level 0. */
  readonly rows: number[] = [];
  #isListed: Uint8Array;

  constructor(rows: number) {
    [this.levels, this.#isListed] = [new Uint8Array(rows), new Uint8Array(rows)];
  }

  grow(rows: number): void {
    [this.levels, this.#isListed] = [grown(this.levels, Uint8Array, rows), grown(this.#isListed, Uint8Array, rows)];
  }

  put(row: number, level: number): void {
    this.levels[row] = this.levels[row] === 0 || this.levels[row] === level ? level : SEVERAL_LEVELS;
    if (this.#isListed[row] === 1) return;
    this.#isListed[row] = 1;
    this.rows.push(row);
  }
}

/** Expertise and goals: the level that each mentor has in each tag, and how much each counts of so many. */
export class HelpColumns implements Columns {
  readonly #tags = new Map<string, TagColumn>();
  /** The highest level in a group of tags, where it counts as a neighbour’s. */
  readonly #groups = new Map<string, Uint8Array>();
  /** Of a group that nobody offers anything of. */
  #none = new Uint8Array(0);
  #each = new Float64Array(0);
  /** Rows that are found by what they offer: room that every look uses again. */
  #isFound = new Uint8Array(0);

  grow(rows: number): void {
    this.#each = grown(this.#each, Float64Array, rows);
    [this.#none, this.#isFound] = [new Uint8Array(rows), new Uint8Array(rows)];
    for (const column of this.#tags.values()) column.grow(rows);
    for (const [name, column] of this.#groups) this.#groups.set(name, grown(column, Uint8Array, rows));
  }

  put(row: number, { expertise }: Mentor): void {
    for (const { levels } of this.#tags.values()) levels[row] = 0;
    for (const column of this.#groups.values()) column[row] = 0;
    this.#each[row] = eachOf(expertise.length, USUAL.expertise);
    for (const { tag, level } of expertise) {
      this.#tag(tag).put(row, level);
      const group = GROUP_OF.get(tag);
      // A neighbour counts only of who does not offer many.
      if (group === undefined || expertise.length > USUAL.expertise) continue;
      const best = this.#group(group);
      best[row] = Math.max(best[row] as number, level);
    }
  }

  /** Writes the rows that offer what is aimed at, each once. Returns how many. */
  offering({ aims }: Seeker, into: Int32Array): number {
    const found = this.#isFound.fill(0);
    let many = 0;
    for (const tag of aims.keys()) {
      const { levels, rows } = this.#tags.get(tag) ?? { levels: this.#none, rows: [] };
      for (const row of rows) {
        if (found[row] === 1 || levels[row] === 0) continue;
        found[row] = 1;
        into[many] = row;
        many += 1;
      }
    }
    return many;
  }

  /** Writes the rows under `rows` that offer nothing of it. Returns how many. */
  offeringNone(seeker: Seeker, rows: number, into: Int32Array): number {
    this.offering(seeker, into);
    let many = 0;
    for (let row = 0; row < rows; row += 1) {
      if (this.#isFound[row] === 1) continue;
      into[many] = row;
      many += 1;
    }
    return many;
  }

  mostFor({ aims }: Seeker, weights: Weights): (row: number) => number {
    if (aims.size === 0) return () => mostOfNone({ aims }, weights);
    const all = [...aims.values()].map((aim) => this.#reach(aim));
    const [each, expertise, goals] = [this.#each, weights.expertise, weights.goals / sumOf(aims)];
    return (row) => {
      let best = 0;
      let met = 0;
      for (const { levels, group, helps, from, weight } of all) {
        const level = levels[row] as number;
        const help = helps[level] as number;
        if (help > best) best = help;
        // The aim’s own tag is of its group as well: a bound may be more than the score, and the tag itself counts once.
        if (level > from) met += weight;
        else if ((group[row] as number) >= HELD_WELL) met += weight * NEIGHBOUR;
      }
      return (expertise * best + goals * met) * (each[row] as number);
    };
  }

  /** What one aim reads of each row. */
  #reach(aim: RankedAim) {
    const levels = this.#tags.get(aim.tag)?.levels ?? this.#none;
    const group = this.#groups.get(GROUP_OF.get(aim.tag) ?? '') ?? this.#none;
    const helps = [...LEVELS.map((level) => (level === 0 ? 0 : aim.weight * gapScore(level, aim))), aim.weight];
    return { levels, group, helps, from: aim.from, weight: aim.weight };
  }

  #tag(name: string): TagColumn {
    const known = this.#tags.get(name) ?? new TagColumn(this.#each.length);
    this.#tags.set(name, known);
    return known;
  }

  #group(name: string): Uint8Array {
    const known = this.#groups.get(name) ?? new Uint8Array(this.#each.length);
    this.#groups.set(name, known);
    return known;
  }
}

/** The most that the two parts can give who offers nothing of what is aimed at, weighted: a neighbour of each aim. */
export const mostOfNone = ({ aims }: Pick<Seeker, 'aims'>, weights: Weights): number =>
  aims.size === 0 ? (weights.expertise + weights.goals) * UNKNOWN : weights.goals * NEIGHBOUR;

const sumOf = (aims: Seeker['aims']): number => [...aims.values()].reduce((sum, { weight }) => sum + weight, 0);
