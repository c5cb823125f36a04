import { readAnswer } from './read-answer.js';
import { readKept, readProblem, unknownFields } from './read-problem.js';

const PEOPLE = {
  mentees: [{ id: 'ben' }, { id: 'dee', needs: 2 }],
  mentors: [
    { id: 'asha', capacity: 1 },
    { id: 'marcus', capacity: 2, min: 1 },
    { id: 'priya', capacity: 0 },
  ],
};

const read = (more: object) => readProblem({ ...PEOPLE, scores: [], ...more });
const troubleOf = (more: object) => {
  const result = read(more);
  return result.ok ? undefined : [result.error.code, result.error.path, result.error.message];
};

describe('a problem that is read', () => {
  test('has needs of one, no minimums, and the highest total as its mode, where nothing else is said', () => {
    expect(read({ scores: [[0, 1, 3.5]] })).toEqual({
      ok: true,
      value: {
        mentees: [
          { id: 'ben', needs: 1 },
          { id: 'dee', needs: 2 },
        ],
        mentors: [
          { id: 'asha', capacity: 1, min: 0 },
          { id: 'marcus', capacity: 2, min: 1 },
          { id: 'priya', capacity: 0, min: 0 },
        ],
        scores: { form: 'triples', mentees: Int32Array.of(0), mentors: Int32Array.of(1), values: Float64Array.of(3.5) },
        forbidden: [],
        fixed: [],
        mode: 'total',
        first: 'total',
      },
    });
  });

  test.each([
    [
      'rows that fit both are triples',
      [
        [0, 1, 5],
        [1, 2, 7],
      ],
      undefined,
      'triples',
    ],
    [
      'rows that fit both are what is asked for',
      [
        [0, 1, 5],
        [1, 2, 7],
      ],
      'dense',
      'dense',
    ],
    [
      'rows with a place that is none are a full matrix',
      [
        [0.5, 1, 5],
        [1, 2, 7],
      ],
      undefined,
      'dense',
    ],
    [
      'rows with a pair twice are a full matrix',
      [
        [0, 1, 5],
        [0, 1, 7],
      ],
      undefined,
      'dense',
    ],
    [
      'a row too many for a matrix makes triples',
      [
        [0, 1, 5],
        [1, 2, 7],
        [1, 1, 7],
      ],
      undefined,
      'triples',
    ],
  ])('%s', (_name, scores, form, found) => {
    const result = read({ scores, ...(form && { form }) });
    expect(result.ok && result.value.scores.form).toBe(found);
  });

  test('may have nobody in it', () => {
    expect(readProblem({ mentees: [], mentors: [], scores: [] })).toMatchObject({ ok: true });
    expect(readProblem({ mentees: [{ id: 1 }], mentors: [], scores: [[]] })).toMatchObject({ ok: true });
  });

  test.each([
    [{ mentees: undefined }, 'PROBLEM.NOT_A_LIST', 'mentees', 'mentees: must be a list, and is missing.'],
    [
      { mentees: [{ id: 'ben', needs: 1.5 }] },
      'PROBLEM.NOT_A_COUNT',
      'mentees[0].needs',
      'mentees[0].needs: must be a whole number from 0 to 1000000, and is 1.5.',
    ],
    [{ mentees: [{ id: '' }] }, 'PROBLEM.NO_ID', 'mentees[0].id', 'mentees[0].id: must be a text or a whole number, and is empty.'],
    [
      { mentees: [{ id: 'ben' }, { id: 'ben' }] },
      'PROBLEM.SAME_ID_TWICE',
      'mentees[1].id',
      'mentees[1].id: “ben” is also the id of mentees[0]. Each id may be used once.',
    ],
    [
      { mentors: [{ id: 'asha' }] },
      'PROBLEM.NOT_A_COUNT',
      'mentors[0].capacity',
      'mentors[0].capacity: must be a whole number from 0 to 1000000, and is missing.',
    ],
    [{ mentors: [null] }, 'PROBLEM.NOT_AN_OBJECT', 'mentors[0]', 'mentors[0]: must be an object, and is null.'],
    [
      { scores: [[0, 3, 1]] },
      'PROBLEM.NOT_A_PLACE',
      'scores[0][1]',
      'scores[0][1]: must be a place in mentors: a whole number from 0 to 2. It is 3.',
    ],
    [
      {
        scores: [
          [0, 1, 1],
          [0, 1, 2],
          [1, 0, 0],
        ],
      },
      'PROBLEM.SAME_PAIR_TWICE',
      'scores[1]',
      'scores[1]: is about the same pair as scores[0]. Give each pair one score.',
    ],
    [
      { scores: [[0, 1, Number.NaN]] },
      'PROBLEM.NOT_A_NUMBER',
      'scores[0][2]',
      'scores[0][2]: must be a number from -1000000000000 to 1000000000000, and is NaN.',
    ],
    [
      { scores: [[0, 1, 1e300]] },
      'PROBLEM.NOT_A_NUMBER',
      'scores[0][2]',
      'scores[0][2]: must be a number from -1000000000000 to 1000000000000, and is 1e+300.',
    ],
    [
      {
        scores: [
          [1, 2, 3],
          [1, 2, null],
        ],
        form: 'dense',
      },
      'PROBLEM.NOT_A_NUMBER',
      'scores[1][2]',
      'scores[1][2]: must be a number from -1000000000000 to 1000000000000, and is null.',
    ],
    [
      { scores: [[1, 2]], form: 'dense' },
      'PROBLEM.SCORES_DO_NOT_FIT',
      'scores',
      'scores: has 1 rows, and there are 2 mentees. A full matrix has one row for each mentee.',
    ],
    [
      { scores: [[0, 1]] },
      'PROBLEM.NOT_A_TRIPLE',
      'scores[0]',
      expect.stringContaining('must be [mentee, mentor, score], and is a list of 2'),
    ],
    [{ forbidden: [['ben', 'nora']] }, 'PROBLEM.UNKNOWN_ID', 'forbidden[0][1]', 'forbidden[0][1]: “nora” is no id in mentors.'],
    [{ fixed: [['ben']] }, 'PROBLEM.NOT_A_PAIR', 'fixed[0]', 'fixed[0]: must be a mentee’s id and a mentor’s id, and is a list of 1.'],
    [{ mode: 'best' }, 'PROBLEM.UNKNOWN_WORD', 'mode', 'mode: must be one of “total”, “leximin”, “stable”, and is the text “best”.'],
    [{ floor: '3' }, 'PROBLEM.NOT_A_NUMBER', 'floor', 'floor: must be a number from -1000000000000 to 1000000000000, and is the text “3”.'],
  ])('says what does not fit, and where: %j', (more, code, path, message) => {
    expect(troubleOf(more)).toEqual([code, path, message]);
  });

  test('100,000 triples are read', () => {
    const people = Array.from({ length: 1000 }, (_, place) => ({ id: place, capacity: 1 }));
    const scores = Array.from({ length: 100_000 }, (_, at) => [Math.floor(at / 100), (at * 7) % 1000, at]);
    const result = readProblem({ mentees: people.map(({ id }) => ({ id })), mentors: people, scores });
    expect(result.ok || result.error.message).toBe(true);
  });

  test('names fields that mean nothing', () => {
    expect(unknownFields({ ...PEOPLE, forbiden: [], mentees: [{ id: 'ben', need: 2 }] })).toEqual(['forbiden', 'mentees[0].need']);
  });
});

describe('what goes with a problem', () => {
  test('pairs of yesterday are read from a list or from an answer', () => {
    const kept = { ok: true, value: { pairs: [['ben', 'asha']], price: 2 } };
    expect(readKept([['ben', 'asha']], 2)).toEqual(kept);
    expect(readKept({ pairs: [['ben', 'asha']], total: 3 }, 2)).toEqual(kept);
    expect(readKept([['ben', 'asha']], -1)).toMatchObject({ ok: false, error: { code: 'PROBLEM.NOT_A_NUMBER' } });
    expect(readKept([['ben']], 1)).toMatchObject({ ok: false, error: { path: 'pairs[0]' } });
  });

  test('an answer that names unknown people or has no numbers is refused', () => {
    const problem = read({});
    if (!problem.ok) throw new Error(problem.error.message);
    expect(readAnswer({ pairs: [['ben', 'nora']], total: 1 }, problem.value)).toMatchObject({ ok: false, error: { path: 'pairs[0][1]' } });
    expect(readAnswer({ pairs: [], total: null }, problem.value)).toMatchObject({ ok: false, error: { path: 'total' } });
    expect(readAnswer({ pairs: [], total: 0, duals: { mentees: [1, 'x'], mentors: [] } }, problem.value)).toMatchObject({
      ok: false,
      error: { path: 'duals.mentees[1]' },
    });
  });
});
