import { isWhole, problemsIn } from './calendar-problems.js';

const autumn = { name: 'Autumn', from: '2026-09-01', to: '2026-12-18' };
const spring = { name: 'Spring', from: '2027-01-04', to: '2027-03-26' };

describe('what is wrong with term dates', () => {
  test('is nothing where each ends after it begins, and none overlap', () => {
    expect(isWhole(problemsIn([autumn, spring], [{ name: 'INSET day', from: '2026-10-23', to: '2026-10-23' }]))).toBe(true);
  });

  test('names the term that ends before it begins, at its last day', () => {
    expect(problemsIn([autumn, { ...spring, to: '2026-03-26' }], []).terms).toEqual([
      {},
      { to: 'The last day of Spring is before its first day.' },
    ]);
  });

  test('names both terms that overlap, at the first day of the later, whichever comes first in the list', () => {
    expect(problemsIn([{ ...spring, from: '2026-12-18' }, autumn], []).terms).toEqual([{ from: 'Spring begins before Autumn ends.' }, {}]);
  });

  test('tells a slip of the year, and what a row lacks', () => {
    expect(problemsIn([{ ...autumn, to: '2027-12-18' }], [{ name: '', from: '2026-10-23', to: '' }])).toEqual({
      terms: [{ to: 'Autumn is longer than 200 days. Check the years of its two dates.' }],
      closures: [{ name: 'Enter the reason, or remove this row.', to: 'Enter the last day.' }],
    });
  });
});
