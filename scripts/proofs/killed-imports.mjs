// A list of staff whose hub is killed half-way, again and again: `npm run prove -- killed-imports [people] [kills]`.
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

export default async function prove([people = '30000', kills = '5']) {
  const { build } = await import('../build.mjs');
  await build({ client: false });
  const status = runJest(['--selectProjects', 'integration', '--runInBand', '--forceExit', '--testPathPatterns', 'killed-import'], {
    IMPORT_ROWS: people,
    IMPORT_KILLS: kills,
  });
  say(
    `PROOF killed-imports: ${status === 0 ? `${people} people brought in over ${kills} kills are there once each` : 'not held, see above'}`,
  );
  return status;
}
