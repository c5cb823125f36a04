import type { Day } from '../kernel/brand.js';
import { corrected, letterOf } from './columns.js';
import type { CalledMember } from './staff-managers.js';
import { planStaff } from './staff.js';

const HEADERS = ['Name', 'Email', 'Line manager', 'Job title'];
const rowsOf = (...lines: readonly string[]) =>
  lines.map((line, index) => ({
    row: index + 2,
    cells: Object.fromEntries(HEADERS.map((_, at) => [letterOf(at), line.split('|')[at] ?? ''])),
  }));
/** Reads rows beside the members of a school, by the key of their name. */
const planOf = (rows: ReturnType<typeof rowsOf>, members: Readonly<Record<string, readonly CalledMember[]>> = {}) =>
  planStaff(HEADERS, rows, {
    subject: () => undefined,
    phase: () => undefined,
    isMember: (email) => Object.values(members).some((of) => of.some((one) => one.email === email)),
    membersCalled: (key) => members[key] ?? [],
    today: '2026-11-25' as Day,
  });
const managersOf = ({ staff }: ReturnType<typeof planOf>) => staff.map(({ lineManager }) => lineManager);

const TWINS = ['Sarah Smith|s1@a.example||Teacher', 'Sarah Smith|s2@a.example||Head'];

describe('a line manager of the same name', () => {
  test('as the person, in the list: is doubtful, with the other told apart, and nobody is taken', () => {
    const plan = planOf(rowsOf('Sarah Smith|s1@a.example|Sarah Smith|Teacher', TWINS[1] ?? ''));
    expect(managersOf(plan)).toEqual([null, null]);
    expect(plan.problems).toEqual([
      {
        ...{ row: 2, who: 'Sarah Smith', column: 'Line manager', letter: 'C', text: 'Sarah Smith', weight: 'note', isUndone: true },
        message:
          'More than one person is called Sarah Smith: this person, s2@a.example, Head, row 3. We leave the line manager out. Choose one, or enter their email address.',
        choices: ['s2@a.example'],
      },
    ]);
  });

  test('as the person, at the school alone: the same', () => {
    const plan = planOf(rowsOf('Sarah Smith|s1@a.example|SMITH, Sarah'), { sarahsmith: [{ email: 's2@a.example', job: 'Head' }] });
    expect(managersOf(plan)).toEqual([null]);
    expect(plan.problems).toMatchObject([{ choices: ['s2@a.example'], isUndone: true }]);
    expect(plan.problems[0]?.message).toContain('this person, s2@a.example, Head, a member already.');
  });

  test('as the person, and nobody else: is told as that', () => {
    const rows = rowsOf('Sarah Smith|s1@a.example|Mrs Sarah Smith');
    for (const members of [{}, { sarahsmith: [{ email: 's1@a.example' }] }]) {
      const plan = planOf(rows, members);
      expect(managersOf(plan)).toEqual([null]);
      expect(plan.problems.map(({ message, choices, isUndone }) => ({ message, choices, isUndone }))).toEqual([
        {
          message: 'Only this person is called Mrs Sarah Smith, and people cannot be their own line manager. We leave it out.',
          choices: undefined,
          isUndone: true,
        },
      ]);
    }
  });

  test('as two rows, or as a row and a member: is doubtful for everybody else as well', () => {
    const two = planOf(rowsOf(...TWINS, 'Ben Okafor|ben@a.example|Sarah Smith'));
    expect([managersOf(two)[2], two.problems[0]?.choices]).toEqual([null, ['s1@a.example', 's2@a.example']]);
    const member = planOf(rowsOf(TWINS[0] ?? '', 'Ben Okafor|ben@a.example|Sarah Smith'), { sarahsmith: [{ email: 's2@a.example' }] });
    expect([managersOf(member)[1], member.problems[0]?.choices]).toEqual([null, ['s1@a.example', 's2@a.example']]);
  });

  test('as a member who is in the list under their address: is one person', () => {
    const rows = rowsOf(TWINS[0] ?? '', 'Ben Okafor|ben@a.example|Sarah Smith');
    expect(managersOf(planOf(rows, { sarahsmith: [{ email: 's1@a.example' }] }))).toEqual([null, 's1@a.example']);
  });

  test('is corrected by the address of one of them', () => {
    const rows = corrected(rowsOf('Sarah Smith|s1@a.example|Sarah Smith', TWINS[1] ?? ''), [{ row: 2, letter: 'C', text: 's2@a.example' }]);
    const plan = planOf(rows as ReturnType<typeof rowsOf>);
    expect([managersOf(plan), plan.problems]).toEqual([['s2@a.example', null], []]);
  });
});
