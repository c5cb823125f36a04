import { seeded } from '@alongside/domain/testing/seeded.js';
import { COUNTED, given, happened } from '../testing/given-events.js';
import { pulseView } from './pulse.view.js';
import { seekingView } from './seeking.view.js';

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
    expect(pulse('oakfield', started, ended)).toMatchObject({ pairs: 0, looking: { '2026-03-06': 1 } });
  });

  test('keeps the day on which each pair last met, and no other', () => {
    expect(pulse('oakfield', started, meets('k1', '2026-03-02'))?.lastMet).toEqual({ '2026-03-02': 1 });
    expect(pulse('oakfield', started, meets('k1', '2026-03-02'), meets('k2', '2026-03-09'))?.lastMet).toEqual({ '2026-03-09': 1 });
  });

  test('counts who looks, and how many more mentees mentors have space for', () => {
    expect(pulse('oakfield', looks('ben'), ...offers)).toMatchObject({ looking: { '2026-03-06': 1 }, space: 2 });
    expect(pulse('oakfield', ...offers, accepted)).toMatchObject({ space: 1 });
    expect(pulse('oakfield', ...offers, accepted, happened('PlaceReleased', { mentor: 'cleo', mentorship: 'm2' }))).toMatchObject({
      space: 2,
    });
    expect(pulse('oakfield', ...offers, happened('MentoringPaused', { person: 'cleo', until: null }))).toMatchObject({ space: 0 });
  });

  test('[R7] counts as many who look as there are, by day and without a name', () => {
    expect(pulse('oakfield', looks('ben'), joins('dee'), looks('dee'))?.looking).toEqual({ '2026-03-06': 2 });
  });

  test('a match takes its mentee out of those who look, from the request on, and a reply of no brings them back', () => {
    const asked = happened('MentoringRequested', {
      ...{ request: 'r', mentor: 'cleo', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
    });
    const looking = (...events: Events) => Object.values(pulse('riverbank', looks('ben'), ...events)?.looking ?? {}).length;
    expect(looking()).toBe(1);
    expect(looking(asked)).toBe(0);
    expect(looking(asked, accepted, started)).toBe(0);
    expect(looking(asked, happened('RequestDeclined', { request: 'r', mentor: 'cleo', mentee: 'ben', reason: '', next: null }))).toBe(1);
  });

  test('[R9] follows people from school to school, and forgets those who are erased', () => {
    const moves = [happened('MemberLeft', { institution: 'oakfield', person: 'ben' }), joins('ben', 'moor')];
    expect(pulse('oakfield', started, ...moves)?.pairs).toBe(0);
    expect(pulse('moor', started, ...moves)?.pairs).toBe(1);
    expect(
      pulse('oakfield', ...offers, looks('ben'), happened('PersonErased', { person: 'ben' }), happened('PersonErased', { person: 'cleo' })),
    ).toMatchObject({
      ...{ looking: {}, space: 0 },
    });
  });

  test('counts as many who look as the list that names them has, whatever happens', () => {
    const { below, pick } = seeded(20_261_127);
    const [people, schools] = [
      ['ben', 'dee', 'sana'],
      ['oakfield', 'elm'],
    ];
    const inTrust = { institution: 'oakfield', trust: 'riverbank' };
    const aims = (person: string, ...tags: string[]) =>
      happened(
        'AimsSet',
        { person, aims: tags.map((tag) => ({ tag, from: 1, to: 3 })) },
        { at: `2026-03-${10 + below(19)}T09:00:00.000Z` },
      );
    for (let round = 0; round < 60; round += 1) {
      const anything = [
        () => joins(pick(people), pick(schools)),
        () => happened('MemberLeft', { institution: pick(schools), person: pick(people) }),
        () => aims(pick(people), 'a'),
        () => aims(pick(people)),
        () => happened('TrustJoined', inTrust),
        () => happened('TrustLeft', inTrust),
        () => happened('PersonErased', { person: pick(people) }),
      ];
      const events: Events = Array.from({ length: 30 }, () => pick(anything)());
      const rows = given(pulseView, events);
      const counts = Object.fromEntries(rows.ids().map((id) => [id, rows.row(id)?.looking ?? {}]));
      const listed: Record<string, Record<string, number>> = Object.fromEntries(rows.ids().map((id) => [id, {}]));
      for (const { data } of given(seekingView, events).rows().values())
        for (const institution of data.reach) {
          const days = (listed[institution] ??= {});
          days[data.since] = (days[data.since] ?? 0) + 1;
        }
      expect({ round, counts }).toEqual({ round, counts: listed });
    }
  });
});
