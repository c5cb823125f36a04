import { seeded } from '@alongside/domain/testing/seeded.js';
import { assign } from './assign.js';
import type { PairOfIds, Problem } from './problem.js';
import { resolve } from './resolve.js';
import { bestOfAll } from './testing/every-choice.js';
import { randomProblem } from './testing/random-problems.js';
import { verify } from './verify.js';

const problem = (mentors: readonly string[], values: readonly number[]): Problem => ({
  mentees: ['ben', 'dee'].map((id) => ({ id, needs: 1 })),
  mentors: mentors.map((id) => ({ id, capacity: 1, min: 0 })),
  scores: { form: 'dense', values: Float64Array.from(values) },
  forbidden: [],
  fixed: [],
  mode: 'total',
  first: 'total',
});

describe('assigning again after a change', () => {
  // Marcus left; Priya joined. With Dee, Asha would be worth a little more than with Ben.
  const yesterday: readonly PairOfIds[] = [
    ['ben', 'asha'],
    ['dee', 'marcus'],
  ];
  const today = problem(['asha', 'priya'], [5, 4, 6, 4]);

  test('moves those who have to, where a little more is not worth a parting', () => {
    const answer = resolve(today, { pairs: yesterday, price: 2 });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        pairs: [
          ['ben', 'asha'],
          ['dee', 'priya'],
        ],
        total: 9,
        bound: 9,
        optimal: true,
        moves: { mentees: [{ id: 'dee', leaves: ['marcus'], joins: ['priya'], loses: -4 }] },
      },
    });
  });

  test('parts a pair where that is worth more than its price', () => {
    const answer = resolve(today, { pairs: yesterday, price: 0.5 });
    expect(answer).toMatchObject({ ok: true, value: { total: 10 } });
    expect(answer.ok && answer.value.moves.mentees.map(({ id }) => id)).toEqual(['ben', 'dee']);
  });

  test('refuses modes that know no price', () => {
    expect(resolve({ ...today, mode: 'stable' }, { pairs: yesterday, price: 1 })).toMatchObject({
      ok: false,
      error: { code: 'ASSIGN.KEEPING_NEEDS_TOTAL' },
    });
  });

  test('is as good as the best of all choices once partings are paid for', () => {
    const { number, below } = seeded();
    let kept = 0;
    for (let time = 0; time < 200; time += 1) {
      const random = { ...randomProblem(number, { mentees: 1 + below(4), mentors: 1 + below(4), plain: true }), floor: 0 };
      const before = assign(random);
      if (!before.ok) continue;
      const keep = { pairs: before.value.pairs, price: below(4) };
      const scores = random.scores.values.map((score) => Math.max(0, score + below(7) - 3));
      const now = { ...random, scores: { ...random.scores, values: scores } };
      const answer = resolve(now, keep);
      if (!answer.ok) throw new Error(answer.error.message);
      const keptKeys = new Set(keep.pairs.map(String));
      const still = answer.value.pairs.filter((pair) => keptKeys.has(String(pair)));
      kept += still.length;
      const paid = bestOfAll({ ...now, scores: { ...now.scores, values: withPrice(now, keptKeys, keep.price) } });
      expect(answer.value.total + keep.price * still.length).toBeCloseTo(paid?.total ?? Number.NaN, 9);
      expect(verify({ ...now, keep }, answer.value)).toEqual([]);
    }
    expect(kept).toBeGreaterThan(100);
  });
});

function withPrice({ scores, mentees, mentors }: Problem, kept: ReadonlySet<string>, price: number): Float64Array {
  return scores.values.map((score, at) => {
    const [mentee, mentor] =
      scores.form === 'dense' ? [Math.floor(at / mentors.length), at % mentors.length] : [scores.mentees[at]!, scores.mentors[at]!];
    return kept.has(String([mentees[mentee]!.id, mentors[mentor]!.id])) ? score + price : score;
  });
}
