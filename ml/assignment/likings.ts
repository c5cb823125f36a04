import { chosenFrom, listedPairs, valuesAt, type Pairs } from './pairs.js';
import type { Problem, Scores } from './problem.js';
import { namesTheSame } from './triples.js';

/** Pairs that both sides accept, and how much the mentor likes each: a score below nought or a missing one is accepted by neither. */
export function acceptable(problem: Problem, all: Pairs): { readonly pairs: Pairs; readonly liking: Float64Array } {
  const likings = likingsOf(problem, all);
  if (isAccepted(all.score) && isAccepted(likings)) return { pairs: all, liking: likings };
  const may = (_mentee: number, _mentor: number, score: number, at: number) => score >= 0 && (likings[at] ?? Number.NaN) >= 0;
  const pairs = chosenFrom(all, may);
  return { pairs, liking: likingsOf(problem, pairs) };
}

/** For each pair how much the mentor likes it, not a number where that is not said. */
function likingsOf({ scores, mentorScores, mentors }: Problem, pairs: Pairs): Float64Array {
  if (!mentorScores) return pairs.score;
  if (!namesTheSame(scores, mentorScores)) return aligned(pairs, mentorScores, mentors.length);
  return pairs.source ? valuesAt(mentorScores.values, pairs.source) : mentorScores.values;
}

/** A loop: it is asked of millions. */
function isAccepted(scores: Float64Array): boolean {
  for (let at = 0; at < scores.length; at += 1) if (!((scores[at] ?? 0) >= 0)) return false;
  return true;
}

/** For each pair its score in a list of other pairs: each mentee's are laid out by mentor, read, and cleared again. */
function aligned({ start, mentor }: Pairs, scores: Scores, mentors: number): Float64Array {
  const other = listedPairs(scores, start.length - 1, mentors);
  const found = new Float64Array(mentor.length);
  const row = new Float64Array(mentors).fill(Number.NaN);
  for (let mentee = 0; mentee + 1 < start.length; mentee += 1) {
    const [from, to] = [other.start[mentee] ?? 0, other.start[mentee + 1] ?? 0];
    for (let at = from; at < to; at += 1) row[other.mentor[at] ?? 0] = other.score[at] ?? Number.NaN;
    for (let at = start[mentee] ?? 0; at < (start[mentee + 1] ?? 0); at += 1) found[at] = row[mentor[at] ?? 0] ?? Number.NaN;
    for (let at = from; at < to; at += 1) row[other.mentor[at] ?? 0] = Number.NaN;
  }
  return found;
}
