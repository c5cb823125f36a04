import type { Problem, Trouble } from './problem.js';

interface FixedPair {
  readonly mentee: number;
  readonly mentor: number;
  /** Not a number where the pair has no score. */
  readonly score: number;
}

/** What makes a problem impossible whatever is chosen: limits that contradict each other, or fixed pairs that break one. */
export function troubleOfFixed(problem: Problem, fixed: readonly FixedPair[], forbidden: ReadonlySet<number>): Trouble | undefined {
  const { mentees, mentors, floor } = problem;
  for (const { id, min, capacity } of mentors)
    if (min > capacity)
      return {
        code: 'ASSIGN.MINIMUM_OVER_CAPACITY',
        message: `Mentor “${id}” must have at least ${people(min)} and has a capacity of ${capacity}. Lower the minimum or raise the capacity.`,
        mentor: id,
      };
  const [ofMentee, ofMentor] = [new Map<number, number>(), new Map<number, number>()];
  for (const pair of fixed) {
    const [mentee, mentor] = [mentees[pair.mentee], mentors[pair.mentor]];
    if (!mentee || !mentor) continue;
    const named = { mentee: mentee.id, mentor: mentor.id };
    const both = `The fixed pair “${mentee.id}” and “${mentor.id}”`;
    if (forbidden.has(pair.mentee * mentors.length + pair.mentor))
      return { code: 'ASSIGN.FIXED_IS_FORBIDDEN', message: `${both} is also forbidden. Take it out of one of the two lists.`, ...named };
    if (Number.isNaN(pair.score)) return { code: 'ASSIGN.FIXED_HAS_NO_SCORE', message: `${both} has no score. Add its score.`, ...named };
    if (floor !== undefined && pair.score < floor)
      return {
        code: 'ASSIGN.FIXED_BELOW_FLOOR',
        message: `${both} scores ${pair.score}, which is below the floor of ${floor}. Lower the floor or do not fix the pair.`,
        ...named,
      };
    const [needed, held] = [1 + (ofMentee.get(pair.mentee) ?? 0), 1 + (ofMentor.get(pair.mentor) ?? 0)];
    ofMentee.set(pair.mentee, needed);
    ofMentor.set(pair.mentor, held);
    if (needed > mentee.needs)
      return {
        code: 'ASSIGN.FIXED_OVER_NEEDS',
        message: `Mentee “${mentee.id}” needs ${mentee.needs === 1 ? '1 mentor' : `${mentee.needs} mentors`} and has more fixed pairs than that.`,
        ...named,
      };
    if (held > mentor.capacity)
      return {
        code: 'ASSIGN.FIXED_OVER_CAPACITY',
        message: `Mentor “${mentor.id}” has a capacity of ${mentor.capacity} and has more fixed pairs than that.`,
        ...named,
      };
  }
  return undefined;
}

const NAMED_LIMIT_PEOPLE = 5;

/** A mentor whose minimum cannot be met, and the mentors who compete for the same mentees. */
export function minimumTrouble(problem: Problem, mentor: number, rivals: readonly number[], candidates: readonly number[]): Trouble {
  const { id, min } = problem.mentors[mentor] ?? { id: mentor, min: 0 };
  const others = rivals.filter((rival) => rival !== mentor).map((rival) => problem.mentors[rival]);
  const total = others.reduce((sum, other) => sum + (other?.min ?? 0), min);
  const among =
    candidates.length === 0
      ? 'no mentee can be paired with this mentor'
      : `only ${people(candidates.length)} can be: ${named(candidates.map((place) => problem.mentees[place]?.id ?? ''))}`;
  const message =
    others.length === 0
      ? `Mentor “${id}” must have at least ${people(min)}, and beside fixed pairs ${among}. Lower the minimum or allow more pairs.`
      : `Mentor “${id}” must have at least ${people(min)}. Together with ${named(others.map((other) => other?.id ?? ''))} the minimums add up to ${total}, and beside fixed pairs ${among}. Lower a minimum or allow more pairs.`;
  return { code: 'ASSIGN.MINIMUM_CANNOT_BE_MET', message, mentor: id };
}

/** A minimum that the stable assignment does not give. */
export const unstableMinimum = (problem: Problem, mentor: number, load: number): Trouble => {
  const { id, min } = problem.mentors[mentor] ?? { id: mentor, min: 0 };
  return {
    code: 'ASSIGN.MINIMUM_NOT_STABLE',
    message: `Mentor “${id}” must have at least ${people(min)}, and the stable assignment gives ${load}. Lower the minimum, or use the mode “total”.`,
    mentor: id,
  };
};

const people = (count: number): string => (count === 1 ? '1 mentee' : `${count} mentees`);

function named(ids: readonly (string | number)[]): string {
  const first = ids.slice(0, NAMED_LIMIT_PEOPLE).map((id) => `“${id}”`);
  const more = ids.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ').replace(/, (“[^,]*)$/, ' and $1');
}
