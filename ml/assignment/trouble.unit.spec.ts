import { assign } from './assign.js';
import type { Problem, Scores } from './problem.js';
import { verify } from './verify.js';
import { Cancelled } from './watch.js';

const dense = (...values: readonly number[]): Scores => ({ form: 'dense', values: Float64Array.from(values) });

const problem: Problem = {
  mentees: ['ben', 'dee'].map((id) => ({ id, needs: 1 })),
  mentors: ['asha', 'marcus'].map((id) => ({ id, capacity: 1, min: 0 })),
  scores: dense(9, 6, 8, 1),
  forbidden: [],
  fixed: [],
  mode: 'total',
  first: 'total',
};
const withMentors = (...mentors: readonly (readonly [capacity: number, min: number])[]) =>
  ['asha', 'marcus'].map((id, place) => ({ id, capacity: mentors[place]![0], min: mentors[place]![1] }));

describe('a problem without an answer', () => {
  test.each([
    [{ fixed: [['ben', 'asha']], forbidden: [['ben', 'asha']] }, 'ASSIGN.FIXED_IS_FORBIDDEN', { mentee: 'ben', mentor: 'asha' }],
    [{ fixed: [['dee', 'marcus']], floor: 2 }, 'ASSIGN.FIXED_BELOW_FLOOR', { mentee: 'dee', mentor: 'marcus' }],
    [
      {
        fixed: [
          ['ben', 'asha'],
          ['ben', 'marcus'],
        ],
      },
      'ASSIGN.FIXED_OVER_NEEDS',
      { mentee: 'ben' },
    ],
    [
      {
        fixed: [
          ['ben', 'asha'],
          ['dee', 'asha'],
        ],
      },
      'ASSIGN.FIXED_OVER_CAPACITY',
      { mentor: 'asha' },
    ],
    [
      {
        fixed: [['ben', 'asha']],
        scores: { form: 'triples', mentees: Int32Array.of(1), mentors: Int32Array.of(0), values: Float64Array.of(1) },
      },
      'ASSIGN.FIXED_HAS_NO_SCORE',
      { mentee: 'ben' },
    ],
    [{ mentors: withMentors([1, 2], [1, 0]) }, 'ASSIGN.MINIMUM_OVER_CAPACITY', { mentor: 'asha' }],
    [{ mentors: withMentors([3, 2], [3, 1]) }, 'ASSIGN.MINIMUM_CANNOT_BE_MET', {}],
    [{ mode: 'stable', mentors: withMentors([2, 0], [1, 1]) }, 'ASSIGN.MINIMUM_NOT_STABLE', { mentor: 'marcus' }],
  ] as const)('says what makes it so: %#', (more, code, who) => {
    expect(assign({ ...problem, ...(more as Partial<Problem>) })).toMatchObject({ ok: false, error: { code, ...who } });
  });

  test('names the mentors whose minimums compete, and the mentees they compete for', () => {
    const answer = assign({ ...problem, mentors: withMentors([3, 2], [3, 1]) });
    expect(!answer.ok && answer.error.message).toBe(
      'Mentor “marcus” must have at least 1 mentee. Together with “asha” the minimums add up to 3, and beside fixed pairs only 2 mentees can be: “ben” and “dee”. Lower a minimum or allow more pairs.',
    );
  });
});

describe('a mentee without a mentor', () => {
  test.each([
    [
      { scores: { form: 'triples', mentees: Int32Array.of(0), mentors: Int32Array.of(0), values: Float64Array.of(1) } },
      'UNMATCHED.NO_PAIR_POSSIBLE',
    ],
    [
      {
        forbidden: [
          ['dee', 'asha'],
          ['dee', 'marcus'],
        ],
      },
      'UNMATCHED.ALL_FORBIDDEN',
    ],
    [{ floor: 8.5 }, 'UNMATCHED.BELOW_FLOOR'],
    [{ scores: dense(9, 6, -8, -1) }, 'UNMATCHED.WORSE_THAN_NONE'],
    [{ mentors: withMentors([1, 0], [0, 0]) }, 'UNMATCHED.MENTORS_FULL'],
  ] as const)('is told why: %#', (more, code) => {
    expect(assign({ ...problem, ...(more as Partial<Problem>) })).toMatchObject({
      ok: true,
      value: { optimal: true, unmatched: [{ id: 'dee', missing: 1, code }] },
    });
  });

  test('is told no untrue reason where no mentor has a place, or a pair is fixed', () => {
    const reasonOf = (more: Partial<Problem>) => {
      const answer = assign({ ...problem, ...more });
      return answer.ok ? answer.value.unmatched.find(({ id }) => id === 'dee')?.reason : answer.error.message;
    };
    expect(reasonOf({ mentors: withMentors([0, 0], [0, 0]) })).toBe('Needs 1, and no mentor that could be theirs has a place.');
    expect(reasonOf({ mode: 'stable', mentors: withMentors([1, 0], [0, 0]), fixed: [['ben', 'asha']] })).toBe(
      'Every mentor who could be asked is full with fixed pairs or with mentees the mentor prefers, or does not accept this one.',
    );
  });

  test('is fewer where pairs come first, for a lower total', () => {
    const sparse = {
      ...problem,
      scores: { form: 'triples', mentees: Int32Array.of(0, 0, 1), mentors: Int32Array.of(0, 1, 0), values: Float64Array.of(10, 1, 1) },
    } as const;
    expect(assign(sparse)).toMatchObject({ ok: true, value: { pairs: [['ben', 'asha']], total: 10, bound: 10 } });
    expect(assign({ ...sparse, first: 'pairs' })).toMatchObject({ ok: true, value: { total: 2, bound: 2, unmatched: [] } });
  });
});

describe('the check of an answer', () => {
  const answer = assign(problem);
  if (!answer.ok) throw new Error(answer.error.message);
  const { value } = answer;
  const worse = [
    ['ben', 'asha'],
    ['dee', 'marcus'],
  ] as const;

  test.each([
    [{ pairs: worse, total: 10 }, 'The prices prove a bound of 14, and the total is 10.'],
    [{ total: 15 }, 'The scores add up to 14, not to 15.'],
    [
      {
        pairs: [
          ['ben', 'asha'],
          ['dee', 'asha'],
        ] as const,
      },
      '“asha” has more mentees than there are places.',
    ],
    [
      {
        pairs: [
          ['ben', 'asha'],
          ['ben', 'marcus'],
        ] as const,
      },
      '“ben” has more mentors than needed.',
    ],
    [{ duals: null }, 'There is no proof.'],
    [{ duals: { mentees: [0, 0], mentors: [0, 0], bonus: 0 } }, 'The prices prove a bound of 24, and the total is 14.'],
  ])('finds what is not so: %#', (change, fault) => {
    expect(verify(problem, value)).toEqual([]);
    expect(verify(problem, { ...value, ...change })).toEqual([fault]);
  });

  test('finds a lowest score that could be higher', () => {
    const fair = { ...problem, mode: 'leximin' } as const;
    const best = assign(fair);
    if (!best.ok) throw new Error(best.error.message);
    expect(best.value).toMatchObject({ worst: 6, optimal: true });
    expect(verify(fair, best.value)).toEqual([]);
    expect(verify(fair, { ...best.value, pairs: worse, total: 10 })).toEqual([
      'The stages do not prove that the lowest scores are as high as can be.',
    ]);
  });
});

test('a long calculation tells how far it is, and ends when it is cancelled', () => {
  const size = 300;
  const large: Problem = {
    ...problem,
    mentees: Array.from({ length: size }, (_, id) => ({ id, needs: 1 })),
    mentors: Array.from({ length: size }, (_, id) => ({ id, capacity: 2, min: 0 })),
    scores: { form: 'dense', values: Float64Array.from({ length: size * size }, (_, at) => (at * 7919) % 1009) },
  };
  const told: number[] = [];
  expect(assign(large, { onProgress: (done) => told.push(done) }).ok).toBe(true);
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
  expect(() => assign(large, { cancelled: () => true })).toThrow(Cancelled);
});
