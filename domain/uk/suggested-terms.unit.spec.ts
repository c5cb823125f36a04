import { NATIONS } from '../institutions/institution.events.js';
import { whatIsWrong } from '../institutions/calendar.js';
import type { Day } from '../kernel/brand.js';
import { weekdayNumber } from './days.js';
import { schoolYearOf, suggestedTerms } from './suggested-terms.js';

describe('suggested terms', () => {
  test('are those of the school year that a day lies in, and in summer of the coming one', () => {
    expect(schoolYearOf('england', '2026-11-26' as Day)).toBe(2026);
    expect(schoolYearOf('england', '2027-07-09' as Day)).toBe(2026);
    expect(schoolYearOf('england', '2027-07-10' as Day)).toBe(2027);
    expect(schoolYearOf('scotland', '2027-06-20' as Day)).toBe(2027);
  });

  test('of England in 2026 to 2027', () => {
    expect(suggestedTerms('england', '2026-11-26' as Day)).toEqual({
      terms: [
        { name: 'Autumn term', from: '2026-09-01', to: '2026-12-18' },
        { name: 'Spring term', from: '2027-01-04', to: '2027-03-25' },
        { name: 'Summer term', from: '2027-04-12', to: '2027-07-21' },
      ],
      closures: [
        { why: 'Half term', from: '2026-10-26', to: '2026-10-30' },
        { why: 'Half term', from: '2027-02-15', to: '2027-02-19' },
        { why: 'Half term', from: '2027-05-31', to: '2027-06-04' },
      ],
    });
  });

  test('have a half term at the end of May in England and in Wales, and in no other nation', () => {
    const lastOf = (nation: (typeof NATIONS)[number]) => suggestedTerms(nation, '2026-11-26' as Day).closures.at(-1)?.from;
    expect(NATIONS.map((nation) => [nation, lastOf(nation)])).toEqual([
      ['england', '2027-05-31'],
      ['wales', '2027-05-31'],
      ['scotland', '2027-02-08'],
      ['northern-ireland', '2027-02-15'],
    ]);
  });

  test.each(NATIONS)('of %s are a calendar that is accepted as it is, for every year to come', (nation) => {
    for (let year = 2024; year < 2064; year += 1) {
      const { terms, closures } = suggestedTerms(nation, `${year}-11-26` as Day);
      expect({ year, wrong: whatIsWrong(terms, closures) }).toEqual({ year, wrong: undefined });
      for (const { from, to } of [...terms, ...closures]) expect(Math.max(weekdayNumber(from), weekdayNumber(to))).toBeLessThan(5);
      // A half term lies inside a term, or it would say nothing.
      for (const closure of closures) expect(terms.some((term) => term.from < closure.from && closure.to < term.to)).toBe(true);
    }
  });
});
