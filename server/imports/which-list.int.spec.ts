import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { xlsxOf } from './books.testing.js';
import { saidOfRows } from './comparison-pages.js';
import { choicesMade } from './choices.js';
import { Imports } from './imports.js';
import type { Brought } from './kept-imports.js';

const [institution, helen] = ['hillside' as InstitutionId, 'helen' as PersonId];
const STAFF = ['Ann Ray,ann', 'Bo Lee,bo', 'Cy Fox,cy', 'Di Fen,di', 'Di Fen,di2'].map((one) => `${one}@hillside.example`);

describe('what a list is', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let imports: Imports;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    imports = new Imports(hub.parts);
    await makeSchool(hub, ['helen', 'ben']);
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: helen, role: 'coordinator' }));
    await imports.run(await read(['Name,Email', ...STAFF].join('\n')));
    await settled();
  });
  afterAll(async () => {
    imports.close();
    await hub.close();
    await folders.clean();
  });

  const settled = async () => {
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
  };
  const read = async (file: string | Buffer, name?: string) => {
    const brought = await imports.bring([Buffer.from(file)], { kind: 'staff', institution }, helen, undefined, name);
    if (!brought.ok) throw new Error(brought.error.code);
    return brought.value;
  };
  const said = async (brought: Brought, newly: Parameters<Imports['withSaid']>[1]) => {
    const again = await imports.withSaid(brought, newly);
    if (!again.ok) throw new Error(again.error.code);
    return again.value;
  };
  const goneOf = ({ foreseen }: Brought) =>
    foreseen.comparison.gone.map(({ name, left, perhaps }) => ({ name, left, ...(perhaps && { perhaps }) }));

  test('one that is called after leavers names who can be removed, and nobody else is missing from it', async () => {
    const list = await read('Name,Email\nAnn Ray,ann@hillside.example\nGil Jay,gil@hillside.example\n', 'Leavers July.csv');
    expect(list.job.plan.summary.list).toEqual({
      as: 'leavers',
      guess: { as: 'leavers', because: { where: 'file', text: 'Leavers July.csv' } },
    });
    expect(goneOf(list)).toEqual([{ name: 'Ann Ray', left: 'They are in this list of leavers' }]);
    expect(list.foreseen.rows.added).toBe(0);
    expect(saidOfRows(list.job.plan.summary.problems, list.foreseen).map(({ message }) => message)).toEqual([
      'They are in this list of leavers, so you can remove them above.',
      'We found no member with this name or email address, so nothing changes.',
    ]);
    // The person says otherwise.
    const staff = await said(list, { list: 'staff' });
    expect(staff.foreseen.rows).toMatchObject({ added: 1, unchanged: 1 });
    expect(goneOf(staff).map(({ left }) => left)).not.toContain('They are in this list of leavers');
  });

  test('one of names alone is read once it is said to be of leavers: perhaps they are meant, never for sure', async () => {
    const list = await read('Name\nBo Lee\nDi Fen\nZed Young\n');
    expect(list.foreseen.comparison.gone).toEqual([]);
    const leavers = await said(list, { list: 'leavers' });
    const di = { name: 'Di Fen', left: 'Perhaps the person of row 3, who has the same name. 2 members have it.', perhaps: true };
    expect(goneOf(leavers)).toEqual([
      { name: 'Bo Lee', left: 'Perhaps the person of row 2, who has the same name.', perhaps: true },
      ...[di, di],
    ]);
    expect(saidOfRows(leavers.job.plan.summary.problems, leavers.foreseen).map(({ message }) => message)).toEqual([
      'They are in this list of leavers, so we do not import them.',
      'More than one member has this name. Choose who has left among the members in this list.',
      'We found no member with this name or email address, so nothing changes.',
    ]);
  });

  test('a title above names alone is seen, and what is chosen of it is done', async () => {
    const list = await read('Staff leaving 2026\nName\nCy Fox\n');
    expect(list.job.plan.summary.list?.guess).toEqual({ as: 'leavers', because: { where: 'title', text: 'Staff leaving 2026' } });
    const [cy] = list.foreseen.comparison.gone;
    await imports.run(list, null, choicesMade.parse({ leave: [cy?.person] }));
    await settled();
    expect(list.job.progress()).toMatchObject({ status: 'done', gone: 1 });
    expect(viewReaderOf(hub.parts.views.store).row('member', `${institution}:${cy?.person}`)?.left).not.toBeNull();
  });

  describe('of a workbook', () => {
    const book = xlsxOf({
      Notes: [['Who made this'], ['The office']],
      'Leavers 2025': [
        ['Name', 'Email'],
        ['Ann Ray', 'ann@hillside.example'],
      ],
      'Staff 2026': [
        ['Name', 'Email', 'Job title'],
        ['Ann Ray', 'ann@hillside.example', 'Head'],
        ['Gil Jay', 'gil@', 'Cook'],
      ],
      Empty: [],
    });

    test('is the sheet that looks like a list of staff, and any with rows can be chosen instead', async () => {
      const list = await read(book, 'book.xlsx');
      expect(list.job.plan.summary.sheet).toMatchObject({ name: 'Staff 2026', withRows: ['Notes', 'Leavers 2025', 'Staff 2026'] });
      const leavers = await said(list, { sheet: 'Leavers 2025' });
      expect(leavers.job.plan.summary).toMatchObject({
        sheet: { name: 'Leavers 2025' },
        list: { as: 'leavers', guess: { because: { where: 'sheet' } } },
      });
      expect(leavers.reading).toBe(list.reading + 1);
      // There is none of this name that has rows.
      expect((await said(leavers, { sheet: 'Empty' })).job.plan.summary.sheet?.name).toBe('Leavers 2025');
    });

    test('keeps what was corrected on each of its sheets', async () => {
      const cells = [{ row: 3, letter: 'B', text: 'gil@hillside.example' }];
      const list = await said(await read(book), { cells });
      expect(list.foreseen.rows).toMatchObject({ added: 1 });
      const other = await said(list, { sheet: 'Leavers 2025' });
      expect(other.said.cells).toEqual([]);
      const back = await said(other, { sheet: 'Staff 2026' });
      expect(back.said.cells).toEqual(cells);
      expect(back.foreseen.rows).toMatchObject({ added: 1 });
    });

    test('is asked about again where something is said of another than the one that is read', async () => {
      const other = await said(await read(book), { sheet: 'Leavers 2025' });
      const cells = [{ row: 3, letter: 'B', text: 'gil@hillside.example' }];
      expect(await imports.withSaid(other, { sheet: 'Staff 2026', cells })).toMatchObject({
        ok: false,
        error: { code: 'IMPORT.OTHER_SHEET' },
      });
      expect((await said(other, { sheet: 'Leavers 2025', cells })).said.cells).toEqual(cells);
    });
  });

  test('a row is opened with its cells that are read, as they were corrected; of others nothing is sent', async () => {
    const list = await said(
      await read(`Name,Email,Role,Salary\nAnn Ray,ann@hillside.example,Teacher,40000\nBo Lee,b,${'x'.repeat(201)},1\n`),
      {
        cells: [{ row: 2, letter: 'A', text: 'Ann Roy' }],
      },
    );
    expect(await imports.rowOf(list, 2)).toEqual({
      ok: true,
      value: [
        { letter: 'A', heading: 'Name', as: 'name', text: 'Ann Roy' },
        { letter: 'B', heading: 'Email', as: 'email', text: 'ann@hillside.example' },
        { letter: 'C', heading: 'Role', as: 'role', text: 'Teacher' },
      ],
    });
    expect(await imports.rowOf(list, 3)).toMatchObject({ value: [{ letter: 'A' }, { letter: 'B' }, { text: 'x'.repeat(200), cut: true }] });
    const unread = await said(list, { columns: { A: null, B: null, C: null } });
    expect(await imports.rowOf(unread, 2)).toMatchObject({ value: [{ letter: 'A' }, { letter: 'B' }, { letter: 'C' }, { letter: 'D' }] });
    expect(await imports.rowOf(list, 9)).toEqual({ ok: true, value: undefined });
  });
});
