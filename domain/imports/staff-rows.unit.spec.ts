import type { Day } from '../kernel/brand.js';
import { letterOf } from './columns.js';
import { staffColumns } from './staff-fields.js';
import { planStaff } from './staff.js';

const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-09-07' as Day };
const planOf = (headings: string, ...lines: readonly string[]) =>
  planStaff(
    headings.split('|'),
    lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])) })),
    look,
  );
const saidOf = (headings: string, ...lines: readonly string[]) =>
  planOf(headings, ...lines).problems.map(({ row, weight, message }) => `${row} ${weight}: ${message}`);

describe('who is in the rows that are kept out', () => {
  test('is told by name as well: their address may be what cannot be read', () => {
    const { keptOut } = planOf(
      'Name|Email|Status',
      'Ann Ray|=LOWER(A2)&"@a.example"|',
      'Lovell, Jan (mat leave)||',
      'Bo Lee|bo@a.example b@a.example|',
      'Cy Fox||Left',
      '#REF!|di@a.example|',
      '#REF!||',
    );
    expect(keptOut).toEqual([
      { row: 2, name: 'ann ray' },
      { row: 3, name: 'jan lovell' },
      { row: 4, name: 'bo lee', email: 'bo@a.example' },
      { row: 4, name: 'bo lee', email: 'b@a.example' },
      { row: 5, name: 'cy fox', left: 'Their status is “Left”' },
      { row: 6, email: 'di@a.example' },
      { row: 7 },
    ]);
  });

  test('a second row with an address is kept out, and may be of another person', () => {
    const { staff, keptOut } = planOf('Name|Email', 'Ann Ray|ann@a.example', 'Bo Lee|ann@a.example');
    expect([staff.length, keptOut]).toEqual([1, [{ row: 3, email: 'ann@a.example', name: 'bo lee' }]]);
  });
});

describe('rows that are no person', () => {
  test.each([
    ['Total staff: 6'],
    ['Total||6'],
    ['Grand total|| |6'],
    ['Sub-totals|3'],
    ['6 members of staff'],
    ['Printed by the office'],
    ['Report run 01/09/2026'],
  ])('“%s” below a list is left out with a note, and can be corrected', (line) => {
    const { staff, problems, keptOut } = planOf('Name|Email', 'Ann Ray|ann@a.example', line);
    const text = line.split('|')[0] ?? '';
    expect([staff.length, keptOut]).toEqual([1, []]);
    expect(problems).toEqual([
      { row: 3, column: 'Name', letter: 'A', text, weight: 'note', message: `“${text}” is not a person, so we leave this row out.` },
    ]);
  });

  test('a sum is none between people either; several rows may be below them', () => {
    expect(saidOf('Name|Email', 'Ann Ray|ann@a.example', 'Total||1', 'Bo Lee|bo@a.example', 'Total staff: 2', '', 'Page 1 of 1')).toEqual([
      '3 note: “Total” is not a person, so we leave this row out.',
      '5 note: “Total staff: 2” is not a person, so we leave this row out.',
      '7 note: “Page 1 of 1” is not a person, so we leave this row out.',
    ]);
  });

  test('a person whose address is missing is one, and so is a person with an address', () => {
    expect(saidOf('Name|Email', 'Ann Ray|', 'Bo Lee|bo@a.example', 'Cy Fox')).toEqual([
      '2 error: Enter an email address.',
      '4 error: Enter an email address.',
    ]);
    expect(planOf('Name|Email', 'Total Fox|total@a.example', 'Totality Fox|t@a.example').staff).toHaveLength(2);
  });
});

describe('brackets in a name', () => {
  test.each([
    ['Name|Email', 'Jan Lovell (mat leave)|jan@a.example', 'A', 'Jan Lovell (mat leave)', ['Jan Lovell']],
    ['Name|Email', 'Lovell [HR], Jan|jan@a.example', 'A', 'Lovell [HR], Jan', ['Lovell, Jan']],
    ['First name|Surname|Email', 'Elizabeth (Liz)|Ray|liz@a.example', 'A', 'Elizabeth (Liz)', ['Elizabeth']],
    ['First name|Surname|Email', 'Jan|Lovell (mat|jan@a.example', 'B', 'Lovell (mat', ['Lovell']],
  ])('of %s %s are noted with the name beside them', (headings, line, letter, text, choices) => {
    const { staff, problems } = planOf(headings, line);
    expect(staff).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        ...{ row: 2, letter, text, choices, weight: 'note' },
        message: `“${text}” has brackets in it. If they are not part of the name, correct it.`,
      },
    ]);
  });

  test('of a title or a degree are known', () => {
    expect(saidOf('Name|Email', 'Ann Ray (Mrs)|ann@a.example', 'Bo Lee, BA (Hons)|bo@a.example')).toEqual([]);
  });
});

describe('the columns of a name', () => {
  test.each(['Surname, Title Forename', 'Surname, Forename', 'Name (Surname, Forename)', 'Teacher name', 'Last name, First name'])(
    '“%s” is a whole name by itself',
    (heading) => {
      const row = { row: 2, cells: { A: 'Ray, Mrs Ann', B: 'ann@a.example' } };
      const { staff, problems } = planStaff([heading, 'Email'], [row], look);
      expect([staff[0]?.name, staff[0]?.names, problems]).toEqual(['Ann Ray', { title: 'Mrs', given: 'Ann', family: 'Ray' }, []]);
    },
  );

  test('whose heading has the surname first is said to be taken as it is written where no comma tells the two apart', () => {
    expect(planOf('Surname, Forename|Email', 'Ray Ann|ann@a.example').staff[0]?.name).toBe('Ray Ann');
    expect(saidOf('Surname, Forename|Email', 'Ray Ann|ann@a.example')).toEqual([
      '2 note: We take “Ray Ann” as it is written. If the surname is first, correct it.',
    ]);
  });

  test('is not one that says yes or no', () => {
    expect(planOf('Forename|Surname|Teacher|Email', 'Ann|Ray|Y|ann@a.example').staff[0]?.name).toBe('Ann Ray');
  });

  test.each([
    ['Legal Surname|Preferred Forename', 'lastName knownAs'],
    ['Legal Forename|Legal Surname', 'firstName lastName'],
    ['Chosen First Name|Chosen Surname', 'knownAs lastName'],
    ['Known As Forename|Known As Surname', 'knownAs lastName'],
    ['Preferred Given Name|Preferred Family Name', 'knownAs lastName'],
    ['Known as|Last name', 'knownAs lastName'],
    ['Given names|Family name', 'firstName lastName'],
  ])('%s are one name together', (headings, fields) => {
    const headers = [...headings.split('|'), 'Email'];
    expect(staffColumns(headers).map(({ byHeading }) => byHeading)).toEqual([...fields.split(' '), 'email']);
    const row = {
      row: 2,
      cells: { A: fields.startsWith('last') ? 'Ray' : 'Ann', B: fields.startsWith('last') ? 'Ann' : 'Ray', C: 'ann@a.example' },
    };
    expect(planStaff(headers, [row], look)).toMatchObject({ staff: [{ name: 'Ann Ray' }], problems: [] });
  });

  test.each([
    [
      'Legal Surname|Email',
      'The file has no column “First name”. Add it to the file and choose the file again, or change what a column holds.',
    ],
    [
      'Preferred Forename|Email',
      'The file has no column “Surname”. Add it to the file and choose the file again, or change what a column holds.',
    ],
    ['Who|Email', 'The file has no column “Name”. Choose which of the columns below holds it.'],
    [
      'Job title|Subject',
      'The file has no columns “Name” or “Email”. Add them to the file and choose the file again, or change what a column holds.',
    ],
    ['Who|Where', 'The file has no columns “Name” or “Email”. Put the column names in the first row, or choose what the columns hold.'],
  ])('%s: what is missing is said, and of the first row only where no heading is known', (headings, message) => {
    expect(planOf(headings, 'Ray|x').problems).toEqual([{ row: 0, weight: 'error', message }]);
  });

  test('at a terminal nothing can be chosen', () => {
    const said = (headers: readonly string[]) => planStaff(headers, [], { ...look, inFile: true }).problems.map(({ message }) => message);
    expect(said(['Surname', 'Email'])).toEqual(['The file has no column “First name”. Correct its heading in the file.']);
    expect(said(['Who', 'Where'])).toEqual(['The file has no columns “Name” or “Email”. Put the column names in the first row.']);
  });
});
