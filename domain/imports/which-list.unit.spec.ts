import type { Day } from '../kernel/brand.js';
import type { RawRow } from './columns.js';
import { planStaff } from './staff.js';
import { staffColumnsOf } from './staff-columns.js';
import { guessList, saysLeavers, type ListOf } from './which-list.js';

const today = '2026-11-30' as Day;
const rowsOf = (...lines: readonly string[]): readonly RawRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split(',').map((text, index) => ['ABCDE'[index] ?? '', text])) }));
const planned = (headings: string, lines: readonly string[], list: ListOf = 'leavers') =>
  planStaff(headings.split(','), rowsOf(...lines), {
    subject: () => undefined,
    phase: () => undefined,
    isMember: () => false,
    today,
    list,
  });
const guessed = (headings: string, lines: readonly string[], around: Partial<Parameters<typeof guessList>[0]> = {}) => {
  const rows = rowsOf(...lines);
  return guessList({ titles: [], ...around }, staffColumnsOf(headings.split(','), rows), rows);
};

test.each(['Leavers 2026', 'Staff leaving', 'leavers_july.csv', 'Leavers2026.xlsx', 'Former staff', 'Staff who left', 'LEAVERS (July)'])(
  'words that say that a list is of leavers: %s',
  (text) => expect(saysLeavers(text)).toBe(true),
);
test.each([
  'Staff 2026',
  'Staff and leavers',
  'Staff excl. leavers',
  'Starters & leavers',
  'Leaving date',
  'Reason for leaving',
  'Left',
  'Cleavers',
])('words that do not: %s', (text) => expect(saysLeavers(text)).toBe(false));

test('a list is taken for one of leavers by its file, its sheet, its title or a heading, and the words are told', () => {
  const rows = ['Ann Ray,ann@a.example'];
  expect(guessed('Name,Email', rows)).toEqual({ as: 'staff' });
  expect(guessed('Name,Email', rows, { file: 'Leavers July.csv' })).toEqual({
    as: 'leavers',
    because: { where: 'file', text: 'Leavers July.csv' },
  });
  expect(guessed('Name,Email', rows, { sheet: 'Leavers' })).toEqual({ as: 'leavers', because: { where: 'sheet', text: 'Leavers' } });
  expect(guessed('Name,Email', rows, { titles: ['Staff leaving'] })).toEqual({
    as: 'leavers',
    because: { where: 'title', text: 'Staff leaving' },
  });
  expect(guessed('Leavers 2026', ['Ann Ray'])).toEqual({ as: 'leavers', because: { where: 'heading', text: 'Leavers 2026' } });
  // Most have no leaving date: they stay.
  expect(
    guessed('Name,Email,Leaving date', ['Ann Ray,a@a.example,', 'Bo Ray,b@a.example,', 'Cy Ray,c@a.example,31/08/2026'], {
      file: 'leavers.csv',
    }),
  ).toEqual({
    as: 'staff',
  });
});

test('nobody in a list of leavers is imported, and names are enough', () => {
  const { staff, problems, keptOut } = planned('Name', ['Ann Ray', 'Bo Lee']);
  expect(staff).toEqual([]);
  expect(keptOut).toEqual([
    { row: 2, name: 'ann ray', left: 'They are in this list of leavers' },
    { row: 3, name: 'bo lee', left: 'They are in this list of leavers' },
  ]);
  expect(problems.map(({ weight, message }) => `${weight}: ${message}`)).toEqual(
    ['', ''].map(() => 'left: They are in this list of leavers, so we do not import them.'),
  );
  expect(planned('Name', ['Ann Ray'], 'staff').problems).toMatchObject([{ row: 0, message: expect.stringContaining('no column “Email”') }]);
});

test('whose day has not come has not left yet', () => {
  const { keptOut } = planned('Name,Email,Leaving date', [
    'Ann Ray,ann@a.example,31/08/2027',
    'Bo Lee,bo@a.example,30/11/2026',
    'Cy Fox,cy@a.example,',
  ]);
  expect(keptOut.map(({ left, isLater }) => [left, isLater])).toEqual([
    ['They leave on 31 August 2027', true],
    ['Today is their last day', true],
    ['They are in this list of leavers', undefined],
  ]);
});

test('names below “Leavers” are of people, and a row with neither a name nor an address is told', () => {
  expect(staffColumnsOf(['Leaver'], rowsOf('Karen Abbott', 'Bill Brook'))).toMatchObject([{ as: 'name', byCells: true }]);
  expect(staffColumnsOf(['Leaver', 'Name'], rowsOf('Yes,Karen Abbott'))).toMatchObject([{ as: 'leaving' }, { as: 'name' }]);
  expect(planned('Name,Job title', ['Mrs,Cook']).problems).toMatchObject([
    { weight: 'error', message: expect.stringContaining('is a title') },
  ]);
});
