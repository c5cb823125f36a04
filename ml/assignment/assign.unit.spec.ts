import { seeded } from '@alongside/domain/testing/seeded.js';
import { assign } from './assign.js';
import type { Problem } from './problem.js';
import { highestTotal } from './testing/bellman-ford.js';
import { bestOfAll } from './testing/every-choice.js';
import { randomProblem } from './testing/random-problems.js';
import { verify } from './verify.js';

/** `npm run prove -- assignment` takes more of each. */
const ASSIGNMENTS = Number(process.env['ASSIGNMENTS'] ?? 300);

const answerOf = (problem: Problem) => {
  const answer = assign(problem);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

/** Scores of an answer from the lowest up, with nought for each mentor that is missing. */
function sortedScores(problem: Problem, pairs: readonly (readonly [unknown, unknown])[]): readonly number[] {
  const { scores, mentees, mentors } = problem;
  const all = new Map<string, number>();
  scores.values.forEach((score, at) => {
    const [mentee, mentor] =
      scores.form === 'dense' ? [Math.floor(at / mentors.length), at % mentors.length] : [scores.mentees[at]!, scores.mentors[at]!];
    all.set(`${mentees[mentee]!.id} ${mentors[mentor]!.id}`, score);
  });
  const found = pairs.map(([mentee, mentor]) => all.get(`${mentee} ${mentor}`)!);
  const missing = mentees.reduce((sum, { needs }) => sum + needs, 0) - found.length;
  return [...found, ...Array.from({ length: missing }, () => 0)].toSorted((a, b) => a - b);
}

describe('a cohort that is assigned', () => {
  test.each([
    { mode: 'total', first: 'total' },
    { mode: 'total', first: 'pairs' },
    { mode: 'leximin', first: 'total' },
  ] as const)('is as good as the best of all choices, or there is none: $mode, $first first', ({ mode, first }) => {
    const { number, below } = seeded();
    let impossible = 0;
    for (let time = 0; time < ASSIGNMENTS; time += 1) {
      const problem = randomProblem(number, { mentees: 1 + below(4), mentors: 1 + below(4), mode, first });
      const best = bestOfAll(problem);
      const answer = assign(problem);
      if (!best) impossible += 1;
      expect({ time, possible: answer.ok }).toEqual({ time, possible: best !== undefined });
      if (!answer.ok || !best) continue;
      expect({ time, faults: verify(problem, answer.value) }).toEqual({ time, faults: [] });
      expect(answer.value.optimal).toBe(true);
      if (mode === 'leximin') expect({ time, sorted: sortedScores(problem, answer.value.pairs) }).toEqual({ time, sorted: best.sorted });
      else expect(answer.value.total).toBeCloseTo(best.total, 9);
    }
    expect(impossible).toBeGreaterThan(0);
    expect(impossible).toBeLessThan(ASSIGNMENTS / 2);
  });

  test('has the total that paths by Bellman and Ford find, with places for several and without', () => {
    const { number, below } = seeded();
    for (let time = 0; time < ASSIGNMENTS / 10; time += 1) {
      const problem = randomProblem(number, { mentees: 1 + below(20), mentors: 1 + below(20), plain: true });
      const answer = answerOf(problem);
      expect(answer.total).toBeCloseTo(highestTotal(problem), 8);
      expect(Math.abs((answer.bound ?? Infinity) - answer.total)).toBeLessThanOrEqual(1e-9 * Math.max(1, answer.total));
      expect({ time, faults: verify(problem, answer) }).toEqual({ time, faults: [] });
    }
  });

  test('has the stages that prove the lowest scores, also with many people', () => {
    const { number, below } = seeded();
    for (let time = 0; time < 10; time += 1) {
      const problem = randomProblem(number, { mentees: 10 + below(20), mentors: 5 + below(20), mode: 'leximin', plain: true });
      const answer = answerOf(problem);
      expect({ time, faults: verify(problem, answer) }).toEqual({ time, faults: [] });
    }
  });
});
