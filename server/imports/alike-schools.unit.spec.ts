import type { ClosedSchool, InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews, type HubReader } from '@alongside/projections/views/index.js';
import { alikeIn, chosenIds, notesOfAlike } from './alike-schools.js';
import { AddedByHand } from './like-by-hand.js';
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

describe('one that was added by hand', () => {
  const leeds = { town: 'Leeds', postcode: 'LS1 2AB' };
  const handOf = (...of: readonly { readonly name: string; readonly town?: string; readonly postcode?: string }[]) =>
    lookAt(of.map((details, at) => here(`hand-${at}`, details)));
  /** The rows that may be one here, each with which. */
  const asked = async (
    look: HubReader,
    ...rows: readonly { readonly name: string; readonly town?: string; readonly postcode?: string }[]
  ) => {
    const all = rows.map(({ name, ...more }, at) => {
      const row = rowOf(String(300_000 + at), name, at + 2);
      return { ...row, details: { ...row.details, ...more } };
    });
    const { schools, unplaced } = await alikeIn(planned(...all), [], look);
    return [schools.flatMap(({ who, here: some }) => some.map(({ name }) => `${who} = ${name}`)), unplaced];
  };

  test.each([
    ['Hilltop Primary', 'Hilltop Primary School'],
    ['St Mary’s CE Primary School', "St Mary's Church of England Primary School"],
    ['Oak & Ash Academy', 'Oak and Ash Academy'],
    ['The Beeches School', 'Beeches School'],
    ['Moor Church School', 'Moor Primary School'],
    ['Ysgol Gynradd Llanfair', 'Llanfair Primary School'],
  ])('as %s is asked about for %s of its postcode, whatever its town', async (mine, name) => {
    const look = handOf({ name: mine, ...leeds, postcode: 'ls12ab' });
    expect(await asked(look, { name, ...leeds, town: 'Bramley' })).toEqual([[`${name} = ${mine}`], []]);
  });

  test('is asked about for a like name of its town, where its postcode is wrong, and not for one of another town', async () => {
    const look = handOf({ name: 'Moor Lane School', town: 'Otley', postcode: 'LS21 1AA' });
    const rows = [
      { name: 'Moor Lane Primary School', town: 'Otley', postcode: 'LS21 1AB' },
      { name: 'Moor Lane School', town: 'York', postcode: 'YO1 1AB' },
      { name: 'Moor Road School', town: 'Otley', postcode: 'LS21 1AC' },
    ];
    expect(await asked(look, ...rows)).toEqual([['Moor Lane Primary School = Moor Lane School'], []]);
    const mistyped = handOf({ name: 'Moor Lane School', postcode: 'LS21 1AO' });
    expect(await asked(mistyped, { name: 'Moor Lane School', town: 'Otley', postcode: 'LS21 1A0' })).toEqual([
      ['Moor Lane School = Moor Lane School'],
      [],
    ]);
  });

  test('is not asked about for another school on its site, or for an infant school beside a junior one', async () => {
    const look = handOf({ name: 'Hilltop Junior School', ...leeds });
    const names = ['Riverside Academy', 'Hilltop Infant School', 'Hilltop Nursery', 'Leeds Arts Academy', 'Hilltop Primary School'];
    expect(await asked(look, ...names.map((name) => ({ name, ...leeds })))).toEqual([
      ['Hilltop Primary School = Hilltop Junior School'],
      [],
    ]);
  });

  test('is asked about for the surest rows alone: its own, or those of its site and town, or of its whole name', async () => {
    const catholic = 'St Mary’s Catholic Primary School';
    const look = handOf({ name: 'St Mary’s RC Primary', ...leeds });
    const rows = [
      { name: catholic, ...leeds, postcode: 'LS9 9ZZ' },
      { name: 'St Mary’s Nursery and Primary School', ...leeds },
    ];
    expect(await asked(look, ...rows)).toEqual([
      [`${catholic} = St Mary’s RC Primary`, 'St Mary’s Nursery and Primary School = St Mary’s RC Primary'],
      [],
    ]);
    expect(await asked(look, ...rows, { name: 'St Mary’s Roman Catholic Primary School', ...leeds })).toEqual([
      ['St Mary’s Roman Catholic Primary School = St Mary’s RC Primary'],
      [],
    ]);
    const unplaced = handOf({ name: 'Larch School' });
    expect(await asked(unplaced, { name: 'Larch Academy', ...leeds }, { name: 'Larch School', ...leeds })).toEqual([
      ['Larch School = Larch School'],
      [],
    ]);
    expect(await asked(unplaced, { name: 'Larch Academy', ...leeds }, { name: 'Larch College', ...leeds })).toEqual([[], ['Larch School']]);
  });

  test('is found by its postcode and its name: none is compared with every row', () => {
    let read = 0;
    const hand = Array.from({ length: 400 }, (_, at) => ({
      institution: `hand-${at}`,
      get details() {
        read += 1;
        return { ...england, name: `Hand${at} School`, town: 'Leeds', postcode: `LS1 ${at}` };
      },
    }));
    const byHand = new AddedByHand(hand as never);
    const rows = Array.from({ length: 400 }, (_, at) => ({ ...england, name: `Row${at} School`, town: 'Leeds', postcode: `LS2 ${at}` }));
    expect(rows.flatMap((details) => byHand.of(details))).toEqual([]);
    expect(byHand.of({ ...england, name: 'Hand7 Academy', town: 'Leeds' })).toMatchObject([[{ institution: 'hand-7' }, 'town']]);
    expect(read).toBeLessThan(400 * 5);
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
