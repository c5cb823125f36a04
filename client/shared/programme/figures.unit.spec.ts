import { FIGURES } from '@alongside/projections/views/figures.js';
import { change, GROUPS, HEADLINE, isAboutAsMany, said, saidInPart, sayPlaces, type ProgrammeFigures } from './figures.js';

const figures = (some: ProgrammeFigures) => some;
const wordsOf = (wanted: keyof ProgrammeFigures) => {
  const found = GROUPS.flatMap((group) => group.figures).find(({ name }) => name === wanted);
  if (!found) throw new Error(`No words for ${wanted}.`);
  return found;
};

describe('figures in words', () => {
  test('[R7] a withheld figure has no words, and no change is told of it', () => {
    const [pairs] = HEADLINE;
    expect(pairs && said(pairs, figures({ pairsActive: null }))).toBeUndefined();
    expect(change('pairsActive', figures({ pairsActive: 7 }), figures({ pairsActive: null }))).toBeUndefined();
    expect(change('pairsActive', figures({ pairsActive: null }), figures({ pairsActive: 7 }))).toBeUndefined();
  });

  test('a change is told in the direction in which it went', () => {
    expect(change('pairsActive', figures({ pairsActive: 14 }), figures({ pairsActive: 9 }))).toBe('5 more than a week before');
    expect(change('pairsActive', figures({ pairsActive: 9 }), figures({ pairsActive: 14 }))).toBe('5 fewer than a week before');
    expect(change('pairsActive', figures({ pairsActive: 9 }), figures({ pairsActive: 9 }))).toBeUndefined();
  });

  test('[R7] no change is told that would be about fewer than five people, in either direction', () => {
    for (const by of [1, 4, -1, -4]) {
      expect(change('pairsActive', figures({ pairsActive: 20 + by }), figures({ pairsActive: 20 }))).toBeUndefined();
      expect(isAboutAsMany('pairsActive', figures({ pairsActive: 20 + by }), figures({ pairsActive: 20 }))).toBe(true);
    }
    expect(isAboutAsMany('pairsActive', figures({ pairsActive: 20 }), figures({ pairsActive: null }))).toBe(false);
    expect(isAboutAsMany('pairsActive', figures({ pairsActive: 25 }), figures({ pairsActive: 20 }))).toBe(false);
  });

  test('days to a first meeting are no people: how they change may be told', () => {
    const median = (days: number) => figures({ medianDaysToFirstMeeting: days });
    expect(change('medianDaysToFirstMeeting', median(7), median(8.5))).toBe('1.5 fewer than a week before');
  });

  test('what mentors can take names all and free, as Today counts the free', () => {
    expect([sayPlaces('120', 68), sayPlaces('120', undefined), sayPlaces(undefined, 3)]).toEqual(['120 in all, 68 free', '120', '3 free']);
  });

  test('thousands are grouped, and minutes are told in hours', () => {
    expect(said(wordsOf('minutes'), figures({ minutes: 70_645 }))).toBe('1,177 hours');
  });

  describe('[R7] a withheld figure is told as far as those that are shown tell it', () => {
    test('a total is what its shown parts come to, or more', () => {
      const row = figures({
        requests: null,
        requestsOpen: null,
        requestsAnsweredInTime: 1_194,
        requestsNotInTime: 10,
        requestsWithdrawn: null,
      });
      expect(saidInPart(wordsOf('requests'), row)).toBe('1,204 or more');
      expect(saidInPart(wordsOf('requestsOpen'), row)).toBeUndefined();
    });

    test('a trust is what its schools come to, and says of how many where some withhold theirs', () => {
      const trust = figures({ members: null, minutes: null });
      const [oak, elm, ash] = [figures({ members: 30, minutes: 600 }), figures({ members: 25 }), figures({ members: null })];
      expect(saidInPart(wordsOf('members'), trust, [oak, elm])).toBe('55 in its schools');
      expect(saidInPart(wordsOf('members'), trust, [oak, elm, ash])).toBe('55 in 2 of its 3 schools');
      expect(saidInPart(wordsOf('minutes'), trust, [oak, elm])).toBe('10 hours in 1 of its 2 schools');
      expect(saidInPart(wordsOf('members'), trust, [ash])).toBeUndefined();
      expect(saidInPart(wordsOf('members'), trust, [oak, ash, undefined])).toBeUndefined();
      const parts = (notOffering: number) => figures({ members: null, notOffering });
      expect(saidInPart(wordsOf('members'), parts(40), [oak, elm])).toBe('55 in its schools');
      expect(saidInPart(wordsOf('members'), parts(56), [oak, elm])).toBe('56 or more');
    });

    test('days do not add up', () => {
      const median = wordsOf('medianDaysToFirstMeeting');
      expect(saidInPart(median, figures({}), [figures({ medianDaysToFirstMeeting: 9 })])).toBeUndefined();
    });
  });

  test('every figure of a programme that is shown to people stands in one group', () => {
    const shown = GROUPS.flatMap((group) => group.figures.map(({ name }) => name));
    expect(new Set(shown).size).toBe(shown.length);
    // Those who do not offer are not listed beside those who do: one is read off the other.
    const left = FIGURES.filter((name) => !shown.includes(name as never));
    expect(left).toEqual(['notOffering', 'pairsNotMet', 'daysToFirstMeeting', 'pairsUncertified']);
  });
});
