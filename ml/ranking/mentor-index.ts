import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Mentor } from '../features/candidate.js';
import { grown, type Columns } from './columns/columns.js';
import { ContextColumns } from './columns/context-columns.js';
import { HelpColumns } from './columns/help-columns.js';
import { PlaceColumns } from './columns/place-columns.js';
import { TimesColumns } from './columns/times-columns.js';
import { exposureOf } from './exposure.js';
import type { Looking, Mentors } from './mentors.js';
import { PART_IDS, type PartId } from './part.js';
import type { Seeker } from './seeker.js';
import type { Weights } from './weights.js';

/** Into how many steps the most that a mentor can score is sorted. */
const STEPS = 512;
const ROUNDING = 1e-6;

/** The parts that tell most mentors apart. */
const FIRST: ReadonlySet<PartId> = new Set(['expertise', 'goals', 'context']);

/** The rows in the order of what they could score by these parts. */
interface First {
  readonly asked: Asked;
  readonly weights: Weights;
  readonly most: (row: number) => number;
  /** What all other parts can add. */
  readonly rest: number;
  readonly order: Int32Array;
  /** By step. */
  readonly ends: Int32Array;
}

/**
 * Mentors with what bounds their score in columns of numbers. Reading 50,000 objects for each mentee takes longer than scoring those who
 * could come in.
 */
export class MentorIndex implements Mentors {
  readonly #mentors: (Mentor | undefined)[] = [];
  readonly #rows = new Map<PersonId, number>();
  readonly #free: number[] = [];
  readonly #help: Columns = new HelpColumns();
  readonly #context: Columns = new ContextColumns();
  /** What may leave a row out wholly comes first. */
  readonly #others: readonly { readonly part: PartId; readonly columns: Columns }[] = [
    { part: 'proximity', columns: new PlaceColumns() },
    { part: 'availability', columns: new TimesColumns() },
  ];
  #exposure = new Float64Array(0);
  /** The step of each row, and the rows by step: room that every look uses again. */
  #steps = new Uint16Array(0);
  #order = new Int32Array(0);
  #last: First | undefined;

  put(mentor: Mentor): void {
    const row = this.#rows.get(mentor.person) ?? this.#free.pop() ?? this.#mentors.length;
    if (row >= this.#exposure.length) this.#grow((row + 1) * 2);
    this.#rows.set(mentor.person, row);
    this.#mentors[row] = mentor;
    this.#help.put(row, mentor);
    this.#context.put(row, mentor);
    for (const { columns } of this.#others) columns.put(row, mentor);
    this.#last = undefined;
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

  /** From those who could help most downwards, until none left can score `least`. Of each the other columns say whether it is worth a look. */
  lookThrough(seeker: Seeker, weights: Weights, { least, visit }: Looking): void {
    const first = this.#firstFor(seeker, weights);
    const others = this.#others.map(({ columns, part }) => ({ most: columns.mostFor(seeker, weights), weight: weights[part] }));
    for (let step = STEPS; step >= 0; step -= 1) {
      if (step / STEPS + ROUNDING < least()) return;
      for (let at = first.ends[step + 1] as number; at < (first.ends[step] as number); at += 1) {
        const row = first.order[at] as number;
        const share = this.#exposure[row] as number;
        let bound = first.most(row) + first.rest;
        for (const { most, weight } of others) {
          bound += most(row) - weight;
          if (bound < 0 || bound * share + ROUNDING < least()) break;
        }
        if (bound < 0 || bound * share + ROUNDING < least()) continue;
        const mentor = this.#mentors[row];
        if (mentor) visit(mentor);
      }
    }
  }

  /** What rows can score by aims and context, and their order by it. A mentee is looked for twice, with another form of meeting alone. */
  #firstFor(seeker: Seeker, weights: Weights): First {
    if (this.#last && isSame(this.#last.asked, askedOf(seeker)) && this.#last.weights === weights) return this.#last;
    const [help, context] = [this.#help.mostFor(seeker, weights), this.#context.mostFor(seeker, weights)];
    const most = (row: number) => help(row) + context(row);
    const rest = PART_IDS.reduce((sum, part) => sum + (FIRST.has(part) ? 0 : weights[part]), 0);
    const sorted = this.#sort((row) => (most(row) + rest) * (this.#exposure[row] as number));
    this.#last = { asked: askedOf(seeker), weights, most, rest, ...sorted };
    return this.#last;
  }

  /** Rows by the step of the most that each can score, highest first, and where the rows of each step end. */
  #sort(most: (row: number) => number): Pick<First, 'order' | 'ends'> {
    const [rows, steps, order, ends] = [this.#mentors.length, this.#steps, this.#order, new Int32Array(STEPS + 2)];
    for (let row = 0; row < rows; row += 1) {
      const step = Math.min(STEPS, Math.ceil(most(row) * STEPS));
      steps[row] = step;
      ends[step] = (ends[step] as number) + 1;
    }
    for (let step = STEPS - 1; step >= 0; step -= 1) ends[step] = (ends[step] as number) + (ends[step + 1] as number);
    const next = ends.slice(1);
    for (let row = 0; row < rows; row += 1) {
      const step = steps[row] as number;
      order[next[step] as number] = row;
      next[step] = (next[step] as number) + 1;
    }
    return { order, ends };
  }

  #grow(rows: number): void {
    this.#help.grow(rows);
    this.#context.grow(rows);
    for (const { columns } of this.#others) columns.grow(rows);
    this.#exposure = grown(this.#exposure, Float64Array, rows);
    [this.#steps, this.#order] = [new Uint16Array(rows), new Int32Array(rows)];
  }
}

/** What these parts read of a mentee, and nothing of who it is. */
type Asked = readonly unknown[];
const askedOf = ({ aims, neighbours, phases, subjects, settings, mentee }: Seeker): Asked => [
  aims,
  neighbours,
  phases,
  subjects,
  settings,
  mentee.careerStage,
];
const isSame = (one: Asked, other: Asked): boolean => one.every((read, at) => read === other[at]);
