import { given, happened } from '../testing/given-events.js';
import { accountView } from './account.view.js';
import { invitationView } from './invitation.view.js';

const here = { institution: 'oakfield', person: 'ben' };
const invited = happened('MemberInvited', { ...here, email: 'ben@elm.example', from: '2026-09-01', by: 'cora' });
const readers = (...events: Parameters<typeof given>[1]) => [...given(invitationView, events).audience('oakfield:ben')].sort();

describe('an invitation', () => {
  test('is for whoever is asked and for those who keep the list, its trust’s while it is in one', () => {
    const own = ['institution:hub#administrators', 'institution:oakfield#administrators', 'institution:oakfield#coordinators'];
    const trusts = ['institution:beacon#administrators', 'institution:beacon#coordinators'];
    expect(readers(invited)).toEqual([...own, 'person:ben']);
    const trusted = happened('TrustJoined', { institution: 'oakfield', trust: 'beacon' });
    expect(readers(trusted, invited)).toEqual([...trusts, ...own, 'person:ben']);
    expect(readers(invited, trusted)).toEqual([...trusts, ...own, 'person:ben']);
    expect(readers(invited, trusted, happened('TrustLeft', { institution: 'oakfield', trust: 'beacon' }))).toEqual([...own, 'person:ben']);
  });

  test('is over once it is answered or taken back, and can be made again', () => {
    for (const end of [
      happened('MemberJoined', { ...here, from: '2026-09-01' }),
      happened('InvitationDeclined', here),
      happened('InvitationWithdrawn', here),
    ]) {
      expect(given(invitationView, [invited, end]).row('oakfield:ben')).toBeUndefined();
      expect(given(invitationView, [invited, end, invited]).row('oakfield:ben')).toMatchObject({ by: 'cora' });
    }
  });

  test('of a person who was told nothing is so until an email tells them, whoever sends it', () => {
    const untold = happened('MemberInvited', { ...here, email: 'ben@elm.example', from: '2026-09-01', by: 'cora', untold: true });
    const sent = happened('InvitationSent', { institution: 'elm', person: 'ben', from: 'asha' });
    expect(given(invitationView, [untold]).row('oakfield:ben')).toMatchObject({ untold: true });
    expect(given(invitationView, [untold, sent]).row('oakfield:ben')).not.toHaveProperty('untold');
  });

  test('says that an administrator of the hub invited them, where they are nobody at the school', () => {
    const gets = (institution: string, role: string) => happened('RoleGranted', { institution, person: 'cora', role });
    const byHub = (...events: Parameters<typeof given>[1]) => given(invitationView, [...events, invited]).row('oakfield:ben')?.byHub;
    const trusted = happened('TrustJoined', { institution: 'oakfield', trust: 'beacon' });
    expect(byHub()).toBeUndefined();
    expect(byHub(gets('hub', 'administrator'))).toBe(true);
    expect(byHub(gets('hub', 'administrator'), gets('oakfield', 'leader'))).toBe(true);
    expect(byHub(gets('hub', 'administrator'), gets('oakfield', 'coordinator'))).toBeUndefined();
    expect(byHub(gets('hub', 'administrator'), gets('beacon', 'administrator'))).toBe(true);
    expect(byHub(gets('hub', 'administrator'), gets('beacon', 'administrator'), trusted)).toBeUndefined();
  });

  test('[R9] goes with whoever was asked', () => {
    expect(given(invitationView, [invited, happened('PersonErased', { person: 'ben' })]).row('oakfield:ben')).toBeUndefined();
  });
});

describe('a request to join after a school closed', () => {
  const asks = happened('JoinAsked', { ...here, email: 'ben@elm.example', from: '2026-09-01', closed: 'elm' });
  const gets = (institution: string, person: string, role: string) => happened('RoleGranted', { institution, person, role });
  const asked = (...events: Parameters<typeof given>[1]) => {
    const row = given(invitationView, [...events]).row('oakfield:ben');
    return row && `${row.askedAs} ${row.askedOf}`;
  };
  const trusted = happened('TrustJoined', { institution: 'oakfield', trust: 'beacon' });

  test('goes to coordinators, else to administrators, else to the trust’s, else to the hub’s, as they come and go', () => {
    expect(asked(asks)).toBe('administrator hub');
    expect(asked(gets('hub', 'helen', 'administrator'), gets('oakfield', 'lee', 'leader'), asks)).toBe('administrator hub');
    expect(asked(asks, gets('oakfield', 'ada', 'administrator'))).toBe('administrator oakfield');
    expect(asked(asks, gets('oakfield', 'ada', 'administrator'), gets('oakfield', 'cora', 'coordinator'))).toBe('coordinator oakfield');
    expect(asked(gets('beacon', 'tia', 'coordinator'), asks, trusted)).toBe('coordinator beacon');
    expect(asked(gets('beacon', 'tia', 'administrator'), trusted, asks)).toBe('administrator beacon');
    for (const end of [
      happened('MemberLeft', { institution: 'oakfield', person: 'cora' }),
      happened('RoleRevoked', { institution: 'oakfield', person: 'cora', role: 'coordinator' }),
      happened('PersonErased', { person: 'cora' }),
    ])
      expect(asked(gets('oakfield', 'cora', 'coordinator'), asks, end)).toBe('administrator hub');
  });

  test('is no invitation of a school, which waits for its person', () => {
    expect(asked(invited)).toBe('undefined undefined');
  });
});

describe('an account', () => {
  const joined = (person: string, email = 'ben@elm.example') => happened('PersonJoined', { person, name: person, email });

  test('an address that two were invited with in one instant stays with the first', () => {
    const rows = given(accountView, [joined('ben'), joined('double', 'BEN@elm.example')]);
    expect(rows.row('ben')).toMatchObject({ email: 'ben@elm.example' });
    expect(rows.row('double')).toBeUndefined();
  });

  test('an address that its owner left, or that went with them, is free', () => {
    const moved = happened('EmailChanged', { person: 'ben', email: 'ben@oak.example' });
    for (const gone of [moved, happened('PersonErased', { person: 'ben' })])
      expect(given(accountView, [joined('ben'), gone, joined('other')]).row('other')).toMatchObject({ email: 'ben@elm.example' });
  });

  test('a change to an address of somebody else’s changes nothing', () => {
    const rows = given(accountView, [
      joined('ben'),
      joined('cleo', 'cleo@elm.example'),
      happened('EmailChanged', { person: 'cleo', email: 'ben@elm.example' }),
    ]);
    expect([rows.row('ben')?.email, rows.row('cleo')?.email]).toEqual(['ben@elm.example', 'cleo@elm.example']);
  });
});
