import type { Day } from '../kernel/brand.js';
import { corrected, letterOf, type CorrectedCell, type RawRow } from './columns.js';
import { planStaff } from './staff.js';

const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-11-30' as Day };
const planOf = (headings: string, line: string, cells: readonly CorrectedCell[] = []) => {
  const rows: readonly RawRow[] = [{ row: 2, cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])) }];
  const { staff, problems } = planStaff(headings.split('|'), corrected(rows, cells), look);
  return { people: staff.map(({ name }) => name), said: problems.map(({ weight, letter, message }) => `${letter} ${weight}: ${message}`) };
};
const leaving = (text: string, cells?: readonly CorrectedCell[]) => planOf('Name|Email|Leaving date', `Di Fen|di@a.example|${text}`, cells);
const HERE = ['Di Fen'];
const STILL = 'We take them as still here. If they have left, correct it to “left”.';

describe('a leaving date', () => {
  test.each([
    ['left', 'Their leaving date is “left”'],
    ['Left July', 'Their leaving date is “Left July”'],
    ['resigned', 'Their leaving date is “resigned”'],
    ['Resigned Oct 2026', 'Their leaving date is “Resigned Oct 2026”'],
    ['Dismissed', 'Their leaving date is “Dismissed”'],
    ['Contract ended', 'Their leaving date is “Contract ended”'],
    ['Y', 'This person has left'],
    ['31/08/2026', 'This person left on 31 August 2026'],
    ['31.08.2026 (resigned)', 'This person left on 31 August 2026 (“31.08.2026 (resigned)”)'],
    ['Yes - 31/08/2026', 'This person left on 31 August 2026 (“Yes - 31/08/2026”)'],
    ['Left-31/08/2026', 'This person left on 31 August 2026 (“Left-31/08/2026”)'],
    ['retired on Monday 31st of August, 2026', 'This person left on 31 August 2026 (“retired on Monday 31st of August, 2026”)'],
    ['01/09/2019 to 31/08/2026', 'This person left on 31 August 2026 (“01/09/2019 to 31/08/2026”)'],
  ])('“%s” says that they have left: they are kept out, and a correction brings them back', (text, why) => {
    expect(leaving(text)).toEqual({ people: [], said: [`C left: ${why}, so we do not import them.`] });
    expect(leaving(text, [{ row: 2, letter: 'C', text: '' }])).toEqual({ people: HERE, said: [] });
  });

  test.each([
    ['31/8', '“31/8” has no year.'],
    ['31 Aug', '“31 Aug” has no year.'],
    ['July 2026', '“July 2026” has no day.'],
    ['Resigned, Dec 2026', '“Resigned, Dec 2026” has no day.'],
    ['summer 2026', '“summer 2026” is not a date.'],
    ['Yes - Dec', '“Yes - Dec” is not a date.'],
    ['31/02/2026', '“31/02/2026” is not a date.'],
    ['?', '“?” is not a date.'],
    ['has not left', '“has not left” is not a date.'],
    ['Left?', '“Left?” is not a date.'],
    ['31/08/2026?', '“31/08/2026?” is not certain.'],
    ['31/08/2026 (extended)', '“31/08/2026 (extended)” is not certain.'],
    ['maternity 12345', '“maternity 12345” is not a date.'],
    ['Mat leave from 1/9/26', '“Mat leave from 1/9/26” is not certain.'],
    ['Mat leave until 1/3/27', '“Mat leave until 1/3/27” is not certain.'],
    ['Secondment to 20/7/26', '“Secondment to 20/7/26” is not certain.'],
    ['resigned - leaving Christmas', '“resigned - leaving Christmas” is not a date.'],
    ['Left: no', '“Left: no” is not a date.'],
    ['Permanent from 01/09/2023', '“Permanent from 01/09/2023” is not certain.'],
    ['01/09/2024 - present', '“01/09/2024 - present” is not certain.'],
    ['Start 01/09/2024', '“Start 01/09/2024” is not certain.'],
    ['Contract ended 31/08/2026, new one from 01/09/2026', '“Contract ended 31/08/2026, new one from…” is not certain.'],
    ['Not current', '“Not current” is not a date.'],
    ['#N/A', '“#N/A” is an error of the spreadsheet.'],
    ['=IF(B2="left",1)', '“=IF(B2="left",1)” is a formula, and we do not work it out.'],
  ])('“%s” says neither: they are imported, and it is noted', (text, why) => {
    expect(leaving(text)).toEqual({ people: HERE, said: [`C note: ${why} ${STILL}`] });
  });

  test.each([
    '',
    'N/A',
    'n/a',
    '-',
    '–',
    'no',
    'None',
    'tbc',
    'Permanent',
    'open-ended',
    'Not applicable',
    '0',
    '00/00/0000',
    '30/11/2026',
  ])('“%s” says that there is none, or that it is today', (text) => {
    expect(leaving(text)).toEqual({ people: HERE, said: [] });
  });

  test('that is a number is kept out where it has passed whichever day it is, until it is confirmed', () => {
    const said =
      'C error: “44000” is a number without the format of a date. It may be 18 June 2020 or 19 June 2024. Enter the day if they have left, or “Current”.';
    expect(leaving('44000')).toEqual({ people: [], said: [said] });
    const as = (text: string) => leaving('44000', [{ row: 2, letter: 'C', text }]);
    expect(as('19 June 2024')).toEqual({ people: [], said: ['C left: This person left on 19 June 2024, so we do not import them.'] });
    expect(as('Current')).toEqual({ people: HERE, said: [] });
    // By one of the two days they are here.
    expect(leaving('46000')).toEqual({ people: HERE, said: [`C note: “46000” is not a date. ${STILL}`] });
    const second = planOf('Name|Email|Left|Left', 'Di Fen|di@a.example||44000');
    expect(second).toEqual({ people: [], said: [said.replace('C', 'D')] });
    // Beside “Current” it may be of an earlier contract.
    const ended = (status: string) => planOf('Name|Email|End date|Status', `Di Fen|di@a.example|44000|${status}`).people;
    expect([ended('Current'), ended('')]).toEqual([HERE, []]);
  });

  test('ahead among words is told as one ahead', () => {
    const said = ['C note: They leave on 31 December 2026. We still import them. Import a list after that day, or remove them then.'];
    for (const text of ['31/12/2026', 'resigned (31/12/2026)', 'was 31/08/2026, now 31/12/2026', 'Left-31/12/2026'])
      expect(leaving(text)).toEqual({ people: HERE, said });
  });

  test('that is a word can be corrected at once, and a day by hand', () => {
    const choicesOf = (text: string) =>
      planStaff(['Name', 'Email', 'Left'], [{ row: 2, cells: { A: 'Di Fen', B: 'di@a.example', C: text } }], look).problems[0]?.choices;
    expect(choicesOf('Left July')).toEqual(['Current']);
    expect(choicesOf('31/08/2026')).toBeUndefined();
    expect(choicesOf('31/08/2026 (resigned)')).toEqual(['Current']);
    expect(leaving('31/08/2026 (resigned)', [{ row: 2, letter: 'C', text: 'Current' }])).toEqual({ people: HERE, said: [] });
    expect(leaving('left', [{ row: 2, letter: 'C', text: 'Current' }])).toEqual({ people: HERE, said: [] });
  });

  test('in a second column is told there', () => {
    const two = (line: string) => planOf('Name|Email|Left|Left', line);
    expect(two('Di Fen|di@a.example||gone').said).toEqual(['D left: Their leaving date is “gone”, so we do not import them.']);
    expect(two('Di Fen|di@a.example||31/8').said).toEqual([`D note: “31/8” has no year. ${STILL}`]);
  });
});

test('“End date” of a row with a start or a status says that they have left, too', () => {
  const ended = (text: string, more: string) => planOf('Name|Email|End date|Start date|Status', `Di Fen|di@a.example|${text}|${more}`);
  for (const more of ['01/09/2019|', '|Current', '01/09/2019|Current'])
    expect(ended('resigned', more)).toEqual({ people: [], said: ['C left: Their leaving date is “resigned”, so we do not import them.'] });
  // A past date beside “Current” may be of an earlier contract.
  expect(ended('31.08.2026 (fixed term)', '|Current').people).toEqual(HERE);
});

test('the end of a contract that cannot be read is noted', () => {
  const contract = (text: string) => planOf('Name|Email|Contract end date', `Di Fen|di@a.example|${text}`);
  expect(contract('July 2026')).toEqual({
    people: HERE,
    said: ['C note: “July 2026” has no day. We still import them. If they have left, leave them out.'],
  });
  expect(contract('Permanent')).toEqual({ people: HERE, said: [] });
  expect(contract('31/08/2026 (maternity cover)').said).toEqual([
    'C note: Their contract ended on 31 August 2026. If they have left, leave them out.',
  ]);
});
