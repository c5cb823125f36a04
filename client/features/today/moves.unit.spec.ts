import type { ViewRows } from '../../replica/index.js';
import { movesOf, soon, type TodayRows } from './moves.js';

const now = '2026-03-06T09:00:00.000Z';
const nothing: TodayRows = { me: 'ben', now, requests: [], mentorships: [], meetings: [], actions: [], goals: [] };
const kinds = (rows: Partial<TodayRows>) => movesOf({ ...nothing, ...rows }).map((move) => move.kind);

describe('what waits for somebody', () => {
  test('nothing, when there is nothing', () => {
    expect(movesOf(nothing)).toEqual([]);
  });

  test('a request waits for whoever acts next, and for nobody once it is closed', () => {
    expect(kinds({ me: 'asha', requests: [request({ actsNext: 'mentor' })] })).toEqual(['answer-request']);
    expect(kinds({ requests: [request({ actsNext: 'mentor' })] })).toEqual([]);
    expect(kinds({ requests: [request({ actsNext: 'mentee' })] })).toEqual(['reply-to-mentor']);
    expect(kinds({ me: 'asha', requests: [request({ status: 'lapsed', actsNext: 'nobody' })] })).toEqual([]);
  });

  test('times wait for the one who did not offer them, and those that have passed are left out', () => {
    const times = ['2026-03-05T15:40:00.000Z', '2026-03-10T15:40:00.000Z'].map((startsAt) => ({
      startsAt,
      minutes: 40,
    })) as unknown as ViewRows['meeting']['times'];
    const proposed = meeting({ status: 'proposed', by: 'asha', times, time: null });
    expect(movesOf({ ...nothing, meetings: [proposed] })).toEqual([
      { kind: 'choose-time', meeting: 'm', times: [times[1]], who: 'asha', due: '2026-03-10' },
    ]);
    expect(kinds({ me: 'asha', meetings: [proposed] })).toEqual([]);
  });

  test('while the two meet, it says so; it waits to be closed once it is over', () => {
    const underWay = (startsAt: string) =>
      movesOf({ ...nothing, meetings: [meeting({ time: at(startsAt) })] } as TodayRows).map(
        (move) => move.kind === 'close-meeting' && move.underWay,
      );
    expect(underWay('2026-03-06T08:45:00.000Z')).toEqual([true]);
    expect(underWay('2026-03-06T07:00:00.000Z')).toEqual([false]);
  });

  test('a booked meeting waits to be closed once it has begun, and to be confirmed by the other', () => {
    expect(kinds({ meetings: [meeting({ time: at('2026-03-06T08:30:00.000Z') })] })).toEqual(['close-meeting']);
    expect(kinds({ meetings: [meeting({ time: at('2026-03-06T09:30:00.000Z') })] })).toEqual([]);
    const closed = meeting({
      status: 'closed',
      took: true,
      attendance: [{ by: 'asha', took: true, minutes: 40 }] as unknown as ViewRows['meeting']['attendance'],
    });
    expect(kinds({ meetings: [closed] })).toEqual(['confirm-meeting']);
    expect(kinds({ me: 'asha', meetings: [closed] })).toEqual([]);
  });

  test('arranging a meeting waits for both at the beginning, and again after a quiet fortnight', () => {
    expect(kinds({ mentorships: [mentorship({ lastMetOn: null })] })).toEqual(['arrange-meeting']);
    expect(kinds({ mentorships: [mentorship({ lastMetOn: '2026-02-27' })] })).toEqual([]);
    expect(kinds({ mentorships: [mentorship({ lastMetOn: '2026-02-13' })] })).toEqual(['arrange-meeting']);
    expect(
      kinds({ mentorships: [mentorship({ lastMetOn: '2026-02-13' })], meetings: [meeting({ time: at('2026-03-12T15:40:00.000Z') })] }),
    ).toEqual([]);
    expect(kinds({ mentorships: [mentorship({ lastMetOn: '2026-02-13', status: 'paused' })] })).toEqual([]);
  });

  test('what was left undone for a month, or belongs to a mentorship that is over, no longer asks for attention', () => {
    expect(kinds({ actions: [action('2026-02-06'), action('2026-02-05')] })).toEqual(['do-action']);
    expect(kinds({ actions: [action('2026-03-09')], mentorships: [mentorship({ status: 'completed', lastMetOn: '2026-02-13' })] })).toEqual(
      [],
    );
    const attendance = [{ by: 'asha', took: true, minutes: 40 }];
    expect(kinds({ meetings: [meeting({ status: 'closed', took: true, attendance, time: at('2026-01-06T09:00:00.000Z') })] })).toEqual([]);
  });

  test('what is due soonest comes first, and what has no day comes last', () => {
    const rows = {
      requests: [request({ actsNext: 'mentee', answerBy: '2026-03-11' })],
      mentorships: [mentorship({ lastMetOn: null })],
      actions: [action('2026-03-09'), action('2026-04-30')],
    };
    expect(kinds(rows)).toEqual(['do-action', 'reply-to-mentor', 'arrange-meeting']);
  });

  test('a goal whose every step is done asks both to be marked, while the two work together', () => {
    const pair = mentorship({ lastMetOn: '2026-03-02' });
    expect(movesOf({ ...nothing, mentorships: [pair], goals: [goal({})] })).toEqual([
      { kind: 'reach-goal', mentorship: 's', goal: 'g', title: 'A calm start', who: 'asha', due: null },
    ]);
    expect(movesOf({ ...nothing, me: 'asha', mentorships: [pair], goals: [goal({})] })).toMatchObject([{ kind: 'reach-goal', who: 'ben' }]);
    const ahead = { steps: [{ step: 't1', title: 'Watch one', done: null }] };
    for (const change of [ahead, { steps: [] }, { status: 'achieved' }, { status: 'set-aside' }])
      expect(kinds({ mentorships: [pair], goals: [goal(change)] })).toEqual([]);
    for (const status of ['completed', 'ended', 'paused'])
      expect(kinds({ mentorships: [mentorship({ lastMetOn: '2026-03-02', status })], goals: [goal({})] })).toEqual([]);
  });

  test('a goal to be marked comes after everything that somebody waits for', () => {
    const closed = meeting({ status: 'closed', took: true, attendance: [{ by: 'asha', took: true, minutes: 40 }] });
    const rows = {
      mentorships: [mentorship({ lastMetOn: null })],
      meetings: [closed],
      actions: [action('2026-03-09')],
      goals: [goal({})],
    };
    expect(kinds(rows)).toEqual(['do-action', 'arrange-meeting', 'confirm-meeting', 'reach-goal']);
  });

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
function request(change: Record<string, unknown>): ViewRows['request'] {
  return {
    request: 'r',
    mentor: 'asha',
    mentee: 'ben',
    status: 'open',
    answerBy: '2026-03-13',
    ...change,
  } as unknown as ViewRows['request'];
}
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
function mentorship(change: Record<string, unknown>): ViewRows['mentorship'] {
  return {
    mentorship: 's',
    mentor: 'asha',
    mentee: 'ben',
    status: 'active',
    startedAt: '2026-03-01T09:00:00.000Z',
    proposed: null,
    ...change,
  } as unknown as ViewRows['mentorship'];
}
function action(due: string): ViewRows['action'] {
  return { action: 'a', meeting: 'm', mentorship: 's', owner: 'ben', title: 'Greet 9C', due, done: 'no' } as unknown as ViewRows['action'];
}
function goal(change: Record<string, unknown>): ViewRows['goal'] {
  return {
    ...{ goal: 'g', mentorship: 's', mentee: 'ben', status: 'open', description: { title: 'A calm start', why: '', success: '' } },
    steps: [{ step: 't1', title: 'Watch one', done: { by: 'ben', note: '', at: '2026-03-03T09:00:00.000Z' } }],
    ...change,
  } as unknown as ViewRows['goal'];
}
function at(startsAt: string): ViewRows['meeting']['time'] {
  return { startsAt, minutes: 40 } as ViewRows['meeting']['time'];
}
