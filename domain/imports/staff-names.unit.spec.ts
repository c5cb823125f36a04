import type { Day } from '../kernel/brand.js';
import { letterOf } from './columns.js';
import type { CalledMember } from './staff-managers.js';
import { planStaff, type StaffLookups } from './staff.js';

const look: StaffLookups = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-11-25' as Day };
/** A file as its lines read, split by `|`. */
function planOf(...lines: readonly string[]) {
  const [headers = [], ...rows] = lines.map((line) => line.split('|'));
  const cells = (row: readonly string[]) => Object.fromEntries(headers.map((_, index) => [letterOf(index), row[index] ?? '']));
  return planStaff(
    headers,
    rows.map((row, index) => ({ row: index + 2, cells: cells(row) })),
    look,
  );
}
const saidOf = (...lines: readonly string[]) => planOf(...lines).problems.map(({ row, weight, message }) => `${row} ${weight}: ${message}`);

describe('names in a list of staff', () => {
  test('a name that cannot be seen is no name', () => {
    const { staff, problems } = planOf('Name|Email', '\u200b|zwsp@odd.example', '…|dots@odd.example');
    expect(staff).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual(['Enter the name.', 'Enter a name with at least one letter.']);
  });

  test('with a web or email address in them are errors, with what is left of them to choose', () => {
    const { staff, problems } = planOf(
      'Name|Email',
      'Visit http://evil.test/login now|a@odd.example',
      'Ann Ray <ann@odd.example>|ann@odd.example',
      'www.evil.com|b@odd.example',
      'Dr.Smith|c@odd.example',
    );
    expect(staff.map(({ name }) => name)).toEqual(['Dr.Smith']);
    expect(problems.map(({ row, weight, column, choices }) => ({ row, weight, column, choices }))).toEqual([
      { row: 2, weight: 'error', column: 'Name', choices: ['Visit now'] },
      { row: 3, weight: 'error', column: 'Name', choices: ['Ann Ray'] },
      { row: 4, weight: 'error', column: 'Name', choices: [] },
    ]);
    expect(problems[0]?.message).toMatch(/^Enter the name without a web or email address\./);
  });

  test('the same in each part of them', () => {
    const { staff, problems } = planOf(
      'Title|First name|Last name|Known as|Email',
      'evil.com|Ann|Ray||a@odd.example',
      'Ms|Ann|Ray|evil.com|b@odd.example',
    );
    expect(staff).toEqual([]);
    expect(problems.map(({ row, column, weight }) => [row, column, weight])).toEqual([
      [2, 'Title', 'error'],
      [3, 'Known as', 'error'],
    ]);
  });

  test('what turns a sentence round is left out, and said to be', () => {
    const { staff, problems } = planOf('Name|Email', '\u202eevil Name|rlo@odd.example');
    expect(staff[0]?.name).toBe('evil Name');
    expect(problems).toEqual([
      {
        ...{ row: 2, who: 'evil Name', column: 'Name', letter: 'A', text: 'evil Name' },
        ...{ weight: 'note', message: 'It has hidden characters (U+202E). We leave them out.' },
      },
    ]);
  });

  test('titles are known and kept apart', () => {
    const { staff } = planOf('Name|Email', 'Mrs Ann Ray|a@odd.example', 'Dr John Oyelaran|j@odd.example', 'Jones, Mr Mark|m@odd.example');
    expect(staff.map(({ name, names }) => ({ name, ...names }))).toEqual([
      { name: 'Ann Ray', title: 'Mrs' },
      { name: 'John Oyelaran', title: 'Dr' },
      { name: 'Mark Jones', title: 'Mr', given: 'Mark', family: 'Jones' },
    ]);
  });

  test('several titles before a given name are no part of it', () => {
    const { staff } = planOf('Name|Email', 'Smith, Rev Dr Paul|p@odd.example', 'Rev Dr Paul Smith|q@odd.example');
    expect(staff.map(({ name, names }) => [name, names.title])).toEqual([
      ['Paul Smith', 'Rev'],
      ['Paul Smith', 'Rev'],
    ]);
  });

  test('a column of surnames may hold whole names', () => {
    const { staff } = planOf(
      'First name|Surname|Email',
      '|Ray, Mrs Ann|a@odd.example',
      'Bo|Lee, Mr Bo|b@odd.example',
      'Cy|Mr Fox|c@odd.example',
      'Di|Fen, MBE|d@odd.example',
    );
    expect(staff.map(({ name, names }) => [name, names.title])).toEqual([
      ['Ann Ray', 'Mrs'],
      ['Bo Lee', 'Mr'],
      ['Cy Fox', 'Mr'],
      ['Di Fen, MBE', undefined],
    ]);
  });

  test('a title alone is no name, and two titles are two people', () => {
    expect(saidOf('Name|Email', 'Mrs|a@odd.example', 'Mr & Mrs Ray|b@odd.example', 'Mr. and Mrs Lee|c@odd.example')).toEqual([
      '2 error: “Mrs” is a title and no name. Enter the name.',
      '3 note: “Mr & Mrs Ray” may be two people. Give each a row and an email address of their own.',
      '4 note: “Mr. and Mrs Lee” may be two people. Give each a row and an email address of their own.',
    ]);
  });

  test('people called Lord or Lady are people', () => {
    const { staff, problems } = planOf('Name|Email', 'Mrs Lord|l@odd.example', 'Dr Lady|y@odd.example', 'Lord, Mrs|m@odd.example');
    expect([staff.length, problems]).toEqual([3, []]);
  });

  test('a letter that cannot be read is told by its row: a name with one is not imported, other words are left out', () => {
    const lines = ['Name|Email|Job title|Line manager', 'Andr\ufffd|a@a.example||', 'Ann|ann@a.example|Fran\ufffdais|Andr\ufffd'];
    expect(planOf(...lines).staff).toMatchObject([{ name: 'Ann', jobTitle: '', lineManager: null }]);
    expect(saidOf(...lines)).toEqual([
      '2 error: “Andr\ufffd” has a letter that we cannot read. Correct it here or in the file.',
      '3 note: “Fran\ufffdais” has a letter that we cannot read. We leave it out.',
      '3 note: “Andr\ufffd” has a letter that we cannot read. We leave it out.',
    ]);
  });

  test('a name in capitals is turned round and written in small letters, and found as somebody’s line manager', () => {
    const lines = ['Name|Email|Line manager', 'SMITH, JOHN|j@a.example|', 'RAY, ANN|ann@a.example|John Smith', 'JJ Ray|jj@a.example|'];
    expect(planOf(...lines).staff.map(({ name, lineManager }) => [name, lineManager])).toEqual([
      ['John Smith', null],
      ['Ann Ray', 'j@a.example'],
      ['JJ Ray', null],
    ]);
    expect(saidOf(...lines)).toEqual(['2 note: We write the name as “John Smith”.', '3 note: We write the name as “Ann Ray”.']);
    expect(planOf('Name|Email', 'JONES, Mr Mark|m@a.example').staff[0]).toMatchObject({
      name: 'Mark Jones',
      names: { title: 'Mr', given: 'Mark', family: 'Jones' },
    });
    expect(planOf('First name|Surname|Email', 'Cath|WILLIAMS|c@a.example').staff[0]).toMatchObject({ name: 'Cath Williams' });
  });

  test('a title that is a given name as well is one only in a column of its own', () => {
    const whole = planOf('Name|Email', 'Imam Ahmed Khan|i@a.example');
    expect(whole.staff[0]).toMatchObject({ name: 'Imam Ahmed Khan', names: {} });
    const parts = planOf('Title|First name|Last name|Email', '|Imam Ahmed|Khan|i@a.example', 'imam|Ahmed|Khan|a@a.example');
    expect(parts.staff.map(({ names }) => names)).toEqual([
      { given: 'Imam Ahmed', family: 'Khan' },
      { title: 'Imam', given: 'Ahmed', family: 'Khan' },
    ]);
  });

  test('columns of parts are read, with or without a column of whole names, empty or not', () => {
    const parts = { title: 'Ms', given: 'Ann', family: 'Ray' };
    for (const [headers, row] of [
      ['Title|First name|Last name|Email', 'ms|Ann|Ray|ann@a.example'],
      ['Name|First name|Last name|Email|Title', '|Ann|Ray|ann@a.example|Ms.'],
      ['Name|Forename|Surname|Email', 'Ann Ray|Ms Ann|Ray|ann@a.example'],
    ] as const)
      expect(planOf(headers, row).staff).toMatchObject([{ name: 'Ann Ray', names: parts }]);
  });

  test('a preferred name is the one that is used', () => {
    const { staff } = planOf('First name|Preferred name|Last name|Email', 'Oluwaseun|Seun|Adeyemi|seun@a.example');
    expect(staff[0]).toMatchObject({ name: 'Seun Adeyemi', names: { given: 'Seun', family: 'Adeyemi' } });
  });

  test('a given name is never the first word of a whole name', () =>
    expect(planOf('Name|Email', 'Nguyễn Thị Hạnh|h@a.example').staff[0]?.names).toEqual({}));

  test.each([
    ["Siobhán O'Brien", 'Siobhán O’Brien'],
    ['Zoe\u0308 W\u0302yn', 'Zo\u00eb \u0174yn'],
    ['Lukasz Zolc', 'Łukasz Żółć'],
    ['Jones, Mr Mark', 'Mark Jones'],
    ['MRS ANN RAY', 'Ann Ray'],
  ])('the line manager %s is %s', (written, name) => {
    const { staff, problems } = planOf('Name|Email|Line manager', `Ben Okafor|ben@a.example|${written}`, `${name}|s@a.example|`);
    expect([staff[0]?.lineManager, problems]).toEqual(['s@a.example', []]);
  });

  test('an address is cleaned of what cannot be seen, and an apostrophe before it is asked about', () => {
    const { staff, problems } = planOf('Name|Email', 'Ann Ray|\u200bann@a.example', "Fi Ray|'fi@a.example", "Ed Ray|o'brien@a.example");
    expect(staff.map(({ email }) => email)).toEqual(['ann@a.example', "o'brien@a.example"]);
    expect(problems.map(({ row, weight, message }) => `${row} ${weight}: ${message}`)).toEqual([
      '2 note: It has hidden characters (U+200B). We leave them out.',
      "3 error: “'fi@a.example” begins with an apostrophe. Is it fi@a.example? Correct it in the file.",
    ]);
    const unknown = planOf('Name|Email', "Ann Ray|'not known");
    expect(unknown.problems).toMatchObject([{ message: "“'not known” is not an email address." }]);
    expect(unknown.problems[0]?.choices).toBeUndefined();
    expect(unknown.keptOut).toEqual([{ row: 2, name: 'ann ray' }]);
  });

  test('a start date that cannot be meant is left out, and its person is imported', () => {
    const starts = ['01/09/2062', '01/01/1900', '2025-09-011', '31/04/2026', 'Sept 2023', '1.9.24', '44444', '01/09/2027', '01/09/1970'];
    const lines = ['Name|Email|Start date', ...starts.map((start, n) => `Ann|a${n}@a.example|${start}`)];
    expect(saidOf(...lines)).toEqual([
      '2 note: “01/09/2062” is more than a year ahead, so we leave it out. Check the year.',
      '3 note: “01/01/1900” is more than 60 years ago, so we leave it out. Check the year.',
      ...['2025-09-011', '31/04/2026'].map(
        (start, n) =>
          `${n + 4} note: “${start}” is not a date, so we leave it out. Write the day, the month and the year, as in 01/09/2026.`,
      ),
      '6 note: “Sept 2023” is a month without a day, so we leave it out. To import it, write the first day, as in 01/09/2023.',
      '8 note: “44444” is a number without the format of a date. It may be 5 September 2021 or 6 September 2025, so we leave it out.',
      '9 note: Their first day is 1 September 2027, which has not come yet.',
    ]);
    expect(planOf(...lines).problems.find(({ row }) => row === 8)?.choices).toEqual(['5 September 2021', '6 September 2025']);
    const dates = ['2024-09-01', null, '2027-09-01', '1970-09-01'];
    expect(planOf(...lines).staff.map(({ startDate }) => startDate)).toEqual([...Array<null>(5).fill(null), ...dates]);
  });

  test('a day ahead that many share is the start of a term, and noted once; another stays with its row', () => {
    const starts = [...Array<string>(5).fill('01/09/2027'), '1 Sept 2027', '02/09/2027'];
    const lines = ['Name|Email|Start date', ...starts.map((start, n) => `Ann|a${n}@a.example|${start}`)];
    expect(saidOf(...lines)).toEqual([
      '0 note: 6 people start on 1 September 2027, which has not come yet.',
      '8 note: Their first day is 2 September 2027, which has not come yet.',
    ]);
    const few = ['Name|Email|Start date', ...starts.slice(3).map((start, n) => `Ann|a${n}@a.example|${start}`)];
    expect(saidOf(...few)).toHaveLength(4);
    expect(planOf(...lines).problems[0]).toMatchObject({ row: 0, column: 'Start date' });
  });

  test('a title or a preferred name that cannot be read is left out as well', () => {
    const lines = ['Title|First name|Known as|Last name|Email', 'D\ufffd|Ann|Ann\ufffd|Ray|ann@a.example'];
    expect(planOf(...lines).staff).toMatchObject([{ name: 'Ann Ray', names: { given: 'Ann', family: 'Ray' } }]);
    expect(saidOf(...lines).every((said) => said.startsWith('2 note: '))).toBe(true);
  });
});

describe('a line manager who is of the school and not in the file', () => {
  const called: Readonly<Record<string, readonly CalledMember[]>> = {
    temidhillon: [{ email: 'temi@northfield.example' }],
    annray: [
      { email: 'a@northfield.example', job: 'Head' },
      { email: 'ray@northfield.example' },
      { email: 'no@x.example', job: 'Clerk', isHidden: true },
    ],
  };
  const plan = (manager: string) => {
    const cells = { A: 'Ben Okafor', B: 'ben@northfield.example', C: manager };
    return planStaff(['Name', 'Email', 'Line manager'], [{ row: 2, cells }], { ...look, membersCalled: (key) => called[key] ?? [] });
  };

  test.each(['Temi Dhillon', 'Ms Temi Dhillon', 'DHILLON, Temi', 'Temi Dhíllon'])('is found as %s', (written) =>
    expect(plan(written)).toMatchObject({ staff: [{ lineManager: 'temi@northfield.example' }], problems: [] }),
  );

  test('is asked for by address where several have the name, or nobody has', () => {
    const [problem] = plan('Ann Ray').problems;
    expect(problem?.message).toBe(
      'More than one person is called Ann Ray: a@northfield.example, Head, a member already; ray@northfield.example, a member already; Clerk, a member already. We leave the line manager out. Choose one, or enter their email address.',
    );
    // [AD8] An address that the importer may not read is no choice.
    expect(problem?.choices).toEqual(['a@northfield.example', 'ray@northfield.example']);
    expect(plan('Jo Bloggs').problems[0]?.message).toBe(
      'We could not find a person called “Jo Bloggs”. We leave the line manager out. To add one, enter their full name or email address.',
    );
  });
});

describe('the domain of an address', () => {
  const notes = (...emails: readonly string[]) => saidOf('Name|Email', ...emails.map((email, n) => `Person ${n}|${email}`));
  const most = (count: number) => Array.from({ length: count }, (_, n) => `p${n}@northfield.example`);

  test('is noticed where it is nearly that of most others', () =>
    expect(notes(...most(3), 'ann@northfeild.example')).toEqual([
      '5 note: ann@northfeild.example does not end in “@northfield.example”, as 3 of 4 addresses here do. Check it before you import.',
    ]));

  test('is noticed where it stands alone beside many', () => {
    expect(notes(...most(5), 'ann@mail.example')).toHaveLength(1);
    expect(notes(...most(4), 'ann@mail.example')).toEqual([]);
    expect(notes(...most(12), 'ann@mail.example', 'bo@mail.example')).toEqual([]);
  });
});
