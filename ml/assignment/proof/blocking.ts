import { peopleOf, type PairOfIds, type Problem } from '../problem.js';
import { namesTheSame } from '../triples.js';
import { finder, type Possible } from './possible.js';

/**
 * Pairs who would both rather have each other, strictly, than a pair that they have or an empty place. Fixed pairs stay. A score below
 * nought is accepted by neither.
 */
export function blockingPairs(problem: Problem, possible: Possible, keys: readonly number[]): readonly PairOfIds[] {
  const { mentees, mentors, scores, mentorScores = scores } = problem;
  const { width, needs, capacity, fixed } = possible;
  const isSame = namesTheSame(scores, mentorScores);
  const find = finder(mentorScores, mentees.length, width);
  const likingOf = (mentee: number, mentor: number, at: number) => mentorScores.values[isSame ? at : find(mentee, mentor)] ?? -1;
  const [ofMentees, ofMentors] = [new Held(needs), new Held(capacity)];
  for (const key of fixed.size === 0 ? keys : keys.filter((one) => !fixed.has(one))) {
    const { mentee, mentor } = peopleOf(key, width);
    const at = possible.at(mentee, mentor);
    ofMentees.add(mentee, scores.values[at] ?? -1);
    ofMentors.add(mentor, likingOf(mentee, mentor, at));
  }
  const [menteeGives, mentorGives] = [ofMentees.givenUp(), ofMentors.givenUp()];
  const found: PairOfIds[] = [];
  let chosen: ReadonlySet<number> | undefined;
  for (let at = 0; at < scores.values.length; at += 1) {
    const mentee = scores.form === 'dense' ? Math.floor(at / width) : (scores.mentees[at] ?? 0);
    const score = scores.values[at] ?? -1;
    if (score < 0 || score <= (menteeGives[mentee] ?? 0)) continue;
    const mentor = scores.form === 'dense' ? at - mentee * width : (scores.mentors[at] ?? 0);
    const liking = likingOf(mentee, mentor, at);
    if (liking < 0 || liking <= (mentorGives[mentor] ?? 0)) continue;
    const key = mentee * width + mentor;
    // Few come this far: where all need one mentor, none but pairs that block.
    chosen ??= new Set(keys);
    if (!chosen.has(key) && possible.may(score, key)) found.push([mentees[mentee]?.id ?? mentee, mentors[mentor]?.id ?? mentor]);
  }
  return found;
}

/** What each of one side has: how many, and how good the worst of them is. */
class Held {
  readonly #count: Int32Array;
  readonly #worst: Float64Array;

  constructor(private readonly places: readonly number[]) {
    this.#count = new Int32Array(places.length);
    this.#worst = new Float64Array(places.length).fill(Infinity);
  }

  add(who: number, score: number): void {
    this.#count[who] = (this.#count[who] ?? 0) + 1;
    this.#worst[who] = Math.min(this.#worst[who] ?? Infinity, score);
  }

  /** By place, what must be bettered: an empty place is worth less than anything, and who has no place gives up nothing. */
  givenUp(): Float64Array {
    return this.#worst.map((worst, who) => {
      const places = this.places[who] ?? 0;
      return places <= 0 ? Infinity : (this.#count[who] ?? 0) < places ? -Infinity : worst;
    });
  }
}
