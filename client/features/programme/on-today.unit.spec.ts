import { pairsOnToday, sayOnToday } from './on-today.js';
import { stuckAmong } from '../../shared/programme/stuck.js';

const TODAY = '2026-03-16';
const pair = (mentorship: string, more: object = {}) => ({
  ...{ mentorship, mentor: `${mentorship}-mentor`, mentee: `${mentorship}-mentee`, status: 'active', startedOn: '2026-01-05' },
  ...{ agreedOn: null, endedOn: null, meetingsHeld: 1, minutes: 40, lastMetOn: '2026-02-02', nextMeetingOn: null },
  ...{ bookedUntil: null, closesAfter: null, continuedOn: null },
  ...more,
});
const numbers = (pairs: readonly object[], more: object = {}) => {
  const rows = { me: 'helen', today: TODAY, pairs, handovers: [], messages: [], ...more } as never;
  return [stuckAmong(pairs as never, TODAY).length, pairsOnToday(rows)] as const;
};

describe('pairs that may need a hand, on Programme and on Today', () => {
  test('are the same, and no ended pair is among them on either', () => {
    const ended = pair('e', { status: 'ended', endedOn: '2026-03-10' });
    expect(numbers([pair('a'), pair('b'), pair('c'), ended])).toEqual([3, 3]);
    expect(sayOnToday(3, 3)).toBeUndefined();
  });

  test('what Today leaves out is named', () => {
    const messages = [{ to: 'b-mentee', at: '2026-03-14T09:00:00.000Z', mentors: [] }];
    const own = pair('own', { mentor: 'helen' });
    expect(numbers([pair('a'), pair('b'), own], { messages })).toEqual([3, 1]);
    expect(sayOnToday(3, 1)).toBe(
      'Today counts 1 of these. It leaves out your own pairs, pairs whose mentor has left, and people you wrote to in the last 7 days.',
    );
  });
});
