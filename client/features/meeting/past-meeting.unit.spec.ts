import { emptyMeeting, readMeeting } from './past-meeting.js';

const typed = (change: Partial<ReturnType<typeof emptyMeeting>>) => readMeeting({ ...emptyMeeting('2026-07-06'), ...change });

describe('a past meeting as it is typed', () => {
  test('is a moment by the clock in the United Kingdom and a number of minutes', () => {
    expect(typed({ time: '10:50', minutes: '15' })).toEqual({ startsAt: '2026-07-06T09:50:00.000Z', minutes: 15 });
  });

  test('says everything that is missing, each at its field', () => {
    expect(typed({ day: '' })).toEqual({
      missing: {
        day: 'Choose the day you met.',
        time: 'Choose the time you started.',
        minutes: 'Enter how many minutes you met for.',
      },
    });
  });

  test.each(['0', '-5', '7.5', 'ten'])('%s is no length of a meeting', (minutes) => {
    expect(typed({ time: '10:50', minutes })).toEqual({ missing: { minutes: 'Enter a whole number of minutes, such as 20.' } });
  });

  test('a day that does not exist is none', () => {
    expect(typed({ day: '2026-02-31', time: '10:50', minutes: '5' })).toEqual({ missing: { day: 'Enter a real date.' } });
  });
});
