import { EXPERTISE_OPTIONS, oftenChosen, ownNationFirst, PHASE_OPTIONS } from './options.js';

describe('the pickers', () => {
  test('a phase is found by each of its years', () => {
    expect(PHASE_OPTIONS.find(({ value }) => value === 'ph-ks3')?.synonyms).toContain('Year 8');
  });

  test('what belongs to one’s own nation comes first, and nothing is left out', () => {
    const welsh = ownNationFirst('phases', 'wales');
    expect(welsh.slice(0, 3).map(({ value }) => value)).toEqual(['ph-wal-foundation', 'ph-wal-ps3', 'ph-wal-ps4-5']);
    expect(welsh.toSorted((a, b) => (a.value < b.value ? -1 : 1))).toEqual(PHASE_OPTIONS.toSorted((a, b) => (a.value < b.value ? -1 : 1)));
    expect(ownNationFirst('phases', 'wales')).toBe(welsh);
    expect(ownNationFirst('phases')[0]?.value).toBe('ph-early-years');
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
