import type { Day } from '../kernel/brand.js';
import { corrected, letterOf } from './columns.js';
import { CHOOSE_AMONG_MEMBERS, afterImport, type CalledMember } from './staff-managers.js';
import { planStaff } from './staff.js';

const HEADERS = ['Name', 'Email', 'Line manager', 'Job title', 'Leaving date'];
const rowsOf = (...lines: readonly string[]) =>
  lines.map((line, index) => ({
    row: index + 2,
    cells: Object.fromEntries(HEADERS.map((_, at) => [letterOf(at), line.split('|')[at] ?? ''])),
  }));
/** Reads rows beside the members of a school, by the key of their name. */
const planOf = (
  rows: ReturnType<typeof rowsOf>,
  members: Readonly<Record<string, readonly CalledMember[]>> = {},
  joined: ReadonlyMap<string, string> = new Map(),
) =>
  planStaff(HEADERS, rows, {
    subjects: () => [],
    phase: () => undefined,
    isMember: (email) => Object.values(members).some((of) => of.some((one) => one.email === email)),
    membersCalled: (key) => members[key] ?? [],
    joined,
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

  test('whose two records were joined is one person, under either address, and never their own manager', () => {
    const joined = new Map([['s2@a.example', 's1@a.example']]);
    const members = {
      sarahsmith: [{ email: 's1@a.example', name: 'Sarah Smith' }],
      'family smith': [{ email: 's1@a.example', name: 'Sarah Smith' }],
    };
    const ben = (named: string) => `Ben Okafor|ben@a.example|${named}`;
    const managers = (rows: readonly string[]) => managersOf(planOf(rowsOf(...rows), members, joined));
    expect(managers([...TWINS, ben('Smith, Mrs Sarah')])[2]).toBe('s1@a.example');
    expect(managers([TWINS[1] ?? '', ben('Sarah Smith')])[1]).toBe('s2@a.example');
    const likely = planOf(rowsOf(...TWINS, ben('S Smith')), members, joined);
    expect(likely.problems.map(({ choices }) => choices)).toEqual([['Sarah Smith']]);
    for (const named of ['Sarah Smith', 's1@a.example'])
      expect(planOf(rowsOf(`Sarah Smith|s2@a.example|${named}`), members, joined).problems[0]?.message).toMatch(
        /people cannot be their own/i,
      );
  });

  test('is corrected by the address of one of them', () => {
    const rows = corrected(rowsOf('Sarah Smith|s1@a.example|Sarah Smith', TWINS[1] ?? ''), [{ row: 2, letter: 'C', text: 's2@a.example' }]);
    const plan = planOf(rows as ReturnType<typeof rowsOf>);
    expect([managersOf(plan), plan.problems]).toEqual([['s2@a.example', null], []]);
  });
});

/** What is said of the manager of a row, and what can be chosen. */
const saidOf = ({ problems }: ReturnType<typeof planOf>, row: number) =>
  problems.filter((one) => one.row === row && one.column === 'Line manager').map(({ message, choices }) => ({ message, choices }));

describe('a line manager whose namesake is in a row that is not imported', () => {
  const NEXT = 'Xena Day|x@a.example|Tim Boker';
  const SECOND = 'Tim Boker|tim2@a.example||Caretaker';

  test.each([
    ['Tim Boker|tim1@a.example; tim@home.example||Deputy', 'row 2, not imported'],
    ['Tim Boker|||Deputy', 'row 2, not imported'],
    ['Boker, Mr Tim (mat leave)|x||Deputy', 'row 2, not imported'],
    ['Tim Boker|tim1@a.example||Deputy|31/08/2026', 'tim1@a.example, row 2, has left'],
    ['Tim Boker|||Deputy|left', 'row 2, has left'],
  ])('“%s” is doubtful: the other is a choice and never taken', (first, told) => {
    const plan = planOf(rowsOf(first, SECOND, NEXT));
    expect(managersOf(plan)).toEqual([null, null]);
    expect(saidOf(plan, 4)).toEqual([
      {
        message: `More than one person is called Tim Boker: tim2@a.example, Caretaker, row 3; ${told}. We leave the line manager out. Choose one, or enter their email address.`,
        choices: ['tim2@a.example'],
      },
    ]);
  });

  test('and is a member, or the person themselves: is doubtful as well', () => {
    const left = 'Tim Boker|tim1@a.example||Deputy|31/08/2026';
    const member = planOf(rowsOf(left, NEXT), { timboker: [{ email: 'tim2@a.example' }] });
    expect([managersOf(member), saidOf(member, 3)[0]?.choices]).toEqual([[null], ['tim2@a.example']]);
    const self = planOf(rowsOf(left, 'Tim Boker|tim2@a.example|Tim Boker'));
    expect(saidOf(self, 3)).toEqual([
      {
        message:
          'More than one person is called Tim Boker: this person, tim1@a.example, row 2, has left. We leave the line manager out. Enter the line manager’s email address instead.',
        choices: undefined,
      },
    ]);
  });

  test('is one person where the row that is kept out has their address, too', () => {
    const again = planOf(rowsOf('Tim Boker|tim2@a.example', 'Tim Boker|tim2@a.example', NEXT));
    expect(managersOf(again)).toEqual([null, 'tim2@a.example']);
    const member = planOf(rowsOf('Tim Boker|tim1@a.example, tim2@a.example', NEXT), { timboker: [{ email: 'tim2@a.example' }] });
    expect(managersOf(member)).toEqual(['tim2@a.example']);
  });

  test.each([
    ['Tim Boker|tim1@a.example|||31/08/2026', 'they have left', 'To add one, enter their full name or email address.'],
    ['Tim Boker|tim1', 'we do not import it', 'Correct that row to add them.'],
  ])('“%s” and nobody else: the row is named', (first, why, ask) => {
    const [said] = saidOf(planOf(rowsOf(first, NEXT)), 3);
    expect(said).toEqual({
      message: `Only row 2 has the name Tim Boker, and ${why}. We leave the line manager out. ${ask}`,
      choices: undefined,
    });
    expect(afterImport(said?.message ?? '')).not.toContain(ask);
  });
});

describe('a line manager in another form than their name', () => {
  const PEOPLE = [
    'Okonkwo, Mr John|jo@a.example||Deputy Headteacher',
    'Ahmed-Khan, Ms Fatima|f@a.example||Head of Maths',
    'John Smith|js@a.example',
    'Jane Smith|jane@a.example',
    'María José de la Cruz|mj@a.example',
    'Anthony Head|ah@a.example||Headteacher',
  ];
  const named = (text: string, members = {}) => {
    const plan = planOf(rowsOf(...PEOPLE, `Xena Day|x@a.example|${text}`), members);
    expect(managersOf(plan).at(-1)).toBeNull();
    return saidOf(plan, PEOPLE.length + 2);
  };

  test.each([
    ['Mr J Okonkwo', ['John Okonkwo']],
    ['Okonkwo', ['John Okonkwo']],
    ['Mr Okonkwo', ['John Okonkwo']],
    ['J. Okonkwo', ['John Okonkwo']],
    ['J.Okonkwo', ['John Okonkwo']],
    ['Okonkwo, J', ['John Okonkwo']],
    ['OKONKWO John', ['John Okonkwo']],
    ['Jonathan Okonkwo', ['John Okonkwo']],
    ['John Okonkwo (Deputy)', ['John Okonkwo']],
    ['Ahmed F', ['Fatima Ahmed-Khan']],
    ['Ms F Ahmed', ['Fatima Ahmed-Khan']],
    ['SMITH John', ['John Smith']],
    ['Jo Smith', ['John Smith', 'Jane Smith']],
    ['J Smith', ['John Smith', 'Jane Smith']],
    ['Mrs de la Cruz', ['María José de la Cruz']],
    ['Mr Head', ['Anthony Head']],
  ])('“%s” is not found, and whom it may be can be chosen', (text, choices) => {
    const [said] = named(text);
    expect(said?.choices).toEqual(choices);
    expect(said?.message).toMatch(/^“.+” may be .+ We leave the line manager out\. Choose one, or enter a full name or email address\.$/);
    const rows = corrected(rowsOf(...PEOPLE, `Xena Day|x@a.example|${text}`), [{ row: 8, letter: 'C', text: choices[0] ?? '' }]);
    expect(managersOf(planOf(rows as ReturnType<typeof rowsOf>)).at(-1)).toContain('@');
  });

  test('is told with their job and their row', () => {
    expect(named('Mr J Okonkwo')[0]?.message).toBe(
      '“Mr J Okonkwo” may be John Okonkwo (jo@a.example, Deputy Headteacher, row 2). We leave the line manager out. Choose one, or enter a full name or email address.',
    );
  });

  test.each(['Mary Okonkwo', 'B Smith', 'Jon', 'Mrs'])('“%s” is nobody', (text) => {
    expect(named(text)).toEqual([
      {
        message: `We could not find a person called “${text}”. We leave the line manager out. To add one, enter their full name or email address.`,
        choices: undefined,
      },
    ]);
  });

  test('may be a member; of two with one name the address is the choice, where it may be read', () => {
    const members = {
      'family lovell': [
        { name: 'Jan Lovell', email: 'jan@a.example' },
        { name: 'Jo Lovell', email: 'j1@a.example' },
        { name: 'Jo Lovell', email: 'j2@a.example', isHidden: true as const },
      ],
      'family okonkwo': [{ name: 'John Okonkwo', email: 'jo@a.example' }],
    };
    expect(named('J Lovell', members)[0]?.choices).toEqual(['Jan Lovell', 'j1@a.example']);
    expect(named('Okonkwo', members)[0]?.choices).toEqual(['John Okonkwo']);
    expect(named('J Lovell', members)[0]?.message).not.toContain('j2@');
  });

  test.each(['Headteacher', 'Deputy Head', 'Head of maths'])('“%s” is a job: who alone has it can be chosen', (text) => {
    const [said] = named(text);
    expect(said?.message).toMatch(/^“.+” is a job and not a name\. .+ has this job\. We leave/);
    expect(said?.choices).toHaveLength(1);
  });

  test.each(['SLT', 'Assistant Headteacher', 'Head of Art', 'Maths leader'])('“%s” is a job that nobody has', (text) => {
    expect(named(text)).toEqual([
      {
        message: `“${text}” is a job and not a name. We leave the line manager out. To add one, enter their full name or email address.`,
        choices: undefined,
      },
    ]);
  });

  test.each(['N/A', 'NA', 'n/a', 'none', '-', '–', 'TBC', 'Vacant', 'not applicable'])('“%s” is nobody to be looked for', (text) => {
    expect(named(text)).toEqual([]);
  });

  test('of whom hundreds have the family name is looked for no further', () => {
    const many = Array.from({ length: 201 }, (_, at) => `Jan Smith${at < 200 ? '' : '-Lee'}|p${at}@a.example`);
    expect(saidOf(planOf(rowsOf(...many.slice(1), 'Xena Day|x@a.example|J Smith')), 202)[0]?.choices).toHaveLength(6);
    expect(saidOf(planOf(rowsOf(...many, 'Xena Day|x@a.example|J Smith')), 203)[0]?.choices).toBeUndefined();
  });

  test('is told without “enter” once the import is done', () => {
    for (const text of ['Okonkwo', 'SLT', 'Nobody Known'])
      expect(afterImport(named(text)[0]?.message ?? '')).toMatch(new RegExp(`out\\. ${CHOOSE_AMONG_MEMBERS}$`));
  });
});

describe('a line manager by a short form or initials', () => {
  const names = ['Karen Abbott|ka@a.example||Head', 'William Brook|wb@a.example||Deputy'];

  test.each([
    ['KA', 'Karen Abbott'],
    ['K.A.', 'Karen Abbott'],
    ['Bill Brook', 'William Brook'],
    ['Will Brook', 'William Brook'],
  ])('%s is offered as %s, and nobody is taken', (written, name) => {
    const plan = planOf(rowsOf(`Ann Ray|ann@a.example|${written}`, ...names));
    expect(managersOf(plan)[0]).toBeNull();
    expect(plan.problems).toMatchObject([{ row: 2, choices: [name], message: expect.stringContaining(`“${written}” may be ${name}`) }]);
  });

  test('who is called otherwise, or has other initials, is not', () => {
    const plan = planOf(rowsOf('Ann Ray|ann@a.example|KB', 'Bo Lee|bo@a.example|Bob Brook', ...names));
    expect(plan.problems.map(({ choices }) => choices)).toEqual([undefined, undefined]);
  });

  test.each(['HT', 'H.T.', 'AHT', 'DHT', 'HOD', 'DH', 'TA', 'HR', 'PE'])(
    '“%s” is a job, and nobody with these initials is meant',
    (named) => {
      const [first, second = '', third = ''] = named.replaceAll('.', '').split('');
      const cook = `${first}ann ${third && `${second}ed `}${third || second}urner|cook@a.example||Cook`;
      const message = () => planOf(rowsOf(`Ann Ray|ann@a.example|${named}|Teacher`, cook)).problems[0]?.message;
      expect(message()).toBe(
        `“${named}” is a job and not a name. We leave the line manager out. To add one, enter their full name or email address.`,
      );
    },
  );

  test('a job goes before initials, whichever it is', () => {
    const said = (named: string, job: string) =>
      planOf(rowsOf(`Ann Ray|ann@a.example|${named}|Teacher`, 'Helen Turner|h@a.example||Cook', `Bo Lee|bo@a.example||${job}`)).problems[0];
    expect(said('HT', 'Headteacher')).toMatchObject({ choices: ['Bo Lee'] });
    expect(said('H.T.', 'Headteacher')).toMatchObject({ choices: ['Bo Lee'] });
    expect(said('HTS', 'HTS')).toMatchObject({ choices: ['Bo Lee'] });
    expect(said('BL', 'Headteacher')).toMatchObject({ choices: ['Bo Lee'] });
  });

  test('members are asked for once for each family name, however many texts have it', () => {
    const asked: string[] = [];
    planStaff(HEADERS, rowsOf(...Array.from({ length: 50 }, (_, at) => `Ann Ray|a${at}@a.example|Q${'abcdefghij'[at % 10]}${at} Smith`)), {
      subjects: () => [],
      phase: () => undefined,
      isMember: () => false,
      membersCalled: (key) => {
        asked.push(key);
        return [];
      },
      today: '2026-11-25' as Day,
    });
    expect(asked.filter((key) => key === 'family smith')).toHaveLength(1);
  });
});

describe('two people who are each other’s line managers', () => {
  test('are imported so, with one note at the first of them, also where they are named and not addressed', () => {
    const plan = planOf(rowsOf('Al Ash|al@a.example|Bo Birch', 'Bo Birch|BO@a.example|al@a.example', 'Cy Fir|cy@a.example|al@a.example'));
    expect(managersOf(plan)).toEqual(['bo@a.example', 'al@a.example', 'al@a.example']);
    expect(plan.problems).toMatchObject([
      {
        ...{ row: 2, who: 'Al Ash', letter: 'C', weight: 'note' },
        message: 'Al Ash and Bo Birch, row 3, are each other’s line managers. If one of the two is not so, correct it.',
      },
    ]);
  });
});

describe('the row in which a file ends', () => {
  const [whole, half] = rowsOf('Al Ash|al@school.org.uk', 'Bo Birch|bo@school.org');
  const rows = [whole, { ...half, cutOff: 'B' }].filter((one) => one !== undefined) as ReturnType<typeof rowsOf>;

  test('is kept out with what may be half, until that cell is confirmed or corrected', () => {
    const plan = planOf(rows);
    expect(plan.staff.map(({ name }) => name)).toEqual(['Al Ash']);
    expect(plan.problems).toMatchObject([
      {
        ...{ row: 3, who: 'Bo Birch', column: 'Email', letter: 'B', text: 'bo@school.org', weight: 'error', choices: ['bo@school.org'] },
        message: 'The file may have been cut off here, after “bo@school.org”. Check it against the list that you exported.',
      },
    ]);
    // A member whom it names is no leaver.
    expect(plan.keptOut).toMatchObject([{ row: 3, email: 'bo@school.org' }]);
    for (const text of ['bo@school.org', 'bo@school.org.uk'])
      expect(planOf(corrected(rows, [{ row: 3, letter: 'B', text }]) as typeof rows).staff.map(({ email }) => email)).toEqual([
        'al@school.org.uk',
        text,
      ]);
  });
});
