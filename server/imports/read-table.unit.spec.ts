import { staffColumns } from '@alongside/domain/imports/staff-fields.js';
import { odsOf, sheetXml, xlsxOf, zipOf } from './books.testing.js';
import { readTable } from './read-table.js';
import { TableRows } from './table-rows.js';
import { TooLarge } from './zip-parts.js';

const known = (cells: readonly string[]) => staffColumns(cells).filter(({ byHeading }) => byHeading !== null).length;
const tableOf = async (bytes: Buffer) => {
  const read = await readTable(bytes, { known });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const cellsOf = async (bytes: Buffer) => (await tableOf(bytes)).rows.map(({ cells }) => cells);
const codeOf = async (bytes: Buffer, limitBytes?: number) => {
  const read = await readTable(bytes, { known }, { limitBytes });
  return read.ok ? undefined : read.error.code;
};

describe('a workbook of Excel', () => {
  test('is read by its texts, numbers and days, with the rows as Excel numbers them', async () => {
    const staff = [
      ['Northfield staff'],
      ['Name', 'Email', 'Start date', 'Staff number'],
      [],
      ['Zoë Ŵyn & <Co>', 'zoe@a.example', { value: 45_536, style: 1 }, { value: 42, style: 2 }],
      ['Ann Ray', 'ann@a.example', { value: 45_536.5, style: 3 }, 0.1 + 0.2],
    ];
    const { headers, rows, headingsRow, sheet } = await tableOf(xlsxOf({ Staff: staff }));
    expect([headers, headingsRow, sheet]).toEqual([staff[1], 2, { name: 'Staff', others: [], withRows: ['Staff'], hiddenRows: 0 }]);
    expect(rows).toEqual([
      { row: 4, cells: { A: 'Zoë Ŵyn & <Co>', B: 'zoe@a.example', C: '2024-09-01', D: '000042' } },
      { row: 5, cells: { A: 'Ann Ray', B: 'ann@a.example', C: '2024-09-01 12:00', D: '0.3' } },
    ]);
  });

  test('counts its days from 1904 where it says so', async () => {
    const rows = [
      ['Name', 'Start date'],
      ['Ann', { value: 44_074, style: 1 }],
    ];
    expect(await cellsOf(xlsxOf({ Staff: rows }, { date1904: true }))).toEqual([{ A: 'Ann', B: '2024-09-01' }]);
  });

  const worked = [
    ['Name', 'Email', 'Start date'],
    ['Ann', { formula: 'LOWER(A2)&"@a.example"', value: 'ann@a.example' }, { formula: 'C1+1', value: 45_536, style: 1 }],
    [{ formula: 'A1', value: 'Ben' }, 'ben@a.example', { formula: 'IF(A3="","",1)', value: '' }],
    ['Cy', { formula: 'LOWER(A4)' }, ''],
    ['Di', { formula: '' }, ''],
  ];

  test('has the saved results of formulas, marked as such, and the text of those that were never worked out', async () => {
    expect((await tableOf(xlsxOf({ Staff: worked }))).rows).toEqual([
      { row: 2, cells: { A: 'Ann', B: 'ann@a.example', C: '2024-09-01' }, workedOut: ['B', 'C'] },
      { row: 3, cells: { A: 'Ben', B: 'ben@a.example', C: '' }, workedOut: ['A', 'C'] },
      { row: 4, cells: { A: 'Cy', B: '=LOWER(A4)', C: '' }, formulas: ['B'] },
      { row: 5, cells: { A: 'Di', B: '=', C: '' }, formulas: ['B'] },
    ]);
  });

  test.each(['<calcPr fullCalcOnLoad="1"/>', '<calcPr calcCompleted="false"/>'])(
    'with %s has no results: the program that wrote it could not work them out, or had not',
    async (calc) => {
      expect((await tableOf(xlsxOf({ Staff: worked }, { calc }))).rows.slice(0, 2)).toEqual([
        { row: 2, cells: { A: 'Ann', B: '=LOWER(A2)&"@a.example"', C: '=C1+1' }, formulas: ['B', 'C'] },
        { row: 3, cells: { A: '=A1', B: 'ben@a.example', C: '=IF(A3="","",1)' }, formulas: ['A', 'C'] },
      ]);
    },
  );

  test('has a text that begins with = as that text, which is no result', async () => {
    const rows = [
      ['Name', 'Email'],
      ['Ann', '=LOWER(A2)'],
      ['Ben', { formula: 'A9', value: '=LOWER(A3)' }],
    ];
    expect(await cellsOf(xlsxOf({ Staff: rows }))).toEqual([
      { A: 'Ann', B: '=LOWER(A2)' },
      { A: 'Ben', B: '=LOWER(A3)' },
    ]);
  });

  test('is read on the first sheet whose headings are known, and the others are named; hidden sheets are none', async () => {
    const sheets = {
      'Read me': [
        ['About', 'this'],
        ['file', 'x'],
      ],
      Old: [
        ['Name', 'Email'],
        ['Old', 'o@a.example'],
      ],
    };
    const list = [
      ['Name', 'Email'],
      ['Ann', 'ann@a.example'],
      ['Ben', 'ben@a.example'],
    ];
    const read = await tableOf(xlsxOf({ ...sheets, Staff: list }, { state: { Old: 'hidden' }, hidden: new Set([3]) }));
    expect(read.sheet).toEqual({ name: 'Staff', others: ['Read me'], withRows: ['Read me', 'Staff'], hiddenRows: 1 });
    expect(read.rows).toHaveLength(2);
  });

  test('whose headings nobody knows is read on its first sheet with anything on it', async () => {
    const read = await tableOf(
      xlsxOf({
        Empty: [],
        One: [
          ['Wer', 'Wo'],
          ['Ann', 'x'],
        ],
        Two: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      }),
    );
    expect([read.sheet?.name, read.headers]).toEqual(['One', ['Wer', 'Wo']]);
  });

  test('with texts in pieces, in the cell itself, or with how they are spoken', async () => {
    const rich = '<si><r><t>Ann </t></r><r><t>Ray_x000D_</t></r><rPh><t>spoken</t></rPh></si>';
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Email</x:t></x:is></x:c></x:row>' +
      '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const parts = {
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="/worksheet" Target="s.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="t.xml"/></Relationships>',
      'xl/s.xml': sheet,
      'xl/t.xml': `<sst>${rich}</sst>`,
    };
    expect(await cellsOf(zipOf(parts))).toEqual([{ A: 'Ann Ray\r', B: '#N/A', C: 'TRUE' }]);
  });

  test('that unpacks to too much is given up while it is unpacked, however small it is', async () => {
    const bomb = zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Type="/worksheet" Target="s.xml"/></Relationships>',
      'xl/s.xml': `<worksheet><sheetData><row><c t="str"><v>${' '.repeat(20_000_000)}</v></c></row></sheetData></worksheet>`,
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb, 1_000_000)).toBe('IMPORT.UNPACKED_TOO_LARGE');
  });

  const parted = (parts: Readonly<Record<string, string>>) =>
    zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="/worksheet" Target="s.xml"/><Relationship Id="r2" Type="/sharedStrings" Target="t.xml"/></Relationships>',
      'xl/t.xml': '<sst/>',
      ...parts,
    });
  const LIST = '<row><c t="str"><v>Name</v></c><c t="str"><v>Email</v></c></row><row><c t="str"><v>Ann</v></c></row>';
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

  test('has headings and names of sheets without what turns the text around them', async () => {
    const { headers, rows, sheet } = await tableOf(
      xlsxOf({
        '\u202eteehs Staff': [
          ['Name', 'Email', '\u202egnidaeh', '\u2067x\u200b'],
          ['Ann', 'ann@a.example', 'v', 'w'],
        ],
        '\u202eOther': [['x']],
      }),
    );
    expect([headers, sheet?.name, sheet?.others]).toEqual([['Name', 'Email', 'gnidaeh', 'x'], 'teehs Staff', ['Other']]);
    expect(rows).toEqual([{ row: 2, cells: { A: 'Ann', B: 'ann@a.example', C: 'v', D: 'w' } }]);
  });

  test('with more texts or tags than a list has is given up early', async () => {
    const texts = parted({ 'xl/s.xml': sheet(LIST), 'xl/t.xml': `<sst>${'<si/>'.repeat(1_001)}</sst>` });
    expect(await codeOf(texts)).toBeUndefined();
    expect(await readTable(texts, { known }, { limitTexts: 1_000 })).toMatchObject({ error: { code: 'IMPORT.UNPACKED_TOO_LARGE' } });
    const tags = parted({ 'xl/s.xml': sheet(LIST + '<x/>'.repeat(50_000)) });
    expect(await codeOf(tags)).toBeUndefined();
    expect(await readTable(tags, { known }, { limitTags: 40_000 })).toMatchObject({ error: { code: 'IMPORT.UNPACKED_TOO_LARGE' } });
    const attributes = Array.from({ length: 100_000 }, (_, at) => ` a${at}=""`).join('');
    expect(await codeOf(parted({ 'xl/s.xml': sheet(`<row${attributes}></row>`) }))).toBe('IMPORT.BROKEN_SPREADSHEET');
  });

  test('whose rows name one long text again and again is given up', async () => {
    const long = `<sst><si><t>${'y'.repeat(2_000)}</t></si></sst>`;
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(1_000)}</row>`;
    expect(await codeOf(parted({ 'xl/s.xml': sheet(LIST + row.repeat(2)), 'xl/t.xml': long }))).toBe('IMPORT.UNPACKED_TOO_LARGE');
  });

  const STAFF = [
    ['Name', 'Email'],
    ['Ann', 'ann@a.example'],
  ];
  /** Half a megabyte of rows that pack to next to nothing. */
  const VAST = [['Name'], ...Array.from({ length: 10_000 }, () => ['x', '', 'x'])];
  /** A workbook in which the checksum of one part is wrong, or what it is packed as. */
  const damaged = (book: Buffer, path: string, isUnpackable = false) => {
    const at = book.indexOf(path);
    const bytes = Buffer.from(book);
    if (isUnpackable) bytes.fill(0xff, at + path.length, at + path.length + 20);
    const entry = book.lastIndexOf(path) - 46;
    if (!isUnpackable) bytes.writeUInt32LE((bytes.readUInt32LE(entry + 16) ^ 1) >>> 0, entry + 16);
    return bytes;
  };

  test('is read whatever is wrong with sheets that are not wanted, and whatever they come to', async () => {
    const vast = xlsxOf(Object.fromEntries([['Staff', STAFF], ...Array.from({ length: 5 }, (_, at) => [`Notes ${at}`, VAST])]));
    expect(await codeOf(vast, 400_000)).toBeUndefined();
    const book = xlsxOf({ Staff: STAFF, Notes: [['Made by the office'], ['Notes']] });
    for (const isUnpackable of [false, true]) {
      const { rows, sheet } = await tableOf(damaged(book, 'xl/worksheets/sheet2.xml', isUnpackable));
      expect([rows, sheet?.name, sheet?.withRows]).toEqual([
        [{ row: 2, cells: { A: 'Ann', B: 'ann@a.example' } }],
        'Staff',
        isUnpackable ? ['Staff'] : ['Staff', 'Notes'],
      ]);
      // Of its own list every bit is held to; and no other sheet that is no list is taken for it.
      expect(await codeOf(damaged(book, 'xl/worksheets/sheet1.xml', isUnpackable))).toBe('IMPORT.BROKEN_SPREADSHEET');
    }
  });

  test('that is broken, has no sheet, is old or has a password is refused by name', async () => {
    const whole = xlsxOf({
      Staff: [
        ['Name', 'Email'],
        ['Ann', 'ann@a.example'],
      ],
    });
    expect(await codeOf(whole.subarray(0, whole.length - 40))).toBe('IMPORT.BROKEN_SPREADSHEET');
    expect(await codeOf(zipOf({ 'a.txt': 'x' }))).toBe('IMPORT.NOT_CSV');
    expect(await codeOf(xlsxOf({ Staff: [] }))).toBe('IMPORT.EMPTY');
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))).toBe('IMPORT.OLD_EXCEL');
    const wide = sheetXml([
      ['Name', 'Email'],
      [...Array.from({ length: 3_000 }, () => ''), 5],
    ]);
    const parts = { 'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>' };
    const rels = '<Relationships><Relationship Id="r1" Type="/worksheet" Target="s.xml"/></Relationships>';
    expect(await codeOf(zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': rels, 'xl/s.xml': wide }))).toBe('IMPORT.BROKEN_SPREADSHEET');
    const entities =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    expect(await codeOf(zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': rels, 'xl/s.xml': entities }))).toBe('IMPORT.BROKEN_SPREADSHEET');
  });
});

describe('a workbook of LibreOffice', () => {
  const text = (words: string) => `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
  const rowOf = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

  test('is unpacked twice at most, however many sheets it has and whatever is wrong with those that are not wanted', async () => {
    const list = rowOf(text('Name'), text('Email')) + rowOf(text('Ann'), text('ann@a.example'));
    const wide = rowOf('<table:table-cell table:number-columns-repeated="2500"/>', text('x'));
    const beside = `<table:table table:name="Wide">${wide}</table:table>`;
    const staff = `<table:table table:name="Staff">${list}</table:table>`;
    for (const book of [beside + staff, staff + beside])
      expect((await tableOf(odsOf(book))).sheet).toMatchObject({ name: 'Staff', withRows: ['Staff'] });
    expect(await codeOf(odsOf(beside))).toBe('IMPORT.BROKEN_SPREADSHEET');
    const tables = Array.from(
      { length: 12 },
      (_, at) => `<table:table table:name="S${at}">${at === 5 ? list : rowOf(text('x'))}</table:table>`,
    );
    const read = await readTable(odsOf(tables.join('')), { known }, { limitBytes: (tables.join('').length + 300) * 2 });
    expect(read).toMatchObject({ ok: true, value: { sheet: { name: 'S5' }, rows: [{ cells: { A: 'Ann', B: 'ann@a.example' } }] } });
  });

  test('is read with repeated cells and rows, days, formulas and notes', async () => {
    const rows = [
      rowOf(text('Name'), text('Email'), text('Start date'), text('Job')),
      '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>',
      rowOf(
        `<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>Zoë<text:s text:c="2"/>Ŵyn</text:p><text:p>two</text:p></table:table-cell>`,
        '<table:table-cell table:formula="of:=LOWER([.A2])" office:value-type="string"><text:p>ann@a.example</text:p></table:table-cell>',
        '<table:table-cell office:value-type="date" office:date-value="2024-09-01T00:00:00"><text:p>01/09/24</text:p></table:table-cell>',
        '<table:table-cell office:value-type="float" office:value="1234567"><text:p>1,234,567</text:p></table:table-cell>',
      ),
      rowOf(
        text('Bo'),
        '<table:table-cell table:formula="of:=LOWER([.A5])"/>',
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>Err:503</text:p></table:table-cell>',
      ),
      `<table:table-row table:number-rows-repeated="2">${text('Ann')}<table:table-cell table:number-columns-repeated="2"/>${text('Post')}</table:table-row>`,
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>',
    ].join('');
    const read = await tableOf(
      odsOf(`<table:table table:name="Empty"/><table:table table:name="Staff">${rows}</table:table><table:table table:name="More"/>`),
    );
    expect(read.sheet).toEqual({ name: 'Staff', others: ['Empty', 'More'], withRows: ['Staff'], hiddenRows: 0 });
    expect(read.rows).toEqual([
      { row: 4, cells: { A: 'Zoë  Ŵyn\ntwo', B: 'ann@a.example', C: '2024-09-01', D: '1234567' }, workedOut: ['B'] },
      { row: 5, cells: { A: 'Bo', B: '=LOWER([.A5])', C: 'Err:503', D: '' }, workedOut: ['C'], formulas: ['B'] },
      { row: 6, cells: { A: 'Ann', B: '', C: '', D: 'Post' } },
      { row: 7, cells: { A: 'Ann', B: '', C: '', D: 'Post' } },
    ]);
  });
});

describe('a workbook of LibreOffice that repeats what it holds', () => {
  const many = (what: string, times: number, inside: string) =>
    `<table:${what} table:number-${times > 0 ? `${what === 'table-row' ? 'rows' : 'columns'}-repeated="${times}"` : ''}>${inside}</table:${what}>`;
  const HEADINGS =
    '<table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>Email</text:p></table:table-cell></table:table-row>';
  const bookOf = (rows: string) => odsOf(`<table:table table:name="S">${HEADINGS}${rows}</table:table>`);

  test.each([
    [
      'a long cell',
      many('table-row', 1_000, many('table-cell', 1_000, `<text:p>${'y'.repeat(2_000)}</text:p>`)),
      'IMPORT.UNPACKED_TOO_LARGE',
    ],
    [
      'spaces',
      `<table:table-row><table:table-cell><text:p>${'<text:s text:c="100"/>'.repeat(11_000)}</text:p></table:table-cell></table:table-row>`,
      'IMPORT.BROKEN_SPREADSHEET',
    ],
  ])('%s is given up', async (_, rows, code) => {
    expect(await codeOf(bookOf(rows))).toBe(code);
  });
});

test('a table of more cells or letters than a list has is given up, however few of them are wanted', () => {
  const takeAll = (record: readonly string[], times: number) => () => {
    const table = new TableRows({ kept: () => new Set(['A']) });
    for (let row = 1; row <= times; row += 1) table.take(record, row);
  };
  const wide = ['x', ...Array.from({ length: 1_999 }, () => '')];
  expect(takeAll(wide, 6_001)).toThrow(TooLarge);
  expect(takeAll(['y'.repeat(1_000_000)], 300)).toThrow(TooLarge);
});

describe('headings in more than one row', () => {
  const headersOf = async (text: string) => {
    const { headers, rows, headingsRow } = await tableOf(Buffer.from(text));
    return [headers, headingsRow, rows.length];
  };

  test('are those that are known, whatever groups are named above them', async () => {
    expect(await headersOf('Staff list,,\nPerson,,Contact\nForename,Surname,Email\nAnn,Ray,ann@a.example\n')).toEqual([
      ['Forename', 'Surname', 'Email'],
      3,
      1,
    ]);
  });

  test('are read together where only that says what they are', async () => {
    expect(await headersOf('Staff,,Line manager,\nName,Email,Name,Email\nAnn,ann@a.example,Bo,bo@a.example\n')).toEqual([
      ['Staff Name', 'Staff Email', 'Line manager Name', 'Line manager Email'],
      2,
      1,
    ]);
    expect(await headersOf('First,Last,Work\nname,name,email\nAnn,Ray,ann@a.example\n')).toEqual([
      ['First name', 'Last name', 'email'],
      2,
      1,
    ]);
  });

  test('are those of the row of which more are known, where the groups above are known as well', async () => {
    const groups = 'Staff list,,,,,,,\n,,,,,,,\nStaff member,Post,,Contact,,Reports,Employment,\n';
    const names = '"Surname, Title Forename",Job title,Dept,E-mail address(es),Tel,to,Start,Leaving\n';
    const people = '"Okonkwo, Mr J",Deputy,SLT,j@a.example,1,,,\n"Ray, Ms A",Teacher,,a@a.example,2,Okonkwo,,\n';
    const headings = ['Surname, Title Forename', 'Job title', 'Dept', 'E-mail address(es)', 'Tel', 'Reports to', 'Start', 'Leaving'];
    expect(await headersOf(`${groups}${names}${people}`)).toEqual([headings, 4, 2]);
    expect(await headersOf(`${groups},,,,,,,\n${names}${people}`)).toEqual([headings, 5, 2]);
    // As many are known, and there are more of them.
    expect(await headersOf('Name,,Line manager,\nTitle,Surname,Manager,Code\nMr,Ray,Bo,7\n')).toEqual([
      ['Title', 'Surname', 'Manager', 'Code'],
      2,
      1,
    ]);
  });

  test('may go over both rows', async () => {
    expect(await headersOf('Name,Email,When,,Note\n,,Start date,End date,\nAnn,ann@a.example,,,\n')).toEqual([
      ['Name', 'Email', 'Start date', 'End date', 'Note'],
      2,
      1,
    ]);
  });

  test('are not those of a person, whatever is missing in their row', async () => {
    expect(await headersOf('Name,Email,Status,\n,,Active,Teacher\nAnn,ann@a.example,Active,\n')).toEqual([
      ['Name', 'Email', 'Status', ''],
      1,
      2,
    ]);
    expect(await headersOf('Name,Email,,\n,,Ann Ray,Teacher\n')).toEqual([['Name', 'Email', '', ''], 1, 1]);
    expect(await headersOf('Name,Job title\nTeacher,Head\n,\nAnn,Head\n')).toEqual([['Name', 'Job title'], 1, 3]);
  });

  test('that nobody knows are below the title', async () => {
    expect(await headersOf('Unsere Leute\n\nWer,Wo\nAnn,x\nBen,y\n')).toEqual([['Wer', 'Wo'], 3, 2]);
  });

  test('a column beyond the headings is one without a heading', async () => {
    expect(await headersOf('Name,Email\nAnn,ann@a.example,,\nBen,ben@a.example,,SENCO\n')).toEqual([['Name', 'Email', '', ''], 1, 2]);
  });
});
