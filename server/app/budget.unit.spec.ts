import { Budgets, costOf } from './budget.js';

describe('what one person may ask of a hub', () => {
  test('so much in a minute, and more as the minute passes; others are not concerned', () => {
    let now = 0;
    const budgets = new Budgets(60, () => now);
    expect(budgets.take('ben', 60)).toBe(0);
    expect(budgets.take('ben', 10)).toBe(10_000);
    expect(budgets.take('asha', 10)).toBe(0);
    now = 5_000;
    // What was refused took nothing: half of the wait has passed.
    expect(budgets.take('ben', 10)).toBe(5_000);
    now = 10_000;
    expect(budgets.take('ben', 10)).toBe(0);
  });

  test('nothing is saved up beyond a minute', () => {
    let now = 0;
    const budgets = new Budgets(60, () => now);
    budgets.take('ben', 1);
    now = 3_600_000;
    expect(budgets.take('ben', 60)).toBe(0);
    expect(budgets.take('ben', 1)).toBeGreaterThan(0);
  });

  test('what is worked out costs more than what is read, whatever the case of its address', () => {
    expect(costOf('GET', '/api/views/goal')).toBe(1);
    expect(costOf('GET', '/api/suggestions')).toBeGreaterThan(1);
    expect(costOf('HEAD', '/API/Suggestions/asha')).toBe(costOf('GET', '/api/suggestions'));
    expect(costOf('GET', '/api/reserves')).toBeGreaterThan(costOf('GET', '/api/suggestions'));
    for (const path of ['/api/imports/one/columns', '/API/Imports/one/Columns/'])
      expect(costOf('POST', path)).toBe(costOf('POST', '/api/imports'));
    expect(costOf('POST', '/api/imports/one/confirm')).toBe(1);
    expect(costOf('POST', '/api/imports')).toBeGreaterThan(costOf('GET', '/api/imports/one'));
  });
});
