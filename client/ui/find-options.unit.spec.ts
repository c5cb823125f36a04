import type { Option } from './find-options.js';
import { optionFinder } from './find-options.js';

const options: readonly Option[] = [
  { value: 'ks2', label: 'Key stage 2', note: 'Years 3 to 6', synonyms: ['Year 4', 'primary'] },
  { value: 'ks3', label: 'Key stage 3', note: 'Years 7 to 9' },
  { value: 'sixth', label: 'Sixth form', synonyms: ['KS5', 'A level'] },
];
const shown = (typed: string) => {
  const { inOrder, shown, isNearest } = optionFinder(options).find(typed);
  return { shown: inOrder.filter((option) => shown.has(option)).map(({ value }) => value), isNearest, all: inOrder.length };
};

describe('what a picker shows', () => {
  test('everything while nothing is typed, and those that match first', () => {
    expect(shown(' ')).toEqual({ shown: ['ks2', 'ks3', 'sixth'], isNearest: false, all: 3 });
    expect(shown('KS3')).toEqual({ shown: ['ks3'], isNearest: false, all: 3 });
    expect(shown('y4').shown).toEqual(['ks2']);
    expect(shown('a-level').shown).toEqual(['sixth']);
  });

  test('what comes nearest where nothing matches: a list never vanishes', () => {
    expect(shown('stage 99')).toMatchObject({ shown: expect.arrayContaining(['ks2', 'ks3']), isNearest: true, all: 3 });
    expect(shown('\u738b').shown.length).toBeGreaterThan(0);
  });

  test('an empty list shows nothing and does not fail', () =>
    expect(optionFinder([]).find('maths')).toEqual({ inOrder: [], shown: new Set(), isNearest: false }));
});
