// A hub under traffic that is killed again and again, also while it opens: `npm run prove -- sudden-death [kills]`.
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

export default async function prove([kills = '200']) {
  const { build } = await import('../build.mjs');
  await build({ client: false });
  const status = runJest(['--selectProjects', 'integration', '--runInBand', '--forceExit', '--testPathPatterns', 'app/sudden-death'], {
    SUDDEN_DEATHS: kills,
  });
  say(
    `PROOF sudden-death: ${status === 0 ? `after ${kills} kills nothing answered is missing, doubled or out of order` : 'not held, see above'}`,
  );
  return status;
}
