import type { ViewRows } from '../../replica/index.js';
import { byYear, sayCredits, schoolYearOf } from './cpd.js';

describe('the record of professional development', () => {
  test('a school year begins on 1 September', () => {
    expect([schoolYearOf('2026-08-31'), schoolYearOf('2026-09-01'), schoolYearOf('2026-01-15')]).toEqual([2025, 2026, 2025]);
  });

  test('years and entries stand newest first, and credits come from the sum of the year', () => {
    const years = byYear([credited('2026-06-01', 35), credited('2026-10-05', 50), credited('2026-06-29', 40), credited('2025-11-03', 40)]);
    expect(years.map(({ name, minutes, credits }) => [name, minutes, credits])).toEqual([
      ['2026 to 2027', 50, 0.75],
      ['2025 to 2026', 115, 1.75],
    ]);
    expect(years[1]?.rows.map(({ on }) => on)).toEqual(['2026-06-29', '2026-06-01', '2025-11-03']);
  });

  test('nothing recorded is no year', () => {
    expect(byYear([])).toEqual([]);
  });

  test('credits are said in quarters', () => {
    expect([0, 0.25, 0.75, 1, 1.25, 2, 7.5].map(sayCredits)).toEqual([
      'no credit yet',
      '¼ credit',
      '¾ credit',
      'one credit',
      '1¼ credits',
      '2 credits',
      '7½ credits',
    ]);
  });
});

function credited(on: string, minutes: number): ViewRows['cpd'] {
  return { on, minutes, person: 'ben', mentorship: 's', meeting: on, as: 'mentee' } as unknown as ViewRows['cpd'];
}
