// `npm run mutate -- AREA`: changes the code of an area in small ways and sees whether its specs notice. On request; docs/mutation says more.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { AREAS } from './lib/mutation/areas.mjs';
import { from0, inOneLine, placeOf, sampleOf, textAt } from './lib/mutation/sample.mjs';
import { keepVerdicts, verdictsFile } from './lib/mutation/verdicts.mjs';
import { ROOT } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { filesUnder } from './lib/sources.mjs';

const SAMPLE_LIMIT_MUTANTS = 400;
const SEED = 20_261_127;
/** Generous: what is slow on a busy machine would else count as noticed. Endless loops are counted, and end sooner. */
const TEST_LIMIT_MS = 180_000;
const KILLED = new Set(['Killed', 'Timeout', 'RuntimeError']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/** The mutants of the sample with how each ended, as Stryker reported them. */
function endsOf(report, places) {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.flatMap(({ location, mutatorName, replacement, status }) => {
      const mutant = { fileName: file, location: from0(location), mutatorName, replacement };
      if (!places.has(placeOf(mutant))) return [];
      return [{ status, file, line: location.start.line, mutator: mutatorName, from: textAt(source, mutant.location), to: replacement }];
    }),
  );
}

/** What was tried before is not tried again, but for what was in no sample then, and what ran out of time: the machine may have been busy. */
function forgetUntried(file) {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const one of Object.values(report.files))
    one.mutants = one.mutants.filter(({ status }) => status !== 'CompileError' && status !== 'Timeout');
  writeFileSync(file, JSON.stringify(report));
}

await main(async () => {
  const [area = '', ...more] = process.argv.slice(2);
  const known = Object.keys(AREAS).join(', ');
  if (!area) return say(`npm run mutate -- AREA, where AREA is one of: ${known}`);
  if (!AREAS[area]) throw new Stop(`There is no area “${area}”. There are: ${known}.`);
  const given = (name, otherwise) => Number(more.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
  const seed = given('seed', SEED);
  const files = [...filesUnder(join(ROOT, AREAS[area].folder), new Set(['dist', 'node_modules', 'testing']))]
    .map((path) => relative(ROOT, path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !/\.(spec|testing|contract|bench)\.ts$/.test(path));
  const { places, of } = await sampleOf(files, { seed, limit: Math.min(given('limit', SAMPLE_LIMIT_MUTANTS), SAMPLE_LIMIT_MUTANTS) });
  say(`${places.length} of ${of} mutants of ${area} are tried (seed ${seed}).`);

  const work = join(ROOT, 'tmp/mutation', area.replaceAll('/', '-'));
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, 'sample.json'), JSON.stringify(places));
  process.env.MUTATE_AREA = area;
  process.env.MUTATE_SAMPLE = join(work, 'sample.json');
  process.env.MUTATE_TESTS = join(work, 'tests.json');
  const incrementalFile = join(work, 'tried.json');
  forgetUntried(incrementalFile);
  process.chdir(ROOT);
  await new Stryker({
    mutate: files,
    testRunner: 'jest-by-file',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: { configFile: 'scripts/lib/mutation/jest.config.mjs', enableFindRelatedTests: false },
    plugins: ['in-sample', 'by-file', 'as-found'].map((name) => join(ROOT, `scripts/lib/mutation/${name}.mjs`)),
    checkers: ['in-sample'],
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile,
    reporters: ['json', 'progress-append-only', 'as-found'],
    jsonReporter: { fileName: join(work, 'report.json') },
    ignorePatterns: ['dist', 'data', 'docs', 'screenshots', 'tmp', '.nx', 'coverage'],
    tempDirName: 'tmp/mutation/sandboxes',
    timeoutMS: TEST_LIMIT_MS,
    // Jest keeps the modules of every run for as long as its process lives: some 7 MB for each group of specs that meets a mutant.
    maxTestRunnerReuse: 20,
    concurrency: Number(process.env.MUTATE_WORKERS ?? 1),
    thresholds: { high: 100, low: 0, break: null },
    logLevel: 'warn',
    allowConsoleColors: false,
  }).runMutationTest();

  const ends = endsOf(JSON.parse(readFileSync(join(work, 'report.json'), 'utf8')), new Set(places));
  const killed = ends.filter(({ status }) => KILLED.has(status)).length;
  const missed = ends.flatMap(({ status, ...end }) => (MISSED.has(status) ? [end] : []));
  const tried = killed + missed.length;
  const percent = tried ? Math.floor((killed / tried) * 1000) / 10 : 0;
  const list = keepVerdicts(area, { area, seed, of, mutants: tried, killed, percent }, missed);
  for (const { file, line, mutator, from, to, verdict, why } of list)
    say(`${verdict} ${file}:${line} ${mutator}: ${inOneLine(from)} → ${inOneLine(to)}${why && ` (${why})`}`);
  const gaps = list.filter(({ verdict }) => verdict === 'gap').length;
  const late = ends.filter(({ status }) => status === 'Timeout').length;
  if (late) say(`${late} ended by time, and are tried again in the next run.`);
  say(`${gaps} of the survivors are gaps; ${relative(ROOT, verdictsFile(area))} lists them all.`);
  say(`MUTATE ${area}: ${tried} mutants, ${killed} killed (${percent} %), ${missed.length} survived`);
});
