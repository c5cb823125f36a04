import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './run.mjs';
import { say } from './say.mjs';

/** How wide the column of names is, in characters. */
const WIDTH = 24;

const seconds = (since) => (performance.now() - since) / 1000;

/** What Jest counted. A file that could not be run and a test that was left out count as failures: silence is not success. */
export function countsOf(report) {
  if (!report || report.numTotalTestSuites === 0) return { passed: 0, failed: 1, note: 'no test was run' };
  const leftOut = report.numPendingTests + report.numTodoTests;
  const unopened = report.numRuntimeErrorTestSuites;
  const note = [leftOut && `${leftOut} skipped`, unopened && `${unopened} files could not be run`].filter(Boolean).join(', ');
  return { passed: report.numPassedTests, failed: report.numFailedTests + unopened + leftOut, note };
}

/** How much of the reason for a failure is said again at the end. */
const REASON_LIMIT_LINES = 8;
/** What every later scene of a story that broke says (client/e2e/people.ts): one is enough. */
const AFTER_ANOTHER = 'The story broke off at';
// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[0-9;]*m/g;

/** Each test that failed, and each file that could not be run, with the beginning of why: at the end of a long run nobody finds them above. */
export function failuresOf(report) {
  const begins = (message) =>
    (message ?? '')
      .replaceAll(COLOURS, '')
      .split('\n')
      .filter((line) => line.trim())
      .slice(0, REASON_LIMIT_LINES)
      .map((line) => `    ${line}`);
  return (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter(({ status, failureMessages: [why] }) => status === 'failed' && !why?.includes(AFTER_ANOTHER));
    if (failed.length === 0 && assertionResults.length === 0 && message) return [[`  ${file}`, ...begins(message)].join('\n')];
    return failed.map(({ fullName, failureMessages }) => [`  ${file}: ${fullName}`, ...begins(failureMessages[0])].join('\n'));
  });
}

/** Of how many files a failure may be put down to a busy machine: where more fail, something is broken. */
const AGAIN_LIMIT_FILES = 2;

/** The files of which a test failed, where they are few enough to be tried again. */
export function filesToTryAgain(report) {
  const files = (report?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name);
  return files.length <= AGAIN_LIMIT_FILES ? files : [];
}

/** The first run, with what a second one came to in place of the files that were tried again. */
export function withSecondTry(first, second) {
  const again = new Set(second.testResults.map(({ name }) => name));
  const testResults = [...first.testResults.filter(({ name }) => !again.has(name)), ...second.testResults];
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (...statuses) => tests.filter(({ status }) => statuses.includes(status)).length;
  return {
    ...first,
    testResults,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending', 'skipped', 'disabled'),
    numTodoTests: count('todo'),
    numRuntimeErrorTestSuites: second.numRuntimeErrorTestSuites,
  };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps the tally of a run: every step is taken, whatever the ones before it came to. */
export class Steps {
  #done = [];
  #notes = [];
  #failures = [];
  #runs = 0;
  #folder = mkdtempSync(join(tmpdir(), 'alongside-test-'));

  #keep(name, started, counts) {
    this.#done.push({ name, seconds: seconds(started), ...counts });
  }

  /** A step that passes or fails as one. It fails by throwing or by answering a non-zero exit status. */
  async check(name, work) {
    say(`\n── ${name}`);
    const started = performance.now();
    let status = 1;
    try {
      status = (await work()) ?? 0;
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
    this.#keep(name, started, { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, note: '' });
    return status === 0;
  }

  /**
   * Steps that have nothing to do with each other, two at a time; each answers `{ status, printed }`. They are told in the order given.
   * Answers by name whether each passed.
   */
  async checkBeside(works) {
    const queue = Object.entries(works).map(([name, work]) => ({ name, work }));
    const all = [...queue];
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const started = performance.now();
        next.ended = await next.work().catch((error) => ({ status: 1, printed: String(error) }));
        next.seconds = seconds(started);
      }
    };
    await Promise.all([lane(), lane()]);
    for (const { name, ended, seconds: took } of all) {
      say(`\n── ${name}`);
      if (ended.printed.trim()) say(ended.printed.trimEnd());
      const counts = ended.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
      this.#done.push({ name, seconds: took, ...counts, note: '' });
    }
    return Object.fromEntries(all.map(({ name, ended }) => [name, ended.status === 0]));
  }

  /** Runs Jest and reads its report. `work` gets the arguments that make it write one. */
  #reported(work, files = []) {
    const file = join(this.#folder, `${this.#runs++}.json`);
    const status = work([...files, '--json', `--outputFile=${file}`]);
    return { status, report: readReport(file) };
  }

  /** A run of Jest, counted by its report. */
  jest(name, work) {
    say(`\n── ${name}`);
    const started = performance.now();
    this.#tell(name, started, this.#reported(work));
  }

  /**
   * The same for browsers and hubs of their own, which a busy machine makes miss their moment: one or two files that failed are run once more, alone, and told.
   */
  jestTwice(name, work) {
    say(`\n── ${name}`);
    const started = performance.now();
    const first = this.#reported(work);
    const files = filesToTryAgain(first.report);
    if (files.length === 0) return this.#tell(name, started, first);
    say(`\n── ${name}: what failed, once more`);
    for (const failure of failuresOf(first.report)) this.note(`Failed at the first try:\n${failure}`);
    const second = this.#reported(work, ['--runInBand', '--runTestsByPath', ...files]);
    if (!second.report) return this.#tell(name, started, first);
    this.#tell(name, started, { status: second.status, report: withSecondTry(first.report, second.report) });
  }

  #tell(name, started, { status, report }) {
    this.#failures.push(...failuresOf(report).map((failure) => `${name}\n${failure}`));
    const counts = countsOf(report);
    const failed = counts.failed || (status === 0 ? 0 : 1);
    this.#keep(name, started, { ...counts, failed });
  }

  /** A line to print under the table. */
  note(line) {
    this.#notes.push(line);
  }

  /** Prints what failed, the table and, last, the line that machines read; answers the exit status. */
  finish() {
    rmSync(this.#folder, { recursive: true, force: true });
    if (this.#failures.length) say(`\n${this.#failures.join('\n')}`);
    say(`\n${'step'.padEnd(WIDTH)}${'seconds'.padStart(9)}${'passed'.padStart(9)}${'failed'.padStart(9)}`);
    for (const { name, seconds: took, passed, failed, note } of this.#done) {
      say(
        `${name.padEnd(WIDTH)}${took.toFixed(1).padStart(9)}${String(passed).padStart(9)}${String(failed).padStart(9)}${note ? `  ${note}` : ''}`,
      );
    }
    if (this.#notes.length) say(`\n${this.#notes.join('\n')}`);
    const sum = (key) => this.#done.reduce((total, step) => total + step[key], 0);
    say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
    return sum('failed') === 0 ? 0 : 1;
  }
}
