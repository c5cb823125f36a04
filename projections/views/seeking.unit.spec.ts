import { COUNTED, given, happened } from '../testing/given-events.js';
import { seekingView } from './seeking.view.js';

type Events = Parameters<typeof given>[1];
const joins = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const aims = (at: string, ...tags: string[]) =>
  happened('AimsSet', { person: 'ben', aims: tags.map((tag) => ({ tag, from: 1, to: 3 })) }, { at: `${at}T09:00:00.000Z` });
const on = (day: string) => ({ at: `${day}T09:00:00.000Z` });
const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
});
const two = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
const started = happened('MentorshipStarted', { ...two, request: 'r1', aims: [] });
const declined = happened('RequestDeclined', { request: 'r1', mentor: 'asha', mentee: 'ben', reason: '', next: null }, on('2026-03-12'));
const since = (...events: Events) => given(seekingView, [joins('ben'), ...events]).row('ben')?.since;

describe('a member who looks for a mentor', () => {
  test('has chosen focus areas, has no mentor and asks nobody; which focus areas nobody learns', () => {
    const rows = given(seekingView, [joins('ben'), aims('2026-03-02', 'tag-secret')]);
    expect(rows.row('ben')).toEqual({ person: 'ben', reach: ['oakfield'], since: '2026-03-02', lostMentor: false, suggested: null });
    expect(rows.audience('ben')).toEqual(['institution:oakfield#coordinators']);
    expect(JSON.stringify([...rows.everything()])).not.toContain('tag-secret');
    expect(since()).toBeUndefined();
    expect(since(aims('2026-03-02'))).toBeUndefined();
    expect(given(seekingView, [aims('2026-03-02', 'a')]).ids()).toEqual([]);
  });

  test('is shown with who suggested mentors to them and when, and never which', () => {
    const suggested = happened('MentorsSuggested', { message: 'w1', from: 'helen', to: 'ben', mentors: ['cleo'], text: 'Private' });
    const rows = given(seekingView, [joins('ben'), aims('2026-03-02', 'a'), suggested]);
    expect(rows.row('ben')?.suggested).toEqual({ by: 'helen', on: suggested.at.slice(0, 10) });
    expect(JSON.stringify([...rows.everything()])).not.toMatch(/cleo|Private/);
    expect(given(seekingView, [joins('ben'), suggested]).row('ben')).toBeUndefined();
  });

  test('does not look while a request is open or a pair goes on, and looks anew from the day it came to nothing', () => {
    const looks = aims('2026-03-02', 'a');
    expect(since(looks, asked)).toBeUndefined();
    expect(since(looks, asked, declined)).toBe('2026-03-12');
    expect(since(looks, asked, started)).toBeUndefined();
  });

  test('[R8] a mentee whose mentorship ended early looks, whatever they wished; one who completed does not, until they choose anew', () => {
    const ended = happened('MentorshipEnded', { ...two, by: 'ben', reason: 'Private', wantsAnother: false }, on('2026-04-01'));
    const completed = happened('MentorshipCompleted', { ...two, by: 'ben' }, on('2026-04-01'));
    expect(since(started, ended)).toBe('2026-04-01');
    expect(since(aims('2026-03-02', 'a'), started, completed)).toBeUndefined();
    expect(since(aims('2026-03-02', 'a'), started, completed, aims('2026-05-01', 'b'))).toBe('2026-05-01');
  });

  describe('[R8] whose mentorship ended early', () => {
    const endedBy = (by: string, wantsAnother: boolean, mentorship = 'm1') =>
      happened('MentorshipEnded', { ...two, mentorship, by, reason: 'Private', wantsAnother }, on('2026-04-01'));
    const lost = (...events: Events) => given(seekingView, [joins('ben'), started, ...events]).row('ben')?.lostMentor;
    const askedAgain = { ...asked, data: { ...asked.data, request: 'r2' } } as typeof asked;
    const declinedAgain = { ...declined, data: { ...declined.data, request: 'r2' } } as typeof declined;

    test('has lost a mentor, whoever ended it and whatever they privately wished for', () => {
      for (const by of ['asha', 'ben', 'hub']) for (const wants of [true, false]) expect(lost(endedBy(by, wants))).toBe(true);
    });

    test('until they ask a mentor or have another, and again where that comes to nothing', () => {
      expect(lost(endedBy('asha', false), askedAgain)).toBeUndefined();
      expect(lost(endedBy('asha', false), askedAgain, declinedAgain)).toBe(true);
    });

    test('once another pair has completed, what ended before it is over for good', () => {
      const second = happened('MentorshipStarted', { ...two, mentorship: 'm2', request: 'r2', aims: [] });
      const done = happened('MentorshipCompleted', { ...two, mentorship: 'm2', by: 'ben' });
      expect(lost(endedBy('asha', false), second, done, aims('2026-05-01', 'b'))).toBe(false);
    });
  });

  test('those who refine their focus areas have looked since before; those who clear them look no more', () => {
    expect(since(aims('2026-03-02', 'a'), aims('2026-03-05', 'a', 'b'))).toBe('2026-03-02');
    expect(since(aims('2026-03-02', 'a'), aims('2026-09-05', 'a', 'b'))).toBe('2026-09-05');
    expect(since(aims('2026-03-02', 'a'), aims('2026-03-05'))).toBeUndefined();
  });

  test('[R9] leaves with them', () => {
    const looks = aims('2026-03-02', 'a');
    expect(since(looks, happened('MemberLeft', { institution: 'oakfield', person: 'ben' }))).toBeUndefined();
    expect(since(looks, happened('PersonErased', { person: 'ben' }))).toBeUndefined();
  });
});
