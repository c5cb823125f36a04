import { DAY_KINDS, type DayRow } from './day.view.js';
import { sayDay } from './say-day.js';

const say = (kinds: DayRow['kinds']) => sayDay({ kinds });

describe('a day in plain sentences', () => {
  test('one is a word, more are figures', () => {
    expect(say({ ended: 1, met: 12, joined: 1_204 })).toEqual(['1,204 people were added.', '12 pairs met.', 'One pair ended early.']);
  });

  test('[R7] small numbers are said to those who read each pair by name', () => {
    expect(say({ met: 4, joined: 1 })).toEqual(['One person was added.', '4 pairs met.']);
  });

  test('a pair whose mentee left is said to be counted there no longer', () => {
    expect(say({ left: 1, 'mentee-left': 1 })).toEqual(['One person left.', 'One pair is no longer counted here because the mentee left.']);
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
