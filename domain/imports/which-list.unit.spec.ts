import type { Day } from '../kernel/brand.js';
import type { RawRow } from './columns.js';
import { planStaff } from './staff.js';
import { DAY_FIRST } from './date-manner.js';
import { staffColumnsOf } from './staff-columns.js';
import { guessList, saysLeavers, type ListOf } from './which-list.js';

const today = '2026-11-30' as Day;
const rowsOf = (...lines: readonly string[]): readonly RawRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split(',').map((text, index) => ['ABCDE'[index] ?? '', text])) }));
const planned = (headings: string, lines: readonly string[], list: ListOf = 'leavers') =>
  planStaff(headings.split(','), rowsOf(...lines), {
    subjects: () => [],
    phase: () => undefined,
    isMember: () => false,
    today,
    list,
  });
const guessed = (headings: string, lines: readonly string[], around: Partial<Parameters<typeof guessList>[0]> = {}) => {
  const rows = rowsOf(...lines);
  return guessList({ titles: [], ...around }, staffColumnsOf(headings.split(','), rows), rows, { today, manner: DAY_FIRST });
};

test.each([
  'Leavers 2026',
  'Staff leaving',
  'leavers_july.csv',
  'Leavers2026.xlsx',
  'Former staff',
  'Staff who left',
  'LEAVERS (July)',
  'Leavers July 2026',
  'Staff leavers',
  'Greenfield School – Staff leavers 2025/26',
  'People who left',
  'Leavers’ list',
  'StaffLeavers (1).csv',
])('words that say that a list is of leavers: %s', (text) => expect(saysLeavers(text)).toBe(true));
test.each([
  'Staff 2026',
  'Staff and leavers',
  'Staff excl. leavers',
  'Starters & leavers',
  'Leaving date',
  'Reason for leaving',
  'Left',
  'Cleavers',
  'staff left to invite.csv',
  'Teachers left to import.xlsx',
  'School leavers',
  'Leavers’ assembly',
  'Year 11 leavers',
  'Gifts for staff leaving',
  'Staff leaving do',
  'Leavers form sent',
])('words that do not: %s', (text) => expect(saysLeavers(text)).toBe(false));

test('a list is taken for one of leavers by its file, its sheet or its title, and the words are told', () => {
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
  // Most have no leaving date: they stay.
  expect(
    guessed('Name,Email,Leaving date', ['Ann Ray,a@a.example,', 'Bo Ray,b@a.example,', 'Cy Ray,c@a.example,31/08/2026'], {
      file: 'leavers.csv',
    }),
  ).toEqual({
    as: 'staff',
  });
});

test.each([
  ...['Is leaving', 'Leaver (Y/N)', 'Leaver flag', 'Leaving dates', 'Leaving year', 'Leaver notes', 'Leavers form sent'],
  ...['Termination code', 'Planned departure', 'Resignations', 'Leavers', 'Staff leaving'],
])('no heading says alone that a list is of leavers: %s', (heading) => {
  for (const text of ['', 'No', 'Yes', 'moves away'])
    expect(guessed(`Name,Email,${heading}`, [`Ann Ray,a@a.example,${text}`, `Bo Lee,b@a.example,${text}`])).toEqual({ as: 'staff' });
});

test('leaving dates that are past in almost every row say it, and nothing less of them', () => {
  const from = (...days: readonly string[]) =>
    guessed(
      'Name,Email,Leaving date',
      days.map((day, at) => `Ann Ray,a${at}@a.example,${day}`),
    );
  const past = (many: number) => Array.from({ length: many }, () => '31/08/2026');
  expect(from(...past(3))).toEqual({ as: 'leavers', because: { where: 'dates', text: 'Leaving date' } });
  expect(from(...past(9), '').as).toBe('leavers');
  for (const days of [past(2), [...past(8), '31/08/2027'], [...past(8), 'No'], ['31/08/2027', '31/08/2027', '31/08/2027']])
    expect(from(...days)).toEqual({ as: 'staff' });
  const ended = past(3).map((day, at) => `Ann Ray,a${at}@a.example,${day}`);
  expect(guessed('Name,Email,End date', ended)).toEqual({ as: 'staff' });
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

const leaverWith = (text: string) => {
  const { keptOut, problems } = planned('Name,Email,Leaving date', [`Ann Ray,ann@a.example,${text}`]);
  const [{ isLater, isUnsure, left } = {}] = keptOut;
  return { is: isUnsure ? 'unsure' : isLater ? 'later' : 'left', left, message: problems[0]?.message };
};
test.each([
  ...['Jul-27', '2027', 'Not leaving', 'withdrawn', 'withdrawn 31/08/2027', 'extended to 2027', 'will leave in July', 'TBC', 'No'],
  ...['31/13/2026', 'maternity 01/02/2027', 'maternity 01/02/2026', 'N/A', '31/08/2026?'],
])('it is not sure of “%s” in a list of leavers, and the cell is told', (text) => {
  const { is, left, message } = leaverWith(text);
  expect([is, left]).toEqual(['unsure', `Their leaving date is “${text}”. We cannot tell if they have left.`]);
  expect(message).toBe(`${left} They stay a member until they are removed.`);
});
test.each(['', '-', '31/08/2026', '1 July 2026', 'July 2026', 'Yes', 'Left', 'Resigned 31/08/2026'])(
  '“%s” there is of who has left',
  (text) => expect(leaverWith(text).is).toBe('left'),
);
test.each(['July 2027', '07/2027', '2027-07', 'November 2026', '31/08/2027', 'Leaving 31/08/2027'])('“%s” there has not come', (text) =>
  expect(leaverWith(text).is).toBe('later'),
);
test('a leaving date that is not sure, or has not come, goes before what else says that they have left', () => {
  const kinds = (...rows: readonly string[]) =>
    planned('Name,Leaving date,Status,Contract end date', rows).keptOut.map(({ isLater, isUnsure }) => isUnsure ?? (isLater && 'later'));
  const rows = [
    'Ann Ray,31/08/2027,Left',
    'Cy Fox,TBC,Left',
    'Di Fen,,,Permanent',
    'Ed Gow,31/08/2026,,31/08/2027',
    'Flo Ash,,,31/08/2027',
  ];
  expect(kinds(...rows)).toEqual(['later', true, undefined, undefined, 'later']);
});

test('names below “Leavers” are of people, and a row with neither a name nor an address is told', () => {
  expect(staffColumnsOf(['Leaver'], rowsOf('Karen Abbott', 'Bill Brook'))).toMatchObject([{ as: 'name', byCells: true }]);
  expect(staffColumnsOf(['Leaver', 'Name'], rowsOf('Yes,Karen Abbott'))).toMatchObject([{ as: 'leaving' }, { as: 'name' }]);
  expect(planned('Name,Job title', ['Mrs,Cook']).problems).toMatchObject([
    { weight: 'error', message: expect.stringContaining('is a title') },
  ]);
});
