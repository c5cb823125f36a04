import { peopleOf, placeOf, placesOf, type Id, type PairOfIds, type Problem, type Scores } from '../problem.js';
import { byMentee, type Rows } from '../triples.js';

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
  /** Where the score of two people is in its list, by place; -1 where they have none. */
  at(mentee: number, mentor: number): number;
  /** Whether a pair with such a score may be chosen and is not fixed. */
  may(score: number, key: number): boolean;
  /** Every such pair. */
  each(visit: (mentee: number, mentor: number, score: number, key: number) => void): void;
  /** What is left of needs, capacities and minimums beside the fixed pairs. */
  readonly needs: readonly number[];
  readonly capacity: readonly number[];
  readonly min: readonly number[];
}

export function possibleIn(problem: Problem): Possible {
  const { mentees, mentors, scores, floor = -Infinity } = problem;
  const width = mentors.length;
  let places: readonly [ReadonlyMap<Id, number>, ReadonlyMap<Id, number>] | undefined;
  const placesOfAll = () => (places ??= [placesOf(mentees), placesOf(mentors)]);
  const keyOf = ([mentee, mentor]: PairOfIds) => placeOf(placesOfAll()[0], mentee) * width + placeOf(placesOfAll()[1], mentor);
  const keysOf = (pairs: readonly PairOfIds[]) => new Set(pairs.map(keyOf));
  const [forbidden, fixed] = [keysOf(problem.forbidden), keysOf(problem.fixed)];
  const isHere = ([mentee, mentor]: PairOfIds) => placesOfAll()[0].has(mentee) && placesOfAll()[1].has(mentor);
  const stillHere = (problem.keep?.pairs ?? []).filter(isHere);
  const at = finder(scores, mentees.length, width);
  // Most problems name no pair, and there are millions to ask of.
  const isNamed = forbidden.size + fixed.size === 0 ? () => false : (key: number) => forbidden.has(key) || fixed.has(key);
  const may = (score: number, key: number) => score >= floor && !isNamed(key);
  const [ofMentee, ofMentor] = [new Map<number, number>(), new Map<number, number>()];
  for (const key of fixed) {
    const { mentee, mentor } = peopleOf(key, width);
    ofMentee.set(mentee, 1 + (ofMentee.get(mentee) ?? 0));
    ofMentor.set(mentor, 1 + (ofMentor.get(mentor) ?? 0));
  }
  return {
    width,
    keyOf,
    forbidden,
    fixed,
    kept: keysOf(stillHere),
    scoreOf: (key) => {
      const { mentee, mentor } = peopleOf(key, width);
      return scores.values[at(mentee, mentor)];
    },
    at,
    may,
    each: everyPair(scores, width, may),
    needs: mentees.map(({ needs }, place) => needs - (ofMentee.get(place) ?? 0)),
    capacity: mentors.map(({ capacity }, place) => capacity - (ofMentor.get(place) ?? 0)),
    min: mentors.map(({ min }, place) => Math.max(0, min - (ofMentor.get(place) ?? 0))),
  };
}

/** Visits pairs of which a rule says yes. */
function everyPair(scores: Scores, width: number, may: (score: number, key: number) => boolean): Possible['each'] {
  const { values } = scores;
  if (scores.form === 'triples')
    return (visit) => {
      for (let at = 0; at < values.length; at += 1) {
        const [mentee, mentor, score] = [scores.mentees[at] ?? 0, scores.mentors[at] ?? 0, values[at] ?? 0];
        const key = mentee * width + mentor;
        if (may(score, key)) visit(mentee, mentor, score, key);
      }
    };
  return (visit) => {
    for (let key = 0, mentee = 0; key < values.length; mentee += 1)
      for (let mentor = 0; mentor < width; mentor += 1, key += 1) {
        const score = values[key] ?? 0;
        if (may(score, key)) visit(mentee, mentor, score, key);
      }
  };
}

/** Where scores are, by place. The triples of each mentee are put together when the first is asked for, and then searched one by one. */
export function finder(scores: Scores, mentees: number, width: number): Possible['at'] {
  if (scores.form === 'dense') return (mentee, mentor) => (mentor < width && mentee < mentees ? mentee * width + mentor : -1);
  let rows: Rows | undefined;
  return (mentee, mentor) => {
    const { start, triple } = (rows ??= byMentee(scores.mentees, mentees));
    const end = start[mentee + 1] ?? 0;
    for (let place = start[mentee] ?? 0; place < end; place += 1) {
      const at = triple ? (triple[place] ?? 0) : place;
      if (scores.mentors[at] === mentor) return at;
    }
    return -1;
  };
}
