import type { PairOfIds, Problem } from '../problem.js';
import { namesTheSame } from '../triples.js';
import { finder, type Possible } from './possible.js';

/**
 * Pairs who would both rather have each other, strictly, than a pair that they have or an empty place. Fixed pairs stay. A score below
 * nought is accepted by neither.
 */
export function blockingPairs(problem: Problem, possible: Possible, keys: readonly number[]): readonly PairOfIds[] {
  const { mentees, mentors, scores, mentorScores = scores } = problem;
  const { scoreOf, width, needs, capacity, fixed } = possible;
  const isSame = namesTheSame(scores, mentorScores);
  const find = isSame ? possible.at : finder(mentorScores, mentees.length, width);
  const likingOf = (key: number) => mentorScores.values[find(key)];
  const chosen = new Set(keys);
  // What each would give up: an empty place is worth less than anything.
  const [menteeHas, mentorHas] = [mentees.map(() => ({ count: 0, worst: Infinity })), mentors.map(() => ({ count: 0, worst: Infinity }))];
  for (const key of chosen) {
    if (fixed.has(key)) continue;
    note(menteeHas[Math.floor(key / width)], scoreOf(key));
    note(mentorHas[key % width], likingOf(key));
  }
  const givesUp = (has: { count: number; worst: number } | undefined, places: number | undefined) =>
    !has || has.count < (places ?? 0) ? -Infinity : has.worst;
  const menteeGives = menteeHas.map((has, place) => ((needs[place] ?? 0) > 0 ? givesUp(has, needs[place]) : Infinity));
  const mentorGives = mentorHas.map((has, place) => ((capacity[place] ?? 0) > 0 ? givesUp(has, capacity[place]) : Infinity));
  const found: PairOfIds[] = [];
  possible.each((mentee, mentor, score, key, at) => {
    if (score < 0 || score <= (menteeGives[mentee] ?? 0)) return;
    const liking = (isSame ? mentorScores.values[at] : likingOf(key)) ?? -1;
    if (liking < 0 || liking <= (mentorGives[mentor] ?? 0) || chosen.has(key)) return;
    found.push([mentees[mentee]?.id ?? mentee, mentors[mentor]?.id ?? mentor]);
  });
  return found;
}

function note(has: { count: number; worst: number } | undefined, score: number | undefined): void {
  if (!has) return;
  has.count += 1;
  has.worst = Math.min(has.worst, score ?? -Infinity);
}
