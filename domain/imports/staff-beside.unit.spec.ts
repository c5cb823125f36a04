import type { Day } from '../kernel/brand.js';
import { corrected, letterOf, type CorrectedCell, type RawRow } from './columns.js';
import { staffColumnsOf } from './staff-columns.js';
import { textOver } from './staff-goes-on.js';
import { columnProblem, type ChosenColumns } from './staff-fields.js';
import { planStaff, type StaffLookups } from './staff.js';

const look: StaffLookups = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-11-25' as Day };
const fill = (line: string, width: number): readonly string[] => [...line.split('|'), ...Array<string>(width).fill('')].slice(0, width);

/** A list whose last column is an address: what is read of it, and what is said of it. */
function read(
  headings: string,
  lines: readonly string[],
  how: { readonly columns?: ChosenColumns; readonly cells?: readonly CorrectedCell[]; readonly inFile?: true } = {},
) {
  const headers = [...headings.split('|'), 'Email'];
  const rows = lines.map((line, at): RawRow => {
    const texts = [...fill(line, headers.length - 1), `p${at}@a.example`];
    return { row: at + 2, cells: Object.fromEntries(texts.map((text, index) => [letterOf(index), text])) };
  });
  const { cells = [], columns, inFile } = how;
  const isCorrected = (row: number, letter: string) => cells.some((one) => one.row === row && one.letter === letter);
  const lookups = { ...look, isCorrected, uncorrected: rows, ...(inFile && { inFile }) };
  const { staff, problems } = planStaff(headers, corrected(rows, cells), lookups, columns);
  return { staff, problems, names: staff.map(({ name }) => name), columns: staffColumnsOf(headers, rows, columns) };
}
/** The name of one row alone, and what is said of it. */
function one(headings: string, line: string) {
  const { staff, problems } = read(headings, [line]);
  return { name: staff[0]?.name, said: problems.map(({ column, message }) => `${column}: ${message}`), choices: problems[0]?.choices };
}

describe('a column of whole names that holds half of one', () => {
  test.each([
    ['Name|Surname', 'Zora|Jones', 'Zora Jones', { given: 'Zora', family: 'Jones' }],
    ['Surname|Name', 'Jones|Zora', 'Zora Jones', { given: 'Zora', family: 'Jones' }],
    ['Title|Name|Surname', 'Mrs|Zora|Jones', 'Zora Jones', { title: 'Mrs', given: 'Zora', family: 'Jones' }],
    ['Name|Surname', 'ZORA|JONES', 'Zora Jones', { given: 'Zora', family: 'Jones' }],
    ['Name|Forename', 'Jones|Zora', 'Zora Jones', { given: 'Zora', family: 'Jones' }],
    ['Name|Forename|Surname', 'Jones|Zora|Jones', 'Zora Jones', { given: 'Zora', family: 'Jones' }],
    ['Name|Forename|Surname', 'Zora|Zora|Jones', 'Zora Jones', { given: 'Zora', family: 'Jones' }],
    ['Name|Forename|Surname', 'Liz|Elizabeth|Jones', 'Liz Jones', { given: 'Liz', family: 'Jones' }],
    ['Name|Forename|Surname', 'Jones|Zora|Jones-Smith', 'Zora Jones-Smith', { given: 'Zora', family: 'Jones-Smith' }],
    ['Name|Forename|Surname', 'Zora Anne|Zora Anne|Jones', 'Zora Anne Jones', { given: 'Zora Anne', family: 'Jones' }],
    ['Name|Forename|Surname', 'Van Dyke|Zora|Van Dyke', 'Zora Van Dyke', { given: 'Zora', family: 'Van Dyke' }],
    ['Name|Forename|Surname', 'Mrs|Zora|Jones', 'Zora Jones', { title: 'Mrs', given: 'Zora', family: 'Jones' }],
    ['Display name|First name|Last name', 'bsmith|Bob|Smith', 'Bob Smith', { given: 'Bob', family: 'Smith' }],
    ['Display name|First name|Last name', 'jsmith|J|Smith', 'J Smith', { given: 'J', family: 'Smith' }],
    ['Display name|First name|Last name', 'AnnFox|Ann|Fox', 'Ann Fox', { given: 'Ann', family: 'Fox' }],
    ['Display name|First name|Last name', 'ann.fox|Ann|Fox', 'Ann Fox', { given: 'Ann', family: 'Fox' }],
    ['Display name|First name|Last name', 'AFO|Ann|Fox', 'Ann Fox', { given: 'Ann', family: 'Fox' }],
    ['Display name|First name|Last name', 'AFO|ANN|FOX', 'Ann Fox', { given: 'Ann', family: 'Fox' }],
    ['Display name|First name|Last name', 'fox2|Ann|Fox', 'Ann Fox', { given: 'Ann', family: 'Fox' }],
    ['Display name|First name|Last name', 'liz|Elizabeth|Jones', 'liz Jones', { given: 'liz', family: 'Jones' }],
    ['Name|Surname', 'Jo|Jones', 'Jo Jones', { given: 'Jo', family: 'Jones' }],
    ['Name|Surname', 'Cane|Kane', 'Cane Kane', { given: 'Cane', family: 'Kane' }],
    ['Name|Surname', 'ANN|FOX', 'Ann Fox', { given: 'Ann', family: 'Fox' }],
    ['Name|Surname', 'ann|fox', 'ann fox', { given: 'ann', family: 'fox' }],
    ['Display name|First name|Last name', 'Smith B|Bob|Smith', 'Bob Smith', { given: 'Bob', family: 'Smith' }],
    ['Display name|First name|Last name', 'B. Smith|Bob|Smith', 'Bob Smith', { given: 'Bob', family: 'Smith' }],
    ['Display name|First name|Last name', 'Mrs Fox|Ann|Fox', 'Ann Fox', { title: 'Mrs', given: 'Ann', family: 'Fox' }],
  ])('%s: %s is %s where that is plain', (headings, line, name, names) => {
    const { staff, problems } = read(headings, [line]);
    expect([staff[0]?.name, staff[0]?.names]).toEqual([name, names]);
    expect(problems.filter(({ message }) => !message.startsWith('We write the name'))).toEqual([]);
  });

  test.each([
    ['Name|Surname', 'Mary Ann|Jones', 'Mary Ann', 'Mary Ann Jones'],
    ['Name|Surname', 'Mrs Zora|Jones', 'Mrs Zora', 'Mrs Zora Jones'],
    ['Name|Forename', 'Van Dyke|Zora', 'Van Dyke', 'Zora Van Dyke'],
    ['Name|Known as', 'Jones|Daisy', 'Jones', 'Daisy Jones'],
    ['Display name|First name|Last name', 'Boss|Bob|Smith', 'Boss', 'Bob Smith'],
    ['Name|Surname', 'Fox-Lee|Fox', 'Fox-Lee', 'Fox-Lee Fox'],
    ['Name|Surname', 'McDonald|Mc Donald', 'McDonald', 'McDonald Mc Donald'],
    ['Name|Surname', 'García|García López', 'García', 'García López'],
    ['Name|Surname', 'jsmith|Smith', 'jsmith', 'Smith'],
    ['Name|Surname', 'Zora7|Smith', 'Zora7', 'Smith'],
    ['Name|Forename', 'Annabelle|Ann', 'Annabelle', 'Ann Annabelle'],
    ['Name|Forename', 'Mohamad|Mohammed', 'Mohamad', 'Mohammed Mohamad'],
    ['Name|Forename', 'afox|Ann', 'afox', 'Ann'],
    ['Display name|First name|Last name', 'Zora Smith|Zora|Jones', 'Zora Smith', 'Zora Jones'],
    ['Display name|First name|Last name', 'Anne Jones|Zora|Jones', 'Anne Jones', 'Zora Jones'],
    ['Display name|First name|Last name', 'Bill Brook|Zora|Jones', 'Bill Brook', 'Zora Jones'],
  ])('%s: %s is noted with the other name to choose', (headings, line, name, other) => {
    expect(one(headings, line)).toEqual({
      name,
      said: [
        `${headings.split('|')[0] ?? ''}: By the other columns the name would be “${other}”. We use “${name}”, as it is here. Check which is right.`,
      ],
      choices: [other],
    });
  });

  test.each([
    'Bob Smith|Bob|Smith',
    'Smith, Bob|Bob|Smith',
    'Smith Bob|Bob|Smith',
    'Li Wei|Wei|Li',
    'Bob Smith|Robert|Smith',
    'Cathy Fox|Katherine|Fox',
    'Sue Fox|Susanna|Fox',
    'Wang Xiaoming|Xiao Ming|Wang',
    'Xiao Ming Wang|Xiaoming|Wang',
    'Jörg Müller|Joerg|Mueller',
    '王小明|小明|王',
    'Dr Zoe Ray-Jones|Zoë|Ray Jones',
    'Angus MacDonald|Angus|Mac Donald',
    'Angus McDonald|Angus|Mc Donald',
    "Siobhan O'Neill|Siobhán|O’Neill",
    'María García|María José|García López',
    'Sioned ap Rhys|Sioned|ap Rhys',
    'Omar Al-Sayed|Omar|Alsayed',
    'Fatima Al Sayed|Fatima|Sayed',
    'J R Smith|John|Smith',
    'JR Smith|John|Smith',
    'John Smith|J|Smith',
    'Mary Kate Lee|Mary|Lee',
    'Ann Ray, MBE|Ann|Ray',
    'Zora Jones|Zora|',
    'Zora Jones||Jones',
    'Zora Jones||',
    'Sting|Sting|Sting',
  ])('is not seen in %s', (line) => {
    const { name, said } = one('Display name|First name|Last name', line);
    expect(said).toEqual([]);
    expect([line.split('|')[0], 'Bob Smith']).toContain(name === 'Zoe Ray-Jones' ? `Dr ${name}` : name?.replace('’', "'"));
  });

  test('and a preferred name is no doubt of a whole one', () => {
    expect(one('Name|Known as', 'Margaret Jones|Daisy')).toMatchObject({ name: 'Margaret Jones', said: [] });
    expect(one('Name|Known as', 'Elizabeth|Liz')).toMatchObject({ name: 'Elizabeth', said: [] });
  });

  test('a list with one column of names has people with one name', () => {
    expect(one('Name', 'Sting')).toMatchObject({ name: 'Sting', said: [] });
    expect(one('Name|Title', 'Zora|Mrs')).toMatchObject({ name: 'Zora', said: [] });
  });

  test('what a person corrects to a whole name is said no more; half of one is still half', () => {
    const names = (text: string) => {
      const { names, problems } = read('Name|Forename|Surname', ['Boss|Bob|Smith'], { cells: [{ row: 2, letter: 'A', text }] });
      return [names, problems.length];
    };
    expect(names('Bill Brook')).toEqual([['Bill Brook'], 0]);
    expect(names('Bob')).toEqual([['Bob Smith'], 0]);
  });
});

describe('one part of a name alone, in a list with columns for both', () => {
  test.each([
    ['Forename|Surname', 'Zora|', 'Zora', 'Surname'],
    ['Forename|Surname', '|Smith', 'Smith', 'Forename'],
    ['Forename|Surname', '|Mrs Fox', 'Fox', 'Forename'],
    ['Surname|Known as', 'Van Dyke|', 'Van Dyke', 'Known as'],
    ['Name|Forename|Surname', 'Zora||', 'Zora', 'Surname'],
    ['Name|Forename|Surname', 'Zora|Zora|', 'Zora', 'Surname'],
  ])('%s: %s is noted at the empty cell', (headings, line, name, column) => {
    const said = `${column}: It is empty, so we write the name as “${name}”. If part of the name is missing, enter it.`;
    expect(one(headings, line)).toMatchObject({ name, said: [said] });
  });

  test.each([
    ['Name|Forename|Surname', 'Suharto|-|Suharto', 'Suharto', 'Forename: We read “-”'],
    ['Name|Forename|Surname', 'Suharto|N/A|Suharto', 'Suharto', 'Forename: We read “N/A”'],
    ['Name|Forename|Surname', 'Suharto|FNU|Suharto', 'Suharto', 'Forename: We read “FNU”'],
    ['Name|Forename|Surname', 'Zora|Zora|.', 'Zora', 'Surname: We read “.”'],
    ['Forename|Surname', 'Zora|none', 'Zora', 'Surname: We read “none”'],
    ['Name|Surname', 'Zora|Null', 'Zora', 'Surname: We read “Null”'],
    ['Name|Known as|Surname', 'Jones|-|Jones', 'Jones', 'Known as: We read “-”'],
    ['Name|Surname', 'Null|Fox', 'Fox', 'Name: We read “Null”'],
    ['Surname|Name', 'x|Zora', 'Zora', 'Surname: We read “x”'],
  ])('%s: %s is %s, and that there is no other is said', (headings, line, name, said) =>
    expect(one(headings, line)).toMatchObject({
      name,
      said: [`${said} as no name, so we write the name as “${name}”. If part of the name is missing, enter it.`],
    }),
  );

  test.each([
    ['Forename|Surname|Preferred surname', 'Ann|Fox|-', 'Ann Fox'],
    ['Forename|Surname|Preferred surname', 'Dan|Fox|N/A', 'Dan Fox'],
    ['Forename|Surname|Preferred surname', 'Eve|Fox|Same', 'Eve Fox'],
    ['Forename|Surname|Known as', 'Eve|Fox|as above', 'Eve Fox'],
    ['Name|Forename|Surname', 'Ann Fox|-|-', 'Ann Fox'],
    ['Name|Forename|Surname', '-|Ann|Fox', 'Ann Fox'],
    ['Name|Forename|Surname', 'N/A|Ann|Fox', 'Ann Fox'],
    ['Name|Known as', 'Ann|-', 'Ann'],
    ['Name|Forename|Surname', 'Na Li|Na|Li', 'Na Li'],
    ['Name|Known as|Surname', 'Jones|Bob Jones|Jones', 'Bob Jones'],
    ['Forename|Known as|Surname', 'Robert|Bob Van Dyke|Van Dyke', 'Bob Van Dyke'],
    ['Name|Forename|Known as', 'Jones|Robert|Bob Jones', 'Bob Jones'],
  ])('%s: %s is %s without a word', (headings, line, name) => expect(one(headings, line)).toMatchObject({ name, said: [] }));

  test('a row that says of each part that it is none is of nobody', () =>
    expect(one('Name|Forename|Surname', 'N/A|N/A|N/A')).toMatchObject({ name: undefined, said: ['Name: Enter the name.'] }));

  test('a surname that a person entered is one', () => {
    const corrected = (text: string) => read('Forename|Surname', ['Zora|-'], { cells: [{ row: 2, letter: 'B', text }] }).names;
    expect([corrected('Null'), corrected('.')]).toEqual([['Zora Null'], ['Zora']]);
  });

  test('a column of surnames that holds whole names needs no other', () =>
    expect(one('Forename|Surname', '|Ray, Mrs Ann')).toMatchObject({ name: 'Ann Ray', said: [] }));
});

describe('the family name that a person uses', () => {
  test.each([
    ['Legal Forename|Chosen Forename|Legal Surname|Preferred Surname', 'Elizabeth|Liz|Jones|Jones-Smith', 'Liz Jones-Smith'],
    ['Legal Forename|Legal Surname|Preferred Surname', 'Elizabeth|Jones|', 'Elizabeth Jones'],
    ['Forename|Surname|Known as surname', 'Ann|Ray|Lee', 'Ann Lee'],
    ['Forename|Preferred Surname', 'Ann|Ray', 'Ann Ray'],
  ])('%s: %s is %s', (headings, line, name) => expect(one(headings, line)).toMatchObject({ name, said: [] }));
});

describe('a column without a heading', () => {
  const together = (name: string, heading = 'Name') =>
    `It has no heading. We read it and “${heading}” before it as one name, such as “${name}”. If that is wrong, choose what the columns hold.`;

  test('beside “Name” holds the other half of each name, and that is said', () => {
    const { names, problems, columns } = read('Name|', [
      'Zora|Jones',
      'Mary Ann|Smith',
      'Bo|O’Neill-Jones',
      'Mrs Di|Fox',
      'Cy Dunn|',
      '|Ray',
      'Ed|Al Amin',
      'Zoë|Zoë Lee',
      ...['Al|Poe', 'Jo|Fen', 'Em|Kay', 'Su|Lee', 'Vi|Tan'],
    ]);
    expect(names.slice(0, 8)).toEqual([
      ...['Zora Jones', 'Mary Ann Smith', 'Bo O’Neill-Jones', 'Di Fox', 'Cy Dunn', 'Ray', 'Ed Al Amin', 'Zoë Lee'],
    ]);
    expect(names.slice(8)).toEqual(['Al Poe', 'Jo Fen', 'Em Kay', 'Su Lee', 'Vi Tan']);
    expect(problems).toEqual([{ row: 0, column: 'Column B', weight: 'note', message: together('Zora Jones') }]);
    expect(columns[1]).toEqual({ letter: 'B', heading: '', byHeading: 'name', as: 'name', byCells: true, goesOn: true });
    expect(columns.map((column) => columnProblem(column, columns))).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    [
      'Name||',
      ['Mrs|Zora|Jones', 'Mr|Bo|Lee', 'Ms|Cy|Poe', 'Dr|Di|Fen', 'Mr|Ed|Kay'],
      ['Zora Jones', 'Bo Lee', 'Cy Poe', 'Di Fen', 'Ed Kay'],
    ],
    [
      'Name||',
      ['Zora|Anne|Jones', 'Bo|Lou|Lee', 'Cy|Jay|Poe', 'Di|Fay|Fen', 'Ed|Mo|Kay'],
      ['Zora Anne Jones', 'Bo Lou Lee', 'Cy Jay Poe', 'Di Fay Fen', 'Ed Mo Kay'],
    ],
    ['Name|', ['Mrs|Zora Jones', 'Mr|Bo Lee'], ['Zora Jones', 'Bo Lee']],
    ['Name|', ['Jones,|Zora', 'Lee,|Bo'], ['Zora Jones', 'Bo Lee']],
  ])('%s: %s', (headings, lines, expected) => {
    const { names, problems } = read(headings, lines);
    expect(names).toEqual(expected);
    expect(new Set(problems.map(({ message }) => message))).toEqual(new Set([together(expected[0] ?? '')]));
  });

  test.each([
    ['whole names', ['Zora Jones|Ray', 'Bo Lee|Fox']],
    ['jobs', ['Zora|Teacher', 'Bo|Teaching assistant']],
    ['subjects', ['Zora|Maths', 'Bo|English']],
    ['houses', ['Zora|Austen', 'Bo|Brunel', 'Cy|Austen', 'Di|Brunel', 'Ed|Newton', 'Jo|Darwin']],
    ['classes', ['Ray|Oak', 'Fox|Ash', 'Lee|Elms', 'Poe|Foxes', 'Kay|Beech', 'Fen|Curie']],
    ['classes after a title', ['Mrs Ray|Austen', 'Mr Fox|Brunel', 'Ms Lee|Curie', 'Mrs Poe|Darwin', 'Miss Kay|Newton', 'Zora|Bell']],
    ['what in few rows may be classes', ['Zora|Jones', 'Bo|Smith', 'Cy|Poe', 'Di|Fen']],
  ])('beside or with %s is not joined, and that it is left out is said', (_, lines) => {
    const { names, problems } = read('Name|', lines);
    expect(names).toEqual(lines.map((line) => line.split('|')[0]));
    const message = 'It has no heading, so we leave it out. If it belongs to “Name” before it, choose what it holds.';
    expect(problems).toEqual([{ row: 0, column: 'Column B', weight: 'note', message }]);
  });

  test('is not told of where few rows have a remark there, or beside a column that is left out', () => {
    expect(read('Name|', ['Zora Jones|new', 'Bo Lee|', 'Cy Fox|']).problems).toEqual([]);
    expect(read('Name|Notes|', ['Zora Jones|x|y']).problems).toEqual([]);
  });

  test('holds what a person says of it, and is joined where they say so', () => {
    const lines = ['Jones|Zora', 'Lee|Bo', 'Poe|Cy', 'Fen|Di', 'Kay|Ed'];
    const left = read('Name|', lines, { columns: { B: null } });
    expect([left.names, left.problems]).toEqual([['Jones', 'Lee', 'Poe', 'Fen', 'Kay'], []]);
    // Said so that it stays left out when another column is chosen.
    expect(left.columns[1]).toMatchObject({ byHeading: 'name', as: null });
    const parts = read('Name|', lines, { columns: { A: 'lastName', B: 'firstName' } });
    expect([parts.names, parts.problems]).toEqual([['Zora Jones', 'Bo Lee', 'Cy Poe', 'Di Fen', 'Ed Kay'], []]);
    const teachers = read('Name|', ['Zora|Cook', 'Bo|Baker'], { columns: { B: 'name' } });
    expect([teachers.names, teachers.problems]).toEqual([['Zora Cook', 'Bo Baker'], []]);
    expect(teachers.columns[1]).toMatchObject({ byHeading: null, as: 'name', goesOn: true });
  });

  test('is told otherwise where nothing can be chosen', () => {
    expect(read('Name|', ['Jones,|Zora'], { inFile: true }).problems[0]?.message).toContain('give each column a heading in the file.');
    expect(read('Name|', ['Zora|Cook'], { inFile: true }).problems[0]?.message).toContain('give it a heading in the file.');
  });

  test('says no more of a name that was entered whole before it', () => {
    const corrected = (...texts: readonly string[]) =>
      read('Name|', ['Zora|Jones', 'Bo|Lee', 'Cy|Poe', 'Di|Fen', 'Ed|Kay'], {
        cells: texts.map((text, at) => ({ row: at + 2, letter: 'A', text })),
      });
    expect(corrected('Zora Smith').names).toEqual(['Zora Smith', 'Bo Lee', 'Cy Poe', 'Di Fen', 'Ed Kay']);
    expect(corrected('Zara').names).toEqual(['Zara Jones', 'Bo Lee', 'Cy Poe', 'Di Fen', 'Ed Kay']);
    // What is corrected says nothing of the rows that are not.
    const most = corrected('Zora Smith', 'Bo Ray', 'Cy Fox', 'Di Ash');
    expect(most.names).toEqual(['Zora Smith', 'Bo Ray', 'Cy Fox', 'Di Ash', 'Ed Kay']);
    expect(most.problems).toMatchObject([{ message: together('Ed Kay') }]);
  });

  test('is read as well where a person has one name twice', () => {
    const { names } = read('Name|', ['Mohamed|Mohamed', 'Ali|Ali Khan', 'Zora Jones|Jones', 'Ali|Ali', 'Cy|Poe', 'Di|Fen']);
    expect(names).toEqual(['Mohamed Mohamed', 'Ali Khan', 'Zora Jones', 'Ali Ali', 'Cy Poe', 'Di Fen']);
  });

  test.each([
    ['a title', ['Mrs Zed|Austen', 'Mr Qua|Brunel', 'Mrs Zed|Curie']],
    ['an address', ['z@b.example|Austen', 'q@b.example|Brunel', 'z@b.example|Curie']],
    ['a surname alone, where it is of classes', ['Zed|Oak', 'Qua|Elm', 'Zed|Ash']],
  ])('beside managers is not joined after %s', (_, managers) => {
    const { problems } = read('Name|Line manager|', [`Ann Ray|${managers[0]}`, `Bo Fox|${managers[1]}`, `Cy Poe|${managers[2]}`]);
    expect(problems[0]).toMatchObject({ row: 0, column: 'Column C', message: expect.stringContaining('so we leave it out') as string });
    expect(problems.slice(1).map(({ message }) => /“([^”]+)”/.exec(message)?.[1])).toEqual(managers.map((one) => one.split('|')[0]));
  });

  test.each(['Line manager', 'Induction tutor'])('beside “%s” goes on with their names, however often one is there', (heading) => {
    const field = heading === 'Line manager' ? 'lineManager' : 'inductionTutor';
    const { staff, problems } = read(`Name|${heading}|`, [
      'Bob Smith||',
      'Ann Ray|Bob|Smith',
      'Di Fen|Bob|Smith',
      'Ed Lee|Mr|Smith',
      'Jo Fox|p1@a.example|',
      'Cy Dunn|Bob|Smith',
    ]);
    expect(staff.map((person) => person[field])).toEqual([
      null,
      ...['p0', 'p0'].map((one) => `${one}@a.example`),
      null,
      ...['p1', 'p0'].map((one) => `${one}@a.example`),
    ]);
    expect(problems).toMatchObject([
      { row: 0, column: 'Column C', message: together('Bob Smith', heading) },
      { row: 5, column: heading, letter: 'B', text: 'Mr Smith', choices: ['Bob Smith'] },
    ]);
  });
});

test('a code beside a forename is no surname', () =>
  expect(one('Name|Forename', 'AFO|Ann')).toMatchObject({ name: 'Afo', choices: ['Ann'] }));

test('a cell that is too long for a name is held against no other', () => {
  const long = Array.from({ length: 30 }, (_, at) => `Zed${at}`).join(' ');
  const { name, said } = one('Name|Forename|Surname', `Bob|Robert|${long}`);
  expect([name, said]).toEqual(['Bob', [expect.stringContaining('By the other columns the name would be “Robert Zed0 Zed1')]]);
});

test('nothing is added to an address', () =>
  expect(textOver({ row: 2, cells: { A: 'z@b.example', B: 'Blue' } }, ['A', 'B'], new Set(['B']))).toBe('z@b.example'));

test('a cell of a name that is merged with the one beside it is told, and not twice', () => {
  const rows = [{ row: 2, cells: { A: 'Ash Al', B: '', C: 'a@a.example' }, beside: ['B'] }];
  const { staff, problems } = planStaff(['Surname', 'Forename', 'Email'], rows, look);
  expect(staff[0]?.name).toBe('Ash Al');
  expect(problems.map(({ row, letter, message }) => [row, letter, message])).toEqual([
    [2, 'B', 'This cell is merged with the one beside it. We read nothing here. Check it.'],
  ]);
  const [right] = corrected(rows, [{ row: 2, letter: 'B', text: 'Ash' }]);
  expect(right?.beside).toBeUndefined();
});
