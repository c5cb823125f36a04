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
  // Sorted by mentor first and by mentee then, each in one pass that keeps the order before it.
  const byMentor = orderedBy(scores.mentors, Int32Array.from(scores.values.keys()), mentors).order;
  const { order, start } = orderedBy(scores.mentees, byMentor, mentees);
  return { start, mentor: order.map((at) => scores.mentors[at] ?? 0), score: Float64Array.from(order, (at) => scores.values[at] ?? 0) };
}

/** Counts and places: the order of `keys`, and where each key begins. */
function orderedBy(keys: Int32Array, before: Int32Array, kinds: number): { order: Int32Array; start: Int32Array } {
  const start = new Int32Array(kinds + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let kind = 0; kind < kinds; kind += 1) start[kind + 1] = (start[kind + 1] ?? 0) + (start[kind] ?? 0);
  const next = start.slice();
  const order = new Int32Array(keys.length);
  for (const at of before) {
    const key = keys[at] ?? 0;
    const place = next[key] ?? 0;
    order[place] = at;
    next[key] = place + 1;
  }
  return { order, start };
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
