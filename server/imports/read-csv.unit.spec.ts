import iconv from 'iconv-lite';
import { readCsv } from './read-csv.js';

const rowsOf = (bytes: Buffer) => {
  const read = readCsv(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

describe('reading a CSV as schools save it', () => {
  test('a byte-order mark is not part of the first header', () => {
    const { headers, encoding } = rowsOf(Buffer.from('\uFEFFName,E-mail\r\nZoë Ó Briain,zoe@example.org\r\n'));
    expect(headers).toEqual(['Name', 'E-mail']);
    expect(encoding).toBe('UTF-8');
  });

  test('Windows-1252 is recognised and its letters kept', () => {
    const { rows, encoding } = rowsOf(iconv.encode('Name,E-mail\r\nZoë D’Arcy,zoe@example.org\r\n', 'windows-1252'));
    expect(encoding).toBe('Windows-1252');
    expect(rows[0]?.['Name']).toBe('Zoë D’Arcy');
  });

  test('UTF-16, as spreadsheets save “Unicode text”, with tabs', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode('Name\tE-mail\r\nZoë\tzoe@example.org', 'utf-16le')]);
    expect(rowsOf(bytes).rows).toEqual([{ Name: 'Zoë', 'E-mail': 'zoe@example.org' }]);
  });

  test('quoted line breaks, commas and doubled quotes stay in their cell', () => {
    const { rows } = rowsOf(Buffer.from('Name,Role\n"Ray, Ann","Head of\nmaths ""and"" more"\n'));
    expect(rows).toEqual([{ Name: 'Ray, Ann', Role: 'Head of\nmaths "and" more' }]);
  });

  test('semicolons, short rows and blank lines', () => {
    expect(rowsOf(Buffer.from('Name;E-mail;Role\nAnn;ann@example.org\n\n')).rows).toEqual([
      { Name: 'Ann', 'E-mail': 'ann@example.org', Role: '' },
    ]);
  });

  test('what is no CSV is refused, kindly and by name', () => {
    expect(readCsv(Buffer.from('PK\u0003\u0004 zip'))).toMatchObject({ ok: false, error: { code: 'IMPORT.NOT_CSV' } });
    expect(readCsv(Buffer.from(''))).toMatchObject({ ok: false, error: { code: 'IMPORT.EMPTY' } });
    expect(readCsv(Buffer.from('Name,E-mail\n'))).toMatchObject({ ok: false, error: { code: 'IMPORT.EMPTY' } });
  });

  test('only the columns that are wanted are kept, under the headers of the file', () => {
    const read = readCsv(
      Buffer.from('\uFEFFURN , Colour,Name\n1,blue,Northfield\n2\n'),
      (headers) => new Set(headers.filter((one) => one !== 'Colour')),
    );
    expect(read).toMatchObject({ ok: true, value: { headers: ['URN', 'Colour', 'Name'] } });
    expect(read.ok && read.value.rows).toEqual([
      { URN: '1', Name: 'Northfield' },
      { URN: '2', Name: '' },
    ]);
  });

  test('white space is no list, whatever it is made of', () => {
    expect(readCsv(Buffer.from('\uFEFF \r\n\t\r\n'))).toMatchObject({ error: { code: 'IMPORT.EMPTY' } });
  });

  test('a quote that swallows the rest of a large file is given up early', () => {
    const file = Buffer.from(`Name,Role\nAnn,"Head\n${'Ben,Teacher\n'.repeat(200_000)}`);
    expect(readCsv(file)).toMatchObject({ error: { code: 'IMPORT.NOT_CSV' } });
  });
});
