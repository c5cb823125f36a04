import { given, happened } from '../testing/given-events.js';
import { askedWhereView } from './asked-where.view.js';
import { directoryView } from './directory.view.js';
import { invitationView } from './invitation.view.js';
import { personView } from './person.view.js';

const joins = (institution: string, person = 'ben') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const registered = (institution: string) =>
  happened('InstitutionRegistered', { institution, details: { name: institution, kind: 'school', nation: 'england' } });
const closed = happened('InstitutionClosed', { institution: 'old', on: '2026-08-31', successors: ['next'] });
const reopened = happened('InstitutionReopened', { institution: 'old' });
const left = happened('MemberLeft', { institution: 'old', person: 'ben', movedTo: 'next' });
const before = [registered('old'), registered('next'), happened('TrustJoined', { institution: 'next', trust: 'beacon' }), joins('old')];
const person = happened('PersonJoined', { person: 'ben', name: 'Ben', email: 'ben@old.example' });

describe('who is asked where they are now', () => {
  test('is a member of a closed school, until they have said it or it is open again', () => {
    const row = (...events: Parameters<typeof given>[1]) => given(askedWhereView, [...before, ...events]).row('old:ben');
    expect(row()).toBeUndefined();
    expect(row(closed)).toEqual({ institution: 'old', person: 'ben', on: '2026-08-31', successors: ['next'] });
    for (const end of [left, reopened, happened('PersonErased', { person: 'ben' })]) expect(row(closed, end)).toBeUndefined();
  });

  test('is seen by them, and by those who keep the lists of the school, of what follows it and of its trust', () => {
    expect([...given(askedWhereView, [...before, closed]).audience('old:ben')].sort()).toEqual([
      ...['beacon', 'next', 'old'].flatMap((at) => [`institution:${at}#administrators`, `institution:${at}#coordinators`]).slice(0, 2),
      'institution:hub#administrators',
      ...['next', 'old'].flatMap((at) => [`institution:${at}#administrators`, `institution:${at}#coordinators`]),
      'person:ben',
    ]);
  });

  test('is named to them, and found by nobody else: nobody is found at a closed school', () => {
    const names = (...events: Parameters<typeof given>[1]) => given(personView, [person, ...before, ...events]).audience('ben');
    expect(names()).toContain('everyone');
    expect(names(closed)).not.toContain('everyone');
    expect(names(closed)).not.toContain('institution:old');
    expect(names(closed)).toEqual(expect.arrayContaining(['institution:old#coordinators', 'institution:next#coordinators']));
    expect(names(closed, joins('next'), left)).toContain('everyone');
  });

  test('leaves the directory of everyone with the school, and comes back with the next', () => {
    const offer = happened('MentoringOffered', { person: 'ben', offer: { careerStages: [], note: '' } });
    const mentor = (...events: Parameters<typeof given>[1]) => {
      const told = given(directoryView, [person, ...before, offer, ...events]);
      return [told.row('ben')?.institutions, told.audience('ben').includes('everyone')];
    };
    expect(mentor()).toEqual([['old'], true]);
    expect(mentor(closed)).toEqual([[], false]);
    expect(mentor(closed, reopened)).toEqual([['old'], true]);
    expect(mentor(joins('next'), closed)).toEqual([['next'], true]);
    expect(mentor(closed, joins('next'), left)).toEqual([['next'], true]);
  });

  test('stands among the invitations of the place that they asked to join', () => {
    const asked = happened('JoinAsked', {
      ...{ institution: 'elm', person: 'ben', email: 'ben@old.example', from: '2026-09-01', closed: 'old' },
    });
    expect(given(invitationView, [asked]).row('elm:ben')).toMatchObject({ by: 'ben', closed: 'old', email: 'ben@old.example' });
    expect(given(invitationView, [asked, joins('elm')]).row('elm:ben')).toBeUndefined();
  });
});
