import type { Day } from '../kernel/brand.js';
import { plainKey } from '../text/folding.js';
import { dayFromCell, type RawRow } from './columns.js';
import { planInstitutions } from './institutions.js';
import { planStaff, unknownColumns, type StaffLookups } from './staff.js';

/** Rows of a file without empty lines. */
const inRows = (rows: readonly RawRow['cells'][]): readonly RawRow[] => rows.map((cells, index) => ({ row: index + 2, cells }));
const schoolsOf = (headers: readonly string[], rows: readonly RawRow['cells'][]) => planInstitutions(headers, inRows(rows));
const staffOf = (headers: readonly string[], rows: readonly RawRow['cells'][], look: StaffLookups) =>
  planStaff(headers, inRows(rows), look);

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

  test('problems name the row as the spreadsheet numbers it', () => {
    const { problems } = schoolsOf(GIAS, [school('100000', 'Northfield School'), school('', 'Nowhere'), school('100000', 'Again')]);
    expect(problems.map(({ row, message }) => [row, message])).toEqual([
      [3, 'Enter a reference number.'],
      [4, 'The reference 100000 is in the file twice. We use the first row.'],
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
      { row: 4, cells: school('100000', 'Northfield School') },
      { row: 9, cells: school('', 'Nowhere') },
    ]);
    expect([institutions[0]?.row, problems[0]?.row]).toEqual([4, 9]);
  });

  test('a file without the needed columns says which', () => {
    expect(schoolsOf(['Colour'], [{ Colour: 'blue' }]).problems[0]?.message).toContain('“URN” and “EstablishmentName”');
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
    subject: (text) => (/^math/i.test(text) ? 'sub-mathematics' : undefined),
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
        column: 'Line manager',
        weight: 'note',
        message: 'More than one person in the file is called Cy. Enter the line manager’s email address instead.',
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
        person('Gus', 'gus@a.example', { Subjects: 'Alchemy' }),
      ],
      look,
    );
    expect(staff.map(({ name }) => name)).toEqual(['Gus']);
    expect(problems.map(({ row, weight }) => [row, weight])).toEqual([
      [2, 'error'],
      [3, 'error'],
      [4, 'error'],
      [5, 'note'],
    ]);
  });

  test('rows are named by where they stand, whatever lies between them', () => {
    const { staff, problems } = planStaff(
      headers,
      [
        { row: 4, cells: person('Ann', 'ann@a.example') },
        { row: 9, cells: person('Ann R', 'ann@a.example') },
      ],
      look,
    );
    expect([staff[0]?.row, problems[0]?.row, problems[0]?.message]).toEqual([4, 9, expect.stringContaining('already in row 4')]);
  });

  test('the same address twice is taken once, whatever its case', () => {
    const { staff, problems } = staffOf(headers, [person('Ann', 'ann@a.example'), person('Ann R', 'ANN@a.example')], look);
    expect(staff).toHaveLength(1);
    expect(problems[0]?.message).toContain('already in row 2');
  });
});

test('headers and days as people write them', () => {
  expect(plainKey(' E-mail (work) ')).toBe('emailwork');
  expect(dayFromCell('6/3/2026')).toBe('2026-03-06');
  expect(dayFromCell('29.02.2027')).toBeUndefined();
  expect(dayFromCell('2026-03-06 00:00:00')).toBe('2026-03-06');
});

describe('the columns of a staff list', () => {
  const look = { subject: () => undefined, phase: () => undefined, isMember: () => false, today: '2026-03-02' as Day };

  test.each(['Job', 'Job title', 'Role', 'Post', 'Position'])('hold a job title under “%s”', (header) => {
    const headers = ['Name', 'Email', header];
    const cells = { Name: 'Asha Rahman', Email: 'asha@school.example', [header]: 'Head of Year 8' };
    expect(planStaff(headers, [{ row: 2, cells }], look).staff[0]?.jobTitle).toBe('Head of Year 8');
    expect(unknownColumns(headers)).toEqual([]);
  });

  test('of one heading are named by their letters, where that heading is needed, and nobody is read from either', () => {
    const headers = ['Name', 'Email', 'Notes', 'Notes', ' e-mail '];
    const cells = { Name: 'Ann Ray', Email: 'ann@a.example', Notes: '' };
    expect(planStaff(['Name', 'Email', 'Notes', 'Notes'], [{ row: 2, cells }], look).staff).toHaveLength(1);
    expect(planStaff([...headers.slice(0, 4), 'Email'], [{ row: 2, cells }], look)).toEqual({
      staff: [],
      problems: [
        {
          ...{ row: 1, column: 'Email', weight: 'error' },
          message: 'Two columns are called “Email”: B and E. Rename or remove all but one, then choose the file again.',
        },
      ],
    });
  });

  test('hold what somebody says they hold, before what other headings say', () => {
    const headers = ['Personnel forename', 'Personnel surname', 'Contact', 'Email'];
    const rows = [{ row: 2, cells: { 'Personnel forename': 'Ann', 'Personnel surname': 'Ray', Contact: 'ann@a.example', Email: '' } }];
    expect(planStaff(headers, rows, look).problems[0]?.message).toMatch(/^The file has no column “Name”/);
    const chosen = { 1: 'firstName', 2: 'lastName', 3: 'email' } as const;
    expect(planStaff(headers, rows, look, chosen)).toMatchObject({ staff: [{ name: 'Ann Ray', email: 'ann@a.example' }], problems: [] });
    expect(unknownColumns(headers, chosen).map(({ as }) => as)).toEqual(['firstName', 'lastName', 'email']);
  });

  test('that stand for nothing are named, in the order of the file', () => {
    expect(unknownColumns(['School', 'Name', 'Email', '', 'Job title', 'Role', 'House'])).toEqual([
      { at: 1, name: 'School', as: null },
      { at: 6, name: 'Role', as: null },
      { at: 7, name: 'House', as: null },
    ]);
  });
});
