// A curious leader against many small trusts, and the figures that may leave the hub: `npm run prove -- figures [trusts]`.
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

const TRUSTS = 3_000;
/** With more, most worlds are those of answers that wait. */
const ANSWERS = 14;

export default async function prove([trusts = String(TRUSTS)]) {
  const seed = process.env.SEED || String(Date.now() % 2 ** 31);
  const status = runJest(['--selectProjects', 'unit', '--testPathPatterns', 'figures-attack', '--testTimeout', '7200000'], {
    FIGURES_ATTACKED: trusts,
    FIGURES_ANSWERS: String(ANSWERS),
    SEED: seed,
  });
  say(
    `PROOF figures: ${status === 0 ? `${trusts} small trusts tell a curious leader of no fewer than five people, and every planted fault is found` : 'not held, see above'}`,
  );
  return status;
}
