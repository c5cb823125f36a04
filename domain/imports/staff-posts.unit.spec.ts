import type { Day } from '../kernel/brand.js';
import { isPost } from './staff-posts.js';
import { planStaff } from './staff.js';

test.each([
  ...['Vacancy', 'VACANT', 'Vacancy 2', 'Vacant (Maths)', 'TBC', 'T.B.C.', 'TBA', 'tbc tbc', 'To be appointed', 'To be confirmed - RE'],
  ...['Unfilled', 'Post vacant', 'Vacant post', 'Position unfilled', 'Maternity cover', 'Maternity Leave Cover', 'Paternity cover (PE)'],
  ...['RE teacher – vacancy', 'Not yet appointed', '[Vacancy]', 'New starter'],
])('“%s” is a post', (name) => expect(isPost(name)).toBe(true));

test.each([
  'Jane Smith TBC',
  'Jane Smith',
  'Tba Okoye-Vane',
  'Vacante Rossi',
  'Ann Cover',
  'Tom Post',
  'Newton Starter',
  'Supply Cover',
  '',
])('“%s” is no such post', (name) => expect(isPost(name)).toBe(false));

describe('the rows of posts in a staff list', () => {
  const look = { subject: () => undefined, phase: () => undefined, isMember: () => false, today: '2026-09-07' as Day };
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
    expect(keptOut).toEqual([]);
  });
});
