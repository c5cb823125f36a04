import type { Day } from '../kernel/brand.js';
import { isPost } from './staff-posts.js';
import { planStaff } from './staff.js';

test.each([
  ...['Vacancy', 'VACANT', 'Vacancy 2', 'Vacant (Maths)', 'TBC', 'T.B.C.', 'TBA', 'tbc tbc', 'To be appointed', 'To be confirmed - RE'],
  ...['Unfilled', 'Post vacant', 'Vacant post', 'Position unfilled', 'Maternity cover', 'Maternity Leave Cover', 'Paternity cover (PE)'],
  ...['RE teacher – vacancy', 'Not yet appointed', '[Vacancy]', 'New starter', 'Supply cover', 'Teacher of RE (vacancy)'],
  ...['Maternity cover (Maths)', 'Vacancy – Head of Year 9', 'Vacancy from September', 'Maternity cover KS2 0.6 FTE', 'RE TBC'],
  ...['Vacancy – Exams Office', 'Maternity cover (start date TBC)', 'Supply cover (agency)'],
])('“%s” is a post', (name) => expect(isPost(name)).toBe(true));

test.each([
  'Jane Smith TBC',
  'Jane Smith',
  'Tba Okoye-Vane',
  'Vacante Rossi',
  'Ann Cover',
  'Tom Post',
  'Newton Starter',
  'Pat Cover',
  'Jane Smith (Maternity Cover)',
  'Jane Smith - Maternity cover',
  'Maternity cover – Jane Smith',
  'maternity cover jane smith',
  'New starter: Priya Raman',
  'Priya Raman (new starter)',
  'Vacancy – Jane Smith',
  'Maternity cover for Jane Smith',
  'Jane English (supply cover)',
  '',
])('“%s” is no such post', (name) => expect(isPost(name)).toBe(false));

describe('the rows of posts in a staff list', () => {
  const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-09-07' as Day };
  const rowsOf = (...lines: readonly string[]) =>
    lines.map((line, index) => ({
      row: index + 2,
      cells: Object.fromEntries(line.split(',').map((text, at) => ['ABCD'[at] ?? '', text])),
    }));
  const plan = (...lines: readonly string[]) => planStaff(['First name', 'Last name', 'Email', 'Job title'], rowsOf(...lines), look);

  test('are left out with a note, with an address or without, and are about nobody who is here', () => {
    const { staff, problems, keptOut } = plan(
      'Ann,Ray,ann.ray@elm.example,Head',
      'Vacancy,,jobs@elm.example,Teacher of RE',
      'Maternity cover,,,Teacher of PE',
      'TBC,,,Technician',
    );
    expect(staff.map(({ name }) => name)).toEqual(['Ann Ray']);
    expect(problems.map(({ row, weight, letter, message }) => [row, weight, letter, message])).toEqual([
      [3, 'note', 'A', '“Vacancy” is a post and not a person, so we leave this row out. Import the person once they are appointed.'],
      [
        4,
        'note',
        'A',
        '“Maternity cover” is a post and not a person, so we leave this row out. Import the person once they are appointed.',
      ],
      [5, 'note', 'A', '“TBC” is a post and not a person, so we leave this row out. Import the person once they are appointed.'],
    ]);
    // The address may be a member’s, who does not seem to be gone then.
    expect(keptOut).toEqual([{ row: 3, email: 'jobs@elm.example', isKnown: true }]);
  });

  test('are left out of a list of leavers as well', () => {
    const { problems, keptOut } = planStaff(['Name', 'Email'], [{ row: 2, cells: { A: 'Vacancy', B: 'jobs@elm.example' } }], {
      ...look,
      list: 'leavers',
    });
    expect(problems.map(({ weight }) => weight)).toEqual(['note']);
    expect(keptOut).toEqual([{ row: 2, email: 'jobs@elm.example', isKnown: true }]);
  });
});

describe('a person beside words of a post', () => {
  const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-09-07' as Day };
  const plan = (name: string, more: object = {}) =>
    planStaff(['Name', 'Email'], [{ row: 2, cells: { A: name, B: 'jane@elm.example' } }], { ...look, ...more });

  test.each([
    ['Jane Smith (Maternity Cover)', 'Jane Smith'],
    ['Jane Smith - Maternity cover', 'Jane Smith'],
    ['Jane Smith, maternity cover', 'Jane Smith'],
    ['Smith, Jane (maternity cover)', 'Jane Smith'],
    ['Maternity cover – Jane Smith', 'Jane Smith'],
    ['Maternity cover (Maths) – Mrs Jane Smith', 'Jane Smith'],
    ['Maternity cover: Jane Smith-Jones from September', 'Jane Smith-Jones'],
    ['New starter: Priya Raman', 'Priya Raman'],
    ['May Ling Chen (maternity cover)', 'May Ling Chen'],
    ['Jane English (supply cover)', 'Jane English'],
  ])('“%s” is imported as %s, and told', (written, name) => {
    const { staff, problems } = plan(written);
    expect(staff.map((one) => one.name)).toEqual([name]);
    expect(problems).toEqual([
      {
        ...{ row: 2, column: 'Name', letter: 'A', text: written, weight: 'note', who: name },
        message: `“${written}” names a post as well, so we write the name as “${name}”.`,
      },
    ]);
  });

  test.each([
    ['Maternity cover for Jane Smith', 'Jane Smith', ['Jane Smith', 'Maternity cover']],
    ['Jane Smith (maternity cover for Ann Ray)', 'Jane Smith', ['Jane Smith', 'Ann Ray', 'maternity cover']],
    ['Jane Smith – vacancy', 'Jane Smith', ['Jane Smith', 'vacancy']],
    ['Mary Jane English, maternity cover', 'Mary Jane English', ['Mary Jane English', 'Mary Jane', 'maternity cover']],
    ['Teacher of RE Jane Smith (supply cover)', 'Jane Smith', ['Jane Smith', 'Teacher of RE Jane Smith', 'supply cover']],
    ['Jane Smith (vacant from 1 May)', 'Jane Smith', ['Jane Smith', 'vacant']],
  ])('“%s” is doubtful: it is imported as %s, with a choice', (written, name, choices) => {
    const { staff, problems } = plan(written);
    expect(staff.map((one) => one.name)).toEqual([name]);
    expect(problems.map((problem) => [problem.message, problem.choices])).toEqual([
      [`“${written}” names a post as well, so we write the name as “${name}”. Check who this row is about.`, choices],
    ]);
  });

  test('is read from the parts of a name', () => {
    const parts = (first: string, last: string) =>
      planStaff(['First name', 'Last name', 'Email'], [{ row: 2, cells: { A: first, B: last, C: 'jane@elm.example' } }], look).staff.map(
        ({ name, names }) => [name, names],
      );
    expect(parts('Jane', 'Smith (Maternity Cover)')).toEqual([['Jane Smith', { given: 'Jane', family: 'Smith' }]]);
    expect(parts('Jane', 'English (Maternity Cover)')).toEqual([['Jane English', { given: 'Jane', family: 'English' }]]);
    expect(parts('Maternity cover', 'Jane Smith')).toEqual([['Jane Smith', { family: 'Jane Smith' }]]);
    expect(parts('Maternity', 'Cover')).toEqual([]);
  });

  test('is kept out by their name where the row is, and in a list of leavers', () => {
    const without = planStaff(['Name', 'Email'], [{ row: 2, cells: { A: 'Jane Smith (Maternity Cover)', B: '' } }], look);
    expect(without.keptOut).toEqual([{ row: 2, name: 'jane smith' }]);
    expect(plan('Jane Smith (Maternity Cover)', { list: 'leavers' }).keptOut).toMatchObject([
      { name: 'jane smith', email: 'jane@elm.example' },
    ]);
  });
});
