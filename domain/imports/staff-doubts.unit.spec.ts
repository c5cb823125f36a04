import type { Day } from '../kernel/brand.js';
import { corrected, letterOf, type CorrectedCell, type RawRow } from './columns.js';
import { planStaff } from './staff.js';

const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-09-07' as Day };
const planOf = (headings: string, lines: readonly string[], cells: readonly CorrectedCell[] = []) => {
  const rows: readonly RawRow[] = lines.map((line, at) => ({
    row: at + 2,
    cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])),
  }));
  const { staff, problems } = planStaff(headings.split('|'), corrected(rows, cells), look);
  return { staff: staff.map(({ name, email }) => `${name} <${email}>`), problems };
};

test.each(['Left 31/08/2026', 'Left 07/09/2026', 'Leaver (Aug 2026)', 'Has left', 'Retired - July 2026', 'Inactive since 2025', 'Left'])(
  'a status “%s” says that its person is not here: the row is kept out, and a person says otherwise',
  (status) => {
    const read = (cells: readonly CorrectedCell[] = []) => planOf('Name|Email|Status', [`Tom Hill|tom@a.example|${status}`], cells);
    expect(read()).toMatchObject({ staff: [], problems: [{ row: 2, letter: 'C', text: status, weight: 'left', choices: ['Current'] }] });
    expect(read([{ row: 2, letter: 'C', text: 'Current' }])).toEqual({ staff: ['Tom Hill <tom@a.example>'], problems: [] });
  },
);

test.each(['Current', 'Active', 'Left 08/09/2026', 'Leaver 31/08/2027', 'Maternity leave', 'Long-term sick', ''])(
  'a status “%s” does not',
  (status) => {
    expect(planOf('Name|Email|Status', [`Tom Hill|tom@a.example|${status}`])).toEqual({
      staff: ['Tom Hill <tom@a.example>'],
      problems: [],
    });
  },
);

test('a date of leaving keeps a person out from the day after: on the day itself they are here', () => {
  const read = planOf('Name|Email|Date of leaving', ['Tom Hill|tom@a.example|07/09/2026', 'Di Fen|di@a.example|06/09/2026']);
  expect(read.staff).toEqual(['Tom Hill <tom@a.example>']);
  expect(read.problems).toMatchObject([{ row: 3, weight: 'left', message: expect.stringContaining('left on 6 September 2026') }]);
});

test('an address with a space in it is not guessed: it may be that of another person', () => {
  const read = planOf('Name|Email', [
    'John Smith|j smith@a.example',
    'Jo Bell|jo. bell@a.example',
    'Al Ray|Al Ray <al@a.example>',
    'Bo Lund|mailto: bo@a.example',
    'Di Fox|work: di@a.example',
  ]);
  expect(read.staff).toEqual(['Al Ray <al@a.example>', 'Bo Lund <bo@a.example>', 'Di Fox <di@a.example>']);
  expect(read.problems.filter(({ weight }) => weight === 'error')).toMatchObject([
    {
      row: 2,
      letter: 'B',
      choices: ['j.smith@a.example', 'jsmith@a.example', 'smith@a.example'],
      message: '“j smith@a.example” has a space in it. Choose the email address that is meant.',
    },
    { row: 3, letter: 'B', choices: ['jo.bell@a.example', 'bell@a.example'] },
  ]);
});

test('a row that may be of two people, or of an address that several read, is noted', () => {
  const read = planOf('Name|Email', [
    'Jack Li / Kim Li|li@a.example',
    'Ann & Bo Ray|ray@a.example',
    'Supply Teacher|supply@a.example',
    'Jo Office|office@a.example',
    'Mo Head|headteacher@a.example',
    'Anna-Marie St John|ann@a.example',
  ]);
  expect(read.staff).toHaveLength(6);
  expect(read.problems.map(({ row, weight, message }) => [row, weight, message])).toEqual([
    [2, 'note', '“Jack Li / Kim Li” may be two people. Give each a row and an email address of their own.'],
    [3, 'note', '“Ann & Bo Ray” may be two people. Give each a row and an email address of their own.'],
    [4, 'note', 'supply@a.example may be read by several people. They would all sign in as Supply Teacher.'],
    [5, 'note', 'office@a.example may be read by several people. They would all sign in as Jo Office.'],
    [6, 'note', 'headteacher@a.example may be read by several people. They would all sign in as Mo Head.'],
  ]);
});
