import { chosenFrom, sortedPairs, type Pairs } from './pairs.js';
import type { Problem } from './problem.js';

/** Pairs that both sides accept, and how much the mentor likes each: a score below nought or a missing one is accepted by neither. */
export function acceptable(problem: Problem, all: Pairs): { readonly pairs: Pairs; readonly liking: Float64Array } {
  const { mentees, mentors, mentorScores } = problem;
  if (!mentorScores) {
    const pairs = all.score.every((score) => score >= 0) ? all : chosenFrom(all, (_mentee, _mentor, score) => score >= 0);
    return { pairs, liking: pairs.score };
  }
  const liked = sortedPairs(mentorScores, mentees.length, mentors.length);
  const likings = aligned(all, liked);
  if (all.score.every((score) => score >= 0) && likings.every((liking) => liking >= 0)) return { pairs: all, liking: likings };
  let at = -1;
  const may = (_mentee: number, _mentor: number, score: number) => {
    at += 1;
    return score >= 0 && (likings[at] ?? Number.NaN) >= 0;
  };
  const pairs = chosenFrom(all, may);
  return { pairs, liking: aligned(pairs, liked) };
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
