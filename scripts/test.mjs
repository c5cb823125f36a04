// `npm test`: everything that can be checked by machine, from a fresh clone, with a table of what took how long.
// The last line is `N passed, N failed`: each test of Jest counts once, and so does each other step.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runNode } from './lib/run.mjs';
import { onDay, OTHER_DAYS } from './lib/other-day.mjs';
import { main, say } from './lib/say.mjs';
import { Steps } from './lib/steps.mjs';
import { setup } from './setup.mjs';

const bin = (name) => join(ROOT, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
/** A part of `npm run prove -- dates`, on one of its days by chance. */
const ON_ANOTHER_DAY = 'demo-killed|demo-aged|features/today|news.unit';
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const FIRST_LOAD = 'client/scripts/first-load.mjs';

await main(async () => {
  const steps = new Steps();
  let browser = '';
  const ready = await steps.check('setup', () => {
    browser = setup({ browser: true });
  });
  if (!ready) return steps.finish();

  // These need the installed packages, so they are loaded only now.
  const { build } = await import('./build.mjs');
  const { runJest } = await import('./lib/jest.mjs');
  const jest = (name, project, ...args) =>
    steps.jest(name, (report) => runJest(['--selectProjects', project, ...args, ...report], { CHROMIUM_PATH: browser }));

  await steps.check('build', () => build());
  await steps.check('types', () => run(bin('nx'), ['run-many', '-t', 'types']) || run(bin('tsc'), ['-p', 'scripts/tsconfig.json']));
  await steps.check('lint', () => run(bin('oxlint'), ['--deny-warnings', '.']));
  await steps.check('format', () => run(bin('prettier'), ['--check', '--log-level', 'warn', '.']));
  await steps.check('boundaries', () => runNode(['scripts/boundaries.mjs']));
  if (existsSync(join(ROOT, FIRST_LOAD))) await steps.check('first load', () => runNode([FIRST_LOAD]));
  jest('unit', 'unit');
  jest('ui', 'ui');
  jest('integration', 'integration', '--maxWorkers=2');
  const day = OTHER_DAYS[seed % OTHER_DAYS.length];
  say(`\nThe demonstration on another day: ${day.name}, ${day.at} (SEED=${seed})`);
  steps.jest('another day', (report) =>
    runJest(['--selectProjects', 'unit', 'ui', 'integration', '--testPathPatterns', ON_ANOTHER_DAY, '--maxWorkers=2', ...report], onDay(day)),
  );
  jest('journeys', 'e2e', '--runInBand');
  return steps.finish();
});
