import { DAY_KINDS, type DayRow } from './day.view.js';
import { sayDay } from './say-day.js';

const say = (kinds: DayRow['kinds']) => sayDay({ kinds });

describe('a day in plain sentences', () => {
  test('one is a word, more are figures', () => {
    expect(say({ 'achieved-goal': 5, met: 12, joined: 1_204 })).toEqual([
      '1,204 people were added.',
      '12 pairs met.',
      '5 pairs achieved a goal.',
    ]);
  });

  test('[R7] below five only that is said, which is true of one as well, and nobody is named', () => {
    expect(say({ met: 'few', ended: 'few' })).toEqual(['Fewer than 5 pairs met.', 'Fewer than 5 pairs ended early.']);
  });

  test('nothing happened: nothing is said', () => {
    expect(say({})).toEqual([]);
  });

  test('every kind of thing has a sentence of its own', () => {
    const sentences = DAY_KINDS.flatMap((kind) => say({ [kind]: 7 }));
    expect(new Set(sentences).size).toBe(DAY_KINDS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^7 (people|pairs) [a-z ]+\.$/);
  });
});
