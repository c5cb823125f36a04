import { free, mentee, mentor, school } from '../testing/people.js';
import { whyBoth } from './for-both.js';

const TUESDAYS = ['tuesday 15:30-17:00'];
const doubts = (ben: ReturnType<typeof mentee>, asha: ReturnType<typeof mentor>, reader: 'mentee' | 'mentor') =>
  whyBoth(ben, asha, reader).flatMap(({ kind, text }) => (kind === 'against' ? [text] : []));

describe('why these two', () => {
  test('says what does not fit as well, to each in their words', () => {
    const ben = mentee({
      availability: free(TUESDAYS, { frequency: 'weekly', format: 'in-person' }),
      workplaces: [school('Northfield', 0)],
    });
    const asha = mentor('Asha', {
      availability: free(['monday 08:00-09:00'], { frequency: 'monthly', format: 'in-person' }),
      workplaces: [school('Southfield', 60)],
    });
    expect(doubts(ben, asha, 'mentee')).toEqual(
      expect.arrayContaining([
        'You and Asha have no shared times.',
        'You would like to meet every week, and Asha offers once a month.',
        'You work 60 miles apart.',
      ]),
    );
    expect(doubts(ben, asha, 'mentor')).toEqual(expect.arrayContaining(['You and Ben have no shared times.', 'You work 60 miles apart.']));
  });

  test('names the focus area and the career stage to each in their words', () => {
    const ben = mentee({ aims: [{ tag: 'exp-send-adhd', from: 2, to: 3 }], careerStage: 'stage-ect1' });
    const asha = mentor('Asha', { expertise: [{ tag: 'exp-send-adhd', level: 4 }], helps: ['stage-ect1'] });
    const read = (reader: 'mentee' | 'mentor') => whyBoth(ben, asha, reader).map(({ text }) => text);
    expect(read('mentee')).toEqual([
      'You want to work on ADHD, and Asha can help with it.',
      'Asha would like to help people at your career stage: early career teacher, year 1 (ECT1).',
    ]);
    expect(read('mentor')).toEqual([
      'Ben wants to work on ADHD, and you can help with it.',
      'You would like to help people at Ben’s career stage: early career teacher, year 1 (ECT1).',
    ]);
  });

  test('keeps from both what is said to one of them alone, and how full a mentor is', () => {
    // Only a mentee who would have to wait hears this; it is no word about the two.
    const asha = mentor('Asha', { availability: free([]), openRequests: 3, usualReplyDays: 9 });
    expect(doubts(mentee({ availability: free(TUESDAYS) }), asha, 'mentee')).toEqual([]);
  });

  test('says only what speaks for them where nothing speaks against', () => {
    const two = { availability: free(TUESDAYS), workplaces: [school('Northfield', 0)] };
    expect(whyBoth(mentee(two), mentor('Asha', two), 'mentee').map(({ kind }) => kind)).toEqual(['for', 'for']);
  });
});
