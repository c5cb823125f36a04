import { FIGURES } from '@alongside/projections/views/figures.js';
import { change, GROUPS, HEADLINE, said, type ProgrammeFigures } from './figures.js';

const figures = (some: Partial<Record<keyof ProgrammeFigures, number | null>>) => some as unknown as ProgrammeFigures;
const minutes = GROUPS.flatMap((group) => group.figures).find(({ name }) => name === 'minutes');

describe('figures in words', () => {
  test('[R7] a withheld figure has no words, and no change is told of it', () => {
    const [pairs] = HEADLINE;
    expect(pairs && said(pairs, figures({ pairsActive: null }))).toBeUndefined();
    expect(change('pairsActive', figures({ pairsActive: 7 }), figures({ pairsActive: null }))).toBeUndefined();
    expect(change('pairsActive', figures({ pairsActive: null }), figures({ pairsActive: 7 }))).toBeUndefined();
  });

  test('a change is told in the direction in which it went', () => {
    expect(change('pairsActive', figures({ pairsActive: 12 }), figures({ pairsActive: 9 }))).toBe('3 more than a week before');
    expect(change('pairsActive', figures({ pairsActive: 9 }), figures({ pairsActive: 12 }))).toBe('3 fewer than a week before');
    expect(change('pairsActive', figures({ pairsActive: 9 }), figures({ pairsActive: 9 }))).toBeUndefined();
  });

  test('thousands are grouped, and minutes are told in hours', () => {
    expect(minutes && said(minutes, figures({ minutes: 70_645 }))).toBe('1,177 hours');
  });

  test('every figure of a programme that is shown to people stands in one group', () => {
    const shown = GROUPS.flatMap((group) => group.figures.map(({ name }) => name));
    expect(new Set(shown).size).toBe(shown.length);
    // Those who do not offer are not listed beside those who do: one is read off the other.
    const left = FIGURES.filter((name) => !shown.includes(name as never));
    expect(left).toEqual(['notOffering', 'daysToFirstMeeting']);
  });
});
