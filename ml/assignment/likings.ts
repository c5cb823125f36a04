import { chosenFrom, sortedPairs, type Pairs } from './pairs.js';
import type { Problem } from './problem.js';
import { namesTheSame } from './triples.js';

/** Pairs that both sides accept, and how much the mentor likes each: a score below nought or a missing one is accepted by neither. */
export function acceptable(problem: Problem, all: Pairs): { readonly pairs: Pairs; readonly liking: Float64Array } {
  const { mentees, mentors, mentorScores } = problem;
  if (!mentorScores) {
    const pairs = isAccepted(all.score) ? all : chosenFrom(all, (_mentee, _mentor, score) => score >= 0);
    return { pairs, liking: pairs.score };
  }
  const isSame = namesTheSame(problem.scores, mentorScores);
  const liked = isSame ? undefined : sortedPairs(mentorScores, mentees.length, mentors.length);
  const likingsOf = (pairs: Pairs) => (liked ? aligned(pairs, liked) : likingsAt(pairs, mentorScores.values, mentors.length));
  const likings = likingsOf(all);
  if (isAccepted(all.score) && isAccepted(likings)) return { pairs: all, liking: likings };
  let at = -1;
  const may = (_mentee: number, _mentor: number, score: number) => {
    at += 1;
    return score >= 0 && (likings[at] ?? Number.NaN) >= 0;
  };
  const pairs = chosenFrom(all, may);
  return { pairs, liking: likingsOf(pairs) };
}

/** A loop: it is asked of millions. */
function isAccepted(scores: Float64Array): boolean {
  for (let at = 0; at < scores.length; at += 1) if (!((scores[at] ?? 0) >= 0)) return false;
  return true;
}

/** For each pair its value in a list that names the same pairs in the same order. */
function likingsAt({ start, mentor, triple }: Pairs, values: Float64Array, mentors: number): Float64Array {
  const found = new Float64Array(mentor.length);
  if (triple) for (let at = 0; at < found.length; at += 1) found[at] = values[triple[at] ?? 0] ?? Number.NaN;
  else
    for (let mentee = 0; mentee + 1 < start.length; mentee += 1)
      for (let at = start[mentee] ?? 0; at < (start[mentee + 1] ?? 0); at += 1)
        found[at] = values[mentee * mentors + (mentor[at] ?? 0)] ?? Number.NaN;
  return found;
}

/** For each pair its score in another list, not a number where it has none. Both are in the order of the mentors. */
function aligned(pairs: Pairs, other: Pairs): Float64Array {
  const found = new Float64Array(pairs.mentor.length).fill(Number.NaN);
  for (let mentee = 0; mentee + 1 < pairs.start.length; mentee += 1) {
    let place = other.start[mentee] ?? 0;
    const end = other.start[mentee + 1] ?? 0;
    for (let at = pairs.start[mentee] ?? 0; at < (pairs.start[mentee + 1] ?? 0); at += 1) {
      const mentor = pairs.mentor[at] ?? 0;
      while (place < end && (other.mentor[place] ?? 0) < mentor) place += 1;
      if (place < end && other.mentor[place] === mentor) found[at] = other.score[place] ?? Number.NaN;
    }
  }
  return found;
}
