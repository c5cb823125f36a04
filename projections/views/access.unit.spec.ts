import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { COUNTED, given, happened } from '../testing/given-events.js';
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
  return row?.kind === 'belonging' ? row.held.map(({ institution, trust: of, roles }) => [institution, of, roles.join()]) : undefined;
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
    expect(rowOf('pairs', ...pairs)).toEqual({ person: 'ben', kind: 'pairs', held: ['m1', 'm2'] });
    const over = happened('MentorshipEnded', {
      mentorship: 'm1',
      mentor: 'asha',
      mentee: 'ben',
      by: 'ben',
      reason: '',
      wantsAnother: false,
    });
    expect(rowOf('pairs', ...pairs, over)).toMatchObject({ held: ['m1', 'm2'] });
  });

  test('are the people whom they ever shared a request or a mentorship with, each since they met', () => {
    const asked = (request: string, mentor: string, mentee: string) =>
      happened('MentoringRequested', {
        ...{ request, mentor, mentee, note: '', aims: [], times: [], reserves: ['dev'] },
        ...{ remindOn: '2026-03-09', answerBy: '2026-03-12', counted: COUNTED },
      });
    const events = [asked('r1', 'asha', 'ben'), started('m1', 'asha', 'ben'), asked('r2', 'ben', 'cleo'), started('m2', 'lea', 'ben')];
    const met = (person: string, by: number) => ({ person, since: events[by]?.position });
    expect(rowOf('known', ...events)).toEqual({ person: 'ben', kind: 'known', held: [met('asha', 0), met('cleo', 2), met('lea', 3)] });
    expect(given(accessView, events).row(accessId('known', 'cleo' as PersonId))).toMatchObject({ held: [met('ben', 2)] });
    expect(given(accessView, events).row(accessId('known', 'dev' as PersonId))).toBeUndefined();
    // An erased person is shown as such to those who knew them.
    expect(rowOf('known', ...events, happened('PersonErased', { person: 'asha' }))).toMatchObject({ held: [met('asha', 0), {}, {}] });
    expect(rowOf('known', ...events, happened('PersonErased', { person: 'ben' }))).toBeUndefined();
  });

  test('[R9] an erased person stands for nothing', () => {
    expect(memberships(joined('oakfield'), happened('PersonErased', { person: 'ben' }), trust)).toBeUndefined();
    expect(memberships(joined('oakfield'), role('RoleGranted', 'leader'), happened('PersonErased', { person: 'ben' }))).toBeUndefined();
    expect(rowOf('pairs', started('m1', 'asha', 'ben'), happened('PersonErased', { person: 'ben' }))).toBeUndefined();
  });

  test('each is sent their own, and an id says whose it is and of which kind', () => {
    expect(given(accessView, [joined('oakfield')]).audience(accessId('belonging', ben))).toEqual(['person:ben']);
    expect(ofAccessId(accessId('belonging', 'b~n' as PersonId))).toEqual({ kind: 'belonging', person: 'b~n' });
  });
});
