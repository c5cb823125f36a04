import { free, mentee, mentor, school } from '../testing/people.js';
import { rankForCoordinator } from './for-coordinator.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const TUESDAY = ['tuesday 15:30-17:00'];
const elm = school('Elm', 0);
const ben = mentee({
  ...{ aims: [{ tag: ROUTINES, from: 2, to: 3 }], subjects: ['sub-mathematics'], workplaces: [elm] },
  availability: free(TUESDAY, { format: 'in-person' }),
});
const near = { workplaces: [school('Oak', 3)], availability: free(TUESDAY) };
const far = { workplaces: [school('Fir', 85)], availability: free(['friday 08:00-09:00'], { format: 'in-person' }) };
const names = (...mentors: ReturnType<typeof mentor>[]) => rankForCoordinator(ben, mentors, 8).map(({ mentor: id }) => id);
const said = (one: ReturnType<typeof mentor>, of = ben) => rankForCoordinator(of, [one], 8)[0]?.remarks.map(({ text }) => text);

describe('mentors for a coordinator to suggest', () => {
  test('come by what matters to the mentee: their focus areas, and how far away', () => {
    const helps = { expertise: [{ tag: ROUTINES, level: 5 as const }] };
    const people = [
      mentor('Far', far),
      mentor('Neither', { ...far, expertise: [] }),
      mentor('Near', near),
      mentor('Both', { ...near, ...helps }),
      mentor('Helps', { ...far, ...helps }),
    ];
    expect(names(...people).slice(0, 2)).toEqual(['both', 'near']);
  });

  test('are explained: distance, and whether that matters', () => {
    expect(said(mentor('Asha', near))?.slice(0, 1)).toEqual(['They work 3 miles apart.']);
    expect(said(mentor('Asha', far))).toEqual(['They work 85 miles apart, and cannot both meet online.', 'They have no shared times.']);
    const online = { ...ben, availability: free(TUESDAY) };
    expect(said(mentor('Asha', { ...near, workplaces: [school('Fir', 85)] }), online)?.[0]).toBe(
      'They work 85 miles apart, and both can meet online.',
    );
    expect(said(mentor('Asha', { ...near, availability: free(TUESDAY, { format: 'online' }) }))?.[0]).toBe('They have shared times.');
    expect(said(mentor('Asha', { ...near, availability: free(TUESDAY, { format: 'online' }) }))).toContain(
      'One only meets online, the other only in person.',
    );
    expect(said(mentor('Asha', { workplaces: [elm] }))).toEqual(['Both work at Elm.']);
    expect(said(mentor('Asha', { workplaces: [], subjects: ['sub-history'] }))).toEqual([
      expect.stringMatching(/^Asha teaches .*, not Ben’s subject\.$/),
    ]);
  });

  test('[R6] never in words that name a focus area, a level or a time', () => {
    const text = JSON.stringify(rankForCoordinator(ben, [mentor('Asha', { ...near, expertise: [{ tag: ROUTINES, level: 5 }] })], 8));
    expect(text).not.toMatch(/routine|focus|level|uesday/i);
  });
});
