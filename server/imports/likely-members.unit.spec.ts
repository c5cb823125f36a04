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
const likely = async (one: NewRow, ...named: readonly string[]) =>
  (await likelyMembers([one], elm, new Set(named as PersonId[]), look)).map(({ person, said }) => [person, said.split('. ')[0]]);

describe('a new person with the given name of a member whom the list does not name', () => {
  test('may be that member, where the job, the first day or the line manager is the same', async () => {
    const who = 'Perhaps the same person as Cleo Hart, who is a member here: same given name';
    expect(await likely(row('Cleo Bright', { jobTitle: 'Teaching Assistant' }))).toEqual([['cleo', `${who} and job`]]);
    expect(await likely(row('Cleo Bright', { startDate: '2025-09-01' as Day }))).toEqual([['cleo', `${who} and first day`]]);
    expect(await likely(row('Cleo Bright', { lineManager: 'HEAD@elm.example' }))).toEqual([['cleo', `${who} and line manager`]]);
    const all = row('Mrs Cleo Bright', { jobTitle: 'TA', startDate: '2025-09-01' as Day, lineManager: 'head@elm.example' });
    expect(await likely(all)).toEqual([['cleo', `${who}, job, first day and line manager`]]);
  });

  test('is said of those with whom the most is the same', async () => {
    expect((await likely(row('Ben Ray', { startDate: '2024-01-08' as Day, jobTitle: 'Teacher' }))).map(([person]) => person)).toEqual([
      'ben',
    ]);
    expect((await likely(row('Ben Ray', { startDate: '2024-01-08' as Day }))).map(([person]) => person)).toEqual(['ben', 'ben2']);
  });

  test('is not said where nothing else is the same, of members whom the list names, who left, or of another school', async () => {
    expect(await likely(row('Cleo Bright', { jobTitle: 'Cook', startDate: '2026-01-05' as Day }))).toEqual([]);
    expect(await likely(row('Cleo Bright'))).toEqual([]);
    expect(await likely(row('Cleo Bright', { jobTitle: 'TA' }), 'cleo')).toEqual([]);
    expect(await likely(row('Di Moor', { jobTitle: 'Teacher' }))).toEqual([]);
    expect(await likely(row('Eve Moor', { jobTitle: 'Teacher' }))).toEqual([]);
  });

  test('is not said of any where too many are as likely, and one with more in common is said alone', async () => {
    const many = ['a', 'b', 'c', 'd'].flatMap((id) => member(id, `Ivy ${id}`, 'Teacher', '2025-09-01'));
    const all = [...events, ...many, ...member('e', 'Ivy Low', 'Cook')];
    const read = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, all)])));
    const said = async (more: Partial<NewRow>) =>
      (await likelyMembers([row('Ivy Moor', more)], elm, new Set(), read)).map(({ person }) => person);
    expect(await said({ jobTitle: 'Teacher' })).toEqual([]);
    expect(await said({ jobTitle: 'Cook', startDate: '2025-09-01' as Day })).toEqual(['e']);
    expect(await said({ jobTitle: 'Cook' })).toEqual(['e']);
  });

  test('is looked for with turns for other requests, and with one look for whoever a row names as line manager', async () => {
    let looks = 0;
    const counting = {
      ...look,
      rows: ((...asked: Parameters<typeof look.rows>) => (
        (looks += Number(asked[0] === 'account')),
        look.rows(...asked)
      )) as typeof look.rows,
    };
    const rows = Array.from({ length: 500 }, (_, at) =>
      row('Ben Ray', { row: at + 2, startDate: '2024-01-08' as Day, lineManager: 'head@elm.example' }),
    );
    const first = new Promise((done) => setImmediate(done)).then(() => 'others');
    expect(await Promise.race([Promise.resolve(likelyMembers(rows, elm, new Set(), counting)).then(() => 'likely'), first])).toBe('others');
    expect(await likelyMembers(rows.slice(0, 7), elm, new Set(), counting)).toHaveLength(14);
    expect(looks).toBeLessThanOrEqual(507);
  });
});
