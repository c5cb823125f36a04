import type { KeptOut } from '@alongside/domain/imports/staff-kept-out.js';
import type { ListOf } from '@alongside/domain/imports/which-list.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { Comparing } from './comparison.js';
import type { ImportPlan } from './import-plan.js';

const registered = (institution: string) =>
  happened('InstitutionRegistered', { institution, details: { name: `School of ${institution}`, kind: 'school', nation: 'england' } });
const person = (id: string, name: string, institution: string) => [
  happened('PersonJoined', { person: id, name, email: `${id}@x.example` }),
  happened('MemberJoined', { institution, person: id, from: '2025-09-01' }),
];
const events = [
  ...['elm', 'far'].map(registered),
  ...person('ann', 'Ann Ray', 'elm'),
  ...person('bo', 'Bo Lee', 'elm'),
  ...person('jo1', 'Jo Smith', 'elm'),
  ...person('jo2', 'Jo Smith', 'elm'),
  ...person('cy', 'Cy Fox', 'far'),
  ...person('di', 'Di Fen', 'elm'),
  happened('MemberLeft', { institution: 'elm', person: 'di' }),
];
const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, events)])));
const settled = (as: ListOf, ...keptOut: readonly KeptOut[]) => {
  const plan = { rows: [], summary: { keptOut, list: { as, guess: { as } } } } as unknown as ImportPlan;
  return new Comparing('elm' as InstitutionId, look).settled(plan);
};
const left = { row: 2, left: 'They left' };

test.each(['leavers', 'staff'] as const)('a list of %s does not tell whether anybody of another school has an address', async (as) => {
  for (const name of [undefined, 'ann ray', 'zed young', 'cy fox'])
    for (const why of [{ left: 'They left' }, {}]) {
      const told = async (email: string) =>
        JSON.stringify(await settled(as, { row: 2, ...why, email, ...(name !== undefined && { name }) })).replaceAll(email, 'them');
      const [known, unknown] = [await told('cy@x.example'), await told('nobody@x.example')];
      expect(known).toBe(unknown);
    }
  expect((await settled(as, { ...left, email: 'cy@x.example', name: 'ann ray' })).gone).toMatchObject([{ person: 'ann', perhaps: true }]);
  expect((await settled(as, { ...left, email: 'ann@x.example' })).gone).toMatchObject([{ person: 'ann', rows: [2] }]);
});

test('one row that is not sure that a member has left makes the others of them so', async () => {
  const [sure, unsure] = [
    { ...left, email: 'bo@x.example' },
    { row: 3, left: 'Their leaving date is “TBC”', email: 'bo@x.example', isUnsure: true as const },
  ];
  for (const rows of [
    [sure, unsure],
    [unsure, sure],
  ])
    expect((await settled('leavers', ...rows)).gone).toMatchObject([
      { person: 'bo', left: unsure.left, perhaps: true, rows: rows.map(({ row }) => row) },
    ]);
});

test('of two members of one name a person says who has left', async () => {
  const { gone } = await settled('leavers', { ...left, name: 'jo smith' });
  const jos = gone.filter(({ name }) => name === 'Jo Smith');
  expect(jos.map(({ person, perhaps }) => [person, perhaps])).toEqual([
    ['jo1', true],
    ['jo2', true],
  ]);
  expect(jos[0]?.left).toBe('Perhaps the person of row 2, who has the same name. 2 members have it. They left.');
  const later = { row: 2, left: 'They leave on 31 December 2026', name: 'bo lee', isLater: true as const };
  expect((await settled('leavers', later)).gone).toMatchObject([
    { name: 'Bo Lee', perhaps: true, later: true, left: expect.stringMatching(/2026\.$/) },
  ]);
});

test('who imports a list is not offered as somebody who has left, unless the list says so', async () => {
  const goneBeside = async (...keptOut: readonly KeptOut[]) => {
    const plan = { rows: [1], summary: { keptOut, list: { as: 'staff', guess: { as: 'staff' } } } } as unknown as ImportPlan;
    const { gone } = await new Comparing('elm' as InstitutionId, look, 'bo' as PersonId).settled(plan);
    return gone.map(({ name }) => name);
  };
  expect(await goneBeside()).toEqual(['Ann Ray', 'Jo Smith', 'Jo Smith']);
  expect(await goneBeside({ ...left, email: 'bo@x.example' })).toContain('Bo Lee');
});

test('a list with the addresses of another domain than most members have is asked about, those of people who left aside', async () => {
  const listOf = async (domain: string, institution: string) => {
    const comparing = new Comparing(institution as InstitutionId, look);
    for (const at of [1, 2, 3])
      comparing.take(
        {
          row: { row: at, name: `New ${at}`, email: `n${at}@${domain}`, jobTitle: '', lineManager: null, inductionTutor: null },
          person: `n${at}`,
          invite: {},
        } as never,
        undefined,
        false,
      );
    return comparing.settled({ rows: [1, 2, 3], summary: { keptOut: [] } } as unknown as ImportPlan);
  };
  expect((await listOf('oak.example', 'elm')).otherDomain).toEqual({ here: 'x.example', inFile: 'oak.example' });
  expect(await listOf('x.example', 'elm')).not.toHaveProperty('otherDomain');
  // One member is too few to tell.
  expect(await listOf('oak.example', 'far')).not.toHaveProperty('otherDomain');
});
