import type { Day } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { foresee } from './foreseen.js';
import type { ImportPlan } from './import-plan.js';
import { institution, knowsAll, person, rowsOf, summary } from './planned.testing.js';
import { sampleOf } from './sample-rows.js';

const TODAY = '2026-09-01' as Day;
const row = { ...person, name: 'Anne', jobTitle: 'Teacher', subjects: ['sub-mathematics'] };
const plan: ImportPlan = { kind: 'staff', institution, rows: rowsOf(row), summary };
const here = (isNewcomer: boolean): HubReader => ({
  ...knowsAll,
  row: <Data>(view: string, id: string) => {
    if (view === 'newcomer') return (isNewcomer ? { invitedOn: null } : undefined) as Data;
    if (view === 'profile') return { name: 'Ann', names: {}, profile: { jobTitle: 'Head', phases: [], subjects: [] } } as Data;
    if (view === 'person') return { name: id === 'bea' ? 'Bea Fox' : 'Ann' } as Data;
    return { left: null, from: '2024-09-02', lineManager: 'bea', inductionTutor: null } as Data;
  },
});

test.each([true, false])(
  'a member is shown as they stay where nothing is chosen, their manager included (newcomer: %s)',
  async (isNewcomer) => {
    const look = here(isNewcomer);
    const [first] = sampleOf(plan, await foresee(plan, look, TODAY), look);
    expect(first).toMatchObject({
      ...{ name: 'Ann', jobTitle: 'Head', subjects: null, from: '2024-09-02', outcome: 'unchanged' },
      ...{ lineManager: 'Bea Fox', inductionTutor: null },
    });
  },
);

test('a person who is new is shown as the list has them', async () => {
  const look: HubReader = { row: () => undefined, rows: () => [] };
  const [first] = sampleOf(plan, await foresee(plan, look, TODAY), look);
  expect(first).toMatchObject({ name: 'Anne', jobTitle: 'Teacher', subjects: ['sub-mathematics'], outcome: 'added', lineManager: null });
});
