import type { Problem, Scores } from '@alongside/ml/assignment/problem.js';

/** Kinds of scores, from what is usual in benchmarks to what a ranking gives. */
export const KINDS = ['uniform', 'ties', 'lowRank', 'sparse'] as const;
type Kind = (typeof KINDS)[number];

const TIED_VALUES = 100;
const RANK = 8;
const NOISE = 0.05;
const SPARSE_MENTORS_EACH = 20;
const STABLE_MENTORS_EACH = 20;
const STABLE_CAPACITY = 3;

/** As many mentees as mentors, one place each. Numbers in [0, 1) make it. */
export function problemOf(kind: Kind, size: number, number: () => number): Problem {
  return cohort(size, size, 1, 'total', scoresOf(kind, size, number));
}

/** Each mentee has 20 mentors in mind; there are places for all, three by mentor. */
export function stableProblem(mentees: number, number: () => number): Problem {
  const mentors = Math.ceil(mentees / STABLE_CAPACITY);
  const scores = () => triples(mentees, mentors, STABLE_MENTORS_EACH, number);
  const wished = scores();
  return {
    ...cohort(mentees, mentors, STABLE_CAPACITY, 'stable', wished),
    mentorScores: { ...wished, values: wished.values.map(() => number()) },
  };
}

function cohort(mentees: number, mentors: number, capacity: number, mode: Problem['mode'], scores: Scores): Problem {
  return {
    mentees: Array.from({ length: mentees }, (_, place) => ({ id: `mentee-${place}`, needs: 1 })),
    mentors: Array.from({ length: mentors }, (_, place) => ({ id: `mentor-${place}`, capacity, min: 0 })),
    scores,
    forbidden: [],
    fixed: [],
    mode,
    first: 'total',
  };
}

function scoresOf(kind: Kind, size: number, number: () => number): Scores {
  switch (kind) {
    case 'uniform':
      return { form: 'dense', values: Float64Array.from({ length: size * size }, number) };
    case 'ties':
      return { form: 'dense', values: Float64Array.from({ length: size * size }, () => Math.floor(number() * TIED_VALUES)) };
    case 'lowRank':
      return { form: 'dense', values: lowRank(size, number) };
    case 'sparse':
      return triples(size, size, SPARSE_MENTORS_EACH, number);
  }
}

/** Scores as people’s features give them: products of a few traits, and a little noise. All above nought. */
function lowRank(size: number, number: () => number): Float64Array {
  const traits = () => Float64Array.from({ length: size * RANK }, () => number() - 0.5);
  const [mentees, mentors] = [traits(), traits()];
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [mentee, mentor] = [Math.floor(at / size) * RANK, (at % size) * RANK];
    let score = RANK / 4 + NOISE * number();
    for (let trait = 0; trait < RANK; trait += 1) score += (mentees[mentee + trait] ?? 0) * (mentors[mentor + trait] ?? 0);
    return score;
  });
}

/** Some mentors for each mentee, at random and none twice. */
function triples(mentees: number, mentors: number, each: number, number: () => number): Scores & { readonly form: 'triples' } {
  const count = Math.min(each, mentors);
  const places = new Int32Array(mentees * count);
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const some = new Set<number>();
    while (some.size < count) some.add(Math.floor(number() * mentors));
    places.set([...some], mentee * count);
  }
  return {
    form: 'triples',
    mentees: Int32Array.from(places, (_, at) => Math.floor(at / count)),
    mentors: places,
    values: Float64Array.from(places, () => number()),
  };
}
