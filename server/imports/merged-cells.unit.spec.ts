import type { Day } from '@alongside/domain/kernel/brand.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import { odsOf, xlsxOf, xml, type Row } from './books.testing.js';
import { planFile } from './plan-file.js';
import { TABLE_LIMIT_COLUMNS, TableRows } from './table-rows.js';
import { TooLarge } from './zip-parts.js';

const nobody = async () => ({ isMember: () => false, membersCalled: () => [], joined: new Map() });
async function planOf(bytes: Buffer, kind: 'staff' | 'institutions' = 'staff', cells: Parameters<typeof planFile>[1]['cells'] = []) {
  const plan = await planFile(bytes, { kind, today: '2026-11-25' as Day, cells }, nobody);
  if (!plan.ok) throw new Error(plan.error.code);
  const { rows, summary } = plan.value;
  return {
    rows,
    staff: (rows as readonly StaffImport[]).map((one) => [one.row, one.name, one.jobTitle, one.lineManager, one.startDate]),
    said: summary.problems.map(({ row, letter = '', weight, message }) => `${row}${letter} ${weight}: ${message}`),
  };
}

/** A sheet of LibreOffice. A text with a number is a cell that goes down so many rows; null is one that is covered. */
type OdsCell = string | readonly [text: string, rows: number] | null;
const ods = (rows: readonly (readonly OdsCell[])[]): Buffer => {
  const cell = (one: OdsCell) => {
    if (one === null) return '<table:covered-table-cell/>';
    const [text, down] = typeof one === 'string' ? [one, 1] : one;
    return `<table:table-cell${down > 1 ? ` table:number-rows-spanned="${down}" table:number-columns-spanned="1"` : ''}><text:p>${xml(text)}</text:p></table:table-cell>`;
  };
  return odsOf(
    `<table:table table:name="S">${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`,
  );
};

const HEADINGS = ['Name', 'Email', 'Job title', 'Line manager', 'Start date'];
const HEAD = ['Meg Boss', 'meg@a.example', 'Head of Maths', '', ''];

describe('cells that are merged over several rows', () => {
  const excel = xlsxOf(
    {
      Staff: [
        HEADINGS,
        HEAD,
        ['Ann Ray', 'ann@a.example', 'Teacher', 'Meg Boss', '01/09/2024'],
        ['Bo Cole', 'bo@a.example'],
        ['Cy Dunn', 'cy@a.example', '', '', '02/09/2024'],
        ['', '', '', '', ''],
        ['Di Fen', 'di@a.example'],
      ],
    },
    { merged: ['A1:B1', 'C3:C5', 'D3:D5', 'E3:E4'] },
  );
  const libre = ods([
    HEADINGS,
    HEAD,
    ['Ann Ray', 'ann@a.example', ['Teacher', 3], ['Meg Boss', 3], ['01/09/2024', 2]],
    ['Bo Cole', 'bo@a.example', null, null, null],
    ['Cy Dunn', 'cy@a.example', null, null, '02/09/2024'],
    [],
    ['Di Fen', 'di@a.example', '', '', ''],
  ]);

  test.each([
    ['Excel', excel],
    ['LibreOffice', libre],
  ])('of %s hold for each of them, and each that is covered is said with its row', async (_, book) => {
    const { staff, said } = await planOf(book);
    expect(staff).toEqual([
      [2, 'Meg Boss', 'Head of Maths', null, null],
      [3, 'Ann Ray', 'Teacher', 'meg@a.example', '2024-09-01'],
      [4, 'Bo Cole', 'Teacher', 'meg@a.example', '2024-09-01'],
      [5, 'Cy Dunn', 'Teacher', 'meg@a.example', '2024-09-02'],
      [7, 'Di Fen', '', null, null],
    ]);
    const merged = (text: string) => `note: This cell is merged with the one above it. We read “${text}” here. Check it.`;
    expect(said).toEqual([
      `4C ${merged('Teacher')}`,
      `4E ${merged('01/09/2024')}`,
      `4D ${merged('Meg Boss')}`,
      `5C ${merged('Teacher')}`,
      `5D ${merged('Meg Boss')}`,
    ]);
  });

  test('are corrected like any other, and said no more', async () => {
    const { staff, said } = await planOf(excel, 'staff', [
      { row: 4, letter: 'C', text: 'Technician' },
      { row: 4, letter: 'E', text: '' },
    ]);
    expect(staff[2]).toEqual([4, 'Bo Cole', 'Technician', 'meg@a.example', null]);
    expect(said.filter((one) => one.startsWith('4'))).toEqual([
      '4D note: This cell is merged with the one above it. We read “Meg Boss” here. Check it.',
    ]);
  });

  test('of a leaving date say why each of their rows is kept out', async () => {
    const rows: readonly Row[] = [
      ['Name', 'Email', 'Date of leaving'],
      ['Ann Ray', 'ann@a.example', '31/08/2026'],
      ['Bo Cole', 'bo@a.example', ''],
    ];
    const { staff, said } = await planOf(xlsxOf({ Staff: rows }, { merged: ['C2:C3'] }));
    expect(staff).toEqual([]);
    expect(said.filter((one) => one.startsWith('3'))).toEqual([
      '3C note: This cell is merged with the one above it. We read “31/08/2026” here. Check it.',
      expect.stringContaining('3C left: This person left on 31 August 2026') as string,
    ]);
  });

  test('make no person of a row that has nothing else', async () => {
    const rows: readonly Row[] = [HEADINGS, ['Ann Ray', 'ann@a.example', 'Teacher'], ['', '', '', '', ''], ['Bo Cole', 'bo@a.example']];
    const { staff, said } = await planOf(xlsxOf({ Staff: rows }, { merged: ['A2:A3', 'B2:B3', 'C2:C3'] }));
    expect([staff.map(([row]) => row), said]).toEqual([[2, 4], []]);
    const libre = await planOf(
      ods([
        HEADINGS,
        [
          ['Ann Ray', 2],
          ['ann@a.example', 2],
        ],
        [null, null, ' '],
        ['Bo Cole', 'bo@a.example'],
      ]),
    );
    expect([libre.staff.map(([row]) => row), libre.said]).toEqual([[2, 4], []]);
  });

  test('keep what a covered cell holds of its own, and that it is covered is said', async () => {
    const rows: readonly Row[] = [HEADINGS, ['Ann Ray', 'ann@a.example', 'Teacher'], ['Bo Cole', 'bo@a.example', 'Cook']];
    const { staff, said } = await planOf(xlsxOf({ Staff: rows }, { merged: ['C2:C3'] }));
    expect(staff.map(([, , job]) => job)).toEqual(['Teacher', 'Cook']);
    expect(said).toEqual(['3C note: This cell is merged with the one above it. We read “Cook” here. Check it.']);
  });

  test('of a title or of the headings say nothing of the rows below', async () => {
    const rows: readonly Row[] = [
      ['Staff of Northfield', '', '', ''],
      ['Name', 'Email', 'When', ''],
      ['', '', 'Start date', 'End date'],
      ['Ann Ray', 'ann@a.example', '', ''],
      ['', 'bo@a.example', '', ''],
    ];
    const { staff, said } = await planOf(xlsxOf({ Staff: rows }, { merged: ['A1:D1', 'A2:A5', 'B2:B3', 'C2:D2'] }));
    expect(staff).toEqual([[4, 'Ann Ray', '', null, null]]);
    expect(said).toEqual(['5A error: Enter the name.']);
  });

  test('of a register are alike', async () => {
    const rows: readonly Row[] = [
      ['URN', 'EstablishmentName', 'EstablishmentStatus (name)', 'LA (name)'],
      ['100001', 'Elm School', 'Open', 'Kent'],
      ['100002', 'Ash School', '', ''],
    ];
    const { rows: schools, said } = await planOf(xlsxOf({ Schools: rows }, { merged: ['C2:C3', 'D2:D3'] }), 'institutions');
    expect(schools).toMatchObject([{ row: 2 }, { row: 3, details: { name: 'Ash School', localAuthority: 'Kent' } }]);
    expect(said.toSorted()).toEqual([
      '3C note: This cell is merged with the one above it. We read “Open” here. Check it.',
      '3D note: This cell is merged with the one above it. We read “Kent” here. Check it.',
    ]);
  });
});

test('merged cells that come to more than a table may have are given up', () => {
  const tableOf = (text: string) => {
    const table = new TableRows();
    table.take(['Name', 'Email'], 1);
    for (let row = 2; row < 20_000; row += 1) table.take([text, 'x'], row);
    return table;
  };
  const all = Array.from({ length: TABLE_LIMIT_COLUMNS }, () => ({ at: 0, last: 0, from: 2, to: 20_000 }));
  expect(() => tableOf('x').fillMerged(all)).toThrow(TooLarge);
  expect(() => tableOf('x').fillMerged(all.slice(0, 10))).not.toThrow();
});

describe('cells that are merged over several columns', () => {
  const rows: readonly Row[] = [
    ['Surname', 'Forename', 'Email', 'Job title', 'Line manager'],
    ['Ash Al', '', 'ash@a.example', '', ''],
    ['Ray', 'Ann', 'ann@a.example', 'Teacher', ''],
    ['Lee', 'Bo', 'bo@a.example', 'Cook', ''],
  ];
  const span = (text: string, columns: number) =>
    `<table:table-cell table:number-columns-spanned="${columns}"><text:p>${xml(text)}</text:p></table:table-cell>${'<table:covered-table-cell/>'.repeat(columns - 1)}`;
  const plain = (text: string) =>
    text === '' ? '<table:table-cell/>' : `<table:table-cell><text:p>${xml(text)}</text:p></table:table-cell>`;
  const line = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
  const libre = odsOf(
    `<table:table table:name="S">${[
      line(...(rows[0] ?? []).map((one) => plain(String(one)))),
      line(span('Ash Al', 2), plain('ash@a.example'), plain(''), plain('')),
      line(plain('Ray'), plain('Ann'), plain('ann@a.example'), span('Teacher', 2)),
      line(plain('Lee'), plain('Bo'), plain('bo@a.example'), plain('Cook'), plain('')),
    ].join('')}</table:table>`,
  );

  test.each([
    ['Excel', xlsxOf({ Staff: rows }, { merged: ['A2:B2', 'D3:E3'] })],
    ['LibreOffice', libre],
  ])('of %s are told where they cover a cell of a person', async (_, book) => {
    const { staff, said } = await planOf(book);
    expect(staff.map(([, name]) => name)).toEqual(['Ash Al', 'Ann Ray', 'Bo Lee']);
    const told = 'note: This cell is merged with the one beside it. We read nothing here. Check it.';
    expect(said).toEqual([`2B ${told}`, `3E ${told}`]);
  });

  test('in the headings are one name over two columns, and say nothing of whole names merged as their heading is', async () => {
    const halves = ['Zora Jones', 'Cy Poe', 'Di Fen', 'Ed Kay', 'Jo Tan'].map((name, at): Row => [...name.split(' '), `p${at}@a.example`]);
    const whole: readonly Row[] = [['Name', '', 'Email'], ['Bo Lee', '', 'bo@a.example'], ...halves];
    const { staff, said } = await planOf(xlsxOf({ Staff: whole }, { merged: ['A1:B1', 'A2:B2'] }));
    expect(staff.map(([, name]) => name)).toEqual(['Bo Lee', 'Zora Jones', 'Cy Poe', 'Di Fen', 'Ed Kay', 'Jo Tan']);
    expect(said).toEqual([expect.stringContaining('0 note: It has no heading. We read it and “Name” before it as one name') as string]);
  });

  test('below one heading are read alike whatever is corrected', async () => {
    const halves = ['Zora Jones', 'Bo Lee', 'Cy Poe', 'Di Fen', 'Ed Kay'].map((name, at): Row => [...name.split(' '), `p${at}@a.example`]);
    const book = xlsxOf({ Staff: [['Name', '', 'Email'], ...halves] }, { merged: ['A1:B1'] });
    const cells = ['Zora Smith', 'Bo Ray'].map((text, at) => ({ row: at + 2, letter: 'A', text }));
    const plan = await planFile(book, { kind: 'staff', today: '2026-11-25' as Day, cells }, nobody);
    const { rows, summary } = plan.ok ? plan.value : { rows: [], summary: undefined };
    expect((rows as readonly StaffImport[]).map(({ name }) => name)).toEqual(['Zora Smith', 'Bo Ray', 'Cy Poe', 'Di Fen', 'Ed Kay']);
    expect(summary?.columns[1]).toMatchObject({ as: 'name', goesOn: true });
    const opened = await planFile(book, { kind: 'staff', today: '2026-11-25' as Day, cells, onlyRow: 2 }, nobody);
    expect(opened.ok && opened.value.summary.opened?.map(({ as }) => as)).toEqual(['name', 'name', 'email']);
  });

  test('are told no more once the covered cell is corrected', async () => {
    const { staff, said } = await planOf(xlsxOf({ Staff: rows }, { merged: ['A2:B2'] }), 'staff', [
      { row: 2, letter: 'A', text: 'Al' },
      { row: 2, letter: 'B', text: 'Ash' },
    ]);
    expect([staff[0]?.[1], said]).toEqual(['Ash Al', []]);
  });
});

test('merged cells over more columns than a sheet has are as many as it has', () => {
  const table = new TableRows();
  table.take(['Name', 'Forename', 'Email'], 1);
  table.take(['Ash Al', '', 'x'], 2);
  table.fillMerged([{ at: 0, last: 16_383, from: 2, to: 2 }]);
  expect(table.rows[0]?.beside).toEqual(['B', 'C']);
});

test('a cell that many merged cells cover is told of once', () => {
  const table = new TableRows();
  table.take(['Name', 'Forename', 'Email'], 1);
  table.take(['Ash Al', '', 'x'], 2);
  table.fillMerged(Array.from({ length: 20 }, () => ({ at: 0, last: 2, from: 2, to: 2 })));
  expect(table.rows[0]?.beside).toEqual(['B', 'C']);
});
