import type { Scores } from '../problem.js';
import { kindOf, listAt, numberAt, unreadable } from './reading.js';

/** A score may be this far from nought: sums of them stay exact enough to be proven. */
export const SCORE_LIMIT = 1e12;
/** Pairs of one problem: what a machine with 2 GB of memory holds. */
const PAIRS_LIMIT = 25_000_000;

export type Form = Scores['form'];

/** Which people the scores are about. */
interface Size {
  readonly mentees: number;
  readonly mentors: number;
}

/**
 * Reads scores as triples or as a full matrix. Where both fit, the asked form decides, and triples where none is asked for; where one
 * fits, it is that.
 */
export function readScores(value: unknown, path: string, size: Size, asked: Form | undefined): Scores {
  const rows = listAt(value, path);
  if ((asked ?? likely(rows, size)) === 'dense') return readDense(rows, path, size);
  return readTriples(rows, path, size);
}

function likely(rows: readonly unknown[], size: Size): Form {
  const dense = rows.length === size.mentees && rows.every((row) => Array.isArray(row) && row.length === size.mentors);
  if (!dense)
    return rows.length > 0 && rows.length === size.mentees && !rows.some((row) => Array.isArray(row) && row.length === 3)
      ? 'dense'
      : 'triples';
  return size.mentors === 3 && fitAsTriples(rows as readonly (readonly unknown[])[], size) ? 'triples' : 'dense';
}

/** Whether rows of three can be triples: two places within the lists, and no pair twice. */
function fitAsTriples(rows: readonly (readonly unknown[])[], { mentees, mentors }: Size): boolean {
  const within = (place: unknown, count: number) => Number.isInteger(place) && (place as number) >= 0 && (place as number) < count;
  return (
    rows.every(([mentee, mentor]) => within(mentee, mentees) && within(mentor, mentors)) &&
    new Set(rows.map(([mentee, mentor]) => `${String(mentee)} ${String(mentor)}`)).size === rows.length
  );
}

function readDense(rows: readonly unknown[], path: string, { mentees, mentors }: Size): Scores {
  if (rows.length !== mentees)
    return unreadable(
      'PROBLEM.SCORES_DO_NOT_FIT',
      path,
      `has ${rows.length} rows, and there are ${mentees} mentees. A full matrix has one row for each mentee.`,
    );
  const values = new Float64Array(limited(mentees * mentors, path));
  rows.forEach((row, mentee) => {
    const scores = listAt(row, `${path}[${mentee}]`);
    if (scores.length !== mentors)
      unreadable(
        'PROBLEM.SCORES_DO_NOT_FIT',
        `${path}[${mentee}]`,
        `has ${scores.length} numbers, and there are ${mentors} mentors. A full matrix has one number for each mentor. Triples are [mentee, mentor, score], by place from 0.`,
      );
    for (let mentor = 0; mentor < mentors; mentor += 1) {
      const score = scores[mentor];
      values[mentee * mentors + mentor] =
        typeof score === 'number' && Math.abs(score) <= SCORE_LIMIT ? score : numberAt(score, `${path}[${mentee}][${mentor}]`, SCORE_LIMIT);
    }
  });
  return { form: 'dense', values };
}

function readTriples(rows: readonly unknown[], path: string, { mentees, mentors }: Size): Scores {
  const count = limited(rows.length, path);
  const triples = { mentees: new Int32Array(count), mentors: new Int32Array(count), values: new Float64Array(count) };
  const seen = new Map<number, number>();
  rows.forEach((row, place) => {
    const here = `${path}[${place}]`;
    const triple = listAt(row, here);
    if (triple.length !== 3)
      unreadable(
        'PROBLEM.NOT_A_TRIPLE',
        here,
        `must be [mentee, mentor, score], and is ${kindOf(row)}. For a full matrix, give one row for each mentee and one number for each mentor.`,
      );
    const [mentee, mentor] = [placeAt(triple[0], `${here}[0]`, mentees, 'mentees'), placeAt(triple[1], `${here}[1]`, mentors, 'mentors')];
    const before = seen.get(mentee * mentors + mentor);
    if (before !== undefined)
      unreadable('PROBLEM.SAME_PAIR_TWICE', here, `is about the same pair as ${path}[${before}]. Give each pair one score.`);
    seen.set(mentee * mentors + mentor, place);
    triples.mentees[place] = mentee;
    triples.mentors[place] = mentor;
    triples.values[place] = numberAt(triple[2], `${here}[2]`, SCORE_LIMIT);
  });
  return { form: 'triples', ...triples };
}

function placeAt(value: unknown, path: string, count: number, list: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count) return value;
  const range = count === 0 ? `, and there are no ${list}` : `: a whole number from 0 to ${count - 1}`;
  return unreadable('PROBLEM.NOT_A_PLACE', path, `must be a place in ${list}${range}. It is ${kindOf(value)}.`);
}

function limited(count: number, path: string): number {
  return count > PAIRS_LIMIT ? unreadable('PROBLEM.TOO_LARGE', path, `has ${count} pairs, and ${PAIRS_LIMIT} is the limit.`) : count;
}
