import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { counts, linesOf, narrow } from './lines.js';

const member = (person: string, more: Partial<MemberRow> = {}) =>
  ({
    institution: 'northfield',
    person,
    roles: [],
    from: '2024-09-02',
    left: null,
    lineManager: null,
    inductionTutor: null,
    ...more,
  }) as MemberRow;
const people = new Map<string, PersonRow>(
  [
    ['asha', 'Asha Rahman', 'Head of mathematics'],
    ['ben', 'Ben Okafor', 'Teacher of mathematics'],
    ['zoe', 'Zoë Café', ''],
  ].map(([person, name, jobTitle]) => [
    person as string,
    { person, name, jobTitle, institutions: [], erased: false } as unknown as PersonRow,
  ]),
);
const pair = (mentor: string, mentee: string, status: PairingRow['status']) => ({ mentor, mentee, status }) as unknown as PairingRow;
const all = [
  member('zoe'),
  member('ben'),
  member('asha', { roles: ['coordinator'] }),
  member('gone', { left: '2025-07-18' } as Partial<MemberRow>),
];

describe('the list of members', () => {
  test('holds those who belong now, by name', () => {
    expect(linesOf(all, people, []).map((line) => line.name)).toEqual(['Asha Rahman', 'Ben Okafor', 'Zoë Café']);
  });

  test('[R6] says that somebody is in a running mentorship, and leaves out what is over', () => {
    const lines = linesOf(all, people, [pair('asha', 'ben', 'active'), pair('asha', 'zoe', 'ended')]);
    expect(lines.map(({ mentored, mentoring }) => [mentored, mentoring])).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(narrow(lines, 'no-mentor', '').map((line) => line.member.person)).toEqual(['zoe']);
  });

  test('tells a reader who may not see pairs nothing of them', () => {
    const lines = linesOf(all, people, undefined);
    expect(lines.every(({ mentored, mentoring }) => mentored === undefined && mentoring === undefined)).toBe(true);
    expect(counts(lines)).toEqual({ everyone: 3, 'no-mentor': 0, 'not-signed-in': 0, 'no-job': 1, 'with-role': 1 });
  });

  test('says who has not signed in, apart from who has no job title', () => {
    const lines = linesOf(all, people, [], [{ person: 'ben' }, { person: 'gone' }] as never);
    expect(counts(lines)).toMatchObject({ 'not-signed-in': 1, 'no-job': 1 });
    expect(narrow(lines, 'not-signed-in', '').map((line) => line.member.person)).toEqual(['ben']);
  });

  test('is searched by how words begin, without accents', () => {
    const lines = linesOf(all, people, []);
    expect(narrow(lines, 'everyone', 'cafe').map((line) => line.name)).toEqual(['Zoë Café']);
    expect(narrow(lines, 'everyone', 'math').map((line) => line.member.person)).toEqual(['asha', 'ben']);
    expect(narrow(lines, 'everyone', 'thematics')).toEqual([]);
  });
});
