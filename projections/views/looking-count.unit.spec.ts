import { seeded } from '@alongside/domain/testing/seeded.js';
import { COUNTED, given, happened } from '../testing/given-events.js';
import { lookingCountView } from './looking-count.view.js';
import { seekingView } from './seeking.view.js';

type Events = Parameters<typeof given>[1];
const joins = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const house = [happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }), joins('asha', 'elm'), joins('ben'), joins('cleo')];
const two = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
const started = happened('MentorshipStarted', { ...two, request: null, aims: [] });
const looks = (person: string) => happened('AimsSet', { person, aims: [{ tag: 'a', from: 1, to: 3 }] });
const accepted = happened('RequestAccepted', { request: 'r', mentor: 'cleo', mentee: 'ben', mentorship: 'm2' } as never);
const rowsOf = (...events: Events) => given(lookingCountView, [...house, ...events]);
const counted = (institution: string, ...events: Events) => rowsOf(...events).row(institution)?.looking;

describe('how many look for a mentor', () => {
  test('[R7] is for those who may read who they are: coordinators of the school and of its trust', () => {
    expect(rowsOf(looks('ben')).audience('oakfield')).toEqual(['institution:oakfield#coordinators', 'institution:riverbank#coordinators']);
    expect(rowsOf(looks('ben'), happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' })).audience('oakfield')).toEqual([
      'institution:oakfield#coordinators',
    ]);
  });

  test('counts a mentee again once their mentorship is over', () => {
    const ended = happened('MentorshipEnded', { ...two, by: 'ben', reason: '', wantsAnother: false });
    expect(counted('oakfield', looks('ben'), started)).toEqual({});
    expect(counted('oakfield', started, ended)).toEqual({ '2026-03-06': 1 });
  });

  test('keeps how many looked as a day began, through all that happens in it', () => {
    const at = (on: string) => ({ at: `${on}T09:00:00.000Z` });
    const looksOn = (person: string, on: string) => happened('AimsSet', { person, aims: [{ tag: 'a', from: 1, to: 3 }] }, at(on));
    const rows = (...events: Events) => rowsOf(...events).row('oakfield');
    const [ben, cleo] = [looksOn('ben', '2026-03-06'), looksOn('cleo', '2026-03-07')];
    expect(rows(ben)?.began).toEqual({ day: '2026-03-06', looking: {} });
    expect(rows(ben, cleo)?.began).toEqual({ day: '2026-03-07', looking: { '2026-03-06': 1 } });
    const gone = happened('PersonErased', { person: 'ben' }, at('2026-03-07'));
    expect(rows(ben, cleo, gone)).toMatchObject({
      looking: { '2026-03-07': 1 },
      began: { day: '2026-03-07', looking: { '2026-03-06': 1 } },
    });
  });

  test('[R9] follows people from school to school, and forgets those who are erased', () => {
    const moves = [happened('MemberLeft', { institution: 'oakfield', person: 'ben' }), joins('ben', 'moor')];
    expect(counted('oakfield', looks('ben'), ...moves)).toEqual({});
    expect(counted('moor', looks('ben'), ...moves)).toEqual({ '2026-03-06': 1 });
    expect(counted('oakfield', looks('ben'), happened('PersonErased', { person: 'ben' }))).toEqual({});
  });

  test('[R7] counts as many who look as there are, by day and without a name', () => {
    expect(counted('oakfield', looks('ben'), joins('dee'), looks('dee'))).toEqual({ '2026-03-06': 2 });
  });

  test('a match takes its mentee out of those who look, from the request on, and a reply of no brings them back', () => {
    const asked = happened('MentoringRequested', {
      ...{ request: 'r', mentor: 'cleo', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
    });
    const looking = (...events: Events) => Object.values(counted('riverbank', looks('ben'), ...events) ?? {}).length;
    expect(looking()).toBe(1);
    expect(looking(asked)).toBe(0);
    expect(looking(asked, accepted, started)).toBe(0);
    expect(looking(asked, happened('RequestDeclined', { request: 'r', mentor: 'cleo', mentee: 'ben', reason: '', next: null }))).toBe(1);
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
      const rows = given(lookingCountView, events);
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
