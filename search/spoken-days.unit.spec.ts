import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { daysIn } from './spoken-days.js';
import { withoutFilter } from './question.js';

const read = (typed: string) => daysIn(typed).map(({ raw, days }) => [raw, ...days]);

describe('days of the week in a question', () => {
  test.each([
    ['tuesdays', [['tuesdays', 'tuesday']]],
    ['a mentor for maths on Tuesdays', [['on Tuesdays', 'tuesday']]],
    ['free on mondays  or Tues, physics', [['free on mondays or Tues,', 'monday', 'tuesday']]],
    ['on a Friday', [['on a Friday', 'friday']]],
    ['Monday, Tuesday and Thurs?', [['Monday, Tuesday and Thurs?', 'monday', 'tuesday', 'thursday']]],
    [
      'maths wednesday physics sundays',
      [
        ['wednesday', 'wednesday'],
        ['sundays', 'sunday'],
      ],
    ],
    ['tuesdayish', []],
    ['day:tuesday', []],
    ['-tuesday', []],
    ['wed', []],
    ['on sale', []],
    ['', []],
  ])('%s', (typed, days) => expect(read(typed)).toEqual(days));

  test('each is a piece of the text, and can be taken out of it', () => {
    const number = numbersFrom(86);
    const parts = ['tuesday', 'Fridays', 'on', 'or', 'and', ' ', ' ', ', ', 'a', 'maths', '?', '\u0000', '🎯', '-', ':', 'é'];
    for (let turn = 0; turn < 3_000; turn += 1) {
      const typed = Array.from({ length: Math.floor(number() * 9) }, () => parts[Math.floor(number() * parts.length)]).join('');
      const pieces = daysIn(typed);
      expect([typed, daysIn(pieces.reduce((left, { raw }) => withoutFilter(left, raw), typed))]).toEqual([typed, []]);
      expect(pieces.every(({ days }) => days.length > 0)).toBe(true);
    }
  });
});
