import { FIGURES } from '@alongside/projections/views/figures.js';
import { change, difference, GROUPS, said, saidOutside, sayPlaces, type ProgrammeFigures } from './figures.js';

const figures = (some: ProgrammeFigures) => some;
const wordsOf = (wanted: keyof ProgrammeFigures) => {
  const found = GROUPS.flatMap((group) => group.figures).find(({ name }) => name === wanted);
  if (!found) throw new Error(`No words for ${wanted}.`);
  return found;
};

describe('figures in words', () => {
  test('[R7] small numbers and nought are said as they are', () => {
    expect([0, 1, 4].map((pairsActive) => said(wordsOf('pairsActive'), figures({ pairsActive })))).toEqual(['0', '1', '4']);
  });

  test('where no pair has met there are no days, which hides nothing', () => {
    expect(said(wordsOf('medianDaysToFirstMeeting'), figures({ medianDaysToFirstMeeting: null }))).toBe('None yet');
  });

  test('[R7] what may not leave the hub has no words', () => {
    expect(saidOutside(wordsOf('pairsActive'), figures({ pairsActive: null }))).toBeUndefined();
    expect(saidOutside(wordsOf('pairsActive'), figures({ pairsActive: 9 }))).toBe('9');
  });

  test('a change is told in the direction in which it went, by one as well', () => {
    const told = (now: number | null, before: number | null) =>
      change(wordsOf('pairsActive'), figures({ pairsActive: now }), figures({ pairsActive: before }), 'a week before');
    expect(told(14, 9)).toBe('5 more than a week before');
    expect(told(9, 10)).toBe('1 fewer than a week before');
    expect([told(9, 9), told(9, null), told(null, 9), change(wordsOf('pairsActive'), {}, null, 'a week before')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a difference has its unit, and none is said too', () => {
    const told = (name: keyof ProgrammeFigures, now: number, before: number) =>
      difference(wordsOf(name), { [name]: now }, { [name]: before });
    expect([told('minutes', 600, 240), told('meanDaysToFirstMeeting', 9.1, 9.6), told('pairs', 1204, 0), told('pairs', 3, 3)]).toEqual([
      ...['6 hours more', '0.5 fewer', '1,204 more', 'No change'],
    ]);
  });

  test('what mentors can take names all and free, as Today counts the free', () => {
    expect([sayPlaces('120', 68), sayPlaces('120', undefined), sayPlaces(undefined, 3)]).toEqual(['120 in all, 68 free', '120', undefined]);
  });

  test('thousands are grouped, and minutes are told in hours', () => {
    expect(said(wordsOf('minutes'), figures({ minutes: 70_645 }))).toBe('1,177 hours');
  });

  test('every figure of a programme that is shown to people stands in one group', () => {
    const shown = GROUPS.flatMap((group) => group.figures.map(({ name }) => name));
    expect(new Set(shown).size).toBe(shown.length);
    // Those who do not offer are not listed beside those who do: one is read off the other.
    const left = FIGURES.filter((name) => !shown.includes(name as never));
    expect(left).toEqual(['notOffering', 'pairsNotMet', 'pairsMetLately', 'pairsNotMetLately', 'daysToFirstMeeting', 'pairsUncertified']);
  });
});
