import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '@alongside/ml/assignment/problem.js';
import { median } from './measuring.js';

const SOLVE = `
import json, sys, time
import numpy
from scipy.optimize import linear_sum_assignment
scores = numpy.fromfile(sys.argv[1], dtype=numpy.float64).reshape(int(sys.argv[2]), -1)
began = time.perf_counter()
rows, columns = linear_sum_assignment(scores, maximize=True)
print(json.dumps({"seconds": time.perf_counter() - began, "total": float(scores[rows, columns].sum())}))
`;
/** Totals are sums of thousands of numbers, in another order. */
const ROUNDING = 1e-9;

/** Whether there is a Python with scipy: `PYTHON` names another than python3. */
const python = process.env['PYTHON'] ?? 'python3';
export const hasScipy = (): boolean => spawnSync(python, ['-c', 'import numpy, scipy.optimize'], { stdio: 'ignore' }).status === 0;

/** The median seconds of scipy’s `linear_sum_assignment` for full problems. Throws where it comes to another total. */
export async function scipySeconds(solved: readonly { readonly problem: Problem; readonly total: number }[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-scipy-'));
  try {
    const file = join(folder, 'scores.f64');
    const turns: number[] = [];
    for (const { problem, total } of solved) {
      if (problem.scores.form !== 'dense') throw new Error('scipy is asked of full matrices alone.');
      await writeFile(file, problem.scores.values);
      const { stdout, stderr } = spawnSync(python, ['-c', SOLVE, file, String(problem.mentees.length)], { encoding: 'utf8' });
      if (stdout === '') throw new Error(`scipy has no answer: ${stderr}`);
      const theirs = JSON.parse(stdout) as { readonly seconds: number; readonly total: number };
      if (Math.abs(theirs.total - total) > ROUNDING * Math.abs(total))
        throw new Error(`scipy comes to ${theirs.total}, and we to ${total}.`);
      turns.push(theirs.seconds);
    }
    return median(turns);
  } finally {
    await rm(folder, { recursive: true });
  }
}
