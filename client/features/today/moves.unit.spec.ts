import type { ViewRows } from '../../replica/index.js';
import { soon, type TodayRows } from './moves.js';

const now = '2026-03-06T09:00:00.000Z';
const nothing: TodayRows = { me: 'ben', now, requests: [], mentorships: [], meetings: [], actions: [], goals: [] };

describe('the coming week', () => {
  test('the week ahead holds booked meetings of the next seven days, in order', () => {
    const booked = ['2026-03-12T15:40:00.000Z', '2026-03-09T08:00:00.000Z', '2026-03-20T15:40:00.000Z'].map((startsAt) =>
      meeting({ time: at(startsAt) }),
    );
    expect(soon({ ...nothing, meetings: booked }).map(({ time }) => time.startsAt)).toEqual([
      '2026-03-09T08:00:00.000Z',
      '2026-03-12T15:40:00.000Z',
    ]);
  });
});

// Rows are given only what the rules read; the casts stand for the rest.
function meeting(change: Record<string, unknown>): ViewRows['meeting'] {
  return {
    meeting: 'm',
    mentorship: 's',
    mentor: 'asha',
    mentee: 'ben',
    status: 'booked',
    by: 'asha',
    times: [],
    time: null,
    attendance: [],
    ...change,
  } as unknown as ViewRows['meeting'];
}
function at(startsAt: string): ViewRows['meeting']['time'] {
  return { startsAt, minutes: 40 } as ViewRows['meeting']['time'];
}
