import type { Day } from '../kernel/brand.js';
import { countedAgain, extended, fullTimeFrom } from './answer-time.js';
import { PLAIN_CALENDAR } from './school-days.js';

const [monday, wednesday, thursday, friday] = ['2026-03-02', '2026-03-04', '2026-03-05', '2026-03-06'] as [Day, Day, Day, Day];
const time = { calendar: PLAIN_CALENDAR, windowDays: 4 };
const shut = { ...time, calendar: { ...PLAIN_CALENDAR, closures: [{ from: wednesday, to: thursday, why: 'Snow' }] } };

describe('the time that somebody has to reply', () => {
  test('is so many school days, with a reminder half-way, and keeps how it was counted', () => {
    expect(fullTimeFrom(monday, time)).toEqual({
      remindOn: wednesday,
      answerBy: friday,
      counted: { from: monday, remindAfter: 2, answerAfter: 4 },
    });
  });

  test('is one window longer once it is extended', () => {
    const { counted, ...promised } = fullTimeFrom(monday, time);
    expect(extended(promised, counted, time)).toEqual({
      answerBy: '2026-03-12',
      counted: { from: monday, remindAfter: 2, answerAfter: 8 },
    });
  });

  test('[R4] is longer by the days on which the school is shut, and never shorter than was promised', () => {
    const { counted, ...promised } = fullTimeFrom(monday, time);
    const moved = countedAgain(promised, counted, shut);
    expect(moved).toEqual({ remindOn: friday, answerBy: '2026-03-10' });
    expect(countedAgain(moved, counted, time)).toEqual(moved);
  });
});
