import type { Scores } from './problem.js';

// Every index is within its array: the casts say so to the compiler.

/** Whether two lists of triples name the same pairs in the same order, as a file that gives both likings for each pair does. */
export function namesTheSame(one: Scores, other: Scores): boolean {
  if (one.form === 'dense' || other.form === 'dense') return one.form === other.form;
  if (one.values.length !== other.values.length) return false;
  return sameNumbers(one.mentees, other.mentees) && sameNumbers(one.mentors, other.mentors);
}

function sameNumbers(one: Int32Array, other: Int32Array): boolean {
  if (one === other) return true;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** Where the triples of each mentee `i` are: at `start[i]` up to `start[i + 1]`. */
export interface Rows {
  readonly start: Int32Array;
  /** Which triple is at each place; absent where they are listed mentee by mentee, as a file has them. */
  readonly triple?: Int32Array;
}

/** Triples put together by mentee, each mentee's in the order of the list. */
export function byMentee(mentees: Int32Array, count: number): Rows {
  const start = new Int32Array(count + 1);
  let [isInOrder, before] = [true, 0];
  for (let at = 0; at < mentees.length; at += 1) {
    const mentee = mentees[at] as number;
    start[mentee + 1] = (start[mentee + 1] as number) + 1;
    if (mentee < before) isInOrder = false;
    before = mentee;
  }
  for (let mentee = 0; mentee < count; mentee += 1) start[mentee + 1] = (start[mentee + 1] as number) + (start[mentee] as number);
  if (isInOrder) return { start };
  const triple = new Int32Array(mentees.length);
  const next = start.slice();
  for (let at = 0; at < mentees.length; at += 1) {
    const mentee = mentees[at] as number;
    const place = next[mentee] as number;
    triple[place] = at;
    next[mentee] = place + 1;
  }
  return { start, triple };
}

/** 0, 1, 2 and so on: a loop, as iterators take ten times as long for millions. */
export function placesUpTo(count: number): Int32Array {
  const places = new Int32Array(count);
  for (let place = 0; place < count; place += 1) places[place] = place;
  return places;
}
