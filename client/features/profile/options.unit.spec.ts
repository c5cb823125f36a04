import { EXPERTISE_OPTIONS, oftenChosen, PHASE_OPTIONS, yearsIn } from './options.js';

describe('the pickers', () => {
  test('a phase is found by each of its years', () => {
    expect(yearsIn('Years 7 to 9')).toEqual(['Year 7', 'Year 8', 'Year 9']);
    expect(yearsIn('P2 to P7')).toEqual(['P2', 'P3', 'P4', 'P5', 'P6', 'P7']);
    expect(yearsIn('Nursery, Reception')).toEqual([]);
    expect(PHASE_OPTIONS.find(({ value }) => value === 'ph-ks3')?.synonyms).toContain('Year 8');
  });

  test('what is often chosen are areas of the list, without those that are chosen already', () => {
    const known = new Set(EXPERTISE_OPTIONS.map(({ value }) => value));
    const first = oftenChosen('stage-ect1', []);
    expect(first.length).toBeGreaterThan(2);
    expect(first.filter((tag) => !known.has(tag))).toEqual([]);
    expect(oftenChosen('stage-ect1', [first[0] ?? ''])).not.toContain(first[0]);
    expect(oftenChosen(undefined, []).length).toBeGreaterThan(2);
  });
});
