import { parseArgs } from 'node:util';
import { runJest } from '../lib/jest.mjs';

/**
 * 1,000 random assignments of each kind against every choice and a second way to the same total, and 100,000 stable ones in which each two
 * people are asked.
 */
export default async function prove(args) {
  const { values } = parseArgs({
    args,
    options: { assignments: { type: 'string', default: '1000' }, stable: { type: 'string', default: '100000' }, seed: { type: 'string' } },
  });
  const env = { ASSIGNMENTS: values.assignments, STABLE: values.stable, ...(values.seed && { SEED: values.seed }) };
  return runJest(['--selectProjects', 'unit', '--runInBand', '--testTimeout=900000', '--testPathPatterns', 'ml/assignment'], env);
}
