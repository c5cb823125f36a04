import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Mentor } from '../features/candidate.js';
import { grown, type Columns } from './columns/columns.js';
import { ContextColumns } from './columns/context-columns.js';
import { HelpColumns, mostOfNone } from './columns/help-columns.js';
import { PlaceColumns } from './columns/place-columns.js';
import { TimesColumns } from './columns/times-columns.js';
import { exposureOf } from './exposure.js';
import type { Looking, Mentors } from './mentors.js';
import type { PartId } from './part.js';
import type { Seeker } from './seeker.js';
import type { Weights } from './weights.js';

/** Into how many steps the most that a mentor can score is sorted. */
const STEPS = 512;
const ROUNDING = 1e-6;

/** The most that a row can score; `NOT_ENOUGH` as soon as it is sure to stay under `least`. */
type Bound = (row: number, least: number) => number;
const NOT_ENOUGH = -1;

/** Mentors with what bounds their score in columns of numbers, and lists of who offers what. Reading 50,000 objects for each mentee is slower. */
export class MentorIndex implements Mentors {
  readonly #mentors: (Mentor | undefined)[] = [];
  readonly #rows = new Map<PersonId, number>();
  readonly #free: number[] = [];
  readonly #help = new HelpColumns();
  /** What leaves out most comes first. */
  readonly #columns: readonly { readonly parts: readonly PartId[]; readonly columns: Columns }[] = [
    { parts: ['expertise', 'goals'], columns: this.#help },
    { parts: ['context'], columns: new ContextColumns() },
    { parts: ['proximity'], columns: new PlaceColumns() },
    { parts: ['availability'], columns: new TimesColumns() },
  ];
  #exposure = new Float64Array(0);
  /** Some rows, the step of each, and the same by step: room that every look uses again. */
  #some = new Int32Array(0);
  #steps = new Int32Array(0);
  #sorted = new Int32Array(0);

  put(mentor: Mentor): void {
    const row = this.#rows.get(mentor.person) ?? this.#free.pop() ?? this.#mentors.length;
    if (row >= this.#exposure.length) this.#grow((row + 1) * 2);
    this.#rows.set(mentor.person, row);
    this.#mentors[row] = mentor;
    for (const { columns } of this.#columns) columns.put(row, mentor);
    this.#exposure[row] = exposureOf(mentor);
  }

  remove(person: PersonId): void {
    const row = this.#rows.get(person);
    if (row === undefined) return;
    this.#rows.delete(person);
    this.#mentors[row] = undefined;
    this.#free.push(row);
  }

  clear(): void {
    for (const person of this.#rows.keys()) this.remove(person);
  }

  /** Those who offer what the mentee looks for, from who could score most downwards; then all others, if they can still come in. */
  lookThrough(seeker: Seeker, weights: Weights, looking: Looking): void {
    const bound = this.#boundFor(seeker, weights);
    this.#look(this.#help.offering(seeker, this.#some), bound, looking);
    const mostOfOthers = mostOfNone(seeker, weights) + 1 - weights.expertise - weights.goals;
    if (mostOfOthers + ROUNDING < looking.least()) return;
    this.#look(this.#help.offeringNone(seeker, this.#mentors.length, this.#some), bound, looking);
  }

  #boundFor(seeker: Seeker, weights: Weights): Bound {
    const all = this.#columns.map(({ columns, parts }) => ({
      most: columns.mostFor(seeker, weights),
      weight: parts.reduce((sum, part) => sum + weights[part], 0),
    }));
    const exposure = this.#exposure;
    return (row, least) => {
      const share = exposure[row] as number;
      let bound = 1;
      for (const { most, weight } of all) {
        bound += most(row) - weight;
        // Weights that add up to 1 may leave a little less than nothing.
        if (bound < -ROUNDING || bound * share + ROUNDING < least) return NOT_ENOUGH;
      }
      return Math.max(0, bound * share);
    };
  }

  /** Visits the first `many` of some rows, as far as they can score enough. */
  #look(many: number, bound: Bound, { least, visit }: Looking): void {
    const ends = this.#sort(many, bound, least());
    for (let step = STEPS; step > 0; step -= 1) {
      if (step / STEPS + ROUNDING < least()) return;
      for (let at = ends[step + 1] as number; at < (ends[step] as number); at += 1) {
        const mentor = this.#mentors[this.#sorted[at] as number];
        if (mentor) visit(mentor);
      }
    }
  }

  /** Sorts the first `many` of some rows by the step of the most that each can score, highest first. Returns where those of each step end. */
  #sort(many: number, bound: Bound, least: number): Int32Array {
    const [some, steps, sorted, ends] = [this.#some, this.#steps, this.#sorted, new Int32Array(STEPS + 2)];
    for (let at = 0; at < many; at += 1) {
      const most = bound(some[at] as number, least);
      // Step 0 is of those who cannot come in; no other stands beneath what it can score.
      const step = most === NOT_ENOUGH ? 0 : Math.min(STEPS, Math.trunc(most * STEPS) + 1);
      steps[at] = step;
      ends[step] = (ends[step] as number) + 1;
    }
    for (let step = STEPS - 1; step >= 0; step -= 1) ends[step] = (ends[step] as number) + (ends[step + 1] as number);
    const next = ends.slice(1);
    for (let at = 0; at < many; at += 1) {
      const step = steps[at] as number;
      sorted[next[step] as number] = some[at] as number;
      next[step] = (next[step] as number) + 1;
    }
    return ends;
  }

  #grow(rows: number): void {
    for (const { columns } of this.#columns) columns.grow(rows);
    this.#exposure = grown(this.#exposure, Float64Array, rows);
    [this.#some, this.#steps, this.#sorted] = [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows)];
  }
}
