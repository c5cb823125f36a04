import { seeded } from '@alongside/domain/testing/seeded.js';
import { assign } from './assign.js';
import type { PairOfIds, Problem } from './problem.js';
import { randomProblem } from './testing/random-problems.js';
import { tableOf } from './testing/every-choice.js';
import { verify } from './verify.js';

/** `npm run prove -- assignment` takes 100,000. */
const STABLE = Number(process.env['STABLE'] ?? 3000);

describe('a stable assignment', () => {
  test('has no pair who would rather have each other, whatever the problem', () => {
    const { number, below } = seeded();
    let [assigned, pairs] = [0, 0];
    for (let time = 0; time < STABLE; time += 1) {
      const problem = randomProblem(number, { mentees: 1 + below(8), mentors: 1 + below(8), mode: 'stable' });
      const answer = assign(problem);
      if (!answer.ok) continue;
      assigned += 1;
      pairs += answer.value.pairs.length;
      expect({ time, blocking: blockingByHand(problem, answer.value.pairs) }).toEqual({ time, blocking: [] });
      expect(answer.value).toMatchObject({ blocking: [], optimal: true, bound: null, duals: null });
      expect({ time, faults: verify(problem, answer.value) }).toEqual({ time, faults: [] });
    }
    expect(assigned).toBeGreaterThan(STABLE / 2);
    expect(pairs).toBeGreaterThan(assigned);
  });

  test('a pair of which both would rather have another is found', () => {
    const problem: Problem = {
      mentees: ['ben', 'dee'].map((id) => ({ id, needs: 1 })),
      mentors: ['asha', 'marcus'].map((id) => ({ id, capacity: 1, min: 0 })),
      scores: { form: 'dense', values: Float64Array.of(9, 6, 8, 1) },
      forbidden: [],
      fixed: [],
      mode: 'stable',
      first: 'total',
    };
    const swapped: readonly PairOfIds[] = [
      ['ben', 'marcus'],
      ['dee', 'asha'],
    ];
    const answer = assign(problem);
    expect(answer.ok && answer.value.pairs).toEqual([
      ['ben', 'asha'],
      ['dee', 'marcus'],
    ]);
    expect(blockingByHand(problem, swapped)).toEqual([['ben', 'asha']]);
    expect(answer.ok && verify(problem, { ...answer.value, pairs: swapped, total: 14 })).toEqual([
      '“ben” and “asha” would rather have each other.',
    ]);
  });

  test('gives mentees the best that any stable assignment has for them, and equal ones in the order of the lists', () => {
    const cyclic: Problem = {
      mentees: ['ben', 'dee'].map((id) => ({ id, needs: 1 })),
      mentors: ['asha', 'marcus'].map((id) => ({ id, capacity: 1, min: 0 })),
      scores: { form: 'dense', values: Float64Array.of(2, 1, 1, 2) },
      mentorScores: { form: 'dense', values: Float64Array.of(1, 2, 2, 1) },
      forbidden: [],
      fixed: [],
      mode: 'stable',
      first: 'total',
    };
    expect(assign(cyclic)).toMatchObject({ ok: true, value: { total: 4 } });
    const equal = {
      ...cyclic,
      scores: { form: 'dense', values: Float64Array.of(1, 1, 1, 1) },
      mentorScores: { form: 'dense', values: Float64Array.of(1, 1, 1, 1) },
    } as const;
    expect(assign(equal)).toMatchObject({
      ok: true,
      value: {
        pairs: [
          ['ben', 'asha'],
          ['dee', 'marcus'],
        ],
      },
    });
  });

  test('goes as far down the wishes as need be, equal ones in the order of the lists, however they are listed', () => {
    const { number } = seeded();
    const all = Array.from({ length: 40 }, (_, place) => place);
    const listed = all.flatMap((mentee) => all.toReversed().map((mentor) => [mentee, mentor] as const));
    const triples = (value: (mentor: number) => number) => ({
      form: 'triples' as const,
      mentees: Int32Array.from(listed, ([mentee]) => mentee),
      mentors: Int32Array.from(listed, ([, mentor]) => mentor),
      values: Float64Array.from(listed, ([, mentor]) => value(mentor)),
    });
    // All want the same mentors, three by three: so each mentor in turn has whom they like best of those who are left.
    const problem: Problem = {
      mentees: all.map((id) => ({ id, needs: 1 })),
      mentors: all.map((id) => ({ id, capacity: 1, min: 0 })),
      scores: triples((mentor) => 20 - Math.floor(mentor / 3)),
      mentorScores: triples(number),
      forbidden: [],
      fixed: [],
      mode: 'stable',
      first: 'total',
    };
    const likes = tableOf({ ...problem, scores: problem.mentorScores ?? problem.scores });
    const left = new Set(all);
    const expected = all.map((mentor): PairOfIds => {
      const best = [...left].toSorted((a, b) => (likes[b]?.[mentor]?.score ?? 0) - (likes[a]?.[mentor]?.score ?? 0))[0] ?? -1;
      left.delete(best);
      return [best, mentor];
    });
    const answer = assign(problem);
    expect(answer.ok && answer.value.pairs).toEqual(expected.toSorted(([a], [b]) => Number(a) - Number(b)));
  });
});

/** Asks every two people by plain lists, and knows nothing of how the answer came about. */
function blockingByHand(problem: Problem, pairs: readonly PairOfIds[]): readonly PairOfIds[] {
  const { mentees, mentors, fixed } = problem;
  const likes = tableOf(problem);
  const liked = problem.mentorScores ? tableOf({ ...problem, scores: problem.mentorScores, floor: -Infinity }) : likes;
  const isFixed = ([mentee, mentor]: PairOfIds) => fixed.some(([one, other]) => one === mentee && other === mentor);
  const placed = pairs.map(([mentee, mentor]) => ({
    mentee: mentees.findIndex(({ id }) => id === mentee),
    mentor: mentors.findIndex(({ id }) => id === mentor),
    fixed: isFixed([mentee, mentor]),
  }));
  return mentees.flatMap((mentee, row) =>
    mentors.flatMap((mentor, column): readonly PairOfIds[] => {
      const [like, back] = [likes[row]?.[column], liked[row]?.[column]];
      if (like?.score === undefined || back?.score === undefined || like.score < 0 || back.score < 0) return [];
      if (placed.some((pair) => pair.mentee === row && pair.mentor === column)) return [];
      const [score, liking] = [like.score, back.score];
      const [his, hers] = [placed.filter((pair) => pair.mentee === row), placed.filter((pair) => pair.mentor === column)];
      const gains = his.length < mentee.needs || his.some((pair) => !pair.fixed && likes[row]![pair.mentor]!.score! < score);
      const wants = hers.length < mentor.capacity || hers.some((pair) => !pair.fixed && liked[pair.mentee]![column]!.score! < liking);
      return gains && wants ? [[mentee.id, mentor.id]] : [];
    }),
  );
}
