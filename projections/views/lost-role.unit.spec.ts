import { given, happened } from '../testing/given-events.js';
import { lostRoleView } from './lost-role.view.js';

const joins = (institution: string, person = 'cora', more: object = {}) =>
  happened('MemberJoined', { institution, person, from: '2025-09-01', ...more });
const role = (type: 'RoleGranted' | 'RoleRevoked', institution: string, person: string, name = 'coordinator') =>
  happened(type, { institution, person, role: name });
const closed = happened('InstitutionClosed', { institution: 'old', on: '2026-08-31', successors: ['next'] });
const moved = [
  joins('next', 'cora', { movedFrom: 'old' }),
  happened('MemberLeft', { institution: 'old', person: 'cora', movedTo: 'next' }),
];
const had = [joins('old'), role('RoleGranted', 'old', 'cora'), closed];
type Told = Parameters<typeof given>[1];
const after = (...events: Told) => given(lostRoleView, events);
const ROW = { institution: 'next', person: 'cora', closed: 'old', roles: ['coordinator'] };

describe('a role that ended with a closed school', () => {
  test('is said where nobody holds it at the school to which its holder went', () => {
    expect(after(...had).row('next:cora')).toBeUndefined();
    expect(after(...had, ...moved).row('next:cora')).toMatchObject(ROW);
    // A member of both all along says it by leaving the closed one.
    expect(after(joins('next'), ...had, happened('MemberLeft', { institution: 'old', person: 'cora' })).row('next:cora')).toMatchObject(
      ROW,
    );
  });

  test('is not said of a member without a role, of an open school, or where the role is held already', () => {
    expect(after(joins('old'), closed, ...moved).row('next:cora')).toBeUndefined();
    expect(after(joins('old'), role('RoleGranted', 'old', 'cora'), ...moved).row('next:cora')).toBeUndefined();
    expect(after(joins('next', 'noor'), role('RoleGranted', 'next', 'noor'), ...had, ...moved).row('next:cora')).toBeUndefined();
  });

  test('is over for good once anyone was given it, or they are there no more', () => {
    for (const end of [
      [role('RoleGranted', 'next', 'cora')],
      [role('RoleGranted', 'next', 'noor'), role('RoleRevoked', 'next', 'noor')],
      [happened('MemberLeft', { institution: 'next', person: 'cora' })],
      [happened('PersonErased', { person: 'cora' })],
      [happened('InstitutionClosed', { institution: 'next', on: '2026-10-01', successors: [] })],
    ])
      expect(after(...had, ...moved, ...end).row('next:cora')).toBeUndefined();
  });

  test('is told to the administrators of the school, else of its trust, else of the hub', () => {
    const readers = (...events: Told) => after(...had, ...moved, ...events).audience('next:cora');
    const trust = [joins('beacon', 'tia'), role('RoleGranted', 'beacon', 'tia', 'administrator')];
    const inTrust = happened('TrustJoined', { institution: 'next', trust: 'beacon' });
    expect(readers()).toEqual(['institution:hub#administrators']);
    expect(readers(...trust, inTrust)).toEqual(['institution:beacon#administrators']);
    expect(readers(...trust, inTrust, happened('TrustLeft', { institution: 'next', trust: 'beacon' }))).toEqual([
      'institution:hub#administrators',
    ]);
    expect(readers(joins('next', 'ada'), role('RoleGranted', 'next', 'ada', 'administrator'))).toEqual(['institution:next#administrators']);
  });
});
