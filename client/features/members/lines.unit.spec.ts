import { countsOf } from '@alongside/domain/institutions/member-filters.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import { linesOf, narrow } from './lines.js';

const member = (person: string, name: string, jobTitle: string, more: Partial<RosterRow> = {}) =>
  ({ person, name, jobTitle, roles: [], awaited: false, lineManager: null, inductionTutor: null, ...more }) as unknown as RosterRow;
const pair = (mentor: string, mentee: string, status: PairingRow['status']) => ({ mentor, mentee, status }) as unknown as PairingRow;
const all = [
  member('asha', 'Asha Rahman', 'Head of mathematics', { roles: ['coordinator'] }),
  member('ben', 'Ben Okafor', 'Teacher of mathematics'),
  member('zoe', 'Zoë Café', '', { awaited: true }),
];

describe('the list of members', () => {
  test('is in the order in which the hub reads it, and says of whom no name is known', () => {
    expect(linesOf([member('new', '', ''), ...all], []).map((line) => line.name)).toEqual([
      'Name not known yet',
      'Asha Rahman',
      'Ben Okafor',
      'Zoë Café',
    ]);
  });

  test('[R6] says that somebody is in a running mentorship, and leaves out what is over', () => {
    const lines = linesOf(all, [pair('asha', 'ben', 'active'), pair('asha', 'zoe', 'ended')]);
    expect(lines.map(({ mentored, mentoring }) => [mentored, mentoring])).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(narrow(lines, 'no-mentor', '').map((line) => line.member.person)).toEqual(['zoe']);
  });

  test('tells a reader who may not see pairs nothing of them', () => {
    const lines = linesOf(all, undefined);
    expect(lines.every(({ mentored, mentoring }) => mentored === undefined && mentoring === undefined)).toBe(true);
    expect(countsOf(lines)).toEqual({ everyone: 3, 'no-mentor': 0, 'not-signed-in': 1, 'no-job': 1, 'with-role': 1 });
  });

  test('says who has not signed in, apart from who has no job title', () => {
    const lines = linesOf([...all, member('may', 'May Lin', 'Teacher', { awaited: true })], []);
    expect(countsOf(lines)).toMatchObject({ 'not-signed-in': 2, 'no-job': 1 });
    expect(narrow(lines, 'not-signed-in', '').map((line) => line.member.person)).toEqual(['zoe', 'may']);
  });

  test('is searched by how words begin, without accents', () => {
    const lines = linesOf(all, []);
    expect(narrow(lines, 'everyone', 'cafe').map((line) => line.name)).toEqual(['Zoë Café']);
    expect(narrow(lines, 'everyone', 'math').map((line) => line.member.person)).toEqual(['asha', 'ben']);
    expect(narrow(lines, 'everyone', 'thematics')).toEqual([]);
  });
});
