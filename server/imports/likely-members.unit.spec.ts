import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { likelyMembers, type NewRow } from './likely-members.js';

const elm = 'elm' as InstitutionId;
const member = (id: string, name: string, jobTitle: string, from = '2025-09-01', institution = 'elm') => [
  happened('PersonJoined', { person: id, name, email: `${id}@elm.example` }),
  happened('MemberJoined', { institution, person: id, from }),
  happened('ProfileDescribed', { person: id, profile: { jobTitle, about: '', phases: [], subjects: [], settings: [], roles: [] } }),
];
const under = (person: string, lineManager: string) =>
  happened('ReportingLineSet', { institution: 'elm', person, lineManager, inductionTutor: null });
const events = [
  happened('InstitutionRegistered', { institution: elm, details: { name: 'Elm', kind: 'school', nation: 'england' } }),
  ...member('head', 'Ada Hall', 'Headteacher', '2020-09-01'),
  ...member('cleo', 'Cleo Hart', 'TA', '2025-09-01'),
  under('cleo', 'head'),
  ...member('ben', 'Mr Ben Okafor', 'Teacher', '2024-01-08'),
  ...member('ben2', 'Ben Moor', 'Cook', '2024-01-08'),
  ...member('di', 'Di Fen', 'Teacher'),
  happened('MemberLeft', { institution: 'elm', person: 'di' }),
  ...member('far', 'Eve Lund', 'Teacher', '2025-09-01', 'other'),
];
const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, events)])));
const row = (name: string, more: Partial<NewRow> = {}): NewRow => ({
  ...{ row: 2, name, names: {}, jobTitle: '', startDate: null, lineManager: null },
  ...more,
});
const likely = (one: NewRow, ...named: readonly string[]) =>
  likelyMembers([one], elm, new Set(named as PersonId[]), look).map(({ person, said }) => [person, said.split('. ')[0]]);

describe('a new person with the given name of a member whom the list does not name', () => {
  test('may be that member, where the job, the first day or the line manager is the same', () => {
    const who = 'Perhaps the same person as Cleo Hart, who is a member here: same given name';
    expect(likely(row('Cleo Bright', { jobTitle: 'Teaching Assistant' }))).toEqual([['cleo', `${who} and job`]]);
    expect(likely(row('Cleo Bright', { startDate: '2025-09-01' as Day }))).toEqual([['cleo', `${who} and first day`]]);
    expect(likely(row('Cleo Bright', { lineManager: 'HEAD@elm.example' }))).toEqual([['cleo', `${who} and line manager`]]);
    const all = row('Mrs Cleo Bright', { jobTitle: 'TA', startDate: '2025-09-01' as Day, lineManager: 'head@elm.example' });
    expect(likely(all)).toEqual([['cleo', `${who}, job, first day and line manager`]]);
  });

  test('is said of those with whom the most is the same', () => {
    expect(likely(row('Ben Ray', { startDate: '2024-01-08' as Day, jobTitle: 'Teacher' })).map(([person]) => person)).toEqual(['ben']);
    expect(likely(row('Ben Ray', { startDate: '2024-01-08' as Day })).map(([person]) => person)).toEqual(['ben', 'ben2']);
  });

  test('is not said where nothing else is the same, of members whom the list names, who left, or of another school', () => {
    expect(likely(row('Cleo Bright', { jobTitle: 'Cook', startDate: '2026-01-05' as Day }))).toEqual([]);
    expect(likely(row('Cleo Bright'))).toEqual([]);
    expect(likely(row('Cleo Bright', { jobTitle: 'TA' }), 'cleo')).toEqual([]);
    expect(likely(row('Di Moor', { jobTitle: 'Teacher' }))).toEqual([]);
    expect(likely(row('Eve Moor', { jobTitle: 'Teacher' }))).toEqual([]);
  });
});
