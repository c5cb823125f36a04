import { runJest } from '../lib/jest.mjs';

/** Random histories of two people who act at once on one pair, from seeds of their own: `SEED=… npm run prove -- two-at-once 2000`. */
export default async function prove(args) {
  const seed = process.env.SEED ?? String(Date.now() % 2 ** 31);
  return runJest(['--selectProjects', 'unit', '--testPathPatterns', 'two-at-once', '--testTimeout', '1200000'], {
    PAIR_HISTORIES: args[0] ?? '1000',
    SEED: seed,
  });
}
