import type { Day } from '../kernel/brand.js';
import { corrected, letterOf, type RawRow } from './columns.js';
import { staffColumns } from './staff-fields.js';
import { planStaff } from './staff.js';

const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-09-01' as Day };
const cellsOf = (line: string) => line.split('|');
const rowsOf = (lines: readonly string[]): readonly RawRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(cellsOf(line).map((text, index) => [letterOf(index), text])) }));
const planOf = (headings: string, ...lines: readonly string[]) => planStaff(cellsOf(headings), rowsOf(lines), look);
const saidOf = (headings: string, ...lines: readonly string[]) =>
  planOf(headings, ...lines).problems.map(({ row, weight, column, message }) => `${row} ${weight}: ${column}: ${message}`);
const heldBy = (headings: string) =>
  Object.fromEntries(staffColumns(cellsOf(headings)).flatMap(({ heading, as }) => (as ? [[heading, as]] : [])));

describe('the columns of what schools export', () => {
  test('Google Workspace', () => {
    const headings =
      'First Name [Required]|Last Name [Required]|Email Address [Required]|Password [Required]|Org Unit Path [Required]|Recovery Email|Work Secondary Email|Employee Title|Manager Email|Department|Status [READ ONLY]|Last Sign In [READ ONLY]';
    expect(heldBy(headings)).toEqual({
      'First Name [Required]': 'firstName',
      'Last Name [Required]': 'lastName',
      'Email Address [Required]': 'email',
      'Employee Title': 'role',
      'Manager Email': 'lineManager',
      'Status [READ ONLY]': 'status',
    });
    const { staff } = planOf(headings, 'Ann|Ray|ann@a.example|****|/Staff||||||Active|', 'Bo|Old|bo@a.example|****|/Staff||||||Suspended|');
    expect(staff).toMatchObject([{ name: 'Ann Ray', email: 'ann@a.example' }]);
  });

  test.each([
    ['Role Title(s)', 'role'],
    ['Default Email Address', 'email'],
    ['E-mail(s)', 'email'],
    ['Staff email address', 'email'],
    ['Line mgr', 'lineManager'],
    ['Line manager’s email', 'lineManager'],
    ['Post held', 'role'],
    ['End Date', 'leaving'],
    ['Leaver Date', 'leaving'],
    ['Contract End Date', 'contractEnd'],
    ['Hire date', 'start'],
    ['Subject(s) taught', 'subjects'],
    ['Disabled', undefined],
    ['Personal email', undefined],
  ])('“%s” is %s', (heading, field) => {
    expect(heldBy(heading)[heading]).toBe(field);
  });

  test('Microsoft 365, where “Title” is a job', () => {
    const headings = 'Block credential|Department|Display name|First name|Last name|Licenses|Proxy addresses|Title|User principal name';
    expect(heldBy(headings)).toEqual({
      'Block credential': 'blocked',
      'Display name': 'name',
      'First name': 'firstName',
      'Last name': 'lastName',
      Title: 'role',
      'User principal name': 'email',
    });
    const lines = [
      'False|Maths|Ann Ray|Ann|Ray|x|SMTP:ann@a.example+smtp:a@a.example|Head of maths|ann@a.example',
      'True||Bo|Bo|Old||||bo@a.example',
    ];
    expect(planOf(headings, ...lines).staff).toMatchObject([{ name: 'Ann Ray', jobTitle: 'Head of maths', email: 'ann@a.example' }]);
    expect(saidOf(headings, ...lines)).toEqual(['3 left: Block credential: Their account is blocked, so we do not import them.']);
    expect(heldBy('userPrincipalName|displayName|surname|mail|givenName|jobTitle|accountEnabled')).toEqual({
      displayName: 'name',
      surname: 'lastName',
      mail: 'email',
      givenName: 'firstName',
      jobTitle: 'role',
      accountEnabled: 'status',
    });
  });

  test('Arbor, SIMS and Bromcom, whose leavers are in the list as well', () => {
    expect(
      heldBy(
        'Title|Legal first name|Legal last name|Preferred first name|Business role|Email address|Employment start date|Employment end date',
      ),
    ).toEqual({
      Title: 'title',
      'Legal first name': 'firstName',
      'Legal last name': 'lastName',
      'Preferred first name': 'knownAs',
      'Business role': 'role',
      'Email address': 'email',
      'Employment start date': 'start',
      'Employment end date': 'leaving',
    });
    const sims = 'Title|Legal Forename|Legal Surname|Work Email|Post|Date of Arrival|Date of Leaving';
    expect(heldBy(sims)['Date of Leaving']).toBe('leaving');
    const lines = [
      'Mrs|Ann|Ray|ann@a.example|Teacher|01/09/24|',
      'Mr|Bo|Old|bo@a.example|Teacher|01/09/19|31/08/2026',
      'Mx|Cy|Soon|cy@a.example|||31/12/2026',
    ];
    expect(planOf(sims, ...lines).staff.map(({ name, from }) => [name, from])).toEqual([
      ['Ann Ray', '2024-09-01'],
      ['Cy Soon', '2026-09-01'],
    ]);
    expect(saidOf(sims, ...lines)).toEqual([
      '3 left: Date of Leaving: This person left on 31 August 2026, so we do not import them.',
      '4 note: Date of Leaving: They leave on 31 December 2026. We still import them. Import a list after that day, or remove them then.',
    ]);
    expect(heldBy('Title|First Name|Last Name|Staff Code|Work Email Address|Main Role|Date of joining|Leaving date')).toMatchObject({
      'Work Email Address': 'email',
      'Main Role': 'role',
      'Date of joining': 'start',
      'Leaving date': 'leaving',
    });
  });

  test('names of one column as personnel systems write them, a name column that is empty, and an invisible name', () => {
    const headings = 'Name|First name|Last name|Email';
    expect(
      planOf(headings, 'Jones, Mr Mark|||m@a.example', '|Ann|Ray|ann@a.example', 'Ray, Mrs Ann (Senior)|||s@a.example').staff.map(
        ({ name }) => name,
      ),
    ).toEqual(['Mark Jones', 'Ann Ray', 'Ann (Senior) Ray']);
    expect(saidOf(headings, '\u200b|||z@a.example')).toHaveLength(1);
  });
});

describe('what is doubtful in a cell is told and never guessed in silence', () => {
  test.each([
    ['Ann Ray <ann@a.example>', 'ann@a.example', 'We use the email address ann@a.example from “Ann Ray <ann@a.example>”.'],
    ['mailto:ann@a.example', 'ann@a.example', 'We use the email address ann@a.example from “mailto:ann@a.example”.'],
    ['ann@a.example; ANN@a.example', 'ANN@a.example', 'We use the email address ANN@a.example from “ann@a.example; ANN@a.example”.'],
    ['ann@a.example; a.ray@b.example', undefined, '“ann@a.example; a.ray@b.example” has more than one email address. Choose one.'],
    ['ann@a.example/bo@a.example', undefined, '“ann@a.example/bo@a.example” has more than one email address. Choose one.'],
    ['=LOWER(A2)&"@a.example"', undefined, '“=LOWER(A2)&"@a.example"” is a formula, and we do not work it out. Enter the email address.'],
    ['Err:503', undefined, '“Err:503” is an error of the spreadsheet. Enter the email address.'],
    ['#N/A', undefined, '“#N/A” is an error of the spreadsheet. Enter the email address.'],
  ])('the address “%s”', (written, email, message) => {
    const { staff, problems } = planOf('Name|Email', `Ann Ray|${written}`);
    expect(staff[0]?.email).toBe(email);
    expect(problems).toMatchObject([{ row: 2, letter: 'B', text: written, message, weight: email ? 'note' : 'error' }]);
  });

  test('several addresses can be chosen from, for a person and for their manager', () => {
    const [own, manager] = planOf(
      'Name|Email|Line manager',
      'Ann|a@a.example b@a.example|',
      'Bo|bo@a.example|a@a.example, b@a.example',
    ).problems;
    expect([own?.choices, manager?.choices]).toEqual([
      ['a@a.example', 'b@a.example'],
      ['a@a.example', 'b@a.example'],
    ]);
    expect(planOf('Name|Email|Line manager', 'Ann|a@a.example|', 'Bo|bo@a.example|Ann <a@a.example>').staff[1]?.lineManager).toBe(
      'a@a.example',
    );
  });

  test('formulas and errors are no name, no job and no manager', () => {
    expect(saidOf('Name|Email|Job title', '=A1|a@a.example|', '#REF!|b@a.example|', 'Cy|c@a.example|=VLOOKUP(A2,B:C,2)')).toEqual([
      '2 error: Name: “=A1” is a formula, and we do not work it out. Correct it here or in the file.',
      '3 error: Name: “#REF!” is an error of the spreadsheet. Correct it here or in the file.',
      '4 note: Job title: “=VLOOKUP(A2,B:C,2)” is a formula, and we do not work it out. We leave it out.',
    ]);
  });

  test('dates with the month first make those beside them doubtful that may be either', () => {
    const { staff, problems } = planOf(
      'Name|Email|Start',
      'A A|a@a.example|09/13/2024',
      'B B|b@a.example|09/01/2024',
      'C C|c@a.example|09/09/2024',
      'D D|d@a.example|1 Sep 2024',
    );
    expect(staff.map(({ startDate }) => startDate)).toEqual([null, null, '2024-09-09', '2024-09-01']);
    expect(problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      '0: “09/13/2024” in row 2 can only have the month first, so other dates in this file may have it first as well. If it is a slip, correct it.',
      '2: “09/13/2024” is not a date with the day first. It may be 13 September 2024, so we leave it out.',
      '3: “09/01/2024” may have the month first, as elsewhere in this file. It may be 1 September 2024 or 9 January 2024, so we leave it out.',
    ]);
    expect(planOf('Name|Email|Start', 'B B|b@a.example|09/01/24').staff[0]?.startDate).toBe('2024-01-09');
    // No month is the nought: such a date says nothing of the others.
    expect(planOf('Name|Email|Start', 'A A|a@a.example|00/13/2024', 'B B|b@a.example|09/01/2024').staff[1]?.startDate).toBe('2024-01-09');
  });

  test('letters that are a guess are told with what was read', () => {
    const rows = [{ ...rowsOf(['André|a@a.example'])[0], doubtful: ['A'] } as RawRow];
    expect(planStaff(['Name', 'Email'], rows, look)).toMatchObject({
      staff: [{ name: 'André' }],
      problems: [
        {
          row: 2,
          column: 'Name',
          letter: 'A',
          text: 'André',
          weight: 'note',
          message: expect.stringContaining('We read “André”') as string,
        },
      ],
    });
    const [right] = corrected(rows, [{ row: 2, letter: 'A', text: 'Andrej' }]);
    expect(right).toEqual({ row: 2, cells: { A: 'Andrej', B: 'a@a.example' } });
    const marked = [{ row: 2, cells: { A: 'x', B: 'y' }, workedOut: ['A', 'B'], formulas: ['B'] }];
    expect(corrected(marked, [{ row: 2, letter: 'B', text: 'z' }])).toEqual([{ row: 2, cells: { A: 'x', B: 'z' }, workedOut: ['A'] }]);
    const both = [{ row: 2, cells: { A: 'x', B: 'y' }, doubtful: ['A', 'B'], readings: { A: ['x', 'X'], B: ['y', 'Y'] } }];
    const said = planStaff(['Name', 'Job'], corrected(both, [{ row: 2, letter: 'A', text: 'Ann Ray' }]), { ...look, list: 'leavers' });
    expect(said.problems.map(({ letter, choices }) => [letter, choices])).toContainEqual(['B', ['y', 'Y']]);
    expect(corrected(rows, [{ row: 3, letter: 'A', text: 'x' }])).toEqual(rows);
    expect(corrected(rows, [])).toBe(rows);
  });
});
