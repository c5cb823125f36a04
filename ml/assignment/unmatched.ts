import type { Unmatched } from './answer.js';
import { keysOf, type Problem } from './problem.js';

/** Mentees who have fewer mentors than they need, and why. @param pairs places of mentees, one for each pair. */
export function unmatchedOf(problem: Problem, pairs: readonly number[]): readonly Unmatched[] {
  const missing = Int32Array.from(problem.mentees.map(({ needs }) => needs));
  for (const mentee of pairs) missing[mentee] = (missing[mentee] ?? 0) - 1;
  const short: number[] = [];
  missing.forEach((units, mentee) => units > 0 && short.push(mentee));
  if (short.length === 0) return [];
  const choices = choicesOf(problem, missing);
  return short.map((mentee) => {
    const { id, needs } = problem.mentees[mentee] as Problem['mentees'][number];
    return { id, missing: missing[mentee] ?? 0, ...reasonOf(needs, choices(mentee), problem) };
  });
}

interface Choices {
  readonly scored: number;
  readonly allowed: number;
  readonly aboveFloor: number;
  readonly wanted: number;
  /** Of mentors who have a place at all. */
  readonly placed: number;
}

/** Counts, for each mentee whose mentors are missing, the pairs that are left after each rule. */
function choicesOf(problem: Problem, missing: Int32Array): (mentee: number) => Choices {
  const { mentees, mentors, scores, floor = -Infinity } = problem;
  const hasPlace = mentors.map(({ capacity }) => capacity > 0);
  const width = mentors.length;
  const forbidden = keysOf(problem, problem.forbidden);
  const counts = ['scored', 'allowed', 'aboveFloor', 'wanted', 'placed'].map(() => new Int32Array(mentees.length));
  for (let at = 0; at < scores.values.length; at += 1) {
    const mentee = scores.form === 'dense' ? Math.floor(at / width) : (scores.mentees[at] ?? 0);
    if ((missing[mentee] ?? 0) <= 0) continue;
    const key = scores.form === 'dense' ? at : mentee * width + (scores.mentors[at] ?? 0);
    const score = scores.values[at] ?? 0;
    const passed = forbidden.has(key) ? 1 : score < floor ? 2 : score < 0 ? 3 : !hasPlace[key % width] ? 4 : 5;
    for (let rule = 0; rule < passed; rule += 1) {
      const count = counts[rule];
      if (count) count[mentee] = (count[mentee] ?? 0) + 1;
    }
  }
  return (mentee) => {
    const [scored = 0, allowed = 0, aboveFloor = 0, wanted = 0, placed = 0] = counts.map((count) => count[mentee] ?? 0);
    return { scored, allowed, aboveFloor, wanted, placed };
  };
}

function reasonOf(needs: number, choices: Choices, { mode, floor, fixed }: Problem): Pick<Unmatched, 'code' | 'reason'> {
  const { scored, allowed, aboveFloor, wanted, placed } = choices;
  const only = (count: number, one: string, many: string) =>
    `Needs ${needs}, and ${count > 1 ? `only ${count} mentors ${many}` : `${count === 1 ? 'only 1' : 'no'} mentor ${one}`}`;
  if (scored < needs) return { code: 'UNMATCHED.NO_PAIR_POSSIBLE', reason: `${only(scored, 'has', 'have')} a score.` };
  if (allowed < needs) return { code: 'UNMATCHED.ALL_FORBIDDEN', reason: `${only(allowed, 'is', 'are')} not forbidden.` };
  if (aboveFloor < needs)
    return { code: 'UNMATCHED.BELOW_FLOOR', reason: `${only(aboveFloor, 'scores', 'score')} at least the floor of ${floor}.` };
  if (wanted < needs)
    return {
      code: 'UNMATCHED.WORSE_THAN_NONE',
      reason: `${only(wanted, 'scores', 'score')} at least 0. A negative score is worse than no pair.`,
    };
  if (placed < needs)
    return {
      code: 'UNMATCHED.MENTORS_FULL',
      reason: `${only(placed, 'that could be theirs has a place', 'that could be theirs have a place')}.`,
    };
  return { code: 'UNMATCHED.MENTORS_FULL', reason: fixed.length > 0 ? FULL_BESIDE_FIXED[mode] : FULL[mode] };
}

const FULL: Readonly<Record<Problem['mode'], string>> = {
  total: 'Places are taken by pairs that are worth more to the total.',
  leximin: 'There are not enough places for everyone who needs one.',
  stable: 'Every mentor who could be asked is full with mentees the mentor prefers, or does not accept this one.',
};
const FULL_BESIDE_FIXED: typeof FULL = {
  total: 'Places are taken by fixed pairs, or by pairs that are worth more to the total.',
  leximin: FULL.leximin,
  stable: 'Every mentor who could be asked is full with fixed pairs or with mentees the mentor prefers, or does not accept this one.',
};
