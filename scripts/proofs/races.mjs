// Two hubs on one log, each in a process of its own, and two people who act in one moment: `npm run prove -- races [rounds]`.
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

const ROUNDS = 500;

export default async function prove([rounds = String(ROUNDS)]) {
  const { build } = await import('../build.mjs');
  await build({ client: false });
  const status = runJest(['--selectProjects', 'integration', '--runInBand', '--forceExit', '--testPathPatterns', 'server/races'], {
    RACE_ROUNDS: rounds,
  });
  say(`PROOF races: ${status === 0 ? `of ${rounds} rounds of each race none leaves anything doubled unsaid` : 'not held, see above'}`);
  return status;
}
