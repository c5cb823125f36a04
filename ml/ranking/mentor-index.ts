import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Mentor } from '../features/candidate.js';
import { hasAny, meets, Numbering, ROW_WORDS, type Kind } from './bits.js';
import { USUAL } from './breadth.js';
import { exposureOf } from './fit.js';
import type { Looking, Mentors } from './mentors.js';
import { UNKNOWN } from './part.js';
import { COUNTS } from './parts/context.js';
import { NEIGHBOUR } from './parts/goals.js';
import type { Seeker } from './seeker.js';
import type { Weights } from './weights.js';

/** Into how many steps the most that a mentor can score is sorted. */
const STEPS = 128;
const ROUNDING = 1e-6;
/** The parts of context, by the columns that say them. */
const CONTEXT = [
  ['phases', COUNTS.phase],
  ['subjects', COUNTS.subject],
  ['settings', COUNTS.setting],
  ['stages', COUNTS.stage],
] as const satisfies readonly (readonly [Kind, number])[];

/**
 * Mentors with what bounds their score in columns of numbers. Reading 50,000 objects for each mentee takes longer than scoring those who
 * could come in.
 */
export class MentorIndex implements Mentors {
  readonly #mentors: (Mentor | undefined)[] = [];
  readonly #rows = new Map<PersonId, number>();
  readonly #free: number[] = [];
  readonly #numbering = new Numbering();
  #words = new Uint32Array(0);
  #exposure = new Float64Array(0);
  #isFocused = new Uint8Array(0);
  /** The step of each row, and the rows by step: room that every look uses again. */
  #steps = new Uint8Array(0);
  #order = new Int32Array(0);

  put(mentor: Mentor): void {
    const row = this.#rows.get(mentor.person) ?? this.#free.pop() ?? this.#mentors.length;
    if (row >= this.#exposure.length) this.#grow((row + 1) * 2);
    this.#rows.set(mentor.person, row);
    this.#mentors[row] = mentor;
    const tags = mentor.expertise.map(({ tag }) => tag);
    const ids = { expertise: tags, phases: mentor.phases, subjects: mentor.subjects, settings: mentor.settings, stages: mentor.helps };
    for (const kind of Object.keys(ids) as Kind[]) this.#numbering.mark(this.#words, row * ROW_WORDS, kind, ids[kind]);
    this.#exposure[row] = exposureOf(mentor);
    this.#isFocused[row] = tags.length <= USUAL.expertise ? 1 : 0;
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

  /** From those who could score most downwards, until none left can score `least`. */
  lookThrough(seeker: Seeker, weights: Weights, { least, visit }: Looking): void {
    const ends = this.#sort(seeker, weights);
    for (let step = STEPS; step >= 0; step -= 1) {
      if (step / STEPS + ROUNDING < least()) return;
      for (let at = ends[step + 1] ?? 0; at < (ends[step] ?? 0); at += 1) {
        const mentor = this.#mentors[this.#order[at] as number];
        if (mentor) visit(mentor);
      }
    }
  }

  /** Sorts rows by the step of the most that each can score, highest first. Answers by step where its rows end. */
  #sort(seeker: Seeker, weights: Weights): Int32Array {
    const ends = new Int32Array(STEPS + 2);
    const rows = this.#mentors.length;
    const bound = boundFor(seeker, weights, this.#numbering);
    for (let row = 0; row < rows; row += 1) {
      const most = bound(this.#words, row * ROW_WORDS, this.#isFocused[row] === 1) * (this.#exposure[row] as number);
      const step = Math.min(STEPS, Math.ceil(most * STEPS));
      this.#steps[row] = step;
      ends[step] = (ends[step] as number) + 1;
    }
    for (let step = STEPS - 1; step >= 0; step -= 1) ends[step] = (ends[step] as number) + (ends[step + 1] as number);
    const next = ends.slice(1);
    for (let row = 0; row < rows; row += 1) {
      const step = this.#steps[row] as number;
      this.#order[next[step] as number] = row;
      next[step] = (next[step] as number) + 1;
    }
    return ends;
  }

  #grow(rows: number): void {
    const grown = <Column extends Uint32Array | Float64Array | Uint8Array>(column: Column, larger: Column): Column => {
      larger.set(column);
      return larger;
    };
    this.#words = grown(this.#words, new Uint32Array(rows * ROW_WORDS));
    this.#exposure = grown(this.#exposure, new Float64Array(rows));
    this.#isFocused = grown(this.#isFocused, new Uint8Array(rows));
    this.#steps = new Uint8Array(rows);
    this.#order = new Int32Array(rows);
  }
}

/** The most that a mentor can score before exposure, as far as columns say. */
function boundFor({ aims, neighbours, phases, subjects, settings, mentee }: Seeker, weights: Weights, numbering: Numbering) {
  const [wanted, near] = [new Uint32Array(ROW_WORDS), new Uint32Array(ROW_WORDS)];
  numbering.mark(wanted, 0, 'expertise', aims.keys());
  numbering.mark(near, 0, 'expertise', neighbours.keys());
  const said = { phases, subjects, settings, stages: new Set(mentee.careerStage === null ? [] : [mentee.careerStage]) };
  for (const [kind] of CONTEXT) numbering.mark(wanted, 0, kind, said[kind]);
  const asked = CONTEXT.filter(([kind]) => said[kind].size > 0);
  const rest = weights.availability + weights['ways-of-working'] + weights.proximity;
  const helps = weights.expertise + weights.goals;
  const [unknown, neighbouring, hasAims] = [helps * UNKNOWN, weights.goals * NEIGHBOUR, aims.size > 0];
  return (words: Uint32Array, from: number, isFocused: boolean): number => {
    let help = unknown;
    if (hasAims) {
      help = 0;
      if (meets(words, from, wanted, 'expertise')) help = helps;
      else if (isFocused && meets(words, from, near, 'expertise')) help = neighbouring;
    }
    let sum = 0;
    let most = 0;
    for (const [kind, counts] of asked) {
      if (!hasAny(words, from, kind)) continue;
      most += counts;
      if (meets(words, from, wanted, kind)) sum += counts;
    }
    return help + weights.context * (most === 0 ? UNKNOWN : sum / most) + rest;
  };
}
