import type { Compared } from './compared.js';
import { chooseDiverse, type Candidate } from './diversity.js';
import { adjustmentsOf, leftAfter } from './exposure.js';
import { withLearned } from './learned.js';
import { PART_IDS, UNKNOWN } from './part.js';
import type { PartScore, Scored } from './suggestion.js';
import type { Weights } from './weights.js';

/** How many people a mentee is shown at first. */
export const SUGGESTED_PEOPLE = 3;
/** So little that it decides only between those who fit as well as each other: all else that moves the order is told. */
export const SPREAD = 1e-6;

/** What counts how much: by the rules, and how much of the whole was learned. 0: the rules alone. */
export interface Counting {
  readonly weights: Weights;
  readonly learned: number;
}

/** One mentor under weights: the parts and what is taken off add up to the score. */
export function scored({ mentor, scores, balances, aim }: Compared, { weights, learned }: Counting): Scored {
  const whole = learned > 0 ? withLearned(weights, { weight: learned }) : weights;
  const parts = PART_IDS.map((part) => ({ part, score: scores[part], weight: whole[part] }));
  const leading = bySpeaking(parts)[0];
  const sum = sumOf(scores, whole);
  return {
    mentor,
    score: sum * leftAfter(balances),
    adjustments: adjustmentsOf(balances, sum),
    place: null,
    because: leading && leading.score > UNKNOWN ? leading.part : null,
    aim,
    parts,
  };
}

const sumOf = (scores: Compared['scores'], weights: Weights): number =>
  PART_IDS.reduce((total, part) => total + scores[part] * weights[part], 0);

/** What speaks for a mentor most comes first. What was learned moves the order and is told, and is no reason that a mentee could weigh. */
export const bySpeaking = (parts: readonly PartScore[]): readonly PartScore[] =>
  parts.filter(({ part }) => part !== 'learned').toSorted((a, b) => b.weight * (b.score - UNKNOWN) - a.weight * (a.score - UNKNOWN));

/** What a mentor scores by the rules alone. */
export const ruledScore = ({ scores, balances }: Compared, weights: Weights): number => sumOf(scores, weights) * leftAfter(balances);

/** Best first by the whole score. What scores the same stays as the rules vary it. */
export function inOrder<One extends Compared>(pool: readonly One[], counting: Counting): readonly Candidate<One>[] {
  const byRules = (one: Compared) => ruledScore(one, counting.weights) + SPREAD * one.spread;
  const ruled = pool
    .map((compared) => ({ compared, rules: byRules(compared) }))
    .toSorted((a, b) => b.rules - a.rules)
    .map(({ compared }) => ({ compared, scored: scored(compared, counting) }));
  return counting.learned > 0 ? ruled.toSorted((a, b) => b.scored.score - a.scored.score) : ruled;
}

/** People to suggest, best first, for different reasons where possible; those whom the mentee could not meet come last. */
export function choose<One extends Compared>(
  pool: readonly One[],
  counting: Counting,
  people = SUGGESTED_PEOPLE,
): readonly Candidate<One>[] {
  const ordered = inOrder(pool, counting);
  const first = chooseDiverse(
    ordered.filter(({ compared }) => compared.couldMeet),
    people,
  );
  const beyond = ordered.filter(({ compared }) => !compared.couldMeet);
  const last = chooseDiverse(beyond, people - first.length).map((one) => ({ ...one, scored: { ...one.scored, place: 'beyond' as const } }));
  return [...first, ...last];
}
