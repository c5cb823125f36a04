// `npm test`: every automatic check; what Node decides on a second Node too. The last line, `N passed, N failed`, counts each Jest test and
// each other step.
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { exchangeFiles } from './lib/exchange.mjs';
import { majorsBeside, obtainOneOf } from './lib/other-node.mjs';
import { ROOT, runBeside, runNode } from './lib/run.mjs';
import { memoryFolder } from './lib/memory-folder.mjs';
import { onDay, OTHER_DAYS } from './lib/other-day.mjs';
import { main, say } from './lib/say.mjs';
import { Steps } from './lib/steps.mjs';
import { setup } from './setup.mjs';

const bin = (name) => join(ROOT, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
/** A part of `npm run prove -- dates`, on one of its days by chance. What asks about the day alone runs here and nowhere else. */
const ON_ANOTHER_DAY = 'demo-killed|features/today/[^/]+$|mail/.*notifications.unit';
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const FIRST_LOAD = 'client/scripts/first-load.mjs';
/** So many at a time on two cores: integration mostly waits for the hubs that it starts. */
const workersFor = (args) => (args.includes('integration') ? '--maxWorkers=3' : '--maxWorkers=2');
/** What is tried once more (`more` says so) runs alone and whole. */
const withWorkers = (more, args) =>
  more.includes('--runInBand') ? [...more, ...args.filter((arg) => !arg.startsWith('--shard'))] : [workersFor(args), ...more, ...args];
const INTEGRATION = ['--selectProjects', 'integration'];
/** Specs about bytes: how Node hands out buffers has changed what a certificate prints. */
const BYTES = ['--selectProjects', 'unit', '--testPathPatterns', 'server/(files|imports|mail|privacy|event-store)/'];
/** What no driver and no Node decides: the story is told on another day as well, and specs of the scripts read sources. */
const ONCE = ['app/demo-(killed|aged|lived-in)', 'scripts/[^/]+\\.int\\.spec'];
/** What Node decides most: drivers, files, processes, sockets, what is said of wrong arguments. Of the rest a part by seed runs on a second one. */
const NODE_DECIDES = 'server/(event-store|view-store|sqlite|realtime|mail|app/(channel|sudden-death|usage|verify|older-hub|two-hubs))/?';
/** `npm run prove -- node-versions` runs all parts. */
const PARTS = 16;
const HERE = process.versions.node;

/** Runs the integration suite on a second Node. Without one it fails where nobody would read the note: in continuous integration. */
async function onSecondNode(steps, runJest) {
  let second;
  const look = () => {
    second = obtainOneOf(majorsBeside(HERE));
    if (second) return say(`Node.js ${second.version}, from npm.`);
    say('No second Node.js could be obtained from the npm registry.');
    return 1;
  };
  if (process.env.CI) await steps.check('second Node', look);
  else look();
  if (!second) {
    steps.note(`Everything ran on Node.js ${HERE}. NOT RUN: the integration suite on a second Node.js, because none could be obtained.`);
    return;
  }
  const { version, program } = second;
  await steps.check('files of both', () => say(`Each opened the other's files: ${exchangeFiles(process.execPath, program).join(', ')}.`));
  // Whatever a test starts by the name of node is then the second one too.
  const env = { PATH: `${dirname(program)}${delimiter}${process.env.PATH}` };
  const there = (name, args) => steps.jestTwice(`${name} ${version}`, (more) => runJest(withWorkers(more, args), env, program));
  const part = `--shard=${(seed % PARTS) + 1}/${PARTS}`;
  there('integration', [...INTEGRATION, '--testPathPatterns', NODE_DECIDES]);
  there('a part of it', [...INTEGRATION, part, '--testPathIgnorePatterns', NODE_DECIDES, ...ONCE]);
  there('bytes', BYTES);
  steps.note(
    `Everything ran on Node.js ${HERE}. On Node.js ${version} ran once more what Node decides, and of the rest of the integration suite part ${part.slice('--shard='.length)} (SEED=${seed}).`,
  );
}

await main(async () => {
  const steps = new Steps();
  let browser = '';
  const ready = await steps.check('setup', () => {
    browser = setup({ browser: true, driver: false });
  });
  if (!ready) return steps.finish();

  // These need the installed packages, so they are loaded only now.
  const { runJest } = await import('./lib/jest.mjs');
  const folder = memoryFolder();
  // Whatever ends this run; what a signal leaves goes with the next one.
  process.once('exit', () => folder !== tmpdir() && rmSync(folder, { recursive: true, force: true }));
  const env = { CHROMIUM_PATH: browser, TMPDIR: folder };
  const jest = (name, projects, ...args) =>
    steps.jest(name, (report) => runJest(['--selectProjects', ...projects, ...args, ...report], env));
  const jestTwice = (name, ...args) => steps.jestTwice(name, (more) => runJest(withWorkers(more, args), env));

  // Beside what reads sources alone: the driver may have to be built, on one core.
  const made = await steps.checkBeside({
    driver: () => runBeside(process.execPath, ['scripts/setup.mjs']),
    build: () => runBeside(process.execPath, ['scripts/build.mjs']),
    types: async () => {
      const all = await runBeside(bin('nx'), ['run-many', '-t', 'types', '--parallel=1']);
      const scripts = await runBeside(bin('tsc'), ['-p', 'scripts/tsconfig.json']);
      return { status: all.status || scripts.status, printed: all.printed + scripts.printed };
    },
    format: () => runBeside(bin('prettier'), ['--check', '--log-level', 'warn', '.']),
    boundaries: () => runBeside(process.execPath, ['scripts/boundaries.mjs']),
    'nothing unused': () => runBeside(bin('knip'), []),
    lint: () => runBeside(bin('oxlint'), ['--deny-warnings', '.']),
  });
  if (!made.driver || !made.build) return steps.finish();
  if (existsSync(join(ROOT, FIRST_LOAD))) await steps.check('first load', () => runNode([FIRST_LOAD]));
  // In one run: the last long file of one does not keep a core from the next.
  jest('unit, ui, simulation', ['unit', 'ui', 'simulation'], '--maxWorkers=2');
  jestTwice(`integration ${HERE}`, ...INTEGRATION, '--testPathIgnorePatterns', 'app/demo-killed');
  if (process.argv.includes('--one-node')) steps.note(`Everything ran on Node.js ${HERE}. On request nothing ran on a second one.`);
  else await onSecondNode(steps, runJest);
  const day = OTHER_DAYS[seed % OTHER_DAYS.length];
  say(`\nThe demonstration on another day: ${day.name}, ${day.at} (SEED=${seed})`);
  steps.jest('another day', (report) =>
    runJest(
      ['--selectProjects', 'unit', 'ui', 'integration', '--testPathPatterns', ON_ANOTHER_DAY, '--maxWorkers=2', ...report],
      onDay(day),
    ),
  );
  jestTwice('journeys', '--selectProjects', 'e2e');
  return steps.finish();
});
