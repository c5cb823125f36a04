import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { COUNTED, given, happened } from '../testing/given-events.js';
import { personView } from './person.view.js';

const joined = (person: string) => happened('PersonJoined', { person, name: `Name of ${person}`, email: `${person}@school.example` });
const member = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const visible = (person: string, visibility: 'everyone' | 'institution' | 'nobody') => happened('VisibilitySet', { person, visibility });
const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
const members = ['institution:oakfield', 'institution:riverbank'];
const readers = (audience: readonly string[]) => audience.filter((principal) => !principal.includes('#'));

describe('a person’s name', () => {
  test('says what to call them, as they asked or by their given name', () => {
    const renamed = (names: object) => happened('PersonRenamed', { person: 'ben', name: 'Ben Okafor', names });
    const called = (...events: Parameters<typeof given>[1]) => given(personView, [joined('ben'), ...events]).row('ben')?.called;
    expect(called(renamed({ given: 'Ben' }))).toBe('Ben');
    expect(called(renamed({ given: 'Ben', addressed: 'Mr Okafor' }))).toBe('Mr Okafor');
    expect(called(renamed({}))).toBe('Ben Okafor');
  });

  test('says where they belong and what as', () => {
    const profile = { jobTitle: 'Teacher of maths', about: '', phases: [], subjects: [], settings: [], roles: [] };
    const events = [joined('ben'), member('ben'), happened('ProfileDescribed', { person: 'ben', profile })];
    expect(given(personView, events).row('ben')).toEqual({
      ...{
        person: 'ben',
        name: 'Name of ben',
        called: 'Name of ben',
        jobTitle: 'Teacher of maths',
        institutions: ['oakfield'],
        erased: false,
      },
    });
  });

  test('is for everyone where the person lets everyone find them', () => {
    expect(readers(given(personView, [joined('ben'), member('ben')]).audience('ben'))).toEqual(['everyone', 'person:ben']);
  });

  test('is for their institution and its trust where they chose so, in whatever order the school joined', () => {
    const [a, b, c] = [joined('ben'), member('ben'), visible('ben', 'institution')];
    for (const events of [
      [a, b, c, trust],
      [trust, a, b, c],
      [b, trust, c, a],
    ]) {
      expect(readers(given(personView, events).audience('ben'))).toEqual([...members, 'person:ben']);
    }
  });

  test('is for nobody else where they chose so, but for those who keep their school’s list or lead it', () => {
    const audience = given(personView, [joined('ben'), member('ben'), visible('ben', 'nobody')]).audience('ben');
    expect(readers(audience)).toEqual(['person:ben']);
    expect(audience).toContain('institution:oakfield#coordinators');
  });

  test('stays within a school that lets nobody be found from outside', () => {
    const closed = happened('InstitutionSettingsChanged', {
      institution: 'oakfield',
      settings: { requestWindowDays: 5, discoverableBeyond: false },
    });
    expect(readers(given(personView, [joined('ben'), member('ben'), closed]).audience('ben'))).toEqual([
      'institution:oakfield',
      'person:ben',
    ]);
  });

  test('stays known to whoever they share a request with, hidden or not', () => {
    const asked = happened('MentoringRequested', {
      ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: ['cleo'] },
      ...{ remindOn: '2026-03-09', answerBy: '2026-03-12', counted: COUNTED },
    });
    const rows = given(personView, [
      joined('asha'),
      joined('ben'),
      joined('cleo'),
      visible('ben', 'nobody'),
      visible('cleo', 'nobody'),
      asked,
    ]);
    expect(readers(rows.audience('ben'))).toEqual(['person:asha', 'person:ben']);
    expect(readers(rows.audience('cleo'))).toEqual(['person:cleo']);
  });

  test('[R5] is kept from whom they exclude, but for those who know them from a request or keep their school’s list', () => {
    const asked = happened('MentoringRequested', {
      ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-09', answerBy: '2026-03-12', counted: COUNTED },
    });
    const excluded = ['asha', 'cleo', 'dev'].map((other) => happened('ExclusionAdded', { person: 'ben', other }));
    const row = given(personView, [joined('ben'), member('ben'), ...excluded, asked])
      .rows()
      .get('ben');
    const sees = (...principals: readonly Principal[]) => meets(row?.audience ?? [], new Set<Principal>(['everyone', ...principals]));
    expect(sees('person:cleo', 'institution:oakfield')).toBe(false);
    expect(sees('person:asha')).toBe(true);
    expect(sees('person:dev', 'institution:oakfield', 'institution:oakfield#coordinators')).toBe(true);
    expect(sees('person:eve')).toBe(true);
  });

  test('is not shown to a school that they left', () => {
    const events = [
      joined('ben'),
      member('ben'),
      visible('ben', 'institution'),
      happened('MemberLeft', { institution: 'oakfield', person: 'ben' }),
    ];
    expect(readers(given(personView, events).audience('ben'))).toEqual(['person:ben']);
    expect(given(personView, events).row('ben')?.institutions).toEqual([]);
  });

  test('reaches the whole of a large school when it joins a trust', () => {
    const people = Array.from({ length: 250 }, (_, n) => `p${n}`);
    const events = [...people.flatMap((person) => [joined(person), member(person), visible(person, 'institution')]), trust];
    const rows = given(personView, events);
    expect(people.filter((person) => !rows.audience(person).includes('institution:riverbank'))).toEqual([]);
  });
});
