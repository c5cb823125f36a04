import { foldView, given, happened } from '../testing/given-events.js';
import { memberView } from './member.view.js';
import { rosterView } from './roster.view.js';

type Events = Parameters<typeof given>[1];
const HUB_ACTS = { actor: 'hub' };
const comes = (person: string, name: string) => happened('PersonJoined', { person, name, email: `${person}@x.example` }, HUB_ACTS);
const joins = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2026-09-01' });
const leaves = (person: string) => happened('MemberLeft', { institution: 'oakfield', person });
const describes = (person: string, jobTitle: string, actor = person) =>
  happened(
    'ProfileDescribed',
    { person, profile: { jobTitle, about: '', phases: [], subjects: [], settings: [], careerStage: null, roles: [] } as never },
    { actor },
  );
const signsIn = (person: string) => ({ ...leaves(person), type: 'SessionOpened', data: { person } }) as unknown as Events[number];
const row = (...events: Events) => given(rosterView, events).row('oakfield:zoe');
const zoe = comes('zoe', 'Zoë O’Brien');

describe('the members of an institution by name', () => {
  test('a line says who somebody is, whatever came first', () => {
    const said = { name: 'Zoë O’Brien', sortAs: 'zoe obrien', jobTitle: 'Teacher of art', from: '2026-09-01', awaited: true, roles: [] };
    expect(row(zoe, joins('zoe'), describes('zoe', 'Teacher of art', 'hub'))).toMatchObject(said);
    expect(row(joins('zoe'), describes('zoe', 'Teacher of art', 'hub'), zoe)).toMatchObject(said);
    const renamed = happened('PersonRenamed', { person: 'zoe', name: 'Zoë Łuczak' });
    expect(row(zoe, joins('zoe'), renamed)).toMatchObject({ name: 'Zoë Łuczak', sortAs: 'zoe luczak' });
  });

  test('says who has not signed in yet', () => {
    expect(row(zoe, joins('zoe'))).toMatchObject({ awaited: true, uninvited: true });
    const invited = happened('InvitationSent', { institution: 'oakfield', person: 'zoe', from: 'helen' });
    expect(row(zoe, joins('zoe'), invited)).toMatchObject({ awaited: true, uninvited: false });
    expect(row(zoe, joins('zoe'), signsIn('zoe'))).toMatchObject({ awaited: false, uninvited: false });
    expect(row(zoe, signsIn('zoe'), joins('zoe'))).toMatchObject({ awaited: false });
    expect(row(zoe, joins('zoe'), describes('zoe', 'Teacher'))).toMatchObject({ awaited: false, jobTitle: 'Teacher' });
  });

  test('says what somebody is there, and who is above them', () => {
    const granted = happened('RoleGranted', { institution: 'oakfield', person: 'zoe', role: 'leader' });
    const above = happened('ReportingLineSet', { institution: 'oakfield', person: 'zoe', lineManager: 'asha', inductionTutor: null });
    expect(row(zoe, joins('zoe'), granted, granted, above)).toMatchObject({ roles: ['leader'], lineManager: 'asha' });
    const revoked = happened('RoleRevoked', { institution: 'oakfield', person: 'zoe', role: 'leader' });
    expect(row(zoe, joins('zoe'), granted, revoked)).toMatchObject({ roles: [] });
  });

  test('says from when they are a member, as it was corrected last', () => {
    const corrected = happened('FirstDayCorrected', { institution: 'oakfield', person: 'zoe', from: '2024-09-02' });
    expect(row(zoe, joins('zoe'), corrected)).toMatchObject({ name: 'Zoë O’Brien', from: '2024-09-02' });
    expect(row(zoe, joins('zoe'), corrected, leaves('zoe'), joins('zoe'))).toEqual(row(zoe, joins('zoe')));
    expect(row(zoe, joins('zoe'), leaves('zoe'), corrected)).toBeUndefined();
  });

  test('whoever left has no line there, and begins afresh with another time', () => {
    const granted = happened('RoleGranted', { institution: 'oakfield', person: 'zoe', role: 'leader' });
    expect(row(zoe, joins('zoe'), leaves('zoe'))).toBeUndefined();
    expect(row(zoe, joins('zoe'), granted, leaves('zoe'), joins('zoe'))).toMatchObject({ name: 'Zoë O’Brien', roles: [] });
    expect(given(rosterView, [zoe, joins('zoe'), joins('zoe', 'hillside'), leaves('zoe')]).row('hillside:zoe')).toMatchObject({
      sortAs: 'zoe obrien',
    });
  });

  test('is for those who may read the list of members', () => {
    const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
    for (const events of [
      [trust, zoe, joins('zoe')],
      [zoe, joins('zoe'), trust],
    ])
      expect(given(rosterView, events).audience('oakfield:zoe')).toEqual(given(memberView, events).audience('oakfield:zoe'));
  });

  test('[R9] an erased person is on no list, signed in or not, and nothing keeps their name', () => {
    const erased = happened('PersonErased', { person: 'zoe' });
    for (const events of [
      [zoe, joins('zoe'), erased],
      [zoe, joins('zoe'), signsIn('zoe'), erased],
      [zoe, joins('zoe'), leaves('zoe'), erased],
    ]) {
      expect(given(rosterView, events).row('oakfield:zoe')).toBeUndefined();
      expect(JSON.stringify([...foldView(rosterView, events)])).not.toContain('Brien');
    }
  });
});
