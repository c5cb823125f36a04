import { numbersFrom } from '@alongside/domain/kernel/random.js';
import type { Problem } from '@alongside/ml/assignment/problem.js';
import { Cancelled } from '@alongside/ml/assignment/watch.js';
import { assignOnThread } from './assign-thread.js';

/** Scores of few traits leave many mentees to long paths: some seconds of one core. */
function large(size: number): Problem {
  const number = numbersFrom(3);
  const traits = Float64Array.from({ length: 2 * size }, number);
  return {
    mentees: Array.from({ length: size }, (_, id) => ({ id, needs: 1 })),
    mentors: Array.from({ length: size }, (_, id) => ({ id, capacity: 1, min: 0 })),
    scores: {
      form: 'dense',
      values: Float64Array.from({ length: size * size }, (_, at) => traits[Math.floor(at / size)]! * traits[size + (at % size)]!),
    },
    forbidden: [],
    fixed: [],
    mode: 'total',
    first: 'total',
  };
}

describe('an assignment on a thread of its own', () => {
  test('tells how far it is, and leaves the caller free meanwhile', async () => {
    const told: number[] = [];
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const result = await assignOnThread({ problem: large(400) }, { onProgress: (done) => told.push(done) });
    clearInterval(turning);
    expect(result).toMatchObject({ ok: true, value: { optimal: true } });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(turns).toBeGreaterThan(0);
  });

  test('ends wherever it is when it is cancelled', async () => {
    const cancel = new AbortController();
    const result = assignOnThread({ problem: large(3000) }, { onProgress: () => cancel.abort(), signal: cancel.signal });
    await expect(result).rejects.toThrow(Cancelled);
    await expect(assignOnThread({ problem: large(2) }, { signal: cancel.signal })).rejects.toThrow(Cancelled);
  });

  test('says what makes a problem impossible', async () => {
    const problem = {
      ...large(2),
      fixed: [
        [0, 0],
        [1, 0],
      ] as const,
    };
    expect(await assignOnThread({ problem })).toMatchObject({ ok: false, error: { code: 'ASSIGN.FIXED_OVER_CAPACITY', mentor: 0 } });
  });
});
