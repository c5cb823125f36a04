import { sayTime } from '../../ui/words.js';
import { inOrder, inSentence, sayRhythm, saySlot, type Slot } from './say.js';

const slot = (weekday: string, from: string, to: string) => ({ weekday, from, to }) as Slot;

describe('lists and times in words', () => {
  test('names of a list join a sentence, and abbreviations stay as they are', () => {
    expect(['Classroom routines', 'SEND law', 'EYFS practice', 'A level teaching'].map(inSentence)).toEqual([
      'classroom routines',
      'SEND law',
      'EYFS practice',
      'A level teaching',
    ]);
  });

  test('a week runs from Monday, and times are said as schools say them', () => {
    const slots = [slot('friday', '08:00', '08:40'), slot('monday', '15:40', '16:30'), slot('monday', '08:00', '08:40')];
    expect(inOrder(slots).map(saySlot)).toEqual([
      `Mondays from ${sayTime('08:00')} to ${sayTime('08:40')}`,
      `Mondays from ${sayTime('15:40')} to ${sayTime('16:30')}`,
      `Fridays from ${sayTime('08:00')} to ${sayTime('08:40')}`,
    ]);
    expect(sayRhythm({ slots: [], format: 'either', frequency: 'fortnightly', minutes: 45 })).toBe(
      'In person or online, every fortnight, for 45 minutes',
    );
  });
});
