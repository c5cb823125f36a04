import { writeFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { say } from './say.mjs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';
import { countsOf, failuresOf, filesToTryAgain, Steps, withSecondTry } from './steps.mjs';

const report = {
  numTotalTestSuites: 2,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('what a run of Jest counts for', () => {
  test('its tests, where all were run', () => {
    expect(countsOf(report)).toEqual({ passed: 7, failed: 0, note: '' });
  });

  test('a failure, where there was nothing to run or no report was written', () => {
    expect(countsOf({ ...report, numTotalTestSuites: 0 })).toMatchObject({ passed: 0, failed: 1 });
    expect(countsOf(undefined)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a failure for every test that was skipped or only planned', () => {
    expect(countsOf({ ...report, numPendingTests: 2, numTodoTests: 1 })).toEqual({ passed: 7, failed: 3, note: '3 skipped' });
  });

  test('a failure for every file that could not be run', () => {
    expect(countsOf({ ...report, numFailedTests: 1, numRuntimeErrorTestSuites: 1 })).toEqual({
      passed: 7,
      failed: 2,
      note: '1 files could not be run',
    });
  });
});

test('saying something answers nothing, so that a step which ends with it has not failed', () => {
  expect(say('A line of the test of say.')).toBeUndefined();
});

describe('what failed, said again at the end', () => {
  const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };

  test('names each test that failed and begins with why, without colours', () => {
    const failed = {
      status: 'failed',
      fullName: 'sums › adds',
      failureMessages: ['\u001b[31mIt was 3.\u001b[39m\n\nat a\nat b\nat c\nat d\nat e\nat f\nat g\nat h'],
    };
    const name = join(ROOT, 'domain/sums.unit.spec.ts');
    expect(failuresOf({ testResults: [{ name, message: 'all of it', assertionResults: [passed, failed] }] })).toEqual([
      [
        '  domain/sums.unit.spec.ts: sums › adds',
        '    It was 3.',
        '    at a',
        '    at b',
        '    at c',
        '    at d',
        '    at e',
        '    at f',
        '    at g',
      ].join('\n'),
    ]);
  });

  test('a scene that failed after another says nothing of its own', () => {
    const later = { status: 'failed', fullName: 'the story goes on', failureMessages: ['Error: The story broke off at “she arrives”.'] };
    expect(failuresOf({ testResults: [{ name: 'x', message: 'all of it', assertionResults: [later] }] })).toEqual([]);
  });

  test('names a file that could not be run', () => {
    const name = join(ROOT, 'domain/broken.unit.spec.ts');
    expect(failuresOf({ testResults: [{ name, message: 'Unexpected token', assertionResults: [] }] })).toEqual([
      '  domain/broken.unit.spec.ts\n    Unexpected token',
    ]);
  });

  test('is nothing where all passed, and where there is no report', () => {
    expect(failuresOf({ testResults: [{ name: 'x', message: '', assertionResults: [passed] }] })).toEqual([]);
    expect(failuresOf(undefined)).toEqual([]);
  });
});

describe('what failed, tried once more', () => {
  const ended = (status: string) => ({ status, fullName: 'sums › adds', failureMessages: [] });
  const file = (name: string, ...statuses: string[]) => ({
    name,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    message: '',
    assertionResults: statuses.map(ended),
  });

  test('is a file or two; where more failed, something is broken', () => {
    const failed = ['a', 'b', 'c'].map((name) => file(name, 'passed', 'failed'));
    expect(filesToTryAgain({ testResults: [...failed.slice(0, 2), file('d', 'passed')] })).toEqual(['a', 'b']);
    expect(filesToTryAgain({ testResults: failed })).toEqual([]);
    expect(filesToTryAgain(undefined)).toEqual([]);
  });

  test('counts as the second try came out, and everything else as the first', () => {
    const first = { ...report, numPassedTests: 3, numFailedTests: 1, testResults: [file('a', 'passed', 'failed'), file('b', 'passed')] };
    const again = (...statuses: string[]) => countsOf(withSecondTry(first, { ...report, testResults: [file('a', ...statuses)] }));
    expect(again('passed', 'passed')).toEqual({ passed: 3, failed: 0, note: '' });
    expect(again('failed', 'passed')).toEqual({ passed: 2, failed: 1, note: '' });
    expect(again('passed', 'pending')).toEqual({ passed: 2, failed: 1, note: '1 skipped' });
  });

  test('tells under the table what passed only then', () => {
    const lines: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const steps = new Steps();
    const asked: string[][] = [];
    steps.jestTwice('journeys', (args: string[]) => {
      asked.push(args);
      const isSecond = args.includes('--runTestsByPath');
      const results = isSecond ? [file('a', 'passed')] : [file('a', 'failed'), file('b', 'passed')];
      const to = args.find((arg) => arg.startsWith('--outputFile='))?.slice('--outputFile='.length) ?? '';
      writeFileSync(to, JSON.stringify({ ...report, numPassedTests: 1, testResults: results }));
      return isSecond ? 0 : 1;
    });
    const status = steps.finish();
    write.mockRestore();
    expect(asked[1]?.slice(0, 3)).toEqual(['--runInBand', '--runTestsByPath', 'a']);
    expect(lines.join('')).toMatch(/Failed at the first try:\n.*a: sums › adds/);
    expect([status, lines.join('').trim().split('\n').at(-1)]).toEqual([0, '2 passed, 0 failed']);
  });
});

describe('steps beside each other', () => {
  test('all run, two at a time, and what failed or threw is told and counted', async () => {
    let [now, most] = [0, 0];
    const step = (status: number) => async () => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      return { status, printed: status === 0 ? '' : 'what was wrong' };
    };
    const lines: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const steps = new Steps();
    const made = await steps.checkBeside({
      one: step(0),
      two: step(1),
      three: () => Promise.reject(new Error('not there')),
      four: step(0),
    });
    const status = steps.finish();
    write.mockRestore();
    const said = lines.join('');
    expect({ most, status, made }).toEqual({ most: 2, status: 1, made: { one: true, two: false, three: false, four: true } });
    expect(said).toMatch(/── two\nwhat was wrong\n\n── three\nError: not there/);
    expect(said.trim().split('\n').at(-1)).toBe('2 passed, 2 failed');
  });
});
