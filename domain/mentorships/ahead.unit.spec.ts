import { ahead, soonAhead } from './ahead.js';

const now = '2026-03-06T15:00:00.000Z';
const meeting = (startsAt: string, status: 'booked' | 'closed' = 'booked') => ({ status, time: { startsAt } });
const days = (found: ReturnType<typeof ahead>) => found.map(({ time }) => time.startsAt.slice(0, 10));

describe('meetings ahead', () => {
  test('are those that are booked and have not begun, soonest first', () => {
    const all = [
      meeting('2026-04-06T15:40:00.000Z'),
      meeting('2026-03-09T15:40:00.000Z'),
      meeting('2026-03-06T14:40:00.000Z'),
      meeting('2026-03-10T15:40:00.000Z', 'closed'),
      { status: 'proposed' as const, time: null },
    ];
    expect(days(ahead(all, now))).toEqual(['2026-03-09', '2026-04-06']);
  });

  test('are soon until the same day of the coming week', () => {
    const all = ['2026-03-14T09:00:00.000Z', '2026-03-13T23:00:00.000Z', '2026-03-06T15:40:00.000Z'].map((at) => meeting(at));
    expect(days(soonAhead(all, now))).toEqual(['2026-03-06', '2026-03-13']);
  });
});
