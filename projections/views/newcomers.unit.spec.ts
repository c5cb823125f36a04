import { given, happened } from '../testing/given-events.js';
import { newcomerView } from './newcomer.view.js';
import { newcomersView } from './newcomers.view.js';

type Events = Parameters<typeof given>[1];
const SEPTEMBER = { at: '2026-09-02T09:00:00.000Z' };
const joins = (person: string, actor = 'hub', institution = 'oakfield') => [
  happened('PersonJoined', { person, name: person, email: `${person}@x.example` }, { ...SEPTEMBER, actor }),
  happened('MemberJoined', { institution, person, from: '2026-09-01' }, SEPTEMBER),
];
const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
const sent = (person: string) =>
  happened('InvitationSent', { institution: 'oakfield', person, from: 'helen' }, { at: '2026-09-07T07:00:00.000Z' });
// Signing in is no event of the mentoring views: it is told here as the log holds it.
const signsIn = (person: string) => ({ ...sent(person), type: 'SessionOpened', data: { person } }) as unknown as Events[number];
const planned = (on: string | null) => happened('InvitationsPlanned', { institution: 'oakfield', on, from: 'helen' });
const counts = (...events: Events) => given(newcomersView, [trust, ...events]).row('oakfield');
const each = (...events: Events) => given(newcomerView, [trust, ...events]);

test('a plan that lapsed is said with its planner and its day, until another is made', () => {
  const lapse = happened('InvitationsPlanned', { institution: 'oakfield', on: null, from: 'helen', lapsed: true });
  expect(counts(...joins('ben'), planned('2026-09-10'), lapse)).toMatchObject({
    plannedOn: null,
    lapsed: { by: 'helen', on: '2026-09-10' },
  });
  expect(counts(...joins('ben'), planned('2026-09-10'), lapse, planned('2026-09-17'))).toMatchObject({ lapsed: null });
  // Everybody was told by hand: nothing is left of it, also for people who join later.
  expect(counts(...joins('ben'), planned('2026-09-10'), lapse, sent('ben'))).toMatchObject({ lapsed: null });
  expect(counts(...joins('ben'), planned('2026-09-10'), lapse, sent('ben'), ...joins('cleo'))).toMatchObject({
    notInvited: 1,
    lapsed: null,
  });
});

describe('members who have not signed in', () => {
  test('are not those who act for themselves, whatever they do first', () => {
    for (const [type, data] of [
      ['MentoringRequested', { mentor: 'asha', request: 'r1', mentee: 'ben' }],
      ['RequestAccepted', { mentor: 'ben', request: 'r1', mentee: 'cleo', mentorship: 'm1' }],
      ['MeetingBooked', { meeting: 'k1', mentorship: 'm1' }],
    ] as const) {
      const acts = {
        ...happened('MentorshipResumed', { mentorship: 'm1', by: 'ben' }),
        type,
        data,
        actor: 'ben',
      } as unknown as Events[number];
      expect(each(...joins('ben'), acts).row('oakfield:ben')).toBeUndefined();
    }
  });

  test('are listed and counted for the coordinators and administrators of their school and its trust', () => {
    const audience = [
      ...['institution:oakfield#administrators', 'institution:oakfield#coordinators'],
      ...['institution:riverbank#administrators', 'institution:riverbank#coordinators'],
    ];
    expect(each(...joins('ben')).audience('oakfield:ben')).toEqual(audience);
    expect(given(newcomersView, [trust, ...joins('ben')]).audience('oakfield')).toEqual(audience);
    expect(counts(...joins('ben'), ...joins('cleo'))).toEqual({
      ...{ institution: 'oakfield', people: 2, notInvited: 2, invitedOn: null, since: '2026-09-02', plannedOn: null, plannedBy: null },
      lapsed: null,
    });
  });

  test('were invited by the colleague who added them; an import invites nobody', () => {
    expect(each(...joins('ben', 'helen')).row('oakfield:ben')).toMatchObject({ invitedOn: '2026-09-02', times: 1 });
    expect(each(...joins('ben')).row('oakfield:ben')).toMatchObject({ invitedOn: null, times: 0 });
  });

  test('can be invited, and invited again', () => {
    expect(counts(...joins('ben'), ...joins('cleo'), sent('ben'))).toMatchObject({ people: 2, notInvited: 1, invitedOn: '2026-09-07' });
    expect(each(...joins('ben'), sent('ben'), sent('ben')).row('oakfield:ben')).toMatchObject({ invitedOn: '2026-09-07', times: 2 });
  });

  test('are no newcomers once they sign in, act for themselves, leave or are erased', () => {
    const by = (actor: string) => happened('AimsSet', { person: 'ben', aims: [] }, { actor });
    const left = happened('MemberLeft', { institution: 'oakfield', person: 'ben' });
    for (const gone of [signsIn('ben'), by('ben'), left, happened('PersonErased', { person: 'ben' })]) {
      expect(each(...joins('ben'), gone).ids()).toEqual([]);
      expect(counts(...joins('ben'), gone)).toBeUndefined();
    }
    expect(counts(...joins('ben'), by('hub'))?.people).toBe(1);
    expect(
      counts(...joins('ben'), signsIn('ben'), happened('MemberJoined', { institution: 'oakfield', person: 'ben', from: '2026-09-01' })),
    ).toBe(undefined);
  });

  test('show the day on which they are to be invited, as long as there is one', () => {
    expect(counts(...joins('ben'), planned('2026-09-10'))).toMatchObject({ plannedOn: '2026-09-10', plannedBy: 'helen' });
    expect(counts(planned('2026-09-10'), ...joins('ben'))).toMatchObject({ plannedOn: '2026-09-10' });
    expect(counts(...joins('ben'), planned('2026-09-10'), planned(null))).toMatchObject({ plannedOn: null, plannedBy: null });
  });
});
