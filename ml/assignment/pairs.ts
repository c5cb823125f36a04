import type { Scores } from './problem.js';
import { byMentee, placesUpTo } from './triples.js';

/** Pairs that may be chosen, mentee by mentee: those of mentee `i` are at `start[i]` up to `start[i + 1]`. */
export interface Pairs {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Float64Array;
  /** Where in the list of scores each pair is; absent where it is at the same place. */
  readonly source?: Int32Array;
}

/** All pairs with a score, mentee by mentee, each mentee's as they are listed. What is listed so already is not copied. */
export function listedPairs(scores: Scores, mentees: number, mentors: number): Pairs {
  if (scores.form === 'dense') {
    const start = Int32Array.from({ length: mentees + 1 }, (_, mentee) => mentee * mentors);
    const mentor = new Int32Array(mentees * mentors);
    for (let mentee = 0, at = 0; mentee < mentees; mentee += 1) for (let to = 0; to < mentors; to += 1, at += 1) mentor[at] = to;
    return { start, mentor, score: scores.values };
  }
  const { start, triple } = byMentee(scores.mentees, mentees);
  if (!triple) return { start, mentor: scores.mentors, score: scores.values };
  const mentor = new Int32Array(triple.length);
  for (let at = 0; at < mentor.length; at += 1) mentor[at] = scores.mentors[triple[at] ?? 0] ?? 0;
  return { start, mentor, score: valuesAt(scores.values, triple), source: triple };
}

/** All pairs with a score, mentee by mentee, in the order of the mentors. */
export function sortedPairs(scores: Scores, mentees: number, mentors: number): Pairs {
  const listed = listedPairs(scores, mentees, mentors);
  if (scores.form === 'dense') return listed;
  const { start, source = placesUpTo(scores.values.length) } = listed;
  const mentor = listed.mentor.slice();
  for (let mentee = 0; mentee < mentees; mentee += 1) putInOrder(mentor, source, start[mentee] ?? 0, start[mentee + 1] ?? 0);
  return { start, mentor, score: valuesAt(scores.values, source), source };
}

/** What stands at some places of a list; not a number beyond its end. */
export function valuesAt(values: Float64Array, source: Int32Array): Float64Array {
  const found = new Float64Array(source.length);
  for (let at = 0; at < found.length; at += 1) found[at] = values[source[at] ?? 0] ?? Number.NaN;
  return found;
}

/** Up to here, putting each pair into its place is quicker than a general sort. */
const SHORT_PAIRS = 48;

/** One mentee's pairs, by mentor. */
function putInOrder(mentor: Int32Array, source: Int32Array, from: number, to: number): void {
  if (to - from > SHORT_PAIRS) {
    const places = placesUpTo(to - from).sort((a, b) => (mentor[from + a] ?? 0) - (mentor[from + b] ?? 0));
    const [mentors, sources] = [mentor.slice(from, to), source.slice(from, to)];
    places.forEach((place, at) => {
      mentor[from + at] = mentors[place] ?? 0;
      source[from + at] = sources[place] ?? 0;
    });
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const [key, one] = [mentor[at] ?? 0, source[at] ?? 0];
    let place = at;
    for (; place > from && (mentor[place - 1] ?? 0) > key; place -= 1) {
      mentor[place] = mentor[place - 1] ?? 0;
      source[place] = source[place - 1] ?? 0;
    }
    mentor[place] = key;
    source[place] = one;
  }
}

/** The pairs of which a rule says yes. */
export function chosenFrom(all: Pairs, may: (mentee: number, mentor: number, score: number, at: number) => boolean): Pairs {
  const start = new Int32Array(all.start.length);
  const mentor = new Int32Array(all.mentor.length);
  const score = new Float64Array(all.mentor.length);
  const source = new Int32Array(all.mentor.length);
  let size = 0;
  for (let mentee = 0; mentee + 1 < all.start.length; mentee += 1) {
    const end = all.start[mentee + 1] ?? 0;
    for (let at = all.start[mentee] ?? 0; at < end; at += 1) {
      const [to, value] = [all.mentor[at] ?? 0, all.score[at] ?? 0];
      if (!may(mentee, to, value, at)) continue;
      mentor[size] = to;
      score[size] = value;
      source[size] = all.source ? (all.source[at] ?? 0) : at;
      size += 1;
    }
    start[mentee + 1] = size;
  }
  return { start, mentor: mentor.subarray(0, size), score: score.subarray(0, size), source: source.subarray(0, size) };
}
