import type { Day } from '@alongside/domain/kernel/brand.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import { xlsxOf } from './books.testing.js';
import { planFile } from './plan-file.js';
import { KEPT_OUT_LIMIT_ROWS, type ReadingOrder } from './reading-messages.js';
import { saidOfFile } from './words.js';

const order: ReadingOrder = { kind: 'staff', today: '2026-11-29' as Day };
const nobody = async () => ({ isMember: () => false, membersCalled: () => [], joined: new Map() });
const planned = (text: string, said: Partial<ReadingOrder> = {}) => planFile(Buffer.from(text), { ...order, ...said }, nobody);
async function read(text: string, said: Partial<ReadingOrder> = {}) {
  const plan = await planned(text, said);
  if (!plan.ok) throw new Error(plan.error.code);
  const rows = plan.value.rows as readonly StaffImport[];
  return { summary: plan.value.summary, emails: rows.map(({ email }) => email), rows };
}
async function refused(text: string): Promise<string> {
  const plan = await planned(text);
  return plan.ok ? 'read' : saidOfFile(plan.error, 'staff');
}

describe('a list of pupils', () => {
  const ROW = 'Mia,mia@a.example';
  test.each([
    [`UPN,Legal Surname,Legal Forename,Reg Group,Year,School email\nA123456789012,Green,Mia,9B,9,mia@a.example`, 'the column “UPN”'],
    [`Name,Email,Admission No\n${ROW},004512`, 'the column “Admission No”'],
    [`Pupil name,Email,House\n${ROW},Red`, 'the column “Pupil name”'],
    [`Name,Email,Reg Group,Year\n${ROW},9B,9`, 'the columns “Reg Group” and “Year”'],
    [`Name,Email,Date of Birth,NC Year\n${ROW},03/02/2013,9`, 'the columns “Date of Birth” and “NC Year”'],
    [`Name,Email,Number\n${ROW},A123456789012\nRavi,ravi@a.example,B12345678901C`, 'pupil numbers in column C'],
  ])('is not imported: %s', async (text, by) => {
    expect(await refused(text)).toBe(
      `This looks like a list of pupils, because it has ${by}. We import staff only, and we have not kept the file. If it is a list of staff, delete what is named here from the file and choose it again.`,
    );
  });

  test.each([
    `Name,Email,Job title,Date of birth\n${ROW},Teacher,03/02/1983`,
    `Name,Email,Post,Reg group,Year group\n${ROW},Form tutor,9B,9`,
    `Name,Email,Date of birth\n${ROW},03/02/1983`,
    `Name,UPN,Department\n${ROW},Year 9`,
    `Name,Email,Staff number\n${ROW},A123456789`,
    `Student name,Email,Placement school\n${ROW},Hillside`,
    `Student name,Date of birth,Email,Placement school\nMia,03/02/2001,mia@a.example,Hillside`,
    `Teacher name,Staff email,Class,Year group\n${ROW},3B,3`,
    `Staff name,Email,Tutor group,Year\n${ROW},9B,9`,
    `Name,Email,UPN\n${ROW},`,
  ])('is none of these: %s', async (text) => {
    expect(await refused(text)).toBe('read');
  });
});

test('pupils in the accounts of a school are counted apart, and what is said of staff is not lost behind them', async () => {
  const pupils = Array.from({ length: 600 }, (_, at) => `Pupil ${'abcdefghij'[at % 10]},p${at}@a.example,/Students/2022`);
  const { emails, summary } = await read(['Name,Email,Org Unit Path', ...pupils, 'Bo Ray,bo@,/Staff'].join('\n'));
  expect(emails).toEqual([]);
  expect(summary).toMatchObject({ rowsOfPupils: 600, rowsWithErrors: 1, rowsOfLeavers: 0, problemsTotal: 601 });
  expect(summary.problems.filter(({ weight }) => weight === 'error')).toMatchObject([{ row: 602 }]);
});

test('rows beyond those that are compared with members are told', async () => {
  const listOf = (many: number) => ['Name', ...Array.from({ length: many }, (_, at) => `Ann Ray${'abcdefghij'[at % 10]}`)].join('\n');
  const ofFile = async (many: number) =>
    (await read(listOf(many), { list: 'leavers' })).summary.problems.flatMap(({ row, message, weight }) =>
      row === 0 ? [{ message, weight }] : [],
    );
  expect(await ofFile(KEPT_OUT_LIMIT_ROWS)).toEqual([]);
  expect(await ofFile(KEPT_OUT_LIMIT_ROWS + 1)).toEqual([
    {
      message: 'We have not compared the rows after row 10,001 that we do not import with members. To compare them, split the file.',
      weight: 'note',
    },
  ]);
});

describe('a list without column names', () => {
  const text = 'Jane Roe,jane@a.example,Teacher\nJim Poe,jim@a.example,TA\n';

  test('loses nobody: its first row is a person', async () => {
    const { emails, summary, rows } = await read(text, { columns: { A: 'name', B: 'email' } });
    expect(emails).toEqual(['jane@a.example', 'jim@a.example']);
    expect(rows.map(({ row }) => row)).toEqual([1, 2]);
    expect(summary).toMatchObject({ headingsRow: 0, rowsWithErrors: 0, columns: [{ heading: '' }, { heading: '' }, { heading: '' }] });
  });

  test('has problems of its first row, and others that are of the file', async () => {
    expect((await read(text)).summary).toMatchObject({
      rowsWithErrors: 0,
      columns: [{ as: null }, { as: 'email', byCells: true }, { as: null }],
      problems: [{ row: 0, weight: 'error', message: expect.stringContaining('no column “Name”') }],
    });
    const spoilt = await read('=A1,jane@a.example\nJim Poe,jim@a.example\n', { columns: { A: 'name', B: 'email' } });
    expect(spoilt.emails).toEqual(['jim@a.example']);
    expect(spoilt.summary).toMatchObject({ rowsWithErrors: 1, problems: [{ row: 1, letter: 'A' }] });
  });

  test('below a title is read alike, and a list with column names as before', async () => {
    const { emails } = await read(`Staff of Hillside\n${text}`, { columns: { A: 'name', B: 'email' } });
    expect(emails).toEqual(['jane@a.example', 'jim@a.example']);
    expect((await read('Who,Reach\nJane Roe,jane@a.example\n', { columns: { A: 'name' } })).summary.headingsRow).toBe(1);
  });
});

test('a web page, XML, a PDF and a letter are no lists, whatever they are called', async () => {
  const page =
    '<html>\n<body><table>\n<tr><th>Name</th><th>Email</th></tr>\n<tr><td>Bo</td><td>bo@a.example</td></tr>\n</table></body></html>';
  for (const text of [
    page,
    `\ufeff  <!DOCTYPE html>\n${page}`,
    '<?xml version="1.0"?>\n<Workbook>\n</Workbook>',
    '<table>\n<tr>\n</table>',
  ])
    expect(await refused(text)).toMatch(/^This is not a list that we can read\./);
  expect(await refused('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')).toMatch(/^This is not a list that we can read\./);
  expect(await refused('{\\rtf1\\ansi\nStaff\n}')).toMatch(/^This is not a list that we can read\./);
});

test('a file of staff with no rows is told of people', async () => {
  expect(await refused('Name,Email\n')).toBe('The file has no rows. Put the column names in the first row, then one person in each row.');
});

test('a column of addresses is taken where no heading says so, and may be left out', async () => {
  const text = 'Name,Reach,Personal mail\nAnn Ray,ann@a.example,ann@home.example\nBo Lee,bo@a.example,bo@home.example\n';
  const { emails, summary } = await read(text);
  expect(emails).toEqual(['ann@a.example', 'bo@a.example']);
  expect(summary.problems).toMatchObject([
    { row: 0, column: 'Reach', weight: 'note', message: expect.stringMatching(/^We use this column/) },
  ]);
  expect((await read(text, { columns: { B: null } })).emails).toEqual([]);
  expect((await read(text, { columns: { C: 'email' } })).emails).toEqual(['ann@home.example', 'bo@home.example']);
  expect((await read('Name,One,Two\nAnn Ray,ann@a.example,ann@b.example\n')).emails).toEqual([]);
});

test('a formula of a sum below the list is no cell of it', async () => {
  const sum = { formula: 'COUNTA(A2:A2)', value: 1 };
  const book = xlsxOf({
    Staff: [
      ['Name', 'Email', 'Job'],
      ['Ann Ray', { formula: 'A9', value: 'ann@a.example' }, 'Cook'],
      ['TOTAL', '', sum],
    ],
  });
  const plan = await planFile(book, order, nobody);
  expect(plan.ok && plan.value.summary.columns.map(({ formulas }) => formulas)).toEqual([undefined, { saved: 1, unsaved: 0 }, undefined]);
});
