import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runJest } from '../lib/jest.mjs';
import { onDay, OTHER_DAYS } from '../lib/other-day.mjs';
import { say, Stop } from '../lib/say.mjs';
import { countsOf } from '../lib/steps.mjs';

const SUITES = ['unit', 'ui', 'integration'];
const YEAR_DAYS = 365;
/** What hangs is ended; a machine that does something else as well is no fault of a day. */
const TEST_LIMIT_MS = 120_000;

/**
 * Runs the specs on twelve dates and opens the demonstration on every day of a year. `--only DATES`, `--suites NAMES` and `--match NAME`
 * narrow it; `--no-year` skips the year.
 */
export default async function prove(args) {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, suites: { type: 'string' }, match: { type: 'string' }, year: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const days = OTHER_DAYS.filter(({ at }) => !values.only || values.only.split(',').some((day) => at.startsWith(day)));
  if (days.length === 0) throw new Stop(`No day begins with ${values.only}. There are: ${OTHER_DAYS.map(({ at }) => at).join(', ')}.`);
  const suites = values.suites?.split(',') ?? SUITES;
  const { build } = await import('../build.mjs');
  await build({ client: false });
  const folder = mkdtempSync(join(tmpdir(), 'alongside-dates-'));
  const match = values.match ? ['--testPathPatterns', values.match] : [];
  try {
    const results = days.map((day) => {
      const { passed, failed, note } = counted(folder, ['--selectProjects', ...suites, ...match, '--maxWorkers=2'], onDay(day));
      say(`${day.at} (${[day.name, day.zone].filter(Boolean).join(', ')}): ${passed} passed, ${failed} failed${note ? `, ${note}` : ''}`);
      return { passed, failed };
    });
    const whole = values.year && !values.only;
    const year = whole
      ? counted(folder, ['--selectProjects', 'unit', '--testPathPatterns', 'demo/any-day'], { DAYS: String(YEAR_DAYS) })
      : undefined;
    if (year) say(`The demonstration, opened on every day of a year: ${year.passed} passed, ${year.failed} failed`);
    const failed = [...results, ...(year ? [year] : [])].reduce((sum, result) => sum + result.failed, 0);
    const each = [...new Set(results.map((result) => result.passed + result.failed))].join(' or ');
    say(`PROOF dates: ${days.length} days, ${each} tests each, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counted(folder, args, env) {
  const file = join(folder, 'report.json');
  rmSync(file, { force: true });
  const status = runJest([...args, `--testTimeout=${TEST_LIMIT_MS}`, '--json', `--outputFile=${file}`], env);
  const counts = countsOf(reportIn(file));
  return { ...counts, failed: counts.failed || (status === 0 ? 0 : 1) };
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
