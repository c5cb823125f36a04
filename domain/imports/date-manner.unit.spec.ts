import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Day } from '../kernel/brand.js';
import { corrected, letterOf, type CorrectedCell, type RawRow } from './columns.js';
import { DAY_FIRST, dayIn, enteredDates, mannerOf, notesOfManner, readingsOf, type DateManner } from './date-manner.js';
import { staffColumnsOf } from './staff-columns.js';
import { planStaff } from './staff.js';
import { guessList, type ListOf } from './which-list.js';

const today = '2026-12-01' as Day;
const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today };
const rowsOf = (...lines: readonly string[]): readonly RawRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])) }));
const proofOf = (text: string, others: number, row = 2) => ({ proof: { row, text, letter: 'A', isUsed: true, others } });
const manner = (...texts: readonly string[]) => mannerOf(rowsOf(...texts), [], ['A']);
const BOTH = (text: string, month: string, day: string) =>
  `“${text}” may have the month first, as elsewhere in this file. It may be ${month} or ${day}`;

/** A staff list with one more column, or several: what of each of its rows is shown. */
const staffOf = (headings: string, ends: readonly string[], list?: ListOf) => {
  const rows = rowsOf(...ends.map((end, at) => `Person ${'ABCDEFGHIJ'[at]}|p${at}@a.example|${end}`));
  const plan = planStaff(['Name', 'Email', ...headings.split('|')], rows, { ...look, ...(list && { list }) });
  return {
    ...plan,
    here: plan.staff.map(({ row }) => row),
    said: plan.problems.map(({ row, weight, message, choices }) => [row, weight, message, ...(choices ? [choices] : [])]),
  };
};

describe('how a file writes its dates', () => {
  test.each([
    [['8/31/2027', '12/18/2026'], { isDoubtful: true, isMonthFirst: true, ...proofOf('8/31/2027', 1) }],
    [['8/31/2027', '12/11/2026'], { isDoubtful: true, isMonthFirst: false, ...proofOf('8/31/2027', 0) }],
    // There is nothing to say of the file where no date may be either.
    [['8/31/2027', '9/9/2026'], { isDoubtful: true, isMonthFirst: false }],
    [['8/31/2027', '12/18/2026', '31/08/2027'], { isDoubtful: true, isMonthFirst: false }],
    [['left 8/31/27 00:00', '12-18-2026 (resigned)'], { isDoubtful: true, isMonthFirst: true, ...proofOf('8/31/27', 1) }],
    [['31/08/2027', '12/11/2026'], DAY_FIRST],
    [['2026-08-31', '2026-12-18T23:00:00Z', '46000', 'Aug 31, 2026', 'December 18th 2026', '12/11/2026'], DAY_FIRST],
    // No day of any year, and parts of longer numbers.
    [['2/30/2026', '0/31/2026', '13/31/2026', '1.8.31.2026', '108/31/2026', '8/31/20261'], DAY_FIRST],
  ])('%j', (texts, said) => expect(manner(...texts)).toEqual(said));

  test('is learned from any column of dates, also from one that is not used, and from no other', () => {
    const rows = (other: readonly string[]) => rowsOf(...other.map((text) => `1/2/2026|${text}`));
    expect(mannerOf(rows(['8/31/1987', '12/18/1990', '1/2/1991']), [], ['A'])).toMatchObject({
      ...{ isDoubtful: true, isMonthFirst: true },
      proof: { row: 2, text: '8/31/1987', letter: 'B', isUsed: false },
    });
    expect(mannerOf(rows(['8/31/1987', 'flat 12/18/1990', 'Elm Lane']), [], ['A'])).toEqual(DAY_FIRST);
  });

  test('is learned to the end of a long file', () => {
    const long = (last: string) => mannerOf(rowsOf(...Array.from({ length: 1_200 }, () => 'x|1/2/2026|1/2/2026|y'), last), [], ['B']);
    expect([long('x|8/31/2026||'), long('x||8/31/2026|'), long('8/31/2026|||')].map(({ isDoubtful }) => isDoubtful)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('is what the file has, not what a person corrected; but of a single slip nothing is left', () => {
    const of = (...others: readonly string[]) =>
      mannerOf(rowsOf('12/11/2026', '8/31/2026', ...others), [], ['A'], [{ row: 3, letter: 'A', text: '31 August 2026' }]);
    const both = [3, 4].map((row) => ({ row, letter: 'A', text: '' }));
    expect(mannerOf(rowsOf('12/11/2026', '8/31/2026', '8/30/2026'), [], ['A'], both).isDoubtful).toBe(true);
    expect([of(), of('8/30/2026'), of('31/08/2026'), of('31/08/2026', '8/30/2026')]).toEqual([
      { isDoubtful: false, isMonthFirst: false, ...proofOf('8/31/2026', 0, 3) },
      { isDoubtful: true, isMonthFirst: true, ...proofOf('8/30/2026', 0, 4) },
      DAY_FIRST,
      { isDoubtful: true, isMonthFirst: false, ...proofOf('8/30/2026', 0, 5) },
    ]);
  });

  test('is with the day first where those that can be no other far outnumber the rest: those are slips', () => {
    const of = (days: number, months: number) =>
      manner(...Array.from({ length: days }, () => '31/08/2026'), ...Array.from({ length: months }, () => '8/31/2026'), '12/11/2026');
    expect([of(9, 1), of(10, 1), of(19, 2), of(20, 2), of(100, 11)].map(({ isDoubtful }) => isDoubtful)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  test('is not learned from codes in columns that are not used', () => {
    const of = (heading: string, ...codes: readonly string[]) =>
      mannerOf(rowsOf(...codes.map((code) => `1/2/2026|${code}`)), ['Start', heading], ['A']).isDoubtful;
    const codes = {
      'Sort code': ['20-10-45', '11-15-20', '11-14-20', '30-20-10'],
      'Payroll number': ['01-02-4567', '02-03-9999', '10-11-1200', '12-13-2020'],
      Extension: ['1.14.20', '1.14.20'],
      'End date': ['8/31-2026', '12/18-2026'],
      'Other end date': ['8/31/2026', '8.31.2026'],
      Reference: ['34/56/2020', '8/31/2026', '45/67/1999'],
      Department: ['8/31/26'],
    };
    expect(Object.entries(codes).filter(([heading, texts]) => of(heading, ...texts))).toEqual([]);
    // Two figures of a year are of a date by its heading alone.
    expect(['DOB', 'Contract_End', 'birthDate', 'Left date'].map((heading) => of(heading, '8/31/26', '9/9/26', '12-18'))).toEqual(
      ['DOB', 'Contract_End', 'birthDate', 'Left date'].map(() => false),
    );
    expect(['DOB', 'Contract_End', 'birthDate', 'Left date'].map((heading) => of(heading, '8/31/26', '9/9/26'))).toEqual(
      ['DOB', 'Contract_End', 'birthDate', 'Left date'].map(() => true),
    );
    expect(of('Sort code', '8/31/2026', '9/9/2026')).toBe(true);
  });

  test('what a person enters has the day first, in any file', () => {
    const cells = ['11/12/2026', 'left 11/12/2026', '31/08/2026', 'Current'].map((text, row) => ({ row, letter: 'C', text }));
    const entered = (letter: string, of = manner('8/31/2027')) => enteredDates(cells, [letter], of).map(({ text }) => text);
    expect(entered('C')).toEqual(['11 December 2026', 'left 11 December 2026', '31/08/2026', 'Current']);
    expect(entered('D')).toEqual(cells.map(({ text }) => text));
    expect(entered('C', DAY_FIRST)).toEqual(cells.map(({ text }) => text));
  });

  test('a date that may be either has two readings and is no day; any other is one day', () => {
    const [sure, one] = [manner('8/31/2027', '12/18/2026'), manner('8/31/2027')];
    expect(readingsOf('12/11/26', one)).toEqual(['11 December 2026', '12 November 2026']);
    expect(readingsOf('12/11/2026 00:00:00', one)).toEqual(['11 December 2026', '12 November 2026']);
    expect(readingsOf('1/9/2020 to 12/11/2026 (end)', one)).toEqual([
      '9 January 2020 to 11 December 2026 (end)',
      '1 September 2020 to 12 November 2026 (end)',
    ]);
    for (const text of ['9/9/2026', '2026-11-12', '12 November 2026', '46000', '31/08/2026', '8/31/2026', 'left'])
      expect(readingsOf(text, sure)).toEqual([]);
    expect(['12/11/2026', '9/9/2026', '2026-11-12', '31/08/2026', '8/31/2026'].map((text) => dayIn(text, sure))).toEqual([
      undefined,
      '2026-09-09',
      '2026-11-12',
      '2026-08-31',
      '2026-08-31',
    ]);
    expect([dayIn('8/31/2026', one), dayIn('12/11/2026', DAY_FIRST)]).toEqual([undefined, '2026-11-12']);
    expect(notesOfManner(sure, ['Start'])).toEqual([
      {
        ...{ row: 0, column: 'Start', weight: 'note' },
        message: 'Dates in this file have the month first, so we read “8/31/2027” in row 2 as 31 August 2027.',
      },
    ]);
    expect(notesOfManner(one, ['Start'])).toEqual([]);
  });

  test('where there is doubt, the file says what proves it, where that stands, and whether it can be corrected', () => {
    const said = (of: DateManner) => notesOfManner(of, ['Start', 'Born']).map(({ column, message }) => [column, message]);
    const rest = 'can only have the month first, so other dates in this file may have it first as well.';
    expect(said(manner('12/11/2026', '8/31/2027'))).toEqual([['Start', `“8/31/2027” in row 3 ${rest} If it is a slip, correct it.`]]);
    expect(said(manner('12/11/2026', '8/31/2027', '8/30/2027', '31/08/2027'))).toEqual([
      ['Start', `“8/31/2027” in row 3 and one more date ${rest} If they are slips, correct them.`],
    ]);
    expect(said(mannerOf(rowsOf('1/2/2026|8/31/2027'), [], ['A']))).toEqual([
      ['Born', `“8/31/2027” in row 2 ${rest} If it is a slip, correct it in the file.`],
    ]);
    expect(said(mannerOf(rowsOf('1/2/2026|8/31/2027', '|8/30/2027', '|8/29/2027'), [], ['A']))).toEqual([
      ['Born', `“8/31/2027” in row 2 and 2 more dates ${rest}`],
    ]);
    expect(said(mannerOf(rowsOf('12/11/2026', '8/31/2027'), [], ['A'], [{ row: 3, letter: 'A', text: '' }]))).toEqual([
      ['Start', '“8/31/2027” in row 3 was corrected, so we read the dates in this file with the day first.'],
    ]);
    expect(said(DAY_FIRST)).toEqual([]);
  });

  test('a date that can only have the month first is never guessed, and can be chosen', () => {
    expect(readingsOf('09/13/2019', DAY_FIRST)).toEqual(['13 September 2019']);
    expect(readingsOf('1/9/2019 to 09/13/2020', DAY_FIRST)).toEqual(['1/9/2019 to 13 September 2020']);
    expect(readingsOf('8/31/2027', manner('8/31/2027'))).toEqual(['31 August 2027']);
    expect(dayIn('09/13/2019', DAY_FIRST)).toBeUndefined();
    expect(['09/09/2019', '13/09/2019', '1/9/2019', '13/13/2019'].map((text) => readingsOf(text, DAY_FIRST))).toEqual([[], [], [], []]);
  });

  test('dates are looked for in the first 200 letters of a cell', () => {
    const [early, late] = [`${'a '.repeat(95)}8/31/2027 1/2/2026`, `${'a '.repeat(100)}8/31/2027 1/2/2026`];
    expect([manner(early).isDoubtful, manner(late).isDoubtful]).toEqual([true, false]);
    expect([readingsOf(early, DAY_FIRST).length, readingsOf(late, DAY_FIRST).length]).toEqual([1, 0]);
    expect(enteredDates([{ row: 2, letter: 'A', text: late }], ['A'], manner('8/31/2027'))[0]?.text).toBe(late);
  });

  test('no cell of a list becomes a day anywhere else', () => {
    const here = path.dirname(fileURLToPath(import.meta.url));
    const folders = [here, path.join(here, '../../server/imports')];
    const files = folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
    const reading = files.filter((file) => /(?<!\.spec)\.ts$/.test(file) && readFileSync(file, 'utf8').includes('dayFromCell'));
    expect(reading.map((file) => path.basename(file)).toSorted()).toEqual(['columns.ts', 'date-manner.ts']);
  });
});

describe('leaving dates of a file with the month first', () => {
  const FOUR = ['8/31/2027', '12/11/2026', '12/18/2026', '11/12/2026'];
  const STILL = '. We take them as still here. If they have left, correct it to “left”.';

  test('that may be either day keep nobody out before one is chosen; those that can be no other are read', () => {
    const { here, said, keptOut } = staffOf('Leaving date', FOUR);
    expect([here, keptOut]).toEqual([[2, 3, 4, 5], []]);
    const later = 'We still import them. Import a list after that day, or remove them then.';
    expect(said).toEqual([
      [0, 'note', 'Dates in this file have the month first, so we read “8/31/2027” in row 2 as 31 August 2027.'],
      [2, 'note', `They leave on 31 August 2027. ${later}`],
      [3, 'note', BOTH('12/11/2026', '11 December 2026', '12 November 2026') + STILL, ['11 December 2026', '12 November 2026']],
      [4, 'note', `They leave on 18 December 2026. ${later}`],
      [5, 'note', BOTH('11/12/2026', '12 November 2026', '11 December 2026') + STILL, ['12 November 2026', '11 December 2026']],
    ]);
  });

  test('that can be no other say that their person has left, with what the file has', () => {
    expect(staffOf('Leaving date', ['8/31/2026', '10/30/2026']).said.slice(1)).toEqual([
      [2, 'left', 'This person left on 31 August 2026 (“8/31/2026”), so we do not import them.', ['Current']],
      [3, 'left', 'This person left on 30 October 2026 (“10/30/2026”), so we do not import them.', ['Current']],
    ]);
  });

  test('that have passed whichever day they are keep a row out until a day is chosen', () => {
    const { here, said, keptOut } = staffOf('Leaving date', ['8/31/2027', '1/9/2025']);
    expect(here).toEqual([2]);
    expect(keptOut).toEqual([expect.not.objectContaining({ left: expect.anything() })]);
    expect(said.at(-1)).toEqual([
      3,
      'error',
      `${BOTH('1/9/2025', '9 January 2025', '1 September 2025')}. Enter the day if they have left, or “Current”.`,
      ['9 January 2025', '1 September 2025', 'Current'],
    ]);
  });

  test('are doubtful in a file that writes both, too, and nothing is read with the month first', () => {
    const { here, said } = staffOf('Leaving date', [...FOUR, '31/08/2026']);
    expect(here).toEqual([2, 3, 4, 5]);
    expect(said.map(([row, weight, message]) => [row, weight, String(message).slice(0, 40)])).toEqual([
      [0, 'note', '“8/31/2027” in row 2 and one more date c'],
      [2, 'note', '“8/31/2027” is not a date with the day f'],
      [3, 'note', '“12/11/2026” may have the month first, a'],
      [4, 'note', '“12/18/2026” is not a date with the day '],
      [5, 'note', '“11/12/2026” may have the month first, a'],
      [6, 'left', 'This person left on 31 August 2026, so w'],
    ]);
  });

  test('of which a few cannot have the day first, among many that can have nothing else, are read with the day first', () => {
    const long = Array.from({ length: 40 }, () => '31/08/2027');
    const ends = [...long, '9/13/2025', '9/13/2027', 'left 9/13/2025', 'left 9/13/2027', '03/04/2025'];
    const { problems } = planStaff(
      ['Name', 'Email', 'Start date', 'Leaving date'],
      rowsOf(...ends.map((end, at) => `Person ${letterOf(at % 26)}|p${at}@a.example|01/09/2019|${end}`)),
      look,
    );
    const [is, stays] = [
      'is not a date with the day first. It may be',
      '. We take them as still here. If they have left, correct it to “left”.',
    ];
    expect(
      problems.filter(({ row }) => row > 41 || row === 0).map(({ row, weight, message, choices }) => [row, weight, message, choices]),
    ).toEqual([
      [
        42,
        'error',
        `“9/13/2025” ${is} 13 September 2025. Enter the day if they have left, or “Current”.`,
        ['13 September 2025', 'Current'],
      ],
      [43, 'note', `“9/13/2027” ${is} 13 September 2027${stays}`, ['13 September 2027']],
      [44, 'left', 'Their leaving date is “left 9/13/2025”, so we do not import them.', ['Current']],
      [45, 'note', `“left 9/13/2027” ${is} left 13 September 2027${stays}`, ['left 13 September 2027']],
      [46, 'left', 'This person left on 3 April 2025, so we do not import them.', undefined],
    ]);
  });

  test('in words and in a status are doubtful as well', () => {
    expect(staffOf('Leaving date', ['8/31/2027', '12/11/2026 (resigned)']).said.at(-1)).toEqual([
      3,
      'note',
      BOTH('12/11/2026 (resigned)', '11 December 2026 (resigned)', '12 November 2026 (resigned)') + STILL,
      ['11 December 2026 (resigned)', '12 November 2026 (resigned)'],
    ]);
    const { here, said } = staffOf('Status', ['Left 8/31/2026', 'Left 12/11/2026', 'Left 1/9/2025']);
    expect(here).toEqual([3]);
    expect(said.slice(1)).toEqual([
      [2, 'left', 'Their status is “Left 8/31/2026”, so we do not import them.', ['Current']],
      [
        3,
        'note',
        `${BOTH('Left 12/11/2026', 'Left 11 December 2026', 'Left 12 November 2026')}. We take them as still here.`,
        ['Left 11 December 2026', 'Left 12 November 2026'],
      ],
      [4, 'left', 'Their status is “Left 1/9/2025”, so we do not import them.', ['Current']],
    ]);
  });

  test('make a first day doubtful, and a contract’s end; and a first day that may be later keeps nobody out', () => {
    const { staff, said } = staffOf('Start date|Leaving date', ['9/1/2024|8/31/2027', '9/1/2023|12/31/2027', '9/9/2023|']);
    expect(staff.map(({ startDate }) => startDate)).toEqual([null, null, '2023-09-09']);
    expect(said.filter((one) => one.length > 3)).toEqual([
      [2, 'note', `${BOTH('9/1/2024', '1 September 2024', '9 January 2024')}, so we leave it out.`, ['1 September 2024', '9 January 2024']],
      [3, 'note', `${BOTH('9/1/2023', '1 September 2023', '9 January 2023')}, so we leave it out.`, ['1 September 2023', '9 January 2023']],
    ]);
    const contract = staffOf('Leaving date|Contract end date', ['8/31/2027|', '|12/11/2026', '|8/31/2026;12/11/2026']);
    expect(contract.said.slice(-2).map(([row, , message]) => [row, String(message).includes('may have the month first')])).toEqual([
      [3, true],
      [4, true],
    ]);
    expect(staffOf('Start date|End date', ['12/31/2025|', '9/1/2025|3/31/2025']).here).toEqual([2, 3]);
  });

  test('of a list of leavers are not sure, and the list is guessed by those that have passed either way', () => {
    const { keptOut, said } = staffOf('Leaving date', ['8/31/2026', '12/11/2026', '1/9/2025', '7/31/2026', '46000'], 'leavers');
    const gone = 'This person left on';
    expect(keptOut.map(({ row, isUnsure, left }) => [row, isUnsure ?? left])).toEqual([
      [2, `${gone} 31 August 2026 (“8/31/2026”)`],
      [3, true],
      // Passed whichever day it is: only the day is in doubt.
      [4, `${gone} 9 January 2025 or 1 September 2025`],
      [5, `${gone} 31 July 2026 (“7/31/2026”)`],
      [6, true],
    ]);
    expect(said[3]).toEqual([
      4,
      'left',
      `${BOTH('1/9/2025', '9 January 2025', '1 September 2025')}. Both have passed, so we do not import them.`,
      ['9 January 2025', '1 September 2025'],
    ]);
    const slip = staffOf('Leaving date', [...Array.from({ length: 9 }, () => '31/08/2026'), '9/13/2025'], 'leavers');
    expect(slip.said.at(-1)).toEqual([
      11,
      'left',
      '“9/13/2025” is not a date with the day first. It may be 13 September 2025. It has passed, so we do not import them.',
      ['13 September 2025'],
    ]);
    const ofNumber = staffOf('Leaving date|Contract end', ['44000|', '|44000', '|1/9/2025', '|8/31/2026'], 'leavers');
    expect(ofNumber.keptOut.map(({ isUnsure, left }) => isUnsure ?? left)).toEqual([
      `${gone} 18 June 2020 or 19 June 2024`,
      ...[1, 2, 3].map(() => 'They are in this list of leavers'),
    ]);
    expect(said[2]).toEqual([
      3,
      'left',
      `${BOTH('12/11/2026', '11 December 2026', '12 November 2026')}. Choose the day. They stay a member until they are removed.`,
      ['11 December 2026', '12 November 2026'],
    ]);
    const guess = (...ends: readonly string[]) => {
      const [headers, rows] = [['Name', 'Leaving date'], rowsOf(...ends.map((end) => `A B|${end}`))];
      return guessList({ titles: [] }, staffColumnsOf(headers, rows), rows, { today, manner: mannerOf(rows, headers, ['B']) }).as;
    };
    expect([guess('8/31/2026', '7/31/2026', '1/9/2025'), guess('8/31/2026', '7/31/2026', '12/11/2026')]).toEqual(['leavers', 'staff']);
  });

  test('that have passed whichever day they are are no row that goes on', () => {
    const rows = rowsOf('Di Fen|di@a.example|31/08/2025', 'Di Fen|di@a.example|03/04/2025', 'Ed Gil|ed@a.example|8/31/2027');
    const read = (...cells: readonly CorrectedCell[]) => {
      const of = mannerOf(rows, [], ['C']);
      const { problems } = planStaff(['Name', 'Email', 'End date'], corrected(rows, cells), { ...look, manner: of });
      return problems.filter(({ row }) => row === 2 || row === 3).map(({ row, weight, message }) => `${row} ${weight}: ${message}`);
    };
    expect(read()).toEqual([
      '2 left: This person left on 31 August 2025, so we do not import them.',
      expect.stringMatching(/^3 error: “03\/04\/2025” may have the month first/),
    ]);
    expect(read({ row: 3, letter: 'C', text: 'Current' })).toEqual([
      '2 note: Another row has the same email address and no end date that has passed. We use that row.',
    ]);
  });

  test('are read as they are corrected, and the others stay in doubt until the one slip is', () => {
    const rows = rowsOf('Ann Ray|a@a.example|8/31/2027', 'Bo Cole|b@a.example|12/11/2026', 'Cy Fox|c@a.example|11/12/2026');
    const headers = ['Name', 'Email', 'Leaving date'];
    const read = (...cells: readonly CorrectedCell[]) => {
      const found = mannerOf(rows, headers, ['C'], cells);
      const plan = planStaff(headers, corrected(rows, enteredDates(cells, ['C'], found)), { ...look, manner: found });
      return plan.problems.map(({ row, weight, choices }) => `${row} ${weight}${choices ? ' to choose' : ''}`);
    };
    expect(read({ row: 2, letter: 'C', text: '31 August 2027' })).toEqual(['0 note', '2 note', '3 left', '4 note']);
    const slip = ['0 note', '2 note to choose'];
    expect(read({ row: 3, letter: 'C', text: '12 November 2026' })).toEqual([...slip, '3 left', '4 note to choose']);
    expect(read({ row: 3, letter: 'C', text: '12/11/2026' })).toEqual([...slip, '3 left', '4 note to choose']);
    expect(read({ row: 4, letter: 'C', text: '' })).toEqual([...slip, '3 note to choose']);
  });
});
