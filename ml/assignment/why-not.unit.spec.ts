import { seeded } from '@alongside/domain/testing/seeded.js';
import { assign } from './assign.js';
import type { PairOfIds, Problem } from './problem.js';
import { randomProblem } from './testing/random-problems.js';
import { verify } from './verify.js';
import { whyNot } from './why-not.js';

const problem: Problem = {
  mentees: [
    { id: 'ben', needs: 1 },
    { id: 'dee', needs: 1 },
  ],
  mentors: [
    { id: 'asha', capacity: 1, min: 0 },
    { id: 'marcus', capacity: 1, min: 0 },
  ],
  scores: { form: 'dense', values: Float64Array.of(9, 6, 8, 1) },
  forbidden: [],
  fixed: [],
  mode: 'total',
  first: 'total',
};

const answerOf = (of: Problem) => {
  const answer = assign(of);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

describe('why two are no pair', () => {
  test('says who would move from whom to whom, what each loses, and what the total loses', () => {
    const answer = answerOf(problem);
    expect(answer.pairs).toEqual([
      ['ben', 'marcus'],
      ['dee', 'asha'],
    ]);
    expect(whyNot(problem, answer, ['ben', 'asha'])).toEqual({
      ok: true,
      value: {
        pair: ['ben', 'asha'],
        price: 4,
        total: 10,
        pairs: expect.arrayContaining([
          ['ben', 'asha'],
          ['dee', 'marcus'],
        ]),
        moves: {
          mentees: [
            { id: 'ben', leaves: ['marcus'], joins: ['asha'], loses: -3 },
            { id: 'dee', leaves: ['asha'], joins: ['marcus'], loses: 7 },
          ],
          mentors: [
            { id: 'marcus', leaves: ['ben'], joins: ['dee'], loses: 5 },
            { id: 'asha', leaves: ['dee'], joins: ['ben'], loses: -1 },
          ],
        },
      },
    });
  });

  test('costs nothing for a pair that is one, and says why where it never can be', () => {
    const answer = answerOf(problem);
    expect(whyNot(problem, answer, ['ben', 'marcus'])).toMatchObject({
      ok: true,
      value: { price: 0, moves: { mentees: [], mentors: [] } },
    });
    const without = { ...problem, forbidden: [['ben', 'asha']] as const };
    expect(whyNot(without, answerOf(without), ['ben', 'asha'])).toMatchObject({ ok: false, error: { code: 'ASSIGN.FIXED_IS_FORBIDDEN' } });
    // Nobody fixed the pair that is asked about.
    expect(whyNot(without, answerOf(without), ['ben', 'asha'])).toMatchObject({
      error: { message: '“ben” and “asha” cannot be a pair: the pair is forbidden.' },
    });
  });

  test('costs what assigning again with the pair fixed costs, in every mode', () => {
    const { number, below } = seeded();
    let [asked, impossible] = [0, 0];
    for (let time = 0; time < 400; time += 1) {
      const mode = (['total', 'total', 'leximin', 'stable'] as const)[below(4)]!;
      const first = (['total', 'pairs'] as const)[below(2)]!;
      const random = randomProblem(number, { mentees: 1 + below(6), mentors: 1 + below(6), mode, first });
      const answer = assign(random);
      if (!answer.ok) continue;
      const pair: PairOfIds = [`e${below(random.mentees.length)}`, `m${below(random.mentors.length)}`];
      if (random.fixed.some(([mentee, mentor]) => mentee === pair[0] && mentor === pair[1])) continue;
      const why = whyNot(random, answer.value, pair);
      const fixed = { ...random, fixed: [...random.fixed, pair] };
      const again = assign(fixed);
      expect({ time, possible: why.ok }).toEqual({ time, possible: again.ok });
      if (!why.ok || !again.ok) impossible += 1;
      else {
        asked += 1;
        expect(why.value.total).toBeCloseTo(again.value.total, 9);
        if (mode === 'total')
          expect({ time, faults: verify(fixed, { ...again.value, pairs: why.value.pairs }) }).toEqual({ time, faults: [] });
        const lost = why.value.moves.mentees.reduce((sum, { loses }) => sum + loses, 0);
        expect(lost).toBeCloseTo(why.value.price, 9);
      }
    }
    expect(asked).toBeGreaterThan(50);
    expect(impossible).toBeGreaterThan(5);
  });
});
