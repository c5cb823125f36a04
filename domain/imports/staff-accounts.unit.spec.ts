import type { Day } from '../kernel/brand.js';
import { corrected, letterOf, type CorrectedCell, type RawRow } from './columns.js';
import { planStaff } from './staff.js';

const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-11-29' as Day };
const planOf = (headings: string, lines: readonly string[], cells: readonly CorrectedCell[] = []) => {
  const rows: readonly RawRow[] = lines.map((line, at) => ({
    row: at + 2,
    cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])),
  }));
  return planStaff(headings.split('|'), corrected(rows, cells), look);
};
const ofCell = (heading: string, text: string, cells: readonly CorrectedCell[] = []) =>
  planOf(`Name|Email|${heading}`, [`Alfie Brown|22abrown@a.example|${text}`], cells);

test.each([
  ['Org Unit Path [Required]', '/Students/2022'],
  ['Org Unit Path', '/Hillside/Year 9 Pupils'],
  ['Organisational unit', 'OU=Intake 2022,OU=Students,DC=hillside,DC=local'],
  ['Licenses', 'Microsoft 365 A3 for students'],
  ['Assigned licenses', 'M365EDU_A3_STUUSEBNFT'],
  ['Licences', 'STANDARDWOFFPACK_STUDENT'],
  ['Department', 'Students'],
  ['User type', 'Pupil'],
  ['Employee Type', 'Y9 student'],
])('%s “%s” is a pupil’s: the row is kept out, and a person says otherwise', (heading, text) => {
  const read = ofCell(heading, text);
  expect(read).toMatchObject({
    staff: [],
    problems: [{ row: 2, letter: 'C', text, weight: 'pupil', who: 'Alfie Brown', choices: ['Staff'] }],
    keptOut: [{ row: 2, email: '22abrown@a.example', isKnown: true }],
  });
  expect(ofCell(heading, text, [{ row: 2, letter: 'C', text: 'Staff' }])).toMatchObject({ staff: [{ name: 'Alfie Brown' }], problems: [] });
});

test.each([
  ['Org Unit Path', '/Staff/Student Services'],
  ['Org Unit Path', '/Staff/Students'],
  ['Org Unit Path', '/Student teachers'],
  ['Licenses', 'Microsoft 365 A3 for faculty+Power BI for students'],
  ['Licenses', 'Microsoft 365 A3 for faculty'],
  ['Licenses', 'STANDARDWOFFPACK_FACULTY+STANDARDWOFFPACK_STUDENT'],
  ['Licenses', 'M365EDU_A3_FACULTY;M365EDU_A3_STUUSEBNFT'],
  ['Department', 'Inclusion, Students'],
  ['Job title', 'Deputy Headteacher / Pupils'],
  ['Job title', 'Assistant Head, Students'],
  ['Department', 'Student Support'],
  ['Department', 'Pupil Services'],
  ['Department', 'Year 9'],
  ['Job title', 'Student Support Officer'],
  ['Job title', 'Head of Year 7'],
  ['Job title', 'Pupil premium lead'],
  ['Job title', 'Student teacher'],
  ['Job title', 'Student Services'],
])('%s “%s” is of staff, with nothing said', (heading, text) => {
  expect(ofCell(heading, text)).toMatchObject({ staff: [{ name: 'Alfie Brown' }], problems: [] });
});

test('a job that is only “Student” keeps a row out as well', () => {
  expect(ofCell('Job title', 'Student')).toMatchObject({ staff: [], problems: [{ weight: 'pupil', letter: 'C' }] });
});

test('accounts that look like no person are noted, and people with such names are not', () => {
  const headings = 'Title|Name|Email|Org Unit Path|Licenses';
  const { staff, problems } = planOf(headings, [
    '|Room 12 Display|room12@a.example|/Staff|Unlicensed',
    '|Exams Office|exams@a.example|/Staff|x',
    '|Ann Ray|no-reply@a.example|/Staff|x',
    '|Bo Lee|blee@a.example|/Staff|Unlicensed',
    '|Cy Day|cday@a.example|/Service accounts|x',
    'Mr|Room|room@a.example|/Staff|x',
    '|Mr Room|m.room@a.example|/Staff|x',
    '|Grace Hall|ghall@a.example|/Staff|x',
    '|Rose Display|rose.display@a.example|/Staff/Exams|x',
  ]);
  expect(staff).toHaveLength(9);
  expect(problems.map(({ row, weight, message }) => [row, weight, message])).toEqual([
    [2, 'note', '“Room 12 Display” may be a room, a device or a shared mailbox. If it is not a person, leave it out.'],
    [3, 'note', '“Exams Office” may be a room, a device or a shared mailbox. If it is not a person, leave it out.'],
    [4, 'note', 'no-reply@a.example may be read by several people. They would all sign in as Ann Ray.'],
    [5, 'note', 'This account has no licence. It may be a shared mailbox, or of a person who has left. If so, leave it out.'],
    [6, 'note', '“/Service accounts” may be for rooms, devices or shared mailboxes. If this is not a person, leave it out.'],
    [7, 'note', 'room@a.example may be read by several people. They would all sign in as Room.'],
  ]);
});

describe('the day on which something ends', () => {
  const said = (headings: string, ...lines: readonly string[]) => {
    const { staff, problems } = planOf(headings, lines);
    return [...staff.map(({ email }) => email), ...problems.map(({ row, weight, message }) => `${row} ${weight}: ${message}`)];
  };

  test.each(['End Date', 'Leaver date', 'Leaving date(s)', 'End of employment', 'Last working day', 'Termination Date'])(
    '“%s” that has passed keeps its row out',
    (heading) => {
      expect(said(`Name|Email|${heading}`, 'Bo Old|bo@a.example|31/08/2025', 'Cy New|cy@a.example|')).toEqual([
        'cy@a.example',
        '2 left: This person left on 31 August 2025, so we do not import them.',
      ]);
    },
  );

  test('of an earlier contract does not, where the row or another one says that they are here', () => {
    for (const status of ['Current', 'Active'])
      expect(said('Name|Email|End date|Employment status', `Bo Old|bo@a.example|31/08/2025|${status}`)).toEqual([
        'bo@a.example',
        '2 note: Their end date was 31 August 2025, but their status says that they are here. If they have left, leave them out.',
      ]);
    expect(said('Name|Email|Start date|End date|Status', 'Bo Old|bo@a.example|01/09/2025|31/08/2025|Active')).toEqual(['bo@a.example']);
    expect(said('Name|Email|Start date|End date', 'Bo Old|bo@a.example|01/09/2026|31/08/2025')).toEqual(['bo@a.example']);
    expect(said('Name|Email|End date', 'Bo Old|bo@a.example|31/08/2025', 'Bo Old|BO@a.example|')).toEqual([
      'BO@a.example',
      '2 note: Another row has the same email address and no end date that has passed. We use that row.',
    ]);
  });

  test('of a contract is noted, and keeps nobody out by itself', () => {
    expect(said('Name|Email|Contract end date', 'Bo Old|bo@a.example|31/08/2025', 'Cy New|cy@a.example|31/12/2026')).toEqual([
      'bo@a.example',
      'cy@a.example',
      '2 note: Their contract ended on 31 August 2025. If they have left, leave them out.',
    ]);
    expect(said('Name|Email|Contract end|Status', 'Bo Old|bo@a.example|31/08/2025|Leaver')).toEqual([
      '2 left: Their status is “Leaver”, so we do not import them.',
    ]);
  });
});
