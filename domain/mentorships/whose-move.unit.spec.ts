import { isBeforeFirstMeeting, movesIn, movesOf, waitsOf, type TaskState } from './whose-move.js';
import { action, at, goal, kinds, meeting, nothing, pair, request } from './whose-move.testing.js';

describe('whose move a request is', () => {
  test('the one who acts next, and nobody’s once it is closed', () => {
    expect(kinds('asha', { requests: [request({ actsNext: 'mentor' })] })).toEqual(['answer-request']);
    expect(kinds('ben', { requests: [request({ actsNext: 'mentor' })] })).toEqual([]);
    expect(kinds('ben', { requests: [request({ actsNext: 'mentee' })] })).toEqual(['reply-to-mentor']);
    expect(kinds('asha', { requests: [request({ status: 'lapsed', actsNext: 'nobody' })] })).toEqual([]);
  });

  test('an invitation is its person’s', () => {
    expect(kinds('ben', { invitations: [{ institution: 'oakfield', person: 'ben' }] })).toEqual(['answer-invitation']);
  });
});

describe('whose move a meeting is', () => {
  test('times are chosen by the one who did not suggest them, and those that have passed are left out', () => {
    const proposed = meeting({ status: 'proposed', by: 'asha', times: [at('2026-03-05T15:40:00.000Z'), at('2026-03-10T15:40:00.000Z')] });
    expect(movesIn({ ...nothing, meetings: [proposed] })).toEqual([
      {
        kind: 'choose-time',
        mentorship: 's',
        meeting: 'm',
        times: [at('2026-03-10T15:40:00.000Z')],
        suggestion: 1,
        replaces: false,
        of: 'ben',
        with: 'asha',
        due: '2026-03-10',
      },
    ]);
  });

  test('where none of the times suit, whoever suggested them suggests others, and the other waits for that', () => {
    const declined = meeting({ status: 'proposed', by: 'asha', times: [at('2026-03-10T15:40:00.000Z')], declined: true });
    expect(movesIn({ ...nothing, meetings: [declined] })).toEqual([
      { kind: 'suggest-times', mentorship: 's', meeting: 'm', of: 'asha', with: 'ben', due: null },
    ]);
    expect(waitsOf('ben', { ...nothing, meetings: [declined] })).toMatchObject([{ kind: 'suggest-times', of: 'asha' }]);
    const mentorships = [pair({ status: 'paused' })];
    expect(movesIn({ ...nothing, mentorships, meetings: [declined] })).toEqual([]);
  });

  test('where one of the two has another meeting at its time, either may move it, until it begins', () => {
    const clashes = [{ other: 'm2', who: ['ben'] }];
    const booked = (startsAt: string) => meeting({ time: at(startsAt), clashes });
    expect(movesIn({ ...nothing, meetings: [booked('2026-03-10T15:40:00.000Z')] })).toEqual([
      ...[
        { of: 'asha', with: 'ben', mine: false },
        { of: 'ben', with: 'asha', mine: true },
      ].map((one) => ({
        ...{ kind: 'settle-clash', mentorship: 's', meeting: 'm', startsAt: '2026-03-10T15:40:00.000Z', due: '2026-03-10' },
        ...one,
      })),
    ]);
    expect(kinds('ben', { meetings: [booked('2026-03-06T08:45:00.000Z')] })).toEqual(['record-meeting']);
    expect(kinds('ben', { meetings: [meeting({ time: at('2026-03-10T15:40:00.000Z'), clashes: [] })] })).toEqual([]);
  });

  test('a record that was set aside is asked for again, of those whose it was and of nobody else', () => {
    const aside = { other: 'm0', who: ['ben'], same: false };
    const closed = {
      status: 'closed',
      time: at('2026-03-05T15:40:00.000Z'),
      took: true,
      attendance: [{ by: 'asha', minutes: 45 }],
    } as const;
    const asks = (more: object) => movesIn({ ...nothing, meetings: [meeting({ ...closed, setAside: aside, ...more })] });
    const again = { kind: 'record-again', mentorship: 's', meeting: 'm', startsAt: '2026-03-05T15:40:00.000Z', due: null };
    expect(asks({})).toEqual([{ ...again, of: 'ben', with: 'asha' }]);
    expect(asks({ took: null, attendance: [] })).toEqual([{ ...again, of: 'ben', with: 'asha' }]);
    expect(asks({ setAside: { ...aside, who: ['asha', 'ben'], same: true }, took: null, attendance: [] })).toEqual([]);
    expect(asks({ attendance: [...closed.attendance, { by: 'ben', minutes: 30 }] })).toEqual([]);
  });

  test('times that replace others say so', () => {
    const counter = meeting({ status: 'proposed', by: 'ben', times: [at('2026-03-10T15:40:00.000Z')], suggestion: 2 });
    expect(movesIn({ ...nothing, meetings: [counter] })).toMatchObject([{ of: 'asha', suggestion: 2, replaces: true }]);
  });

  test('it is recorded by either once it has begun; while it lasts the agenda is what they need', () => {
    const started = (startsAt: string) => movesIn({ ...nothing, meetings: [meeting({ time: at(startsAt) })] });
    expect(started('2026-03-06T08:45:00.000Z')).toMatchObject([
      { kind: 'record-meeting', of: 'asha', underWay: true, due: '2026-03-06' },
      { kind: 'record-meeting', of: 'ben', underWay: true },
    ]);
    expect(started('2026-03-05T15:00:00.000Z')).toMatchObject([{ underWay: false, due: '2026-03-06' }, {}]);
    expect(started('2026-03-06T09:30:00.000Z')).toEqual([]);
  });

  test('it is confirmed by the one who has not recorded it, however long ago it was', () => {
    const closed = (startsAt: string) =>
      meeting({ status: 'closed', took: true, attendance: [{ by: 'asha', minutes: 40 }], time: at(startsAt) });
    expect(kinds('ben', { meetings: [closed('2026-03-05T15:40:00.000Z')] })).toEqual(['confirm-meeting']);
    expect(kinds('asha', { meetings: [closed('2026-03-05T15:40:00.000Z')] })).toEqual([]);
    expect(kinds('ben', { meetings: [closed('2026-02-06T15:40:00.000Z')] })).toEqual(['confirm-meeting']);
    expect(kinds('ben', { meetings: [closed('2025-07-05T15:40:00.000Z')] })).toEqual(['confirm-meeting']);
    expect(movesOf('ben', { ...nothing, meetings: [closed('2026-03-05T15:40:00.000Z')] })).toMatchObject([
      { startsAt: '2026-03-05T15:40:00.000Z', minutes: 40 },
    ]);
  });
});

describe('whose move a mentorship is', () => {
  test('after “yes”, either arranges the first meeting', () => {
    const begun = { mentorships: [pair({ status: 'trial', lastMetOn: null, agreed: null })] };
    expect(movesIn({ ...nothing, ...begun })).toMatchObject([
      { kind: 'arrange-meeting', first: true, rhythm: null, of: 'asha', with: 'ben', due: null },
      { kind: 'arrange-meeting', first: true, of: 'ben', with: 'asha' },
    ]);
  });

  test.each([
    ['while the agreement is being signed', { status: 'trial', agreed: null, proposed: { terms: {}, signedBy: ['asha'] } }],
    ['once it is signed', {}],
    ['while it is being changed', { proposed: { terms: {}, signedBy: ['asha', 'ben'] } }],
    ['though its review is due', { agreed: { terms: { frequency: 'monthly', reviewOn: '2026-03-01' } } }],
  ] as const)('the first meeting is to be arranged until it is, %s', (_when, change) => {
    for (const person of ['asha', 'ben']) {
      expect(kinds(person, { mentorships: [pair(change)] })).toContain('arrange-meeting');
      expect(kinds(person, { mentorships: [pair(change)], meetings: [meeting({ time: at('2026-03-12T15:40:00.000Z') })] })).not.toContain(
        'arrange-meeting',
      );
    }
  });

  test.each([
    [{}, true],
    [{ status: 'trial' }, true],
    [{ status: 'paused' }, false],
    [{ status: 'ended' }, false],
    [{ meetingsHeld: 1, lastMetOn: '2026-03-05' }, false],
  ] as const)('two who have not met yet are at the beginning: %j', (change, expected) => {
    expect(isBeforeFirstMeeting(pair(change))).toBe(expected);
  });

  test.each([
    ['weekly', '2026-03-02', [{ rhythm: 'weekly', due: '2026-03-09' }]],
    ['weekly', '2026-03-04', []],
    ['fortnightly', '2026-02-27', [{ rhythm: 'fortnightly', due: '2026-03-13' }]],
    ['fortnightly', '2026-03-02', []],
    ['monthly', '2026-02-16', []],
    ['monthly', '2026-02-10', [{ rhythm: 'monthly', due: '2026-03-13' }]],
    ['half-termly', '2026-02-13', []],
    ['half-termly', '2026-01-26', [{ rhythm: 'half-termly', due: '2026-03-12' }]],
  ] as const)('the rhythm they agreed says when the next one is due: %s, last met on %s', (frequency, lastMetOn, expected) => {
    const agreed = { terms: { frequency, reviewOn: '2026-07-01' } };
    expect(movesOf('ben', { ...nothing, mentorships: [pair({ lastMetOn, agreed, meetingsHeld: 3 })] })).toMatchObject(expected);
  });

  test('in a pause nothing is asked but to record what was booked', () => {
    const paused = pair({ status: 'paused' });
    const suggested = meeting({ meeting: 'k', status: 'proposed', by: 'asha', times: [at('2026-03-10T15:40:00.000Z')] });
    const closed = meeting({
      time: at('2026-03-04T15:40:00.000Z'),
      status: 'closed',
      took: true,
      attendance: [{ by: 'asha', minutes: 40 }],
    });
    const asked = {
      meetings: [suggested, closed, meeting({ meeting: 'b', time: at('2026-03-05T15:40:00.000Z') })],
      actions: [action({})],
      goals: [goal({})],
    };
    for (const person of ['asha', 'ben']) expect(kinds(person, { ...asked, mentorships: [paused] })).toEqual(['record-meeting']);
    expect(kinds('ben', { ...asked, mentorships: [pair({})] })).toContain('do-action');
    expect(waitsOf('asha', { ...nothing, ...asked, mentorships: [paused] })).toEqual([]);
  });

  test('nothing is to arrange while a meeting is booked or suggested, or the mentorship is paused', () => {
    const quiet = pair({ lastMetOn: '2026-01-13', meetingsHeld: 2 });
    expect(kinds('ben', { mentorships: [quiet] })).toEqual(['arrange-meeting']);
    expect(kinds('ben', { mentorships: [quiet], meetings: [meeting({ time: at('2026-03-12T15:40:00.000Z') })] })).toEqual([]);
    expect(kinds('ben', { mentorships: [{ ...quiet, status: 'paused' }] })).toEqual([]);
  });

  test('[R9] terms that were deleted with an account are neither reviewed nor a rhythm to meet by', () => {
    const met = { lastMetOn: '2026-03-05', meetingsHeld: 1 };
    expect(movesIn({ ...nothing, mentorships: [pair({ ...met, agreed: { terms: null } })] })).toEqual([]);
  });

  test('a meeting of another pair is not theirs: the next is to be arranged all the same', () => {
    const quiet = pair({ lastMetOn: '2026-01-13', meetingsHeld: 2 });
    const ofOthers = meeting({ mentorship: 't', time: at('2026-03-12T15:40:00.000Z') });
    expect(kinds('ben', { mentorships: [quiet], meetings: [ofOthers] })).toEqual(['arrange-meeting']);
  });

  test('terms are signed by the one who did not suggest them; words deleted with an account cannot be signed', () => {
    const proposed = { terms: {}, signedBy: ['asha'] };
    const met = { lastMetOn: '2026-03-05', meetingsHeld: 1 };
    expect(kinds('ben', { mentorships: [pair({ ...met, proposed })] })).toEqual(['sign-agreement']);
    expect(kinds('asha', { mentorships: [pair({ ...met, proposed })] })).toEqual([]);
    expect(kinds('ben', { mentorships: [pair({ proposed: { ...proposed, terms: null } })] })).not.toContain('sign-agreement');
  });

  test('an agreement is suggested after they have met, not before', () => {
    const trial = (meetingsHeld: number) => pair({ status: 'trial', agreed: null, meetingsHeld, lastMetOn: '2026-03-05' });
    expect(kinds('ben', { mentorships: [trial(1)] })).toEqual(['propose-agreement']);
    expect(kinds('ben', { mentorships: [trial(0)] })).not.toContain('propose-agreement');
  });

  test('an agreement is reviewed from the day they named, until it is', () => {
    const reviewed = (reviewOn: string) =>
      kinds('ben', { mentorships: [pair({ lastMetOn: '2026-03-05', agreed: { terms: { frequency: 'monthly', reviewOn } } })] });
    expect(reviewed('2026-03-06')).toEqual(['review-agreement']);
    expect(reviewed('2026-03-07')).toEqual([]);
    expect(reviewed('2025-12-01')).toEqual(['review-agreement']);
  });

  test('terms that change others say whose and which', () => {
    const before = { purpose: 'A', frequency: 'weekly', minutes: 45, format: 'online', confidentiality: '', reviewOn: '2026-07-01' };
    const proposed = { terms: { ...before, minutes: 30 }, signedBy: ['asha'], replaces: { by: 'ben', terms: before } };
    expect(movesOf('ben', { ...nothing, mentorships: [pair({ lastMetOn: '2026-03-05', meetingsHeld: 1, proposed })] })).toMatchObject([
      { kind: 'sign-agreement', replaces: 'ben', changes: ['How long: was 45 minutes, now 30 minutes'] },
    ]);
  });

  test('a review that one of the two has answered is the move of the other, who is waited for', () => {
    const agreed = { terms: { frequency: 'monthly' as const, reviewOn: '2026-03-02' } };
    const state = (review: { by: string; reviewOn: string } | null) => ({
      ...nothing,
      mentorships: [pair({ lastMetOn: '2026-03-05', agreed, review })],
    });
    const answered = state({ by: 'asha', reviewOn: '2026-06-05' });
    expect(movesIn(answered)).toMatchObject([{ kind: 'review-agreement', of: 'ben', nextOn: '2026-06-05' }]);
    expect(waitsOf('asha', answered)).toMatchObject([{ kind: 'review-agreement' }]);
    // What either may do is waited for by neither.
    expect(waitsOf('asha', state(null))).toEqual([]);
    expect(movesIn(state(null))).toHaveLength(2);
  });

  test('[R8] a proposal to complete is answered by the one who did not make it, and nothing else is asked meanwhile', () => {
    const completion = { by: 'asha', agreeBy: '2026-03-13' };
    expect(movesIn({ ...nothing, mentorships: [pair({ completion })] })).toMatchObject([
      { kind: 'agree-completion', of: 'ben', with: 'asha', due: '2026-03-13' },
    ]);
    expect(kinds('ben', { mentorships: [pair({ completion, status: 'ended' })] })).toEqual([]);
  });

  test('[R8] either of a pair that was asked whether it continues may reply, and nothing else is asked meanwhile', () => {
    const closing = { by: 'helen', because: 'not-meeting' as const, continueBy: '2026-03-13' };
    expect(movesIn({ ...nothing, mentorships: [pair({ closing, lastMetOn: '2026-01-05' })] })).toMatchObject([
      { kind: 'answer-closing', of: 'asha', with: 'ben', by: 'helen', due: '2026-03-13' },
      { kind: 'answer-closing', of: 'ben', with: 'asha', by: 'helen', due: '2026-03-13' },
    ]);
    expect(kinds('ben', { mentorships: [pair({ closing, status: 'paused' })] })).toEqual([]);
  });

  test('[R8] a mentee whose mentor left is not told of an end: they continue, or look for another', () => {
    expect(kinds('ben', { mentorships: [pair({ mentorLeftAt: '2026-03-05T16:00:00.000Z' })] })).toEqual(['mentor-left']);
    expect(kinds('asha', { mentorships: [pair({ mentorLeftAt: '2026-03-05T16:00:00.000Z' })] })).toEqual([]);
  });

  test('[R8] a mentee whose mentorship ended looks for another mentor until they have asked one, or four weeks have passed', () => {
    const ended = pair({ status: 'ended', endedAt: '2026-03-05T16:00:00.000Z' });
    expect(movesIn({ ...nothing, mentorships: [ended] })).toMatchObject([{ kind: 'find-another', of: 'ben', with: 'asha' }]);
    expect(kinds('ben', { mentorships: [ended], requests: [request({ mentor: 'cleo', actsNext: 'mentor' })] })).toEqual([]);
    expect(kinds('ben', { mentorships: [ended, pair({ mentorship: 't', mentor: 'cleo', lastMetOn: '2026-03-05' })] })).toEqual([]);
    expect(kinds('ben', { mentorships: [{ ...ended, endedAt: '2026-02-06T16:00:00.000Z' }] })).toEqual(['find-another']);
    expect(kinds('ben', { mentorships: [{ ...ended, endedAt: '2026-02-05T16:00:00.000Z' }] })).toEqual([]);
  });

  test('[R8] several that ended early leave one task, of the last; two of one moment as well', () => {
    const last = pair({ status: 'ended', endedAt: '2026-03-05T16:00:00.000Z' });
    const before = pair({ mentorship: 'a', mentor: 'cleo', status: 'ended', endedAt: '2026-03-04T16:00:00.000Z' });
    expect(movesOf('ben', { ...nothing, mentorships: [before, last] })).toMatchObject([{ kind: 'find-another', with: 'asha' }]);
    expect(kinds('ben', { mentorships: [last, { ...before, endedAt: last.endedAt }] })).toEqual(['find-another']);
    const others = pair({ mentorship: 'z', mentee: 'dan', status: 'ended', endedAt: '2026-03-05T17:00:00.000Z' });
    expect(kinds('ben', { mentorships: [last, others] })).toEqual(['find-another']);
    expect(
      kinds('ben', { mentorships: [last, pair({ mentorship: 'b', mentor: 'cleo', mentorLeftAt: '2026-03-02T16:00:00.000Z' })] }),
    ).toEqual(['mentor-left']);
  });

  test.each(['completed', 'ended'] as const)(
    '[R8] an earlier mentorship that is %s serves no mentee who looks for another mentor',
    (status) => {
      const ended = pair({ status: 'ended', endedAt: '2026-03-05T16:00:00.000Z' });
      const earlier = pair({ mentorship: 't', mentor: 'cleo', status, endedAt: '2025-07-10T16:00:00.000Z' });
      expect(kinds('ben', { mentorships: [earlier, ended] })).toEqual(['find-another']);
    },
  );
});

describe('what one waits for', () => {
  const waits = (person: string, state: Partial<TaskState>) =>
    waitsOf(person, { ...nothing, ...state }).map(({ kind, of }) => `${of} ${kind}`);

  test('is the other’s move, and never what either may do', () => {
    const begun = pair({ status: 'trial', agreed: null, proposed: { terms: {}, signedBy: ['asha'] } });
    expect(waits('asha', { mentorships: [begun] })).toEqual(['ben sign-agreement']);
    expect(waits('ben', { mentorships: [begun] })).toEqual([]);
    const suggested = meeting({ status: 'proposed', by: 'ben', times: [at('2026-03-10T15:40:00.000Z')] });
    expect(waits('ben', { mentorships: [begun], meetings: [suggested] })).toEqual(['asha choose-time']);
    expect(waits('ben', { requests: [request({ actsNext: 'mentor' })] })).toEqual(['asha answer-request']);
    expect(waits('asha', { mentorships: [pair({})] })).toEqual([]);
  });
});

describe('the order of tasks', () => {
  test('soonest first, undated ones after, goals to mark last', () => {
    const state = {
      requests: [request({ mentor: 'cleo', actsNext: 'mentee', answerBy: '2026-03-11' })],
      mentorships: [pair({ status: 'trial', agreed: null, lastMetOn: null })],
      actions: [action({ due: '2026-03-09' })],
      goals: [goal({})],
    };
    expect(kinds('ben', state)).toEqual(['do-action', 'reply-to-mentor', 'arrange-meeting', 'reach-goal']);
  });
});
