import { given, happened } from '../testing/given-events.js';
import { mentorshipView } from './mentorship.view.js';

const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: 'r1', aims: ['behaviour'] });
const terms = {
  ...{ purpose: 'Calmer lessons', frequency: 'fortnightly', minutes: 45, format: 'online', confidentiality: 'Ours' },
  reviewOn: '2026-06-01',
} as const;
const proposed = (agreement: string, by: string) => happened('AgreementProposed', { mentorship: 'm1', agreement, by, terms });
const signed = (agreement: string, by: string) => happened('AgreementSigned', { mentorship: 'm1', agreement, by });
const agreed = (agreement: string) => happened('MentorshipAgreed', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', agreement });
const under = [proposed('a1', 'ben'), signed('a1', 'asha'), agreed('a1')];
const record = (by: string, took: boolean, meeting = 'k1') =>
  happened('AttendanceRecorded', { meeting, mentorship: 'm1', by, took, minutes: took ? 45 : 0 });
const closed = (took: boolean) =>
  happened('MeetingClosed', {
    ...{ meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', took, on: '2026-03-05', minutes: 45 },
  });
const paused = happened('MentorshipPaused', { mentorship: 'm1', by: 'ben', until: '2026-05-01', why: 'chosen' });
const resumed = happened('MentorshipResumed', { mentorship: 'm1', by: 'ben' });
const row = (...events: Parameters<typeof given>[1]) => given(mentorshipView, [started, ...events]).row('m1');

describe('a mentorship as the two see it', () => {
  test('counts its pauses, so that who resumes says which they have seen', () => {
    expect([row(), row(paused), row(paused, resumed), row(paused, resumed, paused)].map((one) => one?.pauses)).toEqual([0, 1, 1, 2]);
  });

  test('says what the mentee left, until they belong somewhere again', () => {
    const left = happened('MenteeLeft', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', institution: 'elm' });
    const joins = (person: string, institution: string) => happened('MemberJoined', { institution, person, from: '2026-09-01' });
    const shown = [row(), row(left), row(left, joins('asha', 'elm')), row(left, joins('ben', 'moor')), row(left, joins('ben', 'elm'))];
    expect(shown.map((one) => one?.menteeLeft)).toEqual([null, 'elm', 'elm', null, null]);
  });

  test('that is over has nothing left to review', () => {
    const answered = happened('ReviewAnswered', { mentorship: 'm1', agreement: 'a1', by: 'ben', reviewOn: '2026-09-07' });
    expect(row(...under, answered)?.review).toMatchObject({ by: 'ben' });
    const over = happened('MentorshipCompleted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben' });
    expect(row(...under, answered, over)?.review).toBeNull();
  });

  test('[R9] says which of the two deleted their account, whatever happened between', () => {
    const erased = happened('PersonErased', { person: 'asha' });
    expect([row()?.erased, row(...under, record('ben', true), erased)?.erased]).toEqual([[], ['asha']]);
  });

  test('begins as a trial and is for the two', () => {
    expect(given(mentorshipView, [started]).audience('m1')).toEqual(['mentorship:m1', 'person:asha', 'person:ben']);
    expect(row()).toMatchObject({ status: 'trial', aims: ['behaviour'], agreed: null, proposed: null });
  });

  test('a proposal is signed by whoever made it, and waits for the other', () => {
    expect(row(proposed('a1', 'ben'))).toMatchObject({ status: 'trial', proposed: { by: 'ben', signedBy: ['ben'], terms } });
  });

  test('both signed: the agreement stands and the mentorship is under way', () => {
    expect(row(...under)).toMatchObject({ status: 'active', proposed: null, agreed: { agreement: 'a1', signedBy: ['ben', 'asha'] } });
  });

  test('a newer proposal does not end the agreement that stands', () => {
    expect(row(...under, proposed('a2', 'asha'))).toMatchObject({
      status: 'active',
      agreed: { agreement: 'a1' },
      proposed: { agreement: 'a2' },
    });
  });

  test('a suggestion keeps what it replaces, until both have signed it or its author is erased', () => {
    const counter = [proposed('a1', 'ben'), proposed('a2', 'asha')];
    expect(row(...counter)).toMatchObject({ proposed: { replaces: { by: 'ben', terms, inForce: false } } });
    expect(row(...under, proposed('a2', 'asha'))).toMatchObject({ proposed: { replaces: { by: 'ben', inForce: true } } });
    expect(row(...counter, signed('a2', 'ben'), agreed('a2'))).toMatchObject({ agreed: { agreement: 'a2', replaces: null } });
    expect(row(...counter, happened('PersonErased', { person: 'ben' }))).toMatchObject({ proposed: { replaces: { terms: null } } });
  });

  test('a review that one has answered is with the other, until both have or another agreement holds', () => {
    const answered = happened('ReviewAnswered', { mentorship: 'm1', agreement: 'a1', by: 'ben', reviewOn: '2026-09-07' });
    const reviewed = happened('AgreementReviewed', { mentorship: 'm1', agreement: 'a1', by: 'asha', reviewOn: '2026-09-07' });
    expect(row(...under, answered)).toMatchObject({ review: { by: 'ben', reviewOn: '2026-09-07' }, agreed: { terms } });
    expect(row(...under, answered, reviewed)).toMatchObject({ review: null, agreed: { terms: { reviewOn: '2026-09-07' } } });
    expect(row(...under, answered, proposed('a2', 'ben'), signed('a2', 'asha'), agreed('a2'))).toMatchObject({ review: null });
  });

  test('resuming goes back to where it was', () => {
    expect(row(paused)).toMatchObject({ status: 'paused', pausedUntil: '2026-05-01', pausedWhy: 'chosen' });
    expect(row(paused, resumed)).toMatchObject({ status: 'trial', pausedUntil: null, pausedWhy: null });
    expect(row(...under, paused, resumed)).toMatchObject({ status: 'active' });
  });

  test('[R8] an early end names nobody and gives no reason', () => {
    const ended = happened('MentorshipEnded', {
      ...{ mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', reason: 'We never met', wantsAnother: true },
    });
    const after = row(...under, ended);
    expect(after).toMatchObject({ status: 'ended', endedAt: '2026-03-06T12:00:00.000Z' });
    expect(JSON.stringify(after)).not.toContain('We never met');
    expect(Object.keys(after ?? {})).not.toContain('wantsAnother');
  });

  test('[R10] a meeting is held once either says so; minutes count once both have', () => {
    expect(row(record('ben', true), closed(true))).toMatchObject({
      meetingsHeld: 1,
      meetingsConfirmed: 0,
      minutes: 0,
      lastMetOn: '2026-03-05',
    });
    const confirmed = happened('MeetingConfirmed', {
      meeting: 'k1',
      mentorship: 'm1',
      mentor: 'asha',
      mentee: 'ben',
      on: '2026-03-05',
      minutes: 40,
    });
    expect(row(record('ben', true), closed(true), record('asha', true), confirmed)).toMatchObject({
      ...{ meetingsHeld: 1, meetingsConfirmed: 1, minutes: 40 },
    });
  });

  test('[R10] a record that was wrong can be put right, either way', () => {
    expect(row(record('ben', false), closed(false), record('asha', true))).toMatchObject({ meetingsHeld: 1, lastMetOn: '2026-03-05' });
    expect(row(record('ben', true), closed(true), record('ben', false))).toMatchObject({ meetingsHeld: 0, lastMetOn: null });
    const later = happened('MeetingClosed', {
      ...{ meeting: 'k2', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', took: true, on: '2026-03-19', minutes: 45 },
    });
    expect(row(closed(true), later, record('ben', false, 'k2'))).toMatchObject({ meetingsHeld: 1, lastMetOn: '2026-03-05' });
  });

  test('[R9] terms go with whoever wrote them; the other side’s stay', () => {
    const erased = happened('PersonErased', { person: 'ben' });
    expect(row(...under, proposed('a2', 'asha'), erased)).toMatchObject({ agreed: { terms: null, by: 'ben' }, proposed: { terms } });
  });
});
