import type { PairOfIds, Problem, Scores } from '../problem.js';

/** What a random problem may have. */
export interface Kind {
  readonly mentees: number;
  readonly mentors: number;
  readonly mode?: Problem['mode'];
  readonly first?: Problem['first'];
  /** Whether needs, minimums, fixed and forbidden pairs, floors and scores below nought come up. */
  readonly plain?: boolean;
}

/** A problem from numbers in [0, 1). The same numbers make the same problem. */
export function randomProblem(number: () => number, { mentees, mentors, mode = 'total', first = 'total', plain = false }: Kind): Problem {
  const below = (n: number) => Math.floor(number() * n);
  const sometimes = (share: number) => !plain && number() < share;
  const whole = number() < 0.5;
  const [steps, shift] = [1 + below(12), sometimes(0.3) ? 3 : 0];
  const score = () => (whole ? below(steps) - shift : number() * 10 - shift);
  const people = (count: number) => Array.from({ length: count }, (_, place) => place);
  const circles = sometimes(0.4);
  const minimums = sometimes(0.3);
  const share = number() < 0.5 ? 1 : 0.2 + 0.7 * number();
  const pairs = people(mentees).flatMap((mentee) =>
    people(mentors).flatMap((mentor) => (number() < share ? [[mentee, mentor] as const] : [])),
  );
  const some = (part: number): readonly PairOfIds[] =>
    pairs.filter(() => sometimes(part)).map(([mentee, mentor]) => [`e${mentee}`, `m${mentor}`] as const);
  const dense = share === 1 && number() < 0.5;
  const inOrder = (list: typeof pairs) =>
    number() < 0.5
      ? list
      : list
          .map((pair) => ({ pair, at: number() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ pair }) => pair);
  const scores = (list: typeof pairs): Scores => {
    const values = Float64Array.from(list, score);
    if (dense) return { form: 'dense', values };
    return {
      form: 'triples',
      mentees: Int32Array.from(list, ([mentee]) => mentee),
      mentors: Int32Array.from(list, ([, mentor]) => mentor),
      values,
    };
  };
  const listed = inOrder(pairs);
  // Both likings of each pair in one list, or each side in a list of its own, which need not name the same pairs.
  const likings = () => scores(dense || number() < 0.5 ? listed : inOrder(pairs.filter(() => number() < 0.9)));
  return {
    mentees: people(mentees).map((place) => ({ id: `e${place}`, needs: circles ? below(4) : 1 })),
    mentors: people(mentors).map((place) => ({
      id: `m${place}`,
      capacity: number() < 0.5 ? 1 : below(4),
      min: minimums && number() < 0.4 ? 1 : 0,
    })),
    scores: scores(listed),
    ...(mode === 'stable' && number() < 0.5 ? { mentorScores: likings() } : {}),
    forbidden: some(0.1),
    fixed: some(0.02),
    ...(sometimes(0.2) ? { floor: whole ? below(steps) - shift : number() * 5 } : {}),
    mode,
    first,
  };
}
