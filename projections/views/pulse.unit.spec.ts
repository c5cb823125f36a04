import { given, happened } from '../testing/given-events.js';
import { pulseView } from './pulse.view.js';

type Events = Parameters<typeof given>[1];
const joins = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const house = [happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }), joins('asha', 'elm'), joins('ben'), joins('cleo')];
const two = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
const started = happened('MentorshipStarted', { ...two, request: null, aims: [] });
const looks = (person: string) => happened('AimsSet', { person, aims: [{ tag: 'a', from: 1, to: 3 }] });
const offers = [
  happened('CapacityChanged', { mentor: 'cleo', places: 2 } as never),
  happened('MentoringOffered', { person: 'cleo', offer: { careerStages: [], note: '' } }),
];
const accepted = happened('RequestAccepted', { request: 'r', mentor: 'cleo', mentee: 'ben', mentorship: 'm2' } as never);
const meets = (meeting: string, on: string) =>
  happened('MeetingClosed', { ...two, meeting, by: 'ben', took: true, on, minutes: 40, actions: [], carryOver: [] } as never);
const pulse = (institution: string, ...events: Events) => given(pulseView, [...house, ...events]).row(institution);

describe('how mentoring goes', () => {
  test('is for coordinators and leaders of the school and of its trust', () => {
    expect(given(pulseView, [...house, started]).audience('oakfield')).toEqual([
      ...['institution:oakfield#coordinators', 'institution:oakfield#leaders'],
      ...['institution:riverbank#coordinators', 'institution:riverbank#leaders'],
    ]);
  });

  test('is no longer for a trust that the school has left, where nothing is left to count either', () => {
    const ended = happened('MentorshipEnded', { ...two, by: 'ben', reason: '', wantsAnother: false });
    const left = happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' });
    const erased = ['ben', 'cleo', 'asha'].map((person) => happened('PersonErased', { person }));
    expect(given(pulseView, [...house, started, ended, ...erased, left]).audience('oakfield')).toEqual([
      ...['institution:oakfield#coordinators', 'institution:oakfield#leaders'],
    ]);
  });

  test('counts a pair where its mentee belongs, and in the trust, as long as it goes on', () => {
    for (const institution of ['oakfield', 'riverbank']) expect(pulse(institution, started)).toMatchObject({ pairs: 1, lastMet: {} });
    expect(pulse('elm', started)).toBeUndefined();
    const paused = happened('MentorshipPaused', { mentorship: 'm1', by: 'ben', until: null, why: 'chosen' });
    expect(pulse('oakfield', started, paused)?.pairs).toBe(0);
    expect(pulse('oakfield', started, paused, happened('MentorshipResumed', { mentorship: 'm1', by: 'ben' }))?.pairs).toBe(1);
    const ended = happened('MentorshipEnded', { ...two, by: 'ben', reason: '', wantsAnother: false });
    expect(pulse('oakfield', started, ended)).toMatchObject({ pairs: 0 });
  });

  test('keeps the day on which each pair last met, and no other', () => {
    expect(pulse('oakfield', started, meets('k1', '2026-03-02'))?.lastMet).toEqual({ '2026-03-02': 1 });
    expect(pulse('oakfield', started, meets('k1', '2026-03-02'), meets('k2', '2026-03-09'))?.lastMet).toEqual({ '2026-03-09': 1 });
  });

  test('counts how many more mentees mentors have space for', () => {
    expect(pulse('oakfield', looks('ben'), ...offers)).toMatchObject({ space: 2 });
    expect(pulse('oakfield', ...offers, accepted)).toMatchObject({ space: 1 });
    expect(pulse('oakfield', ...offers, accepted, happened('PlaceReleased', { mentor: 'cleo', mentorship: 'm2' }))).toMatchObject({
      space: 2,
    });
    expect(pulse('oakfield', ...offers, happened('MentoringPaused', { person: 'cleo', until: null }))).toMatchObject({ space: 0 });
  });

  test('[R9] follows people from school to school, and forgets those who are erased', () => {
    const moves = [happened('MemberLeft', { institution: 'oakfield', person: 'ben' }), joins('ben', 'moor')];
    expect(pulse('oakfield', started, ...moves)?.pairs).toBe(0);
    expect(pulse('moor', started, ...moves)?.pairs).toBe(1);
    expect(
      pulse('oakfield', ...offers, looks('ben'), happened('PersonErased', { person: 'ben' }), happened('PersonErased', { person: 'cleo' })),
    ).toMatchObject({
      space: 0,
    });
  });

  test('[R7] tells nothing of who looks for a mentor: a day beside a pair by name would be a person', () => {
    const ended = happened('MentorshipEnded', { ...two, by: 'ben', reason: '', wantsAnother: true });
    const before = pulse('oakfield', started, ended);
    expect(pulse('oakfield', started, ended, looks('ben'))).toEqual(before);
    expect(Object.keys(before ?? {}).sort()).toEqual(['institution', 'lastMet', 'pairs', 'space']);
  });
});
