import type { Day } from '../kernel/brand.js';
import { needsAHand, type PairSeen } from './needs-a-hand.js';

const TODAY = '2026-03-06' as Day;
const asked = (change: Partial<Record<keyof PairSeen, string | null>>) =>
  needsAHand(
    {
      ...{ status: 'active', startedOn: '2026-01-05', lastMetOn: '2026-03-02', bookedUntil: null, continuedOn: null },
      ...{ nextMeetingOn: null, closesAfter: null },
      ...change,
    } as PairSeen,
    TODAY,
  );

describe('a pair needs a hand', () => {
  test('where it has not met in its first fortnight, since it was matched', () => {
    expect(asked({ lastMetOn: null })).toEqual({ why: 'not-met', since: '2026-01-05', silent: true });
  });

  test('where it has not met for four weeks, since it last met', () => {
    expect(asked({ lastMetOn: '2026-02-06' })).toEqual({ why: 'no-longer-meets', since: '2026-02-06', silent: true });
  });

  test('where one of the two said that they continue and they do not, since then', () => {
    expect(asked({ lastMetOn: '2026-01-06', continuedOn: '2026-02-01' })).toEqual({ why: 'continued', since: '2026-02-01', silent: true });
  });

  test('where a meeting stays unrecorded for three days, and it may end only once it is silent as well', () => {
    const booked = (on: string) => asked({ nextMeetingOn: on, bookedUntil: on });
    expect(booked('2026-03-03')).toEqual({ why: 'not-recorded', since: '2026-03-03', silent: false });
    expect(booked('2026-03-04')).toBeUndefined();
    expect(asked({ lastMetOn: null, nextMeetingOn: '2026-02-02', bookedUntil: '2026-02-02' })).toEqual({
      ...{ why: 'not-recorded', since: '2026-02-02', silent: true },
    });
  });
});

describe('a pair needs none', () => {
  test('while it meets', () => expect(asked({})).toBeUndefined());

  test('while a meeting lies ahead, today’s included, however long ago the last one was', () => {
    expect(asked({ lastMetOn: '2025-11-06', nextMeetingOn: TODAY })).toBeUndefined();
  });

  test('while the two are asked whether they continue, in a pause and once it is over', () => {
    for (const change of [{ closesAfter: '2026-03-13' }, { status: 'paused' }, { status: 'ended' }])
      expect(asked({ lastMetOn: '2025-11-06', ...change })).toBeUndefined();
  });
});
