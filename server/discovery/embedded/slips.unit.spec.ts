import { seeded } from '@alongside/domain/testing/seeded.js';
import { isForgiven, slipsBetween } from '@alongside/search/slips.js';
import { Dictionary } from './dictionary.js';

/** By trying every slip: all words that are one slip from a word. */
function oneSlip(word: string, letters: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (let place = 0; place <= word.length; place += 1) {
    const [before, after] = [word.slice(0, place), word.slice(place)];
    for (const letter of letters) {
      found.add(before + letter + after);
      if (after) found.add(before + letter + after.slice(1));
    }
    if (after) found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  return found;
}

describe('slips between two words', () => {
  test.each([
    ['asha', 'asha', 0],
    ['asha', 'ahsa', 1],
    ['jonson', 'johnson', 1],
    ['johnson', 'jonson', 1],
    ['stephan', 'stephen', 1],
    ['lukasz', 'lukas', 1],
    ['mahtemtaics', 'mathematics', 2],
  ])('%s and %s', (one, other, slips) => expect(slipsBetween(one, other, 2).whole).toBe(slips));

  test('one that is further than asked is said to be so, not by how much', () => {
    expect(slipsBetween('asha', 'mathematics', 1).whole).toBeGreaterThan(1);
    expect(slipsBetween('asha', 'ashanti', 1)).toMatchObject({ beginning: 0 });
    expect(slipsBetween('mahtem', 'mathematics', 1)).toMatchObject({ beginning: 1 });
  });

  test('are those that trying every slip finds, and no others', () => {
    const { below } = seeded(14);
    const letters = ['a', 'b', 'c'];
    const word = (length: number) => Array.from({ length }, () => letters[below(3)] ?? '').join('');
    for (let turn = 0; turn < 3_000; turn += 1) {
      const [one, other] = [word(4 + below(3)), word(4 + below(3))];
      expect([one, other, slipsBetween(one, other, 1).whole <= 1]).toEqual([one, other, one === other || oneSlip(one, letters).has(other)]);
    }
  });
});

/** Of the letters a to f, those that are side by side on a keyboard or sound alike. */
const FOR_EACH_OTHER = new Set(['ae', 'cd', 'cf', 'de', 'df']);
const isFirstForgiven = (typed: string, word: string): boolean =>
  typed[0] === word[0] ||
  (typed[0] === word[1] && typed[1] === word[0]) ||
  (typed.length === word.length && FOR_EACH_OTHER.has([typed[0], word[0]].toSorted().join('')));

describe('the words of an index', () => {
  test('[SI14] by one slip are all found, whichever words are there', () => {
    const { below } = seeded(15);
    const letters = [...'abcdef'];
    const word = () => Array.from({ length: 5 + below(3) }, () => letters[below(6)] ?? '').join('');
    const words = [...new Set(Array.from({ length: 4_000 }, word))];
    const dictionary = new Dictionary(words);
    for (const typed of Array.from({ length: 60 }, word)) {
      const near = oneSlip(typed, letters);
      const expected = words.filter((one) => one !== typed && near.has(one) && isFirstForgiven(typed, one));
      expect(
        dictionary
          .meant(typed, false)
          .map((meant) => meant.word)
          .toSorted(),
      ).toEqual(expected.toSorted());
    }
  });

  test('are forgotten one by one, and the others stay where they are found', () => {
    const dictionary = new Dictionary(['johnson', 'johnsen', 'jonson', 'jansson']);
    dictionary.delete('johnson');
    dictionary.delete('never');
    expect([dictionary.size, dictionary.has('johnson')]).toEqual([3, false]);
    expect(dictionary.meant('johnsan', true).map(({ word }) => word)).toEqual(['johnsen']);
    dictionary.add('johnson');
    dictionary.add('johnson');
    expect([dictionary.size, dictionary.meant('johnsan', true).map(({ word }) => word)]).toEqual([4, ['johnsen', 'johnson']]);
  });

  test('a word with a figure is neither forgiven nor meant, nor a very long or short one', () => {
    expect(['year7', 'cat', 'a'.repeat(33), 'cats', 'łódź'].map(isForgiven)).toEqual([false, false, false, true, true]);
    const dictionary = new Dictionary(['year7', 'yearly', 'x'.repeat(500)]);
    expect([dictionary.size, dictionary.meant('yearl', false)]).toEqual([1, [{ word: 'yearly', cost: 1, slips: 1 }]]);
  });

  test('thousands come and go, and what is found is what is there', () => {
    const { below } = seeded(16);
    const dictionary = new Dictionary();
    const there = new Set<string>();
    const word = () => `wor${'abcdef'.charAt(below(6))}${'abcdef'.charAt(below(6))}${'abcdef'.charAt(below(6))}`;
    for (let turn = 0; turn < 5_000; turn += 1) {
      const one = word();
      const isAdded = below(2) === 1;
      dictionary[isAdded ? 'add' : 'delete'](one);
      there[isAdded ? 'add' : 'delete'](one);
    }
    expect(dictionary.size).toBe(there.size);
    const near = oneSlip('worabc', [...'abcdef']);
    expect(
      dictionary
        .meant('worabc', false)
        .map((meant) => meant.word)
        .toSorted(),
    ).toEqual([...there].filter((one) => near.has(one) && one !== 'worabc').toSorted());
  });
});
