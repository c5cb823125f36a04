import { placeOf, placesOf, type PairOfIds, type Problem, type Scores } from '../problem.js';

/** A problem as a proof reads it: by place, from the problem alone and from nothing that a solver made. */
export interface Possible {
  readonly width: number;
  /** The key of a pair of ids: mentee × mentors + mentor. */
  keyOf(pair: PairOfIds): number;
  readonly forbidden: ReadonlySet<number>;
  readonly fixed: ReadonlySet<number>;
  readonly kept: ReadonlySet<number>;
  /** The score of a pair by its key, undefined where it has none. */
  scoreOf(key: number): number | undefined;
  /** Every pair that may be chosen and is not fixed. */
  each(visit: (mentee: number, mentor: number, score: number, key: number) => void): void;
  /** What is left of needs, capacities and minimums beside the fixed pairs. */
  readonly needs: readonly number[];
  readonly capacity: readonly number[];
  readonly min: readonly number[];
}

export function possibleIn(problem: Problem): Possible {
  const { mentees, mentors, scores, floor = -Infinity } = problem;
  const width = mentors.length;
  const [menteePlaces, mentorPlaces] = [placesOf(mentees), placesOf(mentors)];
  const keyOf = ([mentee, mentor]: PairOfIds) => placeOf(menteePlaces, mentee) * width + placeOf(mentorPlaces, mentor);
  const keysOf = (pairs: readonly PairOfIds[]) => new Set(pairs.map(keyOf));
  const [forbidden, fixed] = [keysOf(problem.forbidden), keysOf(problem.fixed)];
  const stillHere = (problem.keep?.pairs ?? []).filter(([mentee, mentor]) => menteePlaces.has(mentee) && mentorPlaces.has(mentor));
  const [ofMentee, ofMentor] = [new Map<number, number>(), new Map<number, number>()];
  for (const key of fixed) {
    ofMentee.set(Math.floor(key / width), 1 + (ofMentee.get(Math.floor(key / width)) ?? 0));
    ofMentor.set(key % width, 1 + (ofMentor.get(key % width) ?? 0));
  }
  return {
    width,
    keyOf,
    forbidden,
    fixed,
    kept: keysOf(stillHere),
    scoreOf: lookUp(scores, width),
    each: (visit) =>
      scores.values.forEach((score, at) => {
        const key = scores.form === 'dense' ? at : (scores.mentees[at] ?? 0) * width + (scores.mentors[at] ?? 0);
        if (score >= floor && !forbidden.has(key) && !fixed.has(key)) visit(Math.floor(key / width), key % width, score, key);
      }),
    needs: mentees.map(({ needs }, place) => needs - (ofMentee.get(place) ?? 0)),
    capacity: mentors.map(({ capacity }, place) => capacity - (ofMentor.get(place) ?? 0)),
    min: mentors.map(({ min }, place) => Math.max(0, min - (ofMentor.get(place) ?? 0))),
  };
}

/** Scores by key. The table of triples is made when it is first asked for. */
export function lookUp(scores: Scores, width: number): (key: number) => number | undefined {
  if (scores.form === 'dense') return (key) => scores.values[key];
  let table: Map<number, number> | undefined;
  return (key) => {
    table ??= new Map(Array.from(scores.values, (score, at) => [(scores.mentees[at] ?? 0) * width + (scores.mentors[at] ?? 0), score]));
    return table.get(key);
  };
}
