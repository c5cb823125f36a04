// A mentee writes as fast as they can while they are erased, and the hub is killed in half of the rounds: `npm run prove -- erasure [rounds] [seed]`.
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

const ROUNDS = 200;

export default async function prove([rounds = String(ROUNDS), seed = String(Date.now() % 1_000_000)]) {
  const { build } = await import('../build.mjs');
  await build({ client: false });
  say(`SEED=${seed}`);
  const status = runJest(['--selectProjects', 'integration', '--runInBand', '--forceExit', '--testPathPatterns', 'races/erasure'], {
    ERASURE_ROUNDS: rounds,
    SEED: seed,
  });
  say(
    `PROOF erasure: ${status === 0 ? `in ${rounds} rounds nobody who writes while they are erased leaves a word in any file, and views equal a rebuild` : 'not held, see above'} (SEED=${seed})`,
  );
  return status;
}
