/** What a person or a mentor is called in a problem and in its answer. */
export type Id = string | number;

/** What is maximised: the total, the sorted list of scores from its lowest up, or nothing but that no pair would rather have each other. */
export type Mode = 'total' | 'leximin' | 'stable';

export interface MenteeOfProblem {
  readonly id: Id;
  /** How many different mentors: 1 for a pair, more for a circle. */
  readonly needs: number;
}

export interface MentorOfProblem {
  readonly id: Id;
  /** How many mentees at most. */
  readonly capacity: number;
  /** How many mentees at least. */
  readonly min: number;
}

/** Scores by place in the lists of mentees and mentors. A pair that no triple names cannot be matched. */
export type Scores =
  | { readonly form: 'dense'; readonly values: Float64Array }
  | { readonly form: 'triples'; readonly mentees: Int32Array; readonly mentors: Int32Array; readonly values: Float64Array };

export type PairOfIds = readonly [mentee: Id, mentor: Id];

/** Pairs of yesterday, and what it costs, in units of score, to part one of them. */
export interface Kept {
  readonly pairs: readonly PairOfIds[];
  readonly price: number;
}

/** A whole cohort to be assigned. Ids are unique on each side; `forbidden`, `fixed` and `keep` name known ids. */
export interface Problem {
  readonly mentees: readonly MenteeOfProblem[];
  readonly mentors: readonly MentorOfProblem[];
  readonly scores: Scores;
  /** How much a mentor would like each mentee, for `stable`: the same scores where absent. */
  readonly mentorScores?: Scores;
  readonly forbidden: readonly PairOfIds[];
  readonly fixed: readonly PairOfIds[];
  /** No pair scores less. */
  readonly floor?: number;
  readonly mode: Mode;
  /** What `total` puts first: the total itself, or as many pairs as can be (0069). */
  readonly first: 'total' | 'pairs';
  readonly keep?: Kept;
}

/** Why there is no answer: a stable code, a sentence, and who or which field it is about. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  /** The field, such as `mentees[3].needs`. */
  readonly path?: string;
  readonly mentee?: Id;
  readonly mentor?: Id;
}

/** The places of ids in their list. */
export const placesOf = (list: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> =>
  new Map(list.map(({ id }, place) => [id, place]));

/** The place of an id that the problem is known to have. Throws on any other. */
export function placeOf(places: ReadonlyMap<Id, number>, id: Id): number {
  const place = places.get(id);
  if (place === undefined) throw new Error(`The problem has no “${id}”.`);
  return place;
}

/** Whose places a key (mentee × mentors + mentor) names. Without a remainder, which is slow for numbers beyond 32 bits. */
export function peopleOf(key: number, mentors: number): { readonly mentee: number; readonly mentor: number } {
  const mentee = Math.floor(key / mentors);
  return { mentee, mentor: key - mentee * mentors };
}

/** Keys of pairs of ids that the problem has: mentee × mentors + mentor, by place. Throws on any other id. */
export function keysOf({ mentees, mentors }: Problem, pairs: readonly PairOfIds[]): ReadonlySet<number> {
  if (pairs.length === 0) return new Set();
  const [menteePlaces, mentorPlaces] = [placesOf(mentees), placesOf(mentors)];
  return new Set(pairs.map(([mentee, mentor]) => placeOf(menteePlaces, mentee) * mentors.length + placeOf(mentorPlaces, mentor)));
}
