import { COUNTED, given, happened } from '../testing/given-events.js';
import { handoverView } from './handover.view.js';

const joins = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
const two = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
const started = (mentorship: string, mentor: string, request: string | null = null) =>
  happened('MentorshipStarted', { mentorship, mentor, mentee: 'ben', request, aims: [] });
const needed = happened('HandoverNeeded', { ...two, institution: 'elm' }, { at: '2026-03-06T12:00:00.000Z' });
const ended = happened('MentorshipEnded', { ...two, by: 'asha', reason: 'Private words', wantsAnother: false });
const asked = happened('MentoringRequested', {
  ...{ request: 'r2', mentor: 'cleo', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
});
const declined = happened('RequestDeclined', { request: 'r2', mentor: 'cleo', mentee: 'ben', reason: '', next: null });
const handed = [joins('asha', 'elm'), joins('ben'), trust, started('m1', 'asha'), needed];
const rows = (...events: Parameters<typeof given>[1]) => given(handoverView, [...handed, ...events]);

describe('a mentee whose mentor has left', () => {
  test('[R8] comes to the desk of the mentee’s coordinators, of the trust as well, and of nobody else', () => {
    expect(rows().row('m1')).toEqual({
      ...two,
      institution: 'elm',
      since: '2026-03-06',
      next: 'decide',
      nextAt: '2026-03-06T12:00:00.000Z',
      suggested: null,
    });
    expect(rows().audience('m1')).toEqual(['institution:oakfield#coordinators', 'institution:riverbank#coordinators']);
  });

  test('needs first to decide, then another mentor, then that mentor’s reply', () => {
    const next = (...events: Parameters<typeof given>[1]) => rows(...events).row('m1')?.next;
    expect([next(), next(ended), next(ended, asked), next(ended, asked, declined)]).toEqual([
      ...['decide', 'find-mentor', 'wait-for-reply', 'find-mentor'],
    ]);
  });

  test('says since when they need what they need, which moving to another school does not change', () => {
    const over = happened('MentorshipEnded', { ...two, by: 'ben', reason: '', wantsAnother: false }, { at: '2026-03-09T10:00:00.000Z' });
    expect(rows(over, joins('ben', 'moor')).row('m1')).toMatchObject({ since: '2026-03-06', nextAt: '2026-03-09T10:00:00.000Z' });
  });

  test('says who suggested mentors to them and when, and never which', () => {
    const suggested = happened('MentorsSuggested', { message: 'w1', from: 'helen', to: 'ben', mentors: ['cleo'], text: 'Private' });
    expect(rows(suggested).row('m1')?.suggested).toEqual({ by: 'helen', on: suggested.at.slice(0, 10) });
    expect(JSON.stringify([...rows(suggested).everything()])).not.toMatch(/cleo|Private/);
  });

  test('is off the desk once the two carry on, complete, or another mentorship begins', () => {
    const by = { mentorship: 'm1', by: 'ben' };
    expect(rows(happened('HandoverSettled', by)).ids()).toEqual([]);
    expect(rows(happened('MentorshipCompleted', { ...two, by: 'ben' })).ids()).toEqual([]);
    expect(rows(ended, asked, started('m2', 'cleo', 'r2')).ids()).toEqual([]);
  });

  test('is off the desk once it has ended, where the mentee has another mentor beside', () => {
    const beside = [joins('ben'), started('m1', 'asha'), started('m2', 'cleo'), needed];
    expect(given(handoverView, beside).row('m1')?.next).toBe('decide');
    expect(given(handoverView, [...beside, ended]).ids()).toEqual([]);
  });

  test('[R6] nothing of why is told', () => {
    expect(JSON.stringify([...rows(ended).everything()])).not.toContain('Private words');
    expect(Object.keys(rows(ended).row('m1') ?? {}).sort()).toEqual([
      'institution',
      'mentee',
      'mentor',
      'mentorship',
      'next',
      'nextAt',
      'since',
      'suggested',
    ]);
  });

  test('[R9] follows the mentee from school to school, and ends with them', () => {
    const moved = rows(happened('MemberLeft', { institution: 'oakfield', person: 'ben' }), joins('ben', 'moor'));
    expect(moved.audience('m1')).toEqual(['institution:moor#coordinators']);
    expect(rows(happened('PersonErased', { person: 'ben' })).ids()).toEqual([]);
  });
});
