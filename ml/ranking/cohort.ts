import type { Problem } from '../assignment/problem.js';
import type { Mentee, Mentor } from '../features/candidate.js';
import { obstacle, type Obstacle } from './constraints.js';
import { exposureOf } from './exposure.js';
import { fit } from './fit.js';
import { remarksForCoordinator } from './for-coordinator.js';
import { withLearned, type Learned } from './learned.js';
import { meetsAll } from './must-haves.js';
import type { Remark } from './part.js';
import { explain } from './rank.js';
import { seekerOf } from './seeker.js';
import type { Suggestion } from './suggestion.js';
import { DEFAULT_WEIGHTS, type Weights } from './weights.js';

/** A pair of two cohorts, explained to each: the coordinator’s sentences name no focus area, level or time (R6). */
interface WhyPair extends Suggestion {
  readonly forCoordinator: readonly Remark[];
}

/** How many mentors a mentee cannot have, by the gravest of what stands between them. */
export interface KeptFrom {
  /** The mentee, where both lists name them. */
  readonly self: number;
  /** Named in a list as not to be paired, or as who assesses the mentee. */
  readonly apart: number;
  readonly full: number;
  readonly mustHaves: number;
}

const KEPT: Readonly<Record<Obstacle, keyof KeptFrom>> = {
  self: 'self',
  apart: 'apart',
  together: 'apart',
  lately: 'apart',
  paused: 'full',
  full: 'full',
};

/** Two cohorts compared: who may be matched and how well they fit, as an assignment takes it, and why. */
interface Compared {
  readonly people: Pick<Problem, 'mentees' | 'mentors'>;
  /** The score of a suggestion, 0 to 1. What may not be matched is missing: what stands between two, or a must-have that is not met. */
  readonly scores: Extract<Problem['scores'], { readonly form: 'triples' }>;
  /** What keeps a mentee from mentors, by the place of the mentee. */
  readonly keptFrom: (mentee: number) => KeptFrom;
  /** A pair by its places in the cohorts. */
  readonly why: (mentee: number, mentor: number) => WhyPair;
}

/** What counts how much: the usual weights, and no model, where nothing is said. */
interface Counting {
  readonly weights?: Weights;
  readonly learned?: Learned | undefined;
}

/** Compares every mentee of a cohort with every mentor of another, as each would be suggested to the other. */
export function compareCohorts(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  { weights = DEFAULT_WEIGHTS, learned }: Counting = {},
): Compared {
  const whole = withLearned(weights, learned);
  const most = mentees.length * mentors.length;
  const [from, to, values] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)];
  let pairs = 0;
  mentees.forEach((mentee, menteeAt) => {
    const seeker = seekerOf(mentee);
    const learnedOf = learned?.forMentee(seeker);
    mentors.forEach((mentor, mentorAt) => {
      if (obstacle(seeker, mentor) || !meetsAll(mentee.mustHaves, mentee, mentor)) return;
      // By the rules what was learned is 0, and a fit of at least 0 is always said.
      const learnt = learnedOf ? learnedOf(mentor).score * whole.learned * exposureOf(mentor) : 0;
      values[pairs] = (fit(seeker, mentor, whole) ?? 0) + learnt;
      from[pairs] = menteeAt;
      to[pairs] = mentorAt;
      pairs += 1;
    });
  });
  const [menteeOf, mentorOf] = [itemOf(mentees, 'mentee'), itemOf(mentors, 'mentor')];
  return {
    people: {
      mentees: mentees.map(({ person }) => ({ id: person, needs: 1 })),
      mentors: mentors.map(({ person, places, taken }) => ({ id: person, capacity: Math.max(0, places - taken), min: 0 })),
    },
    scores: { form: 'triples', mentees: from.slice(0, pairs), mentors: to.slice(0, pairs), values: values.slice(0, pairs) },
    keptFrom: (menteeAt) => {
      const mentee = menteeOf(menteeAt);
      const seeker = seekerOf(mentee);
      const kept = { self: 0, apart: 0, full: 0, mustHaves: 0 };
      for (const mentor of mentors) {
        const between = obstacle(seeker, mentor);
        if (between) kept[KEPT[between]] += 1;
        else if (!meetsAll(mentee.mustHaves, mentee, mentor)) kept.mustHaves += 1;
      }
      return kept;
    },
    why: (menteeAt, mentorAt) => {
      const [mentee, mentor] = [menteeOf(menteeAt), mentorOf(mentorAt)];
      return { ...explain(mentee, mentor, weights, learned), forCoordinator: remarksForCoordinator(seekerOf(mentee), mentor) };
    },
  };
}

const itemOf =
  <Item>(list: readonly Item[], what: string) =>
  (place: number): Item => {
    const item = list[place];
    if (item === undefined) throw new Error(`The cohort has no ${what} at ${place}.`);
    return item;
  };
