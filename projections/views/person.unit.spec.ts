import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import { principalsOf, type Principal } from '@alongside/domain/policies/actor.js';
import { isByKnowing, isPrincipal, meets, type RowAudience } from '@alongside/domain/policies/audience.js';
import { actorOf } from '../facts/actor.js';
import { communityStory } from '../testing/community.js';
import { foldView } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { accessView } from './access.view.js';
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
    const events = [joined('ben'), member('ben'), visible('ben', 'everyone')];
    expect(readers(given(personView, events).audience('ben'))).toEqual(['everyone', 'known:ben', 'person:ben']);
  });

  test('is for their own institution alone until they choose, and for those who look after it and its trust', () => {
    for (const events of [
      [joined('ben'), member('ben'), trust],
      [trust, member('ben'), joined('ben')],
    ]) {
      const audience = given(personView, events).audience('ben');
      expect(readers(audience)).toEqual(['institution:oakfield', 'known:ben', 'person:ben']);
      expect(audience).toEqual(expect.arrayContaining(['institution:oakfield#coordinators', 'institution:riverbank#coordinators']));
      expect(audience).toEqual(expect.arrayContaining(['institution:riverbank#leaders']));
    }
  });

  test('is for their institution and its trust where they chose so, in whatever order the school joined', () => {
    const [a, b, c] = [joined('ben'), member('ben'), visible('ben', 'institution')];
    for (const events of [
      [a, b, c, trust],
      [trust, a, b, c],
      [b, trust, c, a],
    ]) {
      expect(readers(given(personView, events).audience('ben'))).toEqual([...members, 'known:ben', 'person:ben']);
    }
  });

  test('is for nobody else where they chose so, but for those who keep their school’s list or lead it', () => {
    const audience = given(personView, [joined('ben'), member('ben'), visible('ben', 'nobody')]).audience('ben');
    expect(readers(audience)).toEqual(['known:ben', 'person:ben']);
    expect(audience).toContain('institution:oakfield#coordinators');
  });

  test('stays within a school that lets nobody be found from outside', () => {
    const closed = happened('InstitutionSettingsChanged', {
      institution: 'oakfield',
      settings: { requestWindowDays: 5, discoverableBeyond: false },
    });
    expect(readers(given(personView, [joined('ben'), member('ben'), visible('ben', 'everyone'), closed]).audience('ben'))).toEqual([
      'institution:oakfield',
      'known:ben',
      'person:ben',
    ]);
  });

  test('[R5] stays with those who know them, and with those who look after the school that they left, where they belong nowhere any more', () => {
    const left = happened('MemberLeft', { institution: 'oakfield', person: 'ben' });
    const after = given(personView, [joined('ben'), trust, member('ben'), left]).audience('ben');
    expect(readers(after)).toEqual(['known:ben', 'person:ben']);
    expect(after).toEqual(expect.arrayContaining(['institution:oakfield#coordinators', 'institution:riverbank#coordinators']));
    const elsewhere = given(personView, [joined('ben'), visible('ben', 'everyone'), member('ben'), left, member('ben', 'elm')]).audience(
      'ben',
    );
    expect(elsewhere).not.toContain('institution:oakfield#coordinators');
    expect(elsewhere).toContain('everyone');
  });

  test('says of whoever was erased that there was a member, to everybody, and nothing else', () => {
    const rows = given(personView, [joined('ben'), member('ben'), visible('ben', 'nobody'), happened('PersonErased', { person: 'ben' })]);
    expect(rows.row('ben')).toEqual({ person: 'ben', name: '', called: '', jobTitle: '', institutions: [], erased: true });
    expect(readers(rows.audience('ben'))).toEqual(['everyone', 'person:ben']);
  });

  test('is for those who know them by one constant part: its row is not written again when somebody asks them', () => {
    const asked = happened('MentoringRequested', {
      ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: ['cleo'] },
      ...{ remindOn: '2026-03-09', answerBy: '2026-03-12', counted: COUNTED },
    });
    const events = [joined('asha'), joined('ben'), joined('cleo'), visible('ben', 'nobody'), visible('cleo', 'nobody')];
    const rows = given(personView, [...events, asked]);
    expect(rows.everything()).toEqual(given(personView, events).everything());
    expect(readers(rows.audience('ben'))).toEqual(['known:ben', 'person:ben']);
  });

  test('[R5] is kept from whom they exclude, but for those who know them from a request or keep their school’s list', () => {
    const asked = happened('MentoringRequested', {
      ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-09', answerBy: '2026-03-12', counted: COUNTED },
    });
    const excluded = ['asha', 'cleo', 'dev'].map((other) => happened('ExclusionAdded', { person: 'ben', other }));
    const row = given(personView, [joined('ben'), visible('ben', 'everyone'), member('ben'), ...excluded, asked])
      .rows()
      .get('ben');
    const sees = (...principals: readonly Principal[]) => meets(row?.audience ?? [], new Set<Principal>(['everyone', ...principals]));
    expect(sees('person:cleo', 'institution:oakfield')).toBe(false);
    expect(sees('person:asha', 'known:ben')).toBe(true);
    expect(sees('person:cleo', 'known:asha', 'institution:oakfield')).toBe(false);
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
    expect(readers(given(personView, events).audience('ben'))).toEqual(['known:ben', 'person:ben']);
    expect(given(personView, events).row('ben')?.institutions).toEqual([]);
  });

  test('reaches the whole of a large school when it joins a trust', () => {
    const people = Array.from({ length: 250 }, (_, n) => `p${n}`);
    const events = [...people.flatMap((person) => [joined(person), member(person), visible(person, 'institution')]), trust];
    const rows = given(personView, events);
    expect(people.filter((person) => !rows.audience(person).includes('institution:riverbank'))).toEqual([]);
  });
});

describe('who is told a name', () => {
  /** The people whom a person shared a request or a mentorship with, from the events themselves. */
  function counterparts(story: ReturnType<typeof communityStory>, person: PersonId): ReadonlySet<PersonId> {
    const found = new Set<PersonId>();
    for (const { type, data } of story) {
      if (type !== 'MentoringRequested' && type !== 'MentorshipStarted') continue;
      const { mentor, mentee } = 'participants' in data ? theTwo(data) : data;
      if (mentor === person) found.add(mentee);
      if (mentee === person) found.add(mentor);
    }
    return found;
  }

  test('[R5] is exactly who was when each row named everybody who knows its person', () => {
    const hidden = ['asha', 'ben', 'cleo', 'dev', 'lea', 'gone'].map((person) => visible(person, 'nobody'));
    for (const story of [communityStory(), [...communityStory(), ...hidden]] as ReturnType<typeof communityStory>[]) {
      const rows = foldView(personView, story);
      const look = lookInto(new Map([['access', foldView(accessView, story)]]));
      const people = [...rows].flatMap(([id, { data }]) => ('person' in data && id === data.person ? [data.person] : []));
      expect(people.length).toBeGreaterThan(4);
      const readsOf = (reader: PersonId, audienceOf: (person: PersonId) => RowAudience) => {
        const mine = new Set(principalsOf(actorOf(reader, look)));
        return people.filter((person) => meets(audienceOf(person), mine));
      };
      for (const reader of [...people, 'stranger' as PersonId]) {
        const now = (person: PersonId) => rows.get(person)?.audience ?? [];
        const named = (person: PersonId): RowAudience => [
          ...now(person).filter((part) => !isPrincipal(part) || !isByKnowing(part)),
          ...[...counterparts(story, person)].map((other): Principal => `person:${other}`),
        ];
        expect([reader, readsOf(reader, now)]).toEqual([reader, readsOf(reader, named)]);
      }
    }
  });
});
