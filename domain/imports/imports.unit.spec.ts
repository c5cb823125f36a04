import { subjectsAsWritten } from './lookups.js';
import type { Day } from '../kernel/brand.js';
import { plainKey } from '../text/folding.js';
import { dayFromCell, daysOfNumber, letterOf, type RawRow } from './columns.js';
import { planInstitutions } from './institutions.js';
import { columnProblem, staffColumns } from './staff-fields.js';
import { planStaff, type StaffLookups } from './staff.js';

type Named = Readonly<Record<string, string>>;
/** Cells by their headings, as a reader hands them over: by the letters of their columns. */
const cellsOf = (headers: readonly string[], named: Named): RawRow['cells'] =>
  Object.fromEntries(headers.map((header, index) => [letterOf(index), named[header] ?? '']));
/** Rows of a file without empty lines. */
const inRows = (headers: readonly string[], rows: readonly Named[]): readonly RawRow[] =>
  rows.map((named, index) => ({ row: index + 2, cells: cellsOf(headers, named) }));
const schoolsOf = (headers: readonly string[], rows: readonly Named[]) => planInstitutions(headers, inRows(headers, rows));
const staffOf = (headers: readonly string[], rows: readonly Named[], look: StaffLookups) => planStaff(headers, inRows(headers, rows), look);

const GIAS = [
  'URN',
  'LA (name)',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'PhaseOfEducation (name)',
  'Town',
  'Postcode',
  'Trusts (code)',
  'Trusts (name)',
  'Easting',
  'Northing',
];
const school = (urn: string, name: string, more: Record<string, string> = {}) => ({
  URN: urn,
  EstablishmentName: name,
  'EstablishmentStatus (name)': 'Open',
  ...more,
});

describe('a register of schools', () => {
  test('a school of a trust becomes the trust and the school, the trust first and once', () => {
    const trust = { 'Trusts (code)': '3018', 'Trusts (name)': 'Riverbank Trust' };
    const { institutions, problems } = schoolsOf(GIAS, [
      school('100000', 'Northfield School', trust),
      school('100001', 'Southfield School', trust),
    ]);
    expect(problems).toEqual([]);
    expect(institutions.map(({ institution, trust: of }) => [institution, of])).toEqual([
      ['trust-3018', undefined],
      ['urn-100000', 'trust-3018'],
      ['urn-100001', 'trust-3018'],
    ]);
  });

  test('closed schools are left out and counted; those about to close are not', () => {
    const plan = schoolsOf(GIAS, [
      school('1', 'A', { 'EstablishmentStatus (name)': 'Closed' }),
      school('2', 'B', { 'EstablishmentStatus (name)': 'Open, but proposed to close' }),
    ]);
    expect(plan.notOpen).toBe(1);
    expect(plan.institutions.map(({ details }) => details.name)).toEqual(['B']);
  });

  test('a status that is a code alone is open at 1 and 3, closed at 2, and not yet open at 4', () => {
    const coded = (urn: string, name: string, code: string) =>
      school(urn, name, { 'EstablishmentStatus (name)': '', 'EstablishmentStatus (code)': code });
    const plan = schoolsOf(
      [...GIAS, 'EstablishmentStatus (code)'],
      [coded('1', 'A', '1'), coded('2', 'B', '2'), coded('3', 'C', '3'), coded('4', 'D', '4')],
    );
    expect(plan.institutions.map(({ details }) => [details.name, details.proposedToClose])).toEqual([
      ['A', undefined],
      ['C', {}],
    ]);
    expect(plan.notOpen).toBe(2);
  });

  test('a place on the grid that cannot be is left out, and its school is imported', () => {
    const far = '9'.repeat(20);
    const { institutions, problems } = schoolsOf(GIAS, [school('100000', 'Northfield School', { Easting: far, Northing: far })]);
    expect(problems).toEqual([]);
    expect(institutions[0]?.details).not.toHaveProperty('easting');
  });

  test('problems name the row as the spreadsheet numbers it, and the school', () => {
    const { problems } = schoolsOf(GIAS, [school('100000', 'Northfield School'), school('', 'Nowhere'), school('100000', 'Again')]);
    expect(problems.map(({ row, who, message }) => [row, who, message])).toEqual([
      [3, 'Nowhere', 'Enter a reference number.'],
      [4, 'Again', 'The reference 100000 is in the file twice. We use the first row.'],
    ]);
  });

  test('a row that was cleared is no school, and nothing is wrong with it', () => {
    const { institutions, problems } = schoolsOf(GIAS, [
      school('', ' ', { 'EstablishmentStatus (name)': '' }),
      school('100000', 'Northfield School'),
    ]);
    expect([institutions.length, problems]).toEqual([1, []]);
  });

  test('rows are named by where they stand, whatever lies between them', () => {
    const { institutions, problems } = planInstitutions(GIAS, [
      { row: 4, cells: cellsOf(GIAS, school('100000', 'Northfield School')) },
      { row: 9, cells: cellsOf(GIAS, school('', 'Nowhere')) },
    ]);
    expect([institutions[0]?.row, problems[0]?.row]).toEqual([4, 9]);
  });

  test('a school whose name has a letter that cannot be read is kept out and told', () => {
    const { institutions, problems } = schoolsOf(GIAS, [school('100000', 'Ysgol Llan\ufffdr'), school('100001', 'Southfield School')]);
    expect(institutions.map(({ details }) => details.name)).toEqual(['Southfield School']);
    expect(problems).toMatchObject([
      { row: 2, column: 'EstablishmentName', message: expect.stringContaining('“Ysgol Llan\ufffdr” has a letter') as string },
    ]);
  });

  test('two columns of one heading that is needed are named by their letters', () => {
    expect(schoolsOf(['URN', 'Town', 'Name', ' urn '], [])).toEqual({
      institutions: [],
      notOpen: 0,
      closed: [],
      nations: { placed: [], untried: [] },
      problems: [
        {
          ...{ row: 0, column: 'URN', weight: 'error' },
          message: 'Two columns are called “URN”: A and D. Rename or remove all but one, then choose the file again.',
        },
      ],
    });
  });

  test('a place on the map is both of its figures, and neither is nought', () => {
    const placed = (easting: string, northing: string) => {
      const [read] = schoolsOf(GIAS, [school('100000', 'Northfield School', { Easting: easting, Northing: northing })]).institutions;
      return [read?.details.easting, read?.details.northing];
    };
    expect(placed('430000', '433000')).toEqual([430_000, 433_000]);
    for (const [easting, northing] of [
      ['430000', ''],
      ['', '433000'],
      ['0', '433000'],
      ['430000', '0'],
      ['430000', 'east'],
    ] as const)
      expect(placed(easting, northing)).toEqual([undefined, undefined]);
  });

  test('what is not one word of letters and figures is no reference number', () => {
    for (const urn of ['100 000', '100000!', '/100000', 'x'.repeat(21)])
      expect(schoolsOf(GIAS, [school(urn, 'Northfield School')]).problems[0]?.message).toBe(`“${urn}” is not a reference number.`);
  });

  test('a file without the needed columns says which', () => {
    expect(schoolsOf(['Colour'], [{ Colour: 'blue' }]).problems[0]?.message).toContain('“Number in the register” and “Name”');
  });

  test('the short lower-case headers of other registers are known too', () => {
    const { institutions } = schoolsOf(
      ['urn', 'name', 'local_authority', 'postcode'],
      [{ urn: '100000', name: 'The Aldgate School', local_authority: 'City of London', postcode: 'ec3a 5de' }],
    );
    expect(institutions[0]?.details).toMatchObject({ name: 'The Aldgate School', localAuthority: 'City of London', postcode: 'EC3A 5DE' });
  });
});

describe('a list of staff', () => {
  const headers = ['Name', 'E-mail address', 'Job title', 'Subjects', 'Phase', 'Start date', 'Line manager', 'Induction tutor'];
  const look: StaffLookups = {
    subjects: (text) => (/^math/i.test(text) ? ['sub-mathematics'] : []),
    phase: (text) => (/^ks3$/i.test(text) ? 'ph-ks3' : undefined),
    isMember: (email) => email === 'head@northfield.example',
    today: '2026-09-01' as Day,
  };
  const person = (name: string, email: string, more: Record<string, string> = {}) => ({ Name: name, 'E-mail address': email, ...more });

  test('a row with everything', () => {
    const { staff, problems } = staffOf(
      headers,
      [
        person('Ben Okafor', 'ben@northfield.example', {
          Subjects: 'Maths',
          Phase: 'KS3',
          'Start date': '01/09/2025',
          'Line manager': 'head@northfield.example',
        }),
      ],
      look,
    );
    expect(problems).toEqual([]);
    expect(staff[0]).toMatchObject({
      name: 'Ben Okafor',
      from: '2025-09-01',
      subjects: ['sub-mathematics'],
      phases: ['ph-ks3'],
      lineManager: 'head@northfield.example',
    });
  });

  test('a manager may be named by a name that one row has, and is noted where two have it', () => {
    const { staff, problems } = staffOf(
      headers,
      [
        person('Ann Ray', 'ann@a.example'),
        person('Ben', 'ben@a.example', { 'Line manager': 'Ann Ray' }),
        person('Cy', 'c1@a.example'),
        person('Cy', 'c2@a.example'),
        person('Di', 'di@a.example', { 'Line manager': 'Cy' }),
      ],
      look,
    );
    expect(staff[1]?.lineManager).toBe('ann@a.example');
    expect(problems).toEqual([
      {
        row: 6,
        who: 'Di',
        ...{ column: 'Line manager', letter: 'G', text: 'Cy' },
        weight: 'note',
        message:
          'More than one person is called Cy: c1@a.example, row 4; c2@a.example, row 5. We leave the line manager out. Choose one, or enter their email address.',
        choices: ['c1@a.example', 'c2@a.example'],
        isUndone: true,
      },
    ]);
  });

  test('errors keep a row out, notes do not', () => {
    const { staff, problems } = staffOf(
      headers,
      [
        person('', 'nobody@a.example'),
        person('Eve', 'not an address'),
        person('Fay', 'fay@a.example', { Subjects: 'Alchemy; Maths', 'Start date': '31/02/2026' }),
      ],
      look,
    );
    expect(staff.map(({ name, from, startDate }) => [name, from, startDate])).toEqual([['Fay', '2026-09-01', null]]);
    expect(problems.map(({ row, who, column, weight }) => [row, who, column, weight])).toEqual([
      [2, undefined, 'Name', 'error'],
      [3, 'Eve', 'E-mail address', 'error'],
      [4, 'Fay', 'Start date', 'note'],
      [4, 'Fay', 'Subjects', 'note'],
    ]);
  });

  test.each([
    ['Sept 2025', '“Sept 2025” is a month without a day, so we leave it out. To import it, write the first day, as in 01/09/2025.'],
    [
      'September, 2025',
      '“September, 2025” is a month without a day, so we leave it out. To import it, write the first day, as in 01/09/2025.',
    ],
    ['9/2025', '“9/2025” is a month without a day, so we leave it out. To import it, write the first day, as in 01/09/2025.'],
    ['2025-09', '“2025-09” is a month without a day, so we leave it out. To import it, write the first day, as in 01/09/2025.'],
    ['13/2025', '“13/2025” is not a date, so we leave it out. Write the day, the month and the year, as in 01/09/2026.'],
    [
      'Sept-19',
      '“Sept-19” may be 19 September or September 2019, so we leave it out. Write the day, the month and the year, as in 01/09/2019.',
    ],
    ['Sep 45', '“Sep 45” may be September 2045, so we leave it out. Write the day, the month and the year, as in 01/09/2045.'],
    ['45 Sep', '“45 Sep” is not a date, so we leave it out. Write the day, the month and the year, as in 01/09/2026.'],
    ['00 Sep', '“00 Sep” is not a date, so we leave it out. Write the day, the month and the year, as in 01/09/2026.'],
    ['19 Sept', '“19 Sept” may be 19 September, so we leave it out. Write the day, the month and the year, as in 01/09/2026.'],
    ['soon', '“soon” is not a date, so we leave it out. Write the day, the month and the year, as in 01/09/2026.'],
  ])('the start date “%s” is left out with what to write', (written, message) => {
    const { staff, problems } = staffOf(headers, [person('Fay', 'fay@a.example', { 'Start date': written })], look);
    expect([staff[0]?.from, staff[0]?.startDate]).toEqual(['2026-09-01', null]);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });

  test.each([
    ['01/09/1966', undefined],
    ['31/08/1966', 'is more than 60 years ago'],
    ['31/02/1966', 'is not a date'],
    ['31/02/1965', 'is more than 60 years ago'],
    ['01/09/2026', undefined],
    ['02/09/2027', 'is more than a year ahead'],
    ['31/02/2027', 'is not a date'],
    ['31/02/2028', 'is more than a year ahead'],
  ])('the start date %s, on 1 September 2026: %s', (written, wrong) => {
    const { problems } = staffOf(headers, [person('Fay', 'fay@a.example', { 'Start date': written })], look);
    expect(problems.map(({ message }) => message)).toEqual(
      wrong ? [expect.stringContaining(`“${written}” ${wrong}, so we leave it out.`)] : [],
    );
    // They are members from another day: the result tells of it as well.
    expect(problems.every(({ isUndone }) => isUndone)).toBe(true);
  });

  test('rows are named by where they stand, whatever lies between them', () => {
    const { staff, problems } = planStaff(
      headers,
      [
        { row: 4, cells: cellsOf(headers, person('Ann', 'ann@a.example')) },
        { row: 9, cells: cellsOf(headers, person('Ann R', 'ann@a.example')) },
      ],
      look,
    );
    expect([staff[0]?.row, ...problems.map(({ row, weight, message }) => `${row} ${weight}: ${message}`)]).toEqual([
      4,
      '4 note: Row 9 has the same email address. We use this row.',
      expect.stringMatching(/^9 error: .* is already in row 4\. We use the first row\.$/),
    ]);
  });

  test('the same address twice is taken once, whatever its case', () => {
    const { staff, problems } = staffOf(headers, [person('Ann', 'ann@a.example'), person('Ann R', 'ANN@a.example')], look);
    expect(staff).toHaveLength(1);
    expect(problems[1]?.message).toContain('already in row 2');
  });
});

test('headers and days as people write them', () => {
  expect(plainKey(' E-mail (work) ')).toBe('emailwork');
  expect(dayFromCell('6/3/2026')).toBe('2026-03-06');
  expect(dayFromCell('29.02.2027')).toBeUndefined();
  expect(['1.9.24', '1-9-24', '1/9/24', '01.09.2024'].map(dayFromCell)).toEqual(Array(4).fill('2024-09-01'));
  expect(['1/9/98', '44444', '44444.75', '2026'].map(dayFromCell)).toEqual(['1998-09-01', undefined, undefined, undefined]);
  expect(['44074', '44074.5', '2026', '1/9/24'].map(daysOfNumber)).toEqual([
    ['2020-08-31', '2024-09-01'],
    ['2020-08-31', '2024-09-01'],
    [],
    [],
  ]);
  expect(dayFromCell('2026-03-06 00:00:00')).toBe('2026-03-06');
});

test.each([
  ...['01 September 2019', '1 Sep 2019', '1 Sept 2019', '1 sep. 2019', '1st September 2019', '1st of September 2019', '1 of Sep 2019'],
  ...['1 September, 2019', 'Sunday 1 September 2019', 'Sun, 1 Sep 2019', '01-Sep-19', '1-SEP-2019', 'September 1, 2019', 'Sept 1st 2019'],
])('“%s” is a day', (text) => expect(dayFromCell(text)).toBe('2019-09-01'));

test.each(['31 September 2019', '1 Septe 2019', '1 Se 2019', 'Sept 2025', 'September', '1 Foo 2019', 'after 1 Sep 2019'])(
  '“%s” is no day',
  (text) => expect(dayFromCell(text)).toBeUndefined(),
);

describe('the columns of a staff list', () => {
  const look = { subjects: (text: string) => [`sub-${text}`], phase: () => undefined, isMember: () => false, today: '2026-03-02' as Day };
  const row = (...cells: readonly string[]): RawRow => ({
    row: 2,
    cells: Object.fromEntries(cells.map((text, at) => [letterOf(at), text])),
  });
  const heldBy = (...columns: Parameters<typeof staffColumns>) => staffColumns(...columns).map(({ letter, as }) => `${letter}: ${as}`);

  test.each(['Job', 'Job title', 'Role', 'Post', 'Position'])('hold a job title under “%s”', (header) => {
    const headers = ['Name', 'Email', header];
    expect(planStaff(headers, [row('Asha Rahman', 'asha@school.example', 'Head of Year 8')], look).staff[0]?.jobTitle).toBe(
      'Head of Year 8',
    );
    expect(heldBy(headers)).toEqual(['A: name', 'B: email', 'C: role']);
  });

  test('hold subjects in any of the usual lists, those in brackets too', () => {
    const cells = row('Asha Rahman', 'asha@school.example', 'MFL (French, German); Art & Design/Alchemy');
    const { staff, problems } = planStaff(['Name', 'Email', 'Subjects'], [cells], { ...look, subjects: subjectsAsWritten });
    expect(staff[0]?.subjects).toEqual(['sub-languages', 'sub-french', 'sub-german', 'sub-art-and-design']);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('“Alchemy”')]);
  });

  test('are all there, in the order of the file, with what each is taken for: a field goes to its best heading', () => {
    expect(staffColumns(['School', 'Role', 'Job title', ''])).toEqual([
      { letter: 'A', heading: 'School', byHeading: null, as: null },
      { letter: 'B', heading: 'Role', byHeading: null, as: null },
      { letter: 'C', heading: 'Job title', byHeading: 'role', as: 'role' },
      { letter: 'D', heading: '', byHeading: null, as: null },
    ]);
  });

  test('called “Tutor” hold no induction tutor by themselves: mostly it is a form group', () => {
    expect(heldBy(['Name', 'Tutor'])).toEqual(['A: name', 'B: null']);
    expect(heldBy(['Name', 'Tutor'], { B: 'inductionTutor' })).toEqual(['A: name', 'B: inductionTutor']);
  });

  test('of one heading are two, and the file is read once one of them is left out', () => {
    const headers = ['Name', 'Email', 'Notes', 'Notes', ' e-mail '];
    const rows = [row('Ann Ray', 'ann@old.example', '', '', 'ann@a.example')];
    const both = staffColumns(headers);
    expect(both.map((column) => columnProblem(column, both))).toEqual([
      undefined,
      'Column E has the same choice. Only one column can hold “Email”, so leave out the other.',
      undefined,
      undefined,
      'Column B has the same choice. Only one column can hold “Email”, so leave out the other.',
    ]);
    expect(planStaff(headers, rows, look)).toEqual({
      staff: [],
      keptOut: [],
      problems: [
        { row: 0, weight: 'error', message: 'Columns B and E have the same choice, “Email”. Keep one of them and leave out the others.' },
      ],
    });
    expect(planStaff(headers, rows, look, { B: null })).toMatchObject({ staff: [{ email: 'ann@a.example' }], problems: [] });
    expect(planStaff(headers, rows, look, { E: null })).toMatchObject({ staff: [{ email: 'ann@old.example' }], problems: [] });
  });

  test('hold what somebody says, whatever their headings say', () => {
    const headers = ['Personnel forename', 'Personnel surname', 'Contact', 'Email'];
    const rows = [row('Ann', 'Ray', 'ann@a.example', 'Yes')];
    expect(planStaff(headers, rows, look).problems[0]?.message).toMatch(/^The file has no column “Name”/);
    const chosen = { A: 'firstName', B: 'lastName', C: 'email' } as const;
    expect(planStaff(headers, rows, look, chosen).problems[0]?.message).toMatch(/^Columns C and D have the same choice/);
    expect(planStaff(headers, rows, look, { ...chosen, D: null })).toMatchObject({
      staff: [{ name: 'Ann Ray', email: 'ann@a.example' }],
      problems: [],
    });
    expect(heldBy(headers, { D: 'role' })).toEqual(['A: null', 'B: null', 'C: null', 'D: role']);
  });

  test('may hold subjects together, and no column but one a name', () => {
    const headers = ['Name', 'Email', 'Subject', 'Subject', 'Second'];
    const rows = [row('Ann', 'ann@a.example', 'maths', '', 'art')];
    expect(planStaff(headers, rows, look, { E: 'subjects' }).staff[0]?.subjects).toEqual(['sub-maths', 'sub-art']);
    expect(planStaff(headers, rows, look, { E: 'name' }).staff).toEqual([]);
  });

  test('without a heading are named by their letter', () => {
    const said = planStaff(['Name', ''], [row('Ann', 'no address')], look, { B: 'email' }).problems;
    expect(said).toEqual([
      {
        ...{ row: 2, who: 'Ann', column: 'Column B', letter: 'B', text: 'no address' },
        ...{ weight: 'error', message: '“no address” is not an email address.' },
      },
    ]);
  });
});
