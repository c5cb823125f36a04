import type { Scores } from './problem.js';

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

/** Triples put together by mentee, each mentee's in the order of the list: those of mentee `i` are at `start[i]` up to `start[i + 1]`. */
export function byMentee(mentees: Int32Array, count: number): { readonly start: Int32Array; readonly triple: Int32Array } {
  const start = new Int32Array(count + 1);
  let isInOrder = true;
  for (let at = 0; at < mentees.length; at += 1) {
    const mentee = mentees[at] ?? 0;
    start[mentee + 1] = (start[mentee + 1] ?? 0) + 1;
    if (at > 0 && mentee < (mentees[at - 1] ?? 0)) isInOrder = false;
  }
  for (let mentee = 0; mentee < count; mentee += 1) start[mentee + 1] = (start[mentee + 1] ?? 0) + (start[mentee] ?? 0);
  if (isInOrder) return { start, triple: placesUpTo(mentees.length) };
  const triple = new Int32Array(mentees.length);
  const next = start.slice();
  for (let at = 0; at < mentees.length; at += 1) {
    const mentee = mentees[at] ?? 0;
    const place = next[mentee] ?? 0;
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
