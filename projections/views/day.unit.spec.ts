import { COUNTED, given, happened } from '../testing/given-events.js';
import { dayView } from './day.view.js';

const told = { institutions: ['oakfield', 'riverbank'], at: '2026-03-06T12:00:00.000Z' };
const agreed = (n: number, when = told) =>
  happened('MentorshipAgreed', { mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, agreement: `a${n}` }, when);
const people = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('a day of an institution', () => {
  test('[R7] one is counted as one, for those who read each pair by name', () => {
    expect(given(dayView, [agreed(0), agreed(1)]).row('oakfield:2026-03-06')).toMatchObject({ kinds: { agreed: 2 } });
  });

  test('[R7] goals are no part of it: no list that a leader opens names them', () => {
    const goal = { mentorship: 'm0', goal: 'g0', mentee: 'p0', tag: null, statements: [], due: null };
    const goals = [
      happened('GoalAgreed', { ...goal, description: { title: '', why: '', success: '' } }, told),
      happened('GoalAchieved', { mentorship: 'm0', goal: 'g0', by: 'asha', evidence: '' }, told),
    ];
    expect(given(dayView, goals).ids()).toEqual([]);
  });

  test('tells who left, and of a pair whose mentee left where that mentee was counted, and nowhere else', () => {
    const left = [
      happened('MemberLeft', { institution: 'oakfield', person: 'ben' }, told),
      happened(
        'MenteeLeft',
        { mentorship: 'm0', mentor: 'asha', mentee: 'ben', institution: 'oakfield' },
        { ...told, institutions: ['elm'] },
      ),
    ];
    const days = given(dayView, left);
    expect(days.row('oakfield:2026-03-06')).toMatchObject({ kinds: { left: 1, 'mentee-left': 1 } });
    expect([days.row('riverbank:2026-03-06')?.kinds, days.row('elm:2026-03-06')]).toEqual([{ left: 1 }, undefined]);
  });

  test('who left and came back on the day neither left nor joined; on another day they join again', () => {
    const joins = (person: string, at = told.at) =>
      happened('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' }, { ...told, at });
    const leaves = (person: string) => happened('MemberLeft', { institution: 'oakfield', person }, told);
    const on = (day: string, ...events: Parameters<typeof given>[1]) => given(dayView, events).row(`oakfield:${day}`)?.kinds;
    expect(on('2026-03-06', leaves('ben'), joins('ben'))).toBeUndefined();
    expect(on('2026-03-06', joins('ben'), leaves('ben'), joins('ben'), leaves('cleo'))).toEqual({ joined: 1, left: 1 });
    expect(on('2026-03-06', leaves('ben'), joins('ben'), leaves('ben'))).toEqual({ left: 1 });
    const later = joins('ben', '2026-03-07T12:00:00.000Z');
    expect([on('2026-03-06', leaves('ben'), later), on('2026-03-07', leaves('ben'), later)]).toEqual([{ left: 1 }, { joined: 1 }]);
    // Beyond those who are noted in the row itself too.
    const crowd = people(60).flatMap((n) => [leaves(`p${n}`)]);
    expect(on('2026-03-06', ...crowd, joins('p59'), joins('p3'), leaves('p3'), leaves('p58'))).toEqual({ left: 59 });
  });

  test('one person who does a thing five times is one person', () => {
    const events = people(5).map((n) =>
      happened(
        'MentoringRequested',
        {
          ...{ request: `r${n}`, mentor: `a${n}`, mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
          ...{ remindOn: '2026-03-09', answerBy: '2026-03-12', counted: COUNTED },
        },
        told,
      ),
    );
    expect(given(dayView, events).row('oakfield:2026-03-06')).toMatchObject({ kinds: { asked: 1 } });
  });

  test('what the hub closes for a mentor is no reply of theirs', () => {
    const answered = (because?: 'not-taking-new-mentees') =>
      people(5).map((n) =>
        happened(
          'RequestDeclined',
          { request: `r${n}`, mentor: 'asha', mentee: `p${n}`, reason: '', next: null, ...(because && { because }) },
          told,
        ),
      );
    expect(given(dayView, answered()).row('oakfield:2026-03-06')).toMatchObject({ kinds: { answered: 5 } });
    expect(given(dayView, answered('not-taking-new-mentees')).ids()).toEqual([]);
  });

  test('a day has a row for each institution that it concerns, trusts included, and none where nothing happened', () => {
    expect(given(dayView, [agreed(0)]).ids()).toEqual(['oakfield:2026-03-06', 'riverbank:2026-03-06']);
  });

  test('days turn at midnight in the United Kingdom, in summer an hour before midnight of the log', () => {
    const late = { ...told, at: '2026-07-01T23:30:00.000Z' };
    expect(given(dayView, [agreed(0, late)]).ids()).toEqual(['oakfield:2026-07-02', 'riverbank:2026-07-02']);
  });

  test('busy days have higher ticks', () => {
    const height = (count: number) =>
      given(
        dayView,
        people(count).map((n) => agreed(n)),
      ).row('oakfield:2026-03-06')?.height;
    expect([1, 5, 10, 20, 40].map(height)).toEqual([1, 2, 3, 4, 5]);
  });

  test('leaders and coordinators of the institution see it, administrators and members do not', () => {
    expect(given(dayView, [agreed(0)]).audience('riverbank:2026-03-06')).toEqual([
      'institution:riverbank#coordinators',
      'institution:riverbank#leaders',
    ]);
  });
});
