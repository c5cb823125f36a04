import type { Scores } from './problem.js';

/** Pairs that may be chosen, mentee by mentee: those of mentee `i` are at `start[i]` up to `start[i + 1]`. */
export interface Pairs {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Float64Array;
}

/** All pairs with a score, mentee by mentee, in the order of the mentors. */
export function sortedPairs(scores: Scores, mentees: number, mentors: number): Pairs {
  if (scores.form === 'dense') {
    const start = Int32Array.from({ length: mentees + 1 }, (_, mentee) => mentee * mentors);
    const mentor = new Int32Array(mentees * mentors);
    for (let mentee = 0, at = 0; mentee < mentees; mentee += 1) for (let to = 0; to < mentors; to += 1, at += 1) mentor[at] = to;
    return { start, mentor, score: scores.values };
  }
  const start = startsOf(scores.mentees, mentees);
  const [mentor, score] = [new Int32Array(scores.values.length), new Float64Array(scores.values.length)];
  const next = start.slice();
  for (let from = 0; from < mentor.length; from += 1) {
    const mentee = scores.mentees[from] ?? 0;
    const at = next[mentee] ?? 0;
    mentor[at] = scores.mentors[from] ?? 0;
    score[at] = scores.values[from] ?? 0;
    next[mentee] = at + 1;
  }
  for (let mentee = 0; mentee < mentees; mentee += 1) putInOrder(mentor, score, start[mentee] ?? 0, start[mentee + 1] ?? 0);
  return { start, mentor, score };
}

/** 0, 1, 2 and so on: a loop, as iterators take ten times as long for millions. */
export function placesUpTo(count: number): Int32Array {
  const places = new Int32Array(count);
  for (let place = 0; place < count; place += 1) places[place] = place;
  return places;
}

function startsOf(mentees: Int32Array, count: number): Int32Array {
  const start = new Int32Array(count + 1);
  for (let at = 0; at < mentees.length; at += 1) {
    const next = (mentees[at] ?? 0) + 1;
    start[next] = (start[next] ?? 0) + 1;
  }
  for (let mentee = 0; mentee < count; mentee += 1) start[mentee + 1] = (start[mentee + 1] ?? 0) + (start[mentee] ?? 0);
  return start;
}

/** Up to here, putting each pair into its place is quicker than a general sort. */
export const SHORT_PAIRS = 48;

/** One mentee's pairs, by mentor. */
function putInOrder(mentor: Int32Array, score: Float64Array, from: number, to: number): void {
  if (to - from > SHORT_PAIRS) {
    const places = placesUpTo(to - from).sort((a, b) => (mentor[from + a] ?? 0) - (mentor[from + b] ?? 0));
    const [mentors, scores] = [mentor.slice(from, to), score.slice(from, to)];
    places.forEach((place, at) => {
      mentor[from + at] = mentors[place] ?? 0;
      score[from + at] = scores[place] ?? 0;
    });
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const [key, value] = [mentor[at] ?? 0, score[at] ?? 0];
    let place = at;
    for (; place > from && (mentor[place - 1] ?? 0) > key; place -= 1) {
      mentor[place] = mentor[place - 1] ?? 0;
      score[place] = score[place - 1] ?? 0;
    }
    mentor[place] = key;
    score[place] = value;
  }
}

/** The pairs of which a rule says yes. */
export function chosenFrom(all: Pairs, may: (mentee: number, mentor: number, score: number) => boolean): Pairs {
  const start = new Int32Array(all.start.length);
  const mentor = new Int32Array(all.mentor.length);
  const score = new Float64Array(all.mentor.length);
  let size = 0;
  for (let mentee = 0; mentee + 1 < all.start.length; mentee += 1) {
    const end = all.start[mentee + 1] ?? 0;
    for (let at = all.start[mentee] ?? 0; at < end; at += 1) {
      const [to, value] = [all.mentor[at] ?? 0, all.score[at] ?? 0];
      if (!may(mentee, to, value)) continue;
      mentor[size] = to;
      score[size] = value;
      size += 1;
    }
    start[mentee + 1] = size;
  }
  return { start, mentor: mentor.subarray(0, size), score: score.subarray(0, size) };
}
