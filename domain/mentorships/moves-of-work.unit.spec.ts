import { movesIn, movesOf, waitsOf } from './whose-move.js';
import { action, at, goal, kinds, meeting, nothing, pair } from './whose-move.testing.js';

describe('whose move an action or a goal is', () => {
  const mentorships = [pair({ lastMetOn: '2026-03-05' })];

  test('a dated action is its owner’s from a week before until four weeks after', () => {
    const due = (day: string) => kinds('ben', { mentorships, actions: [action({ due: day })] });
    expect([due('2026-03-13'), due('2026-03-14'), due('2026-02-06'), due('2026-02-05')]).toEqual([['do-action'], [], ['do-action'], []]);
    expect(kinds('asha', { mentorships, actions: [action({ due: '2026-03-09' })] })).toEqual([]);
  });

  test('an action without a date is a task too, by the next meeting where one is booked', () => {
    const open = { mentorships, actions: [action({ due: null })] };
    expect(movesOf('ben', { ...nothing, ...open })).toMatchObject([{ kind: 'do-action', due: null, with: 'asha' }]);
    const meetings = [meeting({ time: at('2026-03-12T15:40:00.000Z') })];
    expect(movesOf('ben', { ...nothing, ...open, meetings })).toMatchObject([{ kind: 'do-action', due: '2026-03-12' }]);
  });

  test('what is done, or belongs to a mentorship that is over, is nobody’s move', () => {
    expect(kinds('ben', { mentorships, actions: [action({ due: '2026-03-09', done: 'yes' })] })).toEqual([]);
    expect(kinds('ben', { mentorships, actions: [action({ due: '2026-03-09', done: 'dropped' })] })).toEqual([]);
    expect(kinds('ben', { mentorships: [pair({ status: 'completed' })], actions: [action({ due: '2026-03-09' })] })).toEqual([]);
  });

  test('an action that its owner kept stays theirs once the mentorship is over', () => {
    const over = { mentorships: [pair({ status: 'completed' })] };
    expect(kinds('ben', { ...over, actions: [action({ due: '2026-03-09', kept: true })] })).toEqual(['do-action']);
  });

  test('a goal whose every step is done is marked by either, while they work together', () => {
    expect(movesIn({ ...nothing, mentorships, goals: [goal({})] })).toMatchObject([
      { kind: 'reach-goal', of: 'asha', with: 'ben', title: 'A calm start' },
      { kind: 'reach-goal', of: 'ben', with: 'asha' },
    ]);
    for (const change of [{ steps: [{ done: null }] }, { steps: [] }, { status: 'achieved' as const }, { status: 'set-aside' as const }])
      expect(movesIn({ ...nothing, mentorships, goals: [goal(change)] })).toEqual([]);
    for (const status of ['completed', 'paused'] as const)
      expect(movesIn({ ...nothing, mentorships: [pair({ status })], goals: [goal({})] })).toEqual([]);
  });
});

describe('a goal past its day', () => {
  const mentorships = [pair({ lastMetOn: '2026-03-05' })];
  const open = { steps: [{ done: {} }, { done: null }] };

  test('is its mentee’s to say what becomes of it, from the day after and for four weeks', () => {
    const due = (day: string) => movesIn({ ...nothing, mentorships, goals: [goal({ ...open, due: day })] });
    expect(due('2026-03-05')).toMatchObject([{ kind: 'goal-overdue', of: 'ben', with: 'asha', due: '2026-03-05', title: 'A calm start' }]);
    expect([due('2026-03-06'), due('2026-02-05')]).toEqual([[], []]);
    expect(due('2026-02-06')).toHaveLength(1);
  });

  test('comes with its day where every step is done, and not once it is closed or they rest', () => {
    expect(movesIn({ ...nothing, mentorships, goals: [goal({ due: '2026-03-05' })] })).toMatchObject([
      { kind: 'reach-goal', due: '2026-03-05' },
      { kind: 'reach-goal', due: '2026-03-05' },
    ]);
    const overdue = goal({ ...open, due: '2026-03-05' });
    expect(movesIn({ ...nothing, mentorships, goals: [{ ...overdue, status: 'achieved' }] })).toEqual([]);
    expect(movesIn({ ...nothing, mentorships: [pair({ status: 'paused' })], goals: [overdue] })).toEqual([]);
  });
});

describe('once one of the two deleted their account', () => {
  const mentorships = [pair({ status: 'ended', erased: ['asha'] })];
  const past = { time: at('2026-03-05T15:40:00.000Z') };
  const closed = (by: string) => meeting({ ...past, status: 'closed', took: true, attendance: [{ by, minutes: 40 }] });

  test('a meeting that neither recorded is asked of nobody: it could count for neither', () => {
    expect(movesIn({ ...nothing, mentorships, meetings: [meeting(past)] })).toEqual([]);
    expect(kinds('ben', { mentorships: [pair({ status: 'ended' })], meetings: [meeting(past)] })).toEqual(['record-meeting']);
  });

  test('an action whose words were deleted with their account is no task, though the reader kept it', () => {
    const kept = { due: '2026-03-09', kept: true };
    expect(kinds('ben', { mentorships, actions: [action(kept)] })).toEqual(['do-action']);
    expect(kinds('ben', { mentorships, actions: [action({ ...kept, title: '' })] })).toEqual([]);
  });

  test('what they recorded can still be confirmed, and nobody waits for what they never will', () => {
    expect(movesIn({ ...nothing, mentorships, meetings: [closed('asha')] })).toMatchObject([{ kind: 'confirm-meeting', of: 'ben' }]);
    expect(movesIn({ ...nothing, mentorships, meetings: [closed('ben')] })).toEqual([]);
    expect(waitsOf('ben', { ...nothing, mentorships, meetings: [closed('ben')] })).toEqual([]);
  });
});
