import type { Meeting, Mentorship } from './pair.js';
import { fitIsDue, inOrder, numberOf, nextActionOf, stillToRecord, titleOf, turnOf } from './next-action.js';

const now = '2026-03-06T09:00:00.000Z';
const later = '2026-03-10T15:40:00.000Z';
const earlier = '2026-03-05T15:40:00.000Z';

describe('what a pair is waiting for', () => {
  test('a mentorship that is over or paused waits for nothing else, whatever stands open in it', () => {
    expect(kind({ status: 'completed' }, [booked(earlier)])).toBe('completed');
    expect(kind({ status: 'ended' }, [booked(earlier)])).toBe('ended');
    expect(nextAction({ status: 'paused', pausedUntil: '2026-04-20' }, [booked(later)])).toEqual({
      ...{ kind: 'paused', until: '2026-04-20', booked: true },
    });
    expect(nextAction({ status: 'paused' }, [booked(earlier)])).toMatchObject({ kind: 'paused', booked: false });
    expect(kind({ status: 'paused', pausedWhy: 'reporting-line' }, [booked(later)])).toBe('kept-apart');
  });

  test.each(['paused', 'ended', 'completed'])('a meeting that is still to be recorded is asked for while %s, as on Today', (status) => {
    const of = (meetings: readonly Meeting[]) => stillToRecord({ me: 'ben', now, mentorship: mentorship({ status }), meetings });
    expect(of([booked(earlier), booked(later)])).toMatchObject({ kind: 'close-meeting', meeting: earlier });
    expect(of([booked(later)])).toBeUndefined();
    expect(stillToRecord({ me: 'ben', now, mentorship: mentorship({}), meetings: [booked(earlier)] })).toBeUndefined();
  });

  test('[R8] a proposal to complete waits for the one who did not make it, before everything that has no day', () => {
    const completion = { by: 'asha', agreeBy: '2026-03-13', reminded: false };
    expect(nextAction({ completion }, [booked(earlier)])).toEqual({ kind: 'agree-completion', agreeBy: '2026-03-13' });
    expect(kind({ completion, status: 'paused', pausedWhy: 'reporting-line' }, [])).toBe('agree-completion');
    expect(nextAction({ completion }, [booked(later)], 'asha')).toEqual({ kind: 'completion-proposed', agreeBy: '2026-03-13' });
    expect(kind({ completion }, [booked(earlier)], 'asha')).toBe('close-meeting');
  });

  test('[R8] a pair that was asked whether it continues is asked first, both of them', () => {
    const closing = { by: 'helen', because: 'not-meeting', continueBy: '2026-03-13' };
    for (const me of ['asha', 'ben'])
      expect(nextAction({ closing, mentorLeftAt: earlier }, [booked(earlier)], me)).toEqual({
        ...{ kind: 'answer-closing', by: 'helen', because: 'not-meeting', continueBy: '2026-03-13' },
      });
  });

  test('a mentor who has left is asked about, once what was promised is recorded', () => {
    expect(kind({ mentorLeftAt: earlier }, [booked(later)])).toBe('mentor-left');
    expect(kind({ mentorLeftAt: earlier }, [booked(earlier)])).toBe('close-meeting');
  });

  test('a meeting that has begun is closed first, by the day after', () => {
    expect(nextAction({ proposed: proposal('asha') }, [booked(earlier)])).toEqual({
      kind: 'close-meeting',
      meeting: earlier,
      startsAt: earlier,
      underWay: false,
      due: '2026-03-06',
    });
  });

  test('the second word on a meeting waits for whoever has not given it', () => {
    const attendance = [{ by: 'asha', took: true, minutes: 40 }];
    const closed = meeting({ status: 'closed', took: true, attendance, time: time(earlier) });
    expect(nextAction({}, [closed])).toEqual({ kind: 'confirm-meeting', meeting: 'm', startsAt: earlier, minutes: 40 });
    expect(kind({}, [closed], 'asha')).toBe('book');
  });

  test('a confirmation that is missing for long is asked for after what is ahead and what is to sign', () => {
    const attendance = [{ by: 'asha', took: true, minutes: 40 }];
    const old = meeting({ meeting: 'old', status: 'closed', took: true, attendance, time: time('2025-07-08T15:40:00.000Z') });
    expect(kind({}, [old])).toBe('confirm-meeting');
    expect(kind({}, [old, booked(later)])).toBe('next-meeting');
    expect(kind({ proposed: proposal('asha') }, [old])).toBe('sign');
  });

  test('terms wait for whoever did not suggest them', () => {
    expect(kind({ proposed: proposal('asha') }, [])).toBe('sign');
    expect(kind({ proposed: proposal('ben') }, [])).toBe('book');
  });

  test('terms whose writer was erased cannot be signed', () => {
    expect(kind({ proposed: { ...proposal('asha'), terms: null } as Mentorship['proposed'] }, [])).toBe('book');
  });

  test('nobody is asked to promise anything before the two have met', () => {
    expect(kind({ status: 'trial', meetingsHeld: 0 }, [])).toBe('book');
    expect(kind({ status: 'trial', meetingsHeld: 1 }, [])).toBe('propose');
    expect(kind({ status: 'trial', meetingsHeld: 1, proposed: proposal('ben') }, [])).toBe('book');
  });

  test('offered times wait for the other side, and those that have passed are left out', () => {
    const offered = meeting({ status: 'proposed', by: 'asha', times: [time(earlier), time(later)], time: null });
    expect(nextAction({}, [offered])).toEqual({ kind: 'choose-time', meeting: 'm', times: [time(later)], replaces: false });
    expect(kind({}, [offered], 'asha')).toBe('other-chooses');
  });

  test('a meeting at a time at which somebody has another is settled first', () => {
    const clashing = { ...booked(later), clashes: [{ other: 'k9' as never, who: ['ben' as never] }] };
    expect(nextAction({}, [clashing])).toEqual({ kind: 'settle-clash', meeting: later, startsAt: later, mine: true });
    expect(nextAction({}, [clashing], 'asha')).toMatchObject({ kind: 'settle-clash', mine: false });
  });

  test('where none of them suit, whoever suggested them suggests others', () => {
    const declined = meeting({ status: 'proposed', by: 'asha', times: [time(later)], time: null, declined: true });
    expect(nextAction({}, [declined], 'asha')).toEqual({ kind: 'suggest-times', meeting: 'm' });
    expect(nextAction({}, [declined])).toEqual({ kind: 'other-suggests', meeting: 'm' });
  });

  test('a booked meeting is the next thing, the soonest of several', () => {
    expect(nextAction({}, [booked('2026-03-20T15:40:00.000Z'), booked(later)])).toMatchObject({ kind: 'next-meeting', meeting: later });
  });
});

describe('the private question', () => {
  test('comes after the first meeting and once more after the third; one answer is to all that was asked by then', () => {
    const answered = [[], [1], [2], [3], [1, 3], [7]].map((given) => given.map((after) => ({ after })));
    const due = [0, 1, 2, 3, 9].map((held) => answered.map((answers) => fitIsDue(held, answers)));
    expect(due).toEqual([
      [false, false, false, false, false, false],
      [true, false, false, false, false, false],
      [true, false, false, false, false, false],
      [true, true, true, false, false, false],
      [true, true, true, false, false, false],
    ]);
  });
});

describe('the number of a meeting', () => {
  test('leaves out those that were cancelled or did not take place', () => {
    const cancelled = meeting({ meeting: 'c', status: 'cancelled', time: time(earlier) });
    const missed = meeting({ meeting: 'n', status: 'closed', took: false, time: time('2026-03-04T15:40:00.000Z') });
    const held = meeting({ meeting: 'h', status: 'closed', took: true, time: time('2026-03-03T15:40:00.000Z') });
    const all = [booked(later), cancelled, missed, held];
    expect(inOrder(all).map((one) => one.meeting)).toEqual(['h', 'n', 'c', later]);
    expect([numberOf(held, all), numberOf(booked(later), all)]).toEqual([1, 2]);
    expect([titleOf(undefined), titleOf(1), titleOf(2), titleOf(11)]).toEqual([
      'Suggested meeting',
      'First meeting',
      'Second meeting',
      'Meeting 11',
    ]);
  });

  test('one that is only suggested has none, and is not counted for any other', () => {
    const suggested = meeting({ meeting: 's', status: 'proposed', time: null, times: [time(earlier)] });
    const all = [suggested, booked(later)];
    expect([numberOf(suggested, all), numberOf(booked(later), all)]).toEqual([undefined, 1]);
    expect(turnOf(suggested, [booked(earlier), suggested])).toBe(2);
  });

  test('a meeting whose fellows are not read yet is the first', () => {
    expect(numberOf(booked(later), [])).toBe(1);
  });
});

function nextAction(change: Partial<Record<keyof Mentorship, unknown>>, meetings: readonly Meeting[], me = 'ben') {
  return nextActionOf({ me, now, mentorship: mentorship(change), meetings });
}
function kind(change: Partial<Record<keyof Mentorship, unknown>>, meetings: readonly Meeting[], me = 'ben') {
  return nextAction(change, meetings, me).kind;
}

// Rows are given only what the rules read; the casts stand for the rest.
function mentorship(change: Partial<Record<keyof Mentorship, unknown>>): Mentorship {
  return {
    ...{ mentorship: 's', mentor: 'asha', mentee: 'ben', status: 'active', startedAt: '2026-01-05T09:00:00.000Z', endedAt: null },
    ...{ proposed: null, agreed: null, meetingsHeld: 0, lastMetOn: null },
    ...change,
  } as unknown as Mentorship;
}
function meeting(change: Partial<Record<keyof Meeting, unknown>>): Meeting {
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
    took: null,
    ...change,
  } as unknown as Meeting;
}
function proposal(by: string): Mentorship['proposed'] {
  return { by, terms: {}, signedBy: [by] } as unknown as Mentorship['proposed'];
}
function booked(startsAt: string): Meeting {
  return meeting({ meeting: startsAt, time: time(startsAt) });
}
function time(startsAt: string): NonNullable<Meeting['time']> {
  return { startsAt, minutes: 40 } as NonNullable<Meeting['time']>;
}
