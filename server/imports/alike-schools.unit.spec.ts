import type { ClosedSchool, InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews, type HubReader } from '@alongside/projections/views/index.js';
import { alikeIn, chosenIds, notesOfAlike } from './alike-schools.js';
import { batchesOf, PlannedRows } from './planned-rows.js';
import { closingOf, followingOf } from './register-comparison.js';
import { summary } from './planned.testing.js';

const england = { kind: 'school', nation: 'england' } as const;
const here = (institution: string, details: { readonly name: string; readonly reference?: string }) =>
  happened('InstitutionRegistered', { institution, details: { ...england, ...details } });
const lookAt = (before: readonly ReturnType<typeof here>[]) =>
  lookInto(new Map(allViews.map((view) => [view.name, foldView(view, before)])));
const rowOf = (number: string, name: string, row: number): InstitutionImport => ({
  ...{ row, institution: `urn-${number}` as InstitutionId },
  details: { ...england, name, reference: number },
});
const planned = (...rows: readonly InstitutionImport[]) => new PlannedRows<InstitutionImport>([...batchesOf(rows, 100)], rows.length);
const closedOf = (number: string, row: number): ClosedSchool => ({
  ...{ row, institution: `urn-${number}` as InstitutionId, nation: 'england', name: `School ${number}`, on: '2026-08-31' as Day },
});

describe('a number that two here have from before', () => {
  const look = lookAt([here('ash', { name: 'Ash', reference: '100009' }), here('elm', { name: 'Elm', reference: 'URN 100009' })]);

  test('is no other school’s: a row of it is one of the two, or left out', async () => {
    const alike = await alikeIn(planned(rowOf('100009', 'Oak', 2)), [], look);
    expect(alike.schools).toMatchObject([
      { planned: 'urn-100009', byNumber: true, here: [{ institution: 'ash' }, { institution: 'elm' }] },
    ]);
    const id = 'urn-100009' as InstitutionId;
    expect(chosenIds(alike, { sameSchools: [], newSchools: [id] })(id)).toBeUndefined();
    expect(chosenIds(alike, { sameSchools: [{ planned: id, institution: 'elm' as InstitutionId }], newSchools: [] })(id)).toBe('elm');
  });

  test('is noted of a closed row, which closes neither', async () => {
    const closed = [closedOf('100009', 7), closedOf('100010', 8)];
    expect(notesOfAlike(await alikeIn(planned(), closed, look))).toMatchObject([
      { row: 7, who: 'School 100009', weight: 'note', message: expect.stringContaining('more than one here has its number') },
    ]);
    expect(await closingOf({ ...summary, closed }, look, '2026-11-30' as Day)).toEqual([]);
  });
});

test('one of a register without its number is not offered for a row with another', async () => {
  const look = lookAt([here('urn-100009', { name: 'Ash' }), here('by-hand', { name: 'Elm' })]);
  const alike = await alikeIn(planned(rowOf('200000', 'Ash', 2), rowOf('200001', 'Elm', 3)), [], look);
  expect(alike.schools).toMatchObject([{ planned: 'urn-200001' }]);
});

test('a whole register is looked up without a question of all for each of its rows', async () => {
  const look = lookAt([here('ash', { name: 'Ash', reference: '100009' })]);
  let asked = 0;
  const counted = {
    ...look,
    row: (...of: Parameters<HubReader['row']>) => look.row(...of),
    rows: (...of: Parameters<HubReader['rows']>) => {
      asked += 1;
      return look.rows(...of);
    },
  } as HubReader;
  const closed = Array.from({ length: 300 }, (_, at) => closedOf(String(200_000 + at), at + 2));
  const links = closed.map(({ institution, row }) => ({
    ...{ row, institution },
    successors: [{ institution: 'urn-100009' as InstitutionId, name: 'Ash' }],
  }));
  await alikeIn(planned(rowOf('300000', 'Fir', 400)), closed, counted);
  await closingOf({ ...summary, closed }, counted, '2026-11-30' as Day);
  await followingOf(links as unknown as Parameters<typeof followingOf>[0], counted);
  expect(asked).toBeLessThan(10);
});
