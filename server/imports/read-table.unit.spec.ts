import iconv from 'iconv-lite';
import { staffColumns } from '@alongside/domain/imports/staff-fields.js';
import { odsOf, sheetXml, xlsxOf, zipOf } from './books.testing.js';
import { readTable } from './read-table.js';

const known = (cells: readonly string[]) => staffColumns(cells).filter(({ byHeading }) => byHeading !== null).length;
const tableOf = async (bytes: Buffer) => {
  const read = await readTable(bytes, { known });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const cellsOf = async (bytes: Buffer) => (await tableOf(bytes)).rows.map(({ cells }) => cells);
const codeOf = async (bytes: Buffer, limitBytes?: number) => {
  const read = await readTable(bytes, { known }, limitBytes);
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
    expect([headers, headingsRow, sheet]).toEqual([staff[1], 2, { name: 'Staff', others: [], hiddenRows: 0 }]);
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
    expect(read.sheet).toEqual({ name: 'Staff', others: ['Read me'], hiddenRows: 1 });
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
    expect(read.sheet).toEqual({ name: 'Staff', others: ['Empty', 'More'], hiddenRows: 0 });
    expect(read.rows).toEqual([
      { row: 4, cells: { A: 'Zoë  Ŵyn\ntwo', B: 'ann@a.example', C: '2024-09-01', D: '1234567' }, workedOut: ['B'] },
      { row: 5, cells: { A: 'Bo', B: '=LOWER([.A5])', C: 'Err:503', D: '' }, workedOut: ['C'], formulas: ['B'] },
      { row: 6, cells: { A: 'Ann', B: '', C: '', D: 'Post' } },
      { row: 7, cells: { A: 'Ann', B: '', C: '', D: 'Post' } },
    ]);
  });
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

describe('letters, cell by cell', () => {
  const mac = (text: string) => iconv.encode(text, 'macroman');
  const windows = (text: string) => iconv.encode(text, 'windows-1252');
  const readOf = async (bytes: Buffer) => {
    const { encoding, rows } = await tableOf(bytes);
    return [encoding, ...rows.map(({ cells, doubtful }) => `${cells['A']}${doubtful ? `? ${doubtful.join()}` : ''}`)];
  };
  const namesOf = async (bytes: Buffer) => (await readOf(bytes)).slice(1).map((read) => read?.replace('? A', ''));
  const NAMES = ['Zoë D’Arcy', 'André Ó Briain', 'Siân Müller', 'Chloé O’Neill', 'RENÉE ÉVANS', 'Łukasz'].slice(0, 5);
  const file = (names: readonly string[]) => `Name,Email\n${names.map((name, at) => `${name},p${at}@a.example`).join('\n')}\n`;

  test('a file of an older Mac, and one of Windows, are told apart', async () => {
    expect(await readOf(mac(file(NAMES)))).toEqual(['MacRoman', ...NAMES]);
    expect(await readOf(windows(file(NAMES)))).toEqual(['Windows-1252', ...NAMES]);
    for (const name of NAMES) {
      expect(await readOf(mac(file([name])))).toEqual(['MacRoman', name]);
      expect(await readOf(windows(file([name])))).toEqual(['Windows-1252', name]);
    }
  });

  test('a file that mixes them is read cell by cell, and each cell that differs is said to be a guess', async () => {
    const mixed = Buffer.concat([
      Buffer.from(file(['Zoë Ŵyn', 'Łukasz Żółć'])),
      windows('O’Brien Pat,p@a.example\n'),
      windows('André,a@a.example\n'),
    ]);
    expect(await readOf(mixed)).toEqual(['UTF-8', 'Zoë Ŵyn', 'Łukasz Żółć', 'O’Brien Pat? A', 'André? A']);
    // Marks of Windows between words, and before figures.
    for (const text of ['Teacher – History', 'Teacher — History', 'Paid £30k', 'Years 7–11'])
      expect(await readOf(Buffer.concat([Buffer.from(file(['Zoë Ŵyn'])), windows(`${text},p@a.example\n`)]))).toEqual([
        'UTF-8',
        'Zoë Ŵyn',
        `${text}? A`,
      ]);
    const older = Buffer.concat([windows(file(NAMES)), Buffer.from('Zoë Ŵyn,z@a.example\n'), mac('Renée,r@a.example\n')]);
    expect(await readOf(older)).toEqual(['Windows-1252', ...NAMES, 'Zoë Ŵyn? A', 'Renée? A']);
  });

  test('a byte that is no letter in any of them stays unread', async () => {
    const bytes = Buffer.from(file(['Zoë Ŵyn', 'Ann#']));
    bytes[bytes.indexOf('#')] = 0xf7;
    expect(await readOf(bytes)).toEqual(['UTF-8', 'Zoë Ŵyn', 'Ann\ufffd? A']);
  });

  const dos = (text: string) => iconv.encode(text, 'cp850');
  const DOS_NAMES = ['Zoë Smith', 'Björn Hall', 'Renée Ray', 'Siân Müller', 'Chloé Évans', 'François Núñez', "SIOBHÁN O'NEILL"];

  test('a file of MS-DOS is known by its names, and a single name that may be two is a guess', async () => {
    expect(await readOf(dos(file(DOS_NAMES)))).toEqual(['CP850', ...DOS_NAMES]);
    for (const name of ['Renée Ray', 'Chloé Évans', 'Siân Müller', 'José Ray', 'André Ray'])
      expect(await readOf(dos(file([name])))).toEqual(['CP850', name]);
    for (const name of ['Zoë Smith', 'Björn Hall', 'François Ray', 'Anaïs Ray']) {
      const [encoding, read] = await readOf(dos(file([name])));
      expect([encoding, read?.replace('? A', '')]).toEqual(['CP850', name]);
    }
    expect(await readOf(dos(file(['Zoë Smith'])))).toEqual(['CP850', 'Zoë Smith? A']);
    // Few accents, as most lists have.
    expect(await readOf(dos(file(['Ann Ray', 'Zoë Smith', 'Renée Lee'])))).toEqual(['CP850', 'Ann Ray', 'Zoë Smith', 'Renée Lee']);
  });

  test('one name of Windows is sure, and so are its signs', async () => {
    const sure = [
      'Zoë Ray',
      'André Ray',
      'Siobhán Ray',
      'Jürgen Ray',
      'Björn Hall',
      'José Núñez',
      'Siân Ray',
      'Pat O’Neill',
      'SIOBHÁN',
      'JÖRG RAY',
      'Çelik',
    ];
    for (const name of [...sure, 'Paid £30k', 'Head of “Maths”', 'Years 7–11', 'Girls’ School', 'Maths – Year 7', 'Teacher…'])
      expect(await readOf(windows(file([name])))).toEqual(['Windows-1252', name]);
  });

  test('a right name of Windows is never changed, whatever the file is: small initials, Caps Lock, and É at the end', async () => {
    const usual = ['Zoë Smith', 'Renée Ray', 'Siân Jones', 'François Dupont', 'José Núñez', 'Björn Berg', 'Chloé Évans', 'Anaïs Roux'];
    const names = ['Gilbert à Beckett', 'éamon brady', 'étienne dupont', 'óscar lopez', 'édith ray', 'çelik', 'MBAPPÉ', 'BERNABÉ', 'SOLÉ'];
    const caps = ['ANDRé DUPONT', 'JOSé RAY', 'SIâN JONES', 'MUñOZ', 'ZOë'];
    for (const name of [...names, ...caps]) {
      expect((await namesOf(windows(file([...usual, name])))).at(-1)).toBe(name);
      expect(await namesOf(windows(file([name, 'Ann Ray'])))).toEqual([name, 'Ann Ray']);
    }
    expect(await namesOf(windows(file(['BARNABÉ', 'SOLÉ', 'PELÉ', 'JOSUÉ'])))).toEqual(['BARNABÉ', 'SOLÉ', 'PELÉ', 'JOSUÉ']);
    expect((await namesOf(dos(file([...usual, 'Thomas à Beckett'])))).at(-1)).toBe('Thomas à Beckett');
  });

  test.each(['windows-1252', 'macroman', 'cp850'])('letters saved twice are mended and noted: taken for %s', async (encoding) => {
    const [kept, by] = [[0x81, 0x8d, 0x8f, 0x90, 0x9d], encoding === 'windows-1252'];
    const twice = (text: string) =>
      Array.from(Buffer.from(text), (byte) =>
        by && kept.includes(byte) ? String.fromCharCode(byte) : iconv.decode(Buffer.from([byte]), encoding),
      ).join('');
    const names = ['Zoë Smith', 'Siobhán O’Brien', 'RENÉE LEE', 'Łukasz Ray', 'Siân Ŵyn'];
    expect(await readOf(Buffer.from(file(['Ann', ...names.map(twice), 'Zoë'])))).toEqual([
      'UTF-8',
      'Ann',
      ...names.map((name) => `${name}? A`),
      'Zoë',
    ]);
    expect(await readOf(Buffer.from(file([twice(twice('Zoë'))])))).toEqual(['UTF-8', 'Zoë? A']);
    const { headers } = await tableOf(Buffer.from(`${twice('\ufeff')}Name,Email\nAnn,a@a.example\n`));
    expect(headers).toEqual(['Name', 'Email']);
  });

  test.each(['windows-1250', 'iso-8859-2', 'cp852'])(
    'a file of Poland (%s) is not read by chance: each of its letters is a guess',
    async (encoding) => {
      const [, ...read] = await readOf(iconv.encode(file(['Łukasz Żółć', 'Jiří Dvořák', 'Ann', 'Šárka Čech']), encoding));
      expect(read.map((one) => one.endsWith('? A'))).toEqual([true, true, false, true]);
    },
  );

  test('a name saved by the Windows of Turkey is a guess, alone or among others', async () => {
    const written = iconv.encode(file(['Zoë Ray', 'Ayşe Yıldız', 'Uğur Ray', 'Ömer Çelik']), 'windows-1254');
    expect(await readOf(written)).toEqual(['Windows-1252', 'Zoë Ray', 'Ayþe Yýldýz? A', 'Uður Ray? A', 'Ömer Çelik']);
  });

  test('letters that only look as if they were saved twice stay', async () => {
    const names = ['JOÃO', 'Âme Ray', 'THE CAFÉ’S', 'Ãine «Ray»'];
    expect(await readOf(Buffer.from(file(names)))).toEqual(['UTF-8', ...names]);
  });

  test('UTF-16 is known without its mark', async () => {
    expect(await readOf(iconv.encode(file(NAMES), 'utf-16le'))).toEqual(['UTF-16', ...NAMES]);
    expect(await readOf(iconv.encode(file(NAMES), 'utf-16be'))).toEqual(['UTF-16', ...NAMES]);
  });
});
