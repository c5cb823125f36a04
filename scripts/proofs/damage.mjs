// Each file and folder that the hub keeps, damaged, empty, or of another kind: `npm run prove -- damage`.
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

export default async function prove() {
  const { build } = await import('../build.mjs');
  await build({ client: false });
  const status = runJest(['--selectProjects', 'integration', '--runInBand', '--forceExit', '--testPathPatterns', 'damaged-folder'], {
    DAMAGED: 'all',
  });
  say(
    `PROOF damage: ${status === 0 ? 'whatever is damaged is made again, passed over, or named with the next step' : 'not held, see above'}`,
  );
  return status;
}
