import { staffColumns } from '@alongside/domain/imports/staff-fields.js';
import iconv from 'iconv-lite';
import { readCsv } from './read-csv.js';

const rowsOf = (bytes: Buffer) => {
  const read = readCsv(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
/** With the headings of staff, which say where a list begins below a title. */
const readCsvKnown = (text: string) => {
  const read = readCsv(Buffer.from(text), { known: (cells) => staffColumns(cells).filter(({ byHeading }) => byHeading !== null).length });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')]);
const cellsOf = (bytes: Buffer) => rowsOf(bytes).rows.map(({ cells }) => cells);

describe('reading a CSV as schools save it', () => {
  test('a byte-order mark is not part of the first header', () => {
    const { headers, encoding } = rowsOf(Buffer.from('\uFEFFName,E-mail\r\nZoë Ó Briain,zoe@example.org\r\n'));
    expect(headers).toEqual(['Name', 'E-mail']);
    expect(encoding).toBe('UTF-8');
  });

  test('Windows-1252 is recognised and its letters kept', () => {
    const { rows, encoding } = rowsOf(iconv.encode('Name,E-mail\r\nZoë D’Arcy,zoe@example.org\r\n', 'windows-1252'));
    expect(encoding).toBe('Windows-1252');
    expect(rows[0]?.cells['A']).toBe('Zoë D’Arcy');
  });

  test.each([
    ['among other accents', '', 'Zoë Ó Briain'],
    ['after a byte-order mark', '\uFEFF', 'Ann'],
    ['as often as there are others', '', 'Zoë'],
  ])('a wrong byte does not change the other letters of a file in UTF-8: %s', (_, mark, other) => {
    const bytes = Buffer.from(`${mark}Name,Email\r\n${other},a@a.example\r\nAndr#,b@a.example\r\n`);
    bytes[bytes.indexOf('#')] = 0xe9;
    const { rows, encoding } = rowsOf(bytes);
    expect([encoding, ...rows.map(({ cells }) => cells['A'])]).toEqual(['UTF-8', other, 'André']);
    expect(rows.map(({ doubtful }) => doubtful)).toEqual([undefined, ['A']]);
  });

  test('letters that happen to be a character in UTF-8 do not make a file of Windows-1252 one', () => {
    const { rows, encoding } = rowsOf(iconv.encode('Name,School\nZoë D’Arcy,THE CAFÉ’S\n', 'windows-1252'));
    expect([encoding, rows[0]?.cells]).toEqual(['Windows-1252', { A: 'Zoë D’Arcy', B: 'THE CAFÉ’S' }]);
  });

  test('UTF-16, as spreadsheets save “Unicode text”, with tabs', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode('Name\tE-mail\r\nZoë\tzoe@example.org', 'utf-16le')]);
    expect(cellsOf(bytes)).toEqual([{ A: 'Zoë', B: 'zoe@example.org' }]);
  });

  test('quoted line breaks, commas and doubled quotes stay in their cell', () => {
    expect(cellsOf(Buffer.from('Name,Role\n"Ray, Ann","Head of\nmaths ""and"" more"\n'))).toEqual([
      { A: 'Ray, Ann', B: 'Head of\nmaths "and" more' },
    ]);
  });

  const [cr, lf, crlf] = ['\r', '\n', '\r\n'];
  test.each([
    ['headers by CRLF, a row by LF', [crlf, lf, crlf]],
    ['headers by LF, a row by CRLF', [lf, crlf, lf]],
    ['headers by CR, rows by the others', [cr, crlf, lf]],
    ['all by CR', [cr, cr, cr]],
    ['headers by CRLF, rows by CR', [crlf, cr, cr]],
  ])('any line end ends a row, also where they are mixed: %s', (_, [first, second, third]) => {
    const file = `Name;Role;Email${first}Ann;"Head\r\nof,\rmaths\n";${second}Bob Jones;Teacher;bob@a.example${third}${third}Cy;"open`;
    const rows = [
      { row: 2, cells: { A: 'Ann', B: 'Head\r\nof,\rmaths\n', C: '' } },
      { row: 3, cells: { A: 'Bob Jones', B: 'Teacher', C: 'bob@a.example' } },
      { row: 5, cells: { A: 'Cy', B: 'open', C: '' }, cutOff: 'B' },
    ];
    for (const encode of [Buffer.from, utf16]) {
      expect(rowsOf(encode(`${file}"`)).rows).toEqual(rows);
      expect(rowsOf(encode(`sep=;${second}${file}"`)).rows.map(({ row }) => row)).toEqual([3, 4, 6]);
      expect(readCsv(encode(file))).toMatchObject({ error: { code: 'IMPORT.QUOTE_NOT_CLOSED', facts: { row: 5 } } });
    }
  });

  test('the last row is cut off where the file ends within it, and it alone has fewer cells than there are headings', () => {
    const cutOff = (text: string) => rowsOf(Buffer.from(text)).rows.map((row) => row.cutOff);
    const head = 'Name,Email,Role\nAnn,ann@a.example,Head\n';
    expect(cutOff(`${head}Bo,bo@school.org`)).toEqual([undefined, 'B']);
    expect(cutOff(`${head}B`)).toEqual([undefined, 'A']);
    expect(rowsOf(utf16(`${head}Bo,bo@school.org`)).rows.at(-1)?.cutOff).toBe('B');
    // Ended, whole, or in a file whose rows are as short elsewhere.
    for (const text of [
      `${head}Bo,bo@school.org\r\n`,
      `${head}Bo,bo@school.org,`,
      `${head}Bo,bo@school.org,Hea`,
      `${head}Bo,bo@school.org\nCy,cy@school.org`,
    ])
      expect(cutOff(text).every((one) => one === undefined)).toBe(true);
  });

  test('a line break within a quoted heading hides no separator', () => {
    expect(rowsOf(Buffer.from('"Full\nname";Email\nAnn;ann@a.example\n')).headers).toEqual(['Full\nname', 'Email']);
  });

  test.each(['sep=;\r\n', '\uFEFFsep=;\r\n', '"sep=;"\r\n'])('the line in which Excel names the separator (%j) is no header', (line) => {
    const { headers, rows } = rowsOf(Buffer.from(`${line}Name;Email\r\nRay, Ann;ann@a.example\r\n`));
    expect(headers).toEqual(['Name', 'Email']);
    expect(rows).toEqual([{ row: 3, cells: { A: 'Ray, Ann', B: 'ann@a.example' } }]);
  });

  test.each([
    ['with a comma in a cell', 'Name|Email|Job title\nAnn Ray|ann@a.example|Teacher, Maths\nBo Cole|bo@a.example|Cook\n', 3],
    ['of two columns', 'Name|Email\nRay, Ann|ann@a.example\nCole, Bo|bo@a.example\n', 2],
    ['with headings that have commas', 'Surname, Forename|Email|Job\nRay, Ann|ann@a.example|Cook\n', 3],
    ['with a heading alone that has a comma', 'Surname, Forename|Email\nAnn Ray|ann@a.example\nBo Cole|bo@a.example\n', 2],
    ['with more commas in its cells', 'Surname, Forename|Email|Job\nRay, Ann|ann@a.example|Cook, part-time\n', 3],
    ['below a title', 'Northfield, staff\nName|Email|Job\nAnn|ann@a.example|Cook, part-time\n', 3],
    ['above a footing', 'Name|Email|Job\nAnn|ann@a.example|Cook, part-time\nBo|bo@a.example|\nPrinted on Monday, 1 May\n', 3],
    ['that Excel names', 'sep=|\nName|Email\nRay, Ann|ann@a.example\n', 2],
    ['without any other mark', 'Name|Email\nAnn|ann@a.example\n', 2],
  ])('bars between cells, in a list %s', (_, text, columns) => {
    const { rows } = readCsvKnown(text);
    expect(Object.keys(rows[0]?.cells ?? {})).toHaveLength(columns);
    expect(rows[0]?.cells['B']).toBe('ann@a.example');
  });

  test.each([
    ['within cells', 'Name,Email,Subjects\nAnn,ann@a.example,Maths|PE|Art|DT\nBo,bo@a.example,Maths|PE|Art|DT\n', 3],
    ['within cells of two columns', 'Email,Subjects\nann@a.example,Maths|PE|Art\nbo@a.example,Maths|PE|Art\n', 2],
    ['within cells of rows with a comma at their end', 'Name,Email,Subjects\nAnn,ann@a.example,Maths|PE,\nBo,bo@a.example,Art|PE,\n', 3],
    ['in a title', 'Northfield | staff | 2026\nName,Email\nAnn,ann@a.example\n', 2],
    ['in a heading', 'Name,Email,Phase (KS1|KS2|KS3|KS4)\nAnn,ann@a.example,KS1\nBo,bo@a.example,\n', 3],
  ])('bars %s are no separators', (_, text, columns) => {
    const { rows } = readCsvKnown(text);
    expect(Object.keys(rows[0]?.cells ?? {})).toHaveLength(columns);
    expect(Object.values(rows[0]?.cells ?? {})).toContain('ann@a.example');
  });

  test('semicolons, short rows and blank lines', () => {
    expect(cellsOf(Buffer.from('\nName;E-mail;Role\nAnn;ann@example.org\n\n'))).toEqual([{ A: 'Ann', B: 'ann@example.org', C: '' }]);
  });

  test.each([
    ['an empty line counts', 'Name,Role\nAnn,Head\n\n\nBen,Head\n', [2, 5]],
    ['also before the headers', '\n\nName,Role\nAnn,Head\n', [4]],
    ['with the line ends of Windows', '\uFEFFName,Role\r\n\r\nAnn,Head\r\n\r\nBen,Head', [3, 5]],
    ['a cell of several lines is in one row', 'Name,Role\nAnn,"Head\n\nof maths"\n\nBen,Head\n', [2, 4]],
    ['so are headers of several lines', '"Full\nname",Role\nAnn,Head\n', [2]],
    ['cells with nothing in them are a row', 'Name,Role\n,\nAnn,Head\n', [2, 3]],
  ])('rows are numbered as a spreadsheet shows them: %s', (_, file, numbers) => {
    expect(rowsOf(Buffer.from(file)).rows.map(({ row }) => row)).toEqual(numbers);
  });

  test('what is no CSV is refused, kindly and by name', () => {
    expect(readCsv(Buffer.from('Name,E\u0000mail\nAnn,x\n'))).toMatchObject({ ok: false, error: { code: 'IMPORT.NOT_CSV' } });
    expect(readCsv(Buffer.from(''))).toMatchObject({ ok: false, error: { code: 'IMPORT.EMPTY' } });
    expect(readCsv(Buffer.from('Name,E-mail\n'))).toMatchObject({ ok: false, error: { code: 'IMPORT.EMPTY' } });
  });

  test('a list in UTF-16 of which a byte is gone is refused, and a last line end of one byte is none of it', () => {
    const list = iconv.encode('Name,Email\nAnn,a@a.example\n', 'utf-16le', { addBOM: true });
    expect(readCsv(Buffer.concat([list.subarray(0, 9), list.subarray(10)]))).toMatchObject({ error: { code: 'IMPORT.NOT_CSV' } });
    expect(cellsOf(Buffer.concat([list, Buffer.from([0x1a])]))).toEqual([{ A: 'Ann', B: 'a@a.example' }]);
  });

  test('only the columns that are wanted are kept, under their letters', () => {
    const read = readCsv(Buffer.from('\uFEFFURN , Colour,Name\n1,blue,Northfield\n2\n'), {
      kept: (headers) => new Set(headers.flatMap((one, index) => (one === 'Colour' ? [] : ['ABC'.charAt(index)]))),
    });
    expect(read).toMatchObject({ ok: true, value: { headers: ['URN', 'Colour', 'Name'] } });
    expect(read.ok && read.value.rows).toEqual([
      { row: 2, cells: { A: '1', C: 'Northfield' } },
      { row: 3, cells: { A: '2', C: '' } },
    ]);
  });

  test('two columns of one heading are two', () => {
    expect(cellsOf(Buffer.from('Name,Email,Email\nAnn,old@a.example,new@a.example\n'))).toEqual([
      { A: 'Ann', B: 'old@a.example', C: 'new@a.example' },
    ]);
  });

  test('white space is no list, whatever it is made of', () => {
    expect(readCsv(Buffer.from('\uFEFF \r\n\t\r\n'))).toMatchObject({ error: { code: 'IMPORT.EMPTY' } });
  });

  test('a quote that swallows the rest of a large file is given up early', () => {
    const file = Buffer.from(`Name,Role\nAnn,"Head\n${'Ben,Teacher\n'.repeat(200_000)}`);
    expect(readCsv(file)).toMatchObject({ error: { code: 'IMPORT.QUOTE_NOT_CLOSED', facts: { row: 2 } } });
  });

  test('a row of more columns than any list has is given up, and commas after the last cell are none', () => {
    expect(readCsv(Buffer.from(`Name,Email\nAnn,${'x,'.repeat(2_500)}\n`))).toMatchObject({ error: { code: 'IMPORT.UNPACKED_TOO_LARGE' } });
    const commas = ','.repeat(16_382);
    expect(readCsv(Buffer.from(`Name,Email${commas}\nAnn,a@a.example${commas}\n`))).toMatchObject({
      value: { headers: ['Name', 'Email'], rows: [{ cells: { A: 'Ann', B: 'a@a.example' } }] },
    });
  });

  test('rows of commas below the headings are passed over, and not read for headings again and again', () => {
    let asked = 0;
    const known = (cells: readonly string[]) => {
      asked += 1;
      return cells.filter((cell) => cell === 'Name' || cell === 'Email').length;
    };
    expect(readCsv(Buffer.from(`Name,Email\n${`${','.repeat(99)}\n`.repeat(100)}`), { known })).toMatchObject({
      error: { code: 'IMPORT.EMPTY' },
    });
    expect(asked).toBeLessThan(20);
    // Each row has one heading more than the one above: a list has no hundred rows of headings.
    const stairs = Array.from({ length: 60 }, (_, at) => `Name,Email${',x'.repeat(at)}`).join('\n');
    expect(readCsv(Buffer.from(`${stairs}\n`), { known }).ok).toBe(true);
    expect(asked).toBeLessThan(300);
  });

  test('a row without quotes that is far too long has no quote to close', () => {
    expect(readCsv(Buffer.from(`Name,Role\nAnn,${'x'.repeat(2_000_000)}\n`))).toMatchObject({ error: { code: 'IMPORT.NOT_CSV' } });
  });

  test.each([
    ['in the headers', 'Name,"Role\nAnn,Head\n', 1],
    ['after rows, empty lines and a cell of several lines', 'Name,Role\nAnn,"Head\nof maths"\n\nBen,"Head\nCy,Teacher\n', 4],
    ['below the line that names the separator', 'sep=,\nName,Role\nAnn,"Head\n', 3],
  ])('a quote that nothing closes is named by the row in which it opens: %s', (_, file, row) => {
    expect(readCsv(Buffer.from(file))).toMatchObject({ error: { code: 'IMPORT.QUOTE_NOT_CLOSED', facts: { row } } });
  });

  test.each([
    ['another quoted cell', 'Name,Email,Job\nAnn,a@x.example,"Head\nBo,b@x.example,Cook\nCy,c@x.example,"Cook"\nDi,d@x.example,Head\n', 2],
    ['the next row’s quoted cell', 'Name,Email,Job\nAnn,a@x.example,Head\nBo,b@x.example,"Cook\nCy,c@x.example,"Cook"\n', 3],
    ['a quoted cell of another column', 'Name,Email,Job\n"Ann,a@x.example,Head\nBo,b@x.example,"Cook"\n', 2],
    ['a quoted word in a cell', 'Name,Email,Job\nAnn,a@x.example,"Head\nBo "B",b@x.example,Cook\n', 2],
    ['an empty quoted cell', 'Name,Email,Job\nAnn,a@x.example,"Head\nBo,b@x.example,""\nCy,c@x.example,"Cook"\n', 2],
    ['a quote at the end of a later row', 'Name,Email,Job\nAnn,a@x.example,"Head\nBo,b@x.example,Cook\nCy,c@x.example,Cook"\n', 2],
    ['a quoted cell, from the headings on', 'Name,Email,"Job\nAnn,a@x.example,"Head"\nBo,b@x.example,Cook\n', 1],
    ['a quoted cell of a register', 'URN,Name,Status\n100,"A School,Open\n101,B School,Open\n102,"C School",Open\n', 2],
    [
      'a quote at the end of a later row of a wide register',
      'URN,Name,Status,Town,Phase,Trust\n100,A,Open,York,Primary,"T\n101,B,Open,York,Primary,T\n102,C,Open,York,Primary,T"\n',
      2,
    ],
    ['the next row in quotes, where its own row was cut', 'URN,Name\n"ccessor\n"101","B School"\n102,C School\n', 2],
  ])('a quote that goes on to %s has swallowed rows, and is named by its own', (_, file, row) => {
    expect(readCsv(Buffer.from(file))).toMatchObject({ error: { code: 'IMPORT.QUOTE_NOT_CLOSED', facts: { row } } });
  });

  test.each([
    ['an address', 'Name,Address,Email\nAnn,"1 High Street\nLeeds, Yorkshire, LS1\nEngland",a@x.example\n'],
    ['several email addresses', 'Name,Email\nAnn,"a@x.example,\na2@x.example, a3@x.example\na4@x.example"\n'],
    ['a quoted word', 'Name,Job\nAnn,"Head of ""Maths""\nand computing"\n'],
    ['an odd quote', 'Name,Email,Job\nAnn,a@x.example,"Needs 24"" monitor\nnear the door"\n'],
    ['a quoted word on a line of its own', 'Name,Email,Job\nAnn,a@x.example,"""Headteacher\n"""\n'],
    ['a quote that begins it', 'Name,Email,Job\nAnn,a@x.example,"""Excellent"" teacher\nsee file"\n'],
    ['an empty line', 'Name,Job\nAnn,"Head\n\nof maths"\n'],
  ])('%s of several lines in one cell has swallowed none', (_, file) => expect(readCsv(Buffer.from(file))).toMatchObject({ ok: true }));
});

describe('a title above the headings', () => {
  const known = (cells: readonly string[]) => cells.filter((cell) => ['Name', 'Email', 'Line manager email'].includes(cell)).length;
  const readWith = (text: string) => {
    const csv = readCsv(Buffer.from(text), { known });
    return csv.ok ? [csv.value.headers, csv.value.rows.map(({ row, cells }) => [row, cells['A']])] : csv.error.code;
  };

  test('is skipped, and rows keep their numbers of the spreadsheet', () => {
    expect(readWith('Northfield Community School - staff list\n\nAutumn 2026,,\nName,Email,Job\nAnn,ann@a.example,\n')).toEqual([
      ['Name', 'Email', 'Job'],
      [[5, 'Ann']],
    ]);
    expect(readWith('Northfield, staff\nName;Email;Job\nAnn;ann@a.example;Teacher, maths\n')).toMatchObject([
      ['Name', 'Email', 'Job'],
      [[3, 'Ann']],
    ]);
  });

  test('is none where no row below it holds headings that are known', () => {
    expect(readWith('URN\n1001,x\n1002\n')).toEqual([
      ['URN', ''],
      [
        [2, '1001'],
        [3, '1002'],
      ],
    ]);
    expect(readWith('Name\nAnn\n')).toEqual([['Name'], [[2, 'Ann']]]);
  });
});
