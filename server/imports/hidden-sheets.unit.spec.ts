import { staffColumns } from '@alongside/domain/imports/staff-fields.js';
import { odsOf, xlsxOf } from './books.testing.js';
import { readTable } from './read-table.js';
import { SHEETS_LIMIT } from './xlsx-sheets.js';

const known = (cells: readonly string[]) => staffColumns(cells).filter(({ byHeading }) => byHeading !== null).length;
type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;
/** A workbook of each kind with these sheets; those whose name ends in * are hidden. */
const BOOKS = {
  Excel: (sheets: Sheets): Buffer =>
    xlsxOf(sheets, { state: Object.fromEntries(Object.keys(sheets).flatMap((name) => (name.endsWith('*') ? [[name, 'hidden']] : []))) }),
  LibreOffice: (sheets: Sheets): Buffer => {
    const row = (cells: readonly string[]) =>
      `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
    const tables = Object.entries(sheets).map(
      ([name, rows]) =>
        `<table:table table:name="${name}" table:style-name="${name.endsWith('*') ? 'ta2' : 'ta1'}">${rows.map(row).join('')}</table:table>`,
    );
    const style = (name: string, isShown: boolean) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${isShown}"/></style:style>`;
    return odsOf(tables.join(''), `${style('ta1', true)}${style('ta2', false)}`);
  },
};
const LIST = (name: string) => [
  ['Name', 'Email', 'Job title'],
  [name, `${name.toLowerCase()}@a.example`, 'Teacher'],
];
const NOTES = [['Made by the office'], ['Ask Ann before you change it']];
const UNKNOWN = [
  ['Wer', 'Wo'],
  ['Ann', 'York'],
];

describe.each(Object.entries(BOOKS))('hidden sheets of %s', (_, book) => {
  const read = async (sheets: Sheets, sheet?: string) => {
    const table = await readTable(book(sheets), { known }, { sheet });
    return table.ok ? { ...table.value.sheet, first: table.value.rows[0]?.cells['A'] } : table.error.code;
  };

  test('are not read beside a list that can be seen, wherever they stand', async () => {
    expect(await read({ 'Staff 2023*': LIST('Olga'), 'Staff 2026': LIST('Ned') })).toEqual({
      name: 'Staff 2026',
      others: [],
      withRows: ['Staff 2026'],
      hiddenRows: 0,
      first: 'Ned',
    });
    expect(await read({ 'Old*': LIST('Olga'), Names: [['Name'], ['Ned']] }, 'Old*')).toMatchObject({ name: 'Names', withRows: ['Names'] });
  });

  test('are read where a list stands on them alone, and that it is hidden is said', async () => {
    expect(await read({ 'Read me': NOTES, 'Staff*': LIST('Ned'), Empty: [] })).toEqual({
      name: 'Staff*',
      others: ['Read me', 'Empty'],
      isHidden: true,
      withRows: ['Read me', 'Staff*'],
      hiddenRows: 0,
      first: 'Ned',
    });
    expect(await read({ Empty: [], 'Who*': UNKNOWN })).toMatchObject({ name: 'Who*', isHidden: true, withRows: ['Who*'] });
    expect(await read({ 'Staff*': LIST('Ned'), 'More*': NOTES })).toMatchObject({ name: 'Staff*', others: ['More*'], isHidden: true });
  });

  test('are not taken for a list that nobody knows by its headings, and that one can be chosen beside one', async () => {
    expect(await read({ Wer: UNKNOWN, 'Notes*': NOTES })).toMatchObject({ name: 'Wer', withRows: ['Wer'], first: 'Ann' });
    const sheets = { Wer: UNKNOWN, 'Staff*': LIST('Ned') };
    expect(await read(sheets)).toMatchObject({ name: 'Staff*', isHidden: true });
    const chosen = await read(sheets, 'Wer');
    expect(chosen).toMatchObject({ name: 'Wer', withRows: ['Wer', 'Staff*'] });
    expect(chosen).not.toHaveProperty('isHidden');
  });

  test('take the place of none that can be seen, however many they are', async () => {
    const many = Object.fromEntries(Array.from({ length: SHEETS_LIMIT + 1 }, (_, at) => [`Old ${at}*`, LIST('Olga')]));
    expect(await read({ ...many, Staff: LIST('Ned') })).toMatchObject({ name: 'Staff', first: 'Ned' });
    expect(await read({ ...many, Staff: NOTES })).toMatchObject({ name: 'Old 0*' });
  });
});

test('a hidden sheet is not read in the place of one that cannot be read', async () => {
  const wide =
    '<table:table-row><table:table-cell table:number-columns-repeated="2500"/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>';
  const row = (...cells: readonly string[]) =>
    `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const hidden = `<table:table table:name="Old" table:style-name="h">${row('Name', 'Email')}${row('Ann', 'ann@a.example')}</table:table>`;
  const styles = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const book = odsOf(`${hidden}<table:table table:name="Staff">${wide}</table:table>`, styles);
  expect(await readTable(book, { known })).toMatchObject({ error: { code: 'IMPORT.BROKEN_SPREADSHEET' } });
});
