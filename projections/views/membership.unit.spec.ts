import { given, happened } from '../testing/given-events.js';
import { membershipView } from './membership.view.js';

const joined = (institution: string) => happened('MemberJoined', { institution, person: 'ben', from: '2025-09-01' });
const granted = happened('RoleGranted', { institution: 'oakfield', person: 'ben', role: 'leader' });
const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
const row = (...events: Parameters<typeof given>[1]) => given(membershipView, events).row('ben');

describe('where somebody belongs', () => {
  test('says the trust and the roles, in whatever order they came to be', () => {
    const expected = {
      institution: 'oakfield',
      trust: 'riverbank',
      roles: ['leader'],
      from: '2025-09-01',
      lineManager: null,
      inductionTutor: null,
    };
    expect(row(joined('oakfield'), granted, trust)?.memberships).toEqual([expected]);
    expect(row(trust, joined('oakfield'), granted)?.memberships).toEqual([expected]);
  });

  test('[R5] names who appraises and who assesses, at each institution', () => {
    const line = happened('ReportingLineSet', { institution: 'oakfield', person: 'ben', lineManager: 'lea', inductionTutor: 'dev' });
    expect(row(joined('oakfield'), joined('elm'), line)?.memberships).toMatchObject([
      { institution: 'oakfield', lineManager: 'lea', inductionTutor: 'dev' },
      { institution: 'elm', lineManager: null, inductionTutor: null },
    ]);
  });

  test('says from when they belong, as it was corrected last', () => {
    const corrected = happened('FirstDayCorrected', { institution: 'oakfield', person: 'ben', from: '2024-09-02' });
    expect(row(joined('oakfield'), joined('elm'), granted, corrected)?.memberships).toMatchObject([
      { institution: 'oakfield', from: '2024-09-02', roles: ['leader'] },
      { institution: 'elm', from: '2025-09-01' },
    ]);
  });

  test('roles end with the membership, and do not come back with it', () => {
    const left = happened('MemberLeft', { institution: 'oakfield', person: 'ben' });
    expect(row(joined('oakfield'), granted, left)).toMatchObject({ memberships: [], institutions: [] });
    expect(row(joined('oakfield'), granted, left, joined('oakfield'))?.memberships).toMatchObject([{ roles: [] }]);
  });

  test('a revoked role is gone, others stay', () => {
    const coordinator = happened('RoleGranted', { institution: 'oakfield', person: 'ben', role: 'coordinator' });
    const revoked = happened('RoleRevoked', { institution: 'oakfield', person: 'ben', role: 'leader' });
    expect(row(joined('oakfield'), granted, coordinator, revoked)?.memberships).toMatchObject([{ roles: ['coordinator'] }]);
  });

  test('is for the person, and gone when they were erased', () => {
    expect(given(membershipView, [joined('oakfield')]).audience('ben')).toEqual(['person:ben']);
    expect(row(joined('oakfield'), happened('PersonErased', { person: 'ben' }))).toBeUndefined();
  });
});
