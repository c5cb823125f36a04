import type { MeetingTime } from '../../shared/pair/pair.js';
import { readTimes, startTimes, timesToBegin } from './typed-times.js';

describe('times that somebody offers', () => {
  test('start from two school days after school', () => {
    expect(startTimes('2026-03-05')).toEqual([
      { day: '2026-03-09', time: '15:45' },
      { day: '2026-03-10', time: '15:45' },
    ]);
  });

  test('become moments by the clock of the school, each at its place in the form', () => {
    const typed = [
      { day: '2026-04-14', time: '15:40' },
      { day: '2026-03-10', time: '15:40' },
    ];
    expect(readTimes(typed, 45)).toEqual({
      times: [
        { startsAt: '2026-04-14T14:40:00.000Z', minutes: 45 },
        { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 },
      ],
      problems: [],
    });
  });

  test('say what is missing at the place where it is missing', () => {
    const typed = [
      { day: '2026-03-10', time: '15:40' },
      { day: '', time: '15:40' },
      { day: '2026-03-11', time: '' },
    ];
    expect(readTimes(typed, 45)).toEqual({ times: [], problems: ['', 'Choose a day.', 'Choose a time for this day.'] });
  });

  test('a day that no calendar has is not sent', () => {
    for (const day of ['0002-01-01', '2027-04-31', '275760-09-13'])
      expect(readTimes([{ day, time: '15:40' }], 45)).toEqual({ times: [], problems: ['Enter a real date.'] });
  });
});

describe('what a suggestion begins with', () => {
  const [first, second] = ['2026-03-10T15:45:00.000Z', '2026-03-12T12:15:00.000Z'].map((startsAt) => ({ startsAt, minutes: 30 })) as [
    MeetingTime,
    MeetingTime,
  ];

  test('is what the hub found in neither diary, without the times that it replaces', () => {
    expect(timesToBegin([first, second], [first], '2026-03-06')).toEqual([{ day: '2026-03-12', time: '12:15' }]);
  });

  test('lies after the times that it replaces, where the hub found no others', () => {
    expect(timesToBegin([first], [first], '2026-03-06').map(({ day }) => day)).toEqual(['2026-03-12', '2026-03-13']);
    expect(timesToBegin([], [], '2026-03-06')).toEqual(startTimes('2026-03-06'));
    expect(timesToBegin([], [first], '2026-04-06')).toEqual(startTimes('2026-04-06'));
  });
});
