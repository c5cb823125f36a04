import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { given, happened } from '../testing/given-events.js';
import { accessId, accessView, ofAccessId, type AccessKind } from './access.view.js';

const ben = 'ben' as PersonId;
const joined = (institution: string, person = 'ben') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const left = (institution: string) => happened('MemberLeft', { institution, person: 'ben' });
const role = (type: 'RoleGranted' | 'RoleRevoked', name: 'coordinator' | 'leader') =>
  happened(type, { institution: 'oakfield', person: 'ben', role: name });
const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
const started = (mentorship: string, mentor: string, mentee: string) =>
  happened('MentorshipStarted', { mentorship, mentor, mentee, request: null, aims: [] });

const rowOf = (kind: AccessKind, ...events: Parameters<typeof given>[1]) => given(accessView, events).row(accessId(kind, ben));
const memberships = (...events: Parameters<typeof given>[1]) => {
  const row = rowOf('belonging', ...events);
  return row?.kind === 'belonging'
    ? row.memberships.map(({ institution, trust: of, roles }) => [institution, of, roles.join()])
    : undefined;
};

describe('what somebody stands for', () => {
  test('are their institutions, with trusts and roles, as they are now', () => {
    expect(memberships(joined('oakfield'), role('RoleGranted', 'leader'), role('RoleGranted', 'coordinator'))).toEqual([
      ['oakfield', null, 'leader,coordinator'],
    ]);
    expect(memberships(joined('oakfield'), role('RoleGranted', 'leader'), trust, joined('hillside'))).toEqual([
      ['oakfield', 'riverbank', 'leader'],
      ['hillside', null, ''],
    ]);
    expect(memberships(joined('oakfield'), role('RoleGranted', 'leader'), role('RoleRevoked', 'leader'))).toEqual([['oakfield', null, '']]);
  });

  test('a role ends with the membership that it was held in, and does not come back with it', () => {
    const gone = [joined('oakfield'), role('RoleGranted', 'leader'), left('oakfield')];
    expect(memberships(...gone)).toEqual([]);
    expect(memberships(...gone, joined('oakfield'))).toEqual([['oakfield', null, '']]);
  });

  test('are the mentorships that they are or were in, on either side', () => {
    const pairs = [started('m1', 'asha', 'ben'), started('m2', 'ben', 'cleo'), started('m3', 'asha', 'cleo')];
    expect(rowOf('pairs', ...pairs)).toEqual({ person: 'ben', kind: 'pairs', mentorships: ['m1', 'm2'] });
    const over = happened('MentorshipEnded', {
      mentorship: 'm1',
      mentor: 'asha',
      mentee: 'ben',
      by: 'ben',
      reason: '',
      wantsAnother: false,
    });
    expect(rowOf('pairs', ...pairs, over)).toMatchObject({ mentorships: ['m1', 'm2'] });
  });

  test('[R9] an erased person stands for nothing', () => {
    expect(memberships(joined('oakfield'), role('RoleGranted', 'leader'), happened('PersonErased', { person: 'ben' }))).toBeUndefined();
    expect(rowOf('pairs', started('m1', 'asha', 'ben'), happened('PersonErased', { person: 'ben' }))).toBeUndefined();
  });

  test('each is sent their own, and an id says whose it is and of which kind', () => {
    expect(given(accessView, [joined('oakfield')]).audience(accessId('belonging', ben))).toEqual(['person:ben']);
    expect(ofAccessId(accessId('belonging', 'b~n' as PersonId))).toEqual({ kind: 'belonging', person: 'b~n' });
  });
});
