import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { AlsoElsewhere } from './also-elsewhere.js';
import { ImportJob } from './import-job.js';
import { institution, person, summary } from './planned.testing.js';
import { batchesOf, PlannedRows } from './planned-rows.js';

/** Imports newcomers while another school adds some of them: once the members of this one are added, they belong to both. */
async function refusedOf(
  newcomers: number,
  isElsewhere: (at: number) => boolean,
  where = 'oakfield',
  first = false,
): Promise<readonly object[]> {
  const rows = Array.from({ length: newcomers }, (_, at): StaffImport => {
    const email = `p${at}@a.example`;
    return { ...person, row: at + 2, name: `Person ${at}`, email };
  });
  const at = new Map<string, number>();
  let isAdded = false;
  const look: HubReader = {
    row: <Data>(view: string, id: string) => {
      if (view === 'institution') return { institution: id, trust: 'riverbank', details: { name: id } } as Data;
      if (view !== 'membership' || !isAdded) return undefined;
      const others = isElsewhere(at.get(id) ?? 0) ? [{ institution: where, roles: [] }] : [];
      return { memberships: [{ institution, roles: [] }, ...others] } as Data;
    },
    rows: <Data>() => [] as Data[],
  };
  const job = new ImportJob(
    { kind: 'staff', institution, rows: new PlannedRows([...batchesOf(rows, 100)], rows.length), summary },
    async ({ type, data }, commandId) => {
      const of = data as { readonly person: string; readonly email: string };
      if (type === 'InvitePerson') at.set(of.person, Number(/\d+/.exec(of.email)));
      // The other list may be there before the members of this one are added, or after.
      if (type === (first ? 'InvitePerson' : 'AddMembers')) isAdded = true;
      return { outcome: 'accepted', commandId, position: '1' as Position } as never;
    },
    look,
    async () => true,
  );
  await job.run((error) => {
    throw error;
  });
  expect(job.progress().status).toBe('done');
  return job.progress().refused;
}

test('whom another list added elsewhere in the same moment are named in the result, and nobody else', async () => {
  expect(await refusedOf(3, (at) => at > 0)).toEqual([
    {
      row: 0,
      weight: 'note',
      message:
        '2 people in this list also became members of another school or trust while it was imported, without being asked: Person 1 and Person 2. Ask them where they work.',
    },
  ]);
  expect(await refusedOf(3, (at) => at > 0, 'oakfield', true)).toHaveLength(1);
  expect(await refusedOf(3, () => false)).toEqual([]);
});

test('one is named alone, of many the first ten are, and the trust that the school is in is not elsewhere', async () => {
  expect(await refusedOf(2, (at) => at === 0)).toMatchObject([
    { message: expect.stringMatching(/^One person .* became a member .*: Person 0\. Ask/) },
  ]);
  expect(await refusedOf(13, () => true)).toMatchObject([{ message: expect.stringMatching(/^13 people .*Person 9 and 3 more\. Ask/) }]);
  expect(await refusedOf(2, () => true, 'riverbank')).toEqual([]);
});

test('where they belonged as it was decided is no news', () => {
  const where = [{ institution: 'oakfield' }];
  const look = { row: (view: string) => (view === 'membership' ? { memberships: where } : undefined) } as unknown as HubReader;
  const elsewhere = new AlsoElsewhere(institution, look);
  const ann = { person: 'ann' as PersonId, name: 'Ann' };
  elsewhere.decidedOf(ann.person);
  elsewhere.add(ann);
  expect(elsewhere.said()).toBeUndefined();
  where.push({ institution: 'elm' });
  expect(elsewhere.said()).toContain('Ann');
});
