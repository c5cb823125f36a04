// Browsers with the real replica against the real hub in one process, in virtual time, on a bad network: `npm run prove -- replica [runs]`.
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

const RUNS = 2_000;
const FAULT_RUNS = 200;

export default async function prove([runs = String(RUNS)]) {
  const status = runJest(['--selectProjects', 'simulation', '--runInBand', '--testPathPatterns', 'replica.sim'], {
    SIMULATED_RUNS: runs,
    FAULT_RUNS: String(FAULT_RUNS),
  });
  say(
    `PROOF replica: ${status === 0 ? `${runs} seeded runs end with every browser as the hub has it, and every planted fault is found` : 'not held, see above'}`,
  );
  return status;
}
