import { barOf, headingOf, leadOf, pulseOf, sayBar, standsOut, type SchoolPulse } from './leader-words.js';

const school = (name: string, more: Partial<SchoolPulse> = {}): SchoolPulse => ({
  ...{ id: name.toLowerCase(), name, pairs: 20, met: 19, looking: 0, space: 3 },
  ...more,
});
const whole = school('Riverbank', { pairs: 62, met: 51, looking: 5, space: 9 });
const SAID = 'this half term';
const lead = (...schools: SchoolPulse[]) => leadOf(standsOut(schools), whole, SAID);

describe('a leader’s Today', () => {
  test('the heading is how many pairs met, as it is', () => {
    expect(headingOf(whole, SAID)).toBe('51 of 62 pairs met this half term');
    expect(headingOf(school('A', { pairs: 20, met: 20 }), SAID)).toBe('All 20 pairs met this half term');
    expect(headingOf(school('A', { pairs: 1, met: 1 }), SAID)).toBe('The one pair met this half term');
    expect(headingOf(school('A', { pairs: 0, met: 0 }), SAID)).toBe('No pairs yet');
  });

  test('a school whose people look and find no space comes first, the one with most of them', () => {
    expect(lead(school('Hill', { looking: 5, space: 0 }), school('River', { looking: 10, space: 0 }), school('Moor', { met: 2 }))).toBe(
      'At River, 10 or more people are looking for a mentor, and no mentor there has space.',
    );
  });

  test('then the school where the fewest pairs met; then how many look and how much space there is', () => {
    expect(lead(school('Hill'), school('Moor', { met: 12 }), school('River', { met: 8 }))).toBe(
      'At River, 8 of 20 pairs met this half term.',
    );
    expect(lead(school('Hill'), school('Moor'))).toBe('5 or more people are looking for a mentor. Mentors have space for 9 more mentees.');
    expect(lead(school('Moor', { met: 2 }))).toBe('5 or more people are looking for a mentor. Mentors have space for 9 more mentees.');
  });

  test('[R7] small numbers of pairs are said as they are, 0 of 3 too; fewer than five who look for a mentor are not said', () => {
    expect(leadOf({ by: 'nothing' }, { ...whole, looking: 0 }, SAID)).toBe('Mentors have space for 9 more mentees.');
    const small = school('Small', { pairs: 4, met: 0 });
    expect(standsOut([school('Hill'), small])).toEqual({ by: 'nothing' });
    expect([sayBar(small), barOf(small)]).toEqual(['0 of 4', { share: 0, low: false }]);
    expect([sayBar(school('None', { pairs: 0, met: 0 })), barOf(school('None', { pairs: 0, met: 0 }))]).toEqual(['No pairs', undefined]);
    expect([sayBar(school('Hill')), barOf(school('Hill', { met: 10 }))]).toEqual(['19 of 20', { share: 0.5, low: true }]);
  });

  test('a pair has met where it met from the first day of the half term on', () => {
    const row = {
      institution: 'a',
      pairs: 5,
      lastMet: { '2026-10-23': 2, '2026-10-31': 1, '2026-11-20': 1 },
      space: 0,
    };
    expect(pulseOf(row as never, 'a', 'A', '2026-10-31', 5)).toEqual({
      id: 'a',
      name: 'A',
      pairs: 5,
      met: 2,
      looking: 5,
      space: 0,
    });
  });
});
