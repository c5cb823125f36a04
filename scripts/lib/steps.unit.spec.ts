import { say } from './say.mjs';
import { countsOf } from './steps.mjs';

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
