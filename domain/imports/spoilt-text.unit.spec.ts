import type { Day } from '../kernel/brand.js';
import { letterOf, type RowProblem } from './columns.js';
import { planInstitutions } from './institutions.js';
import { planLinks } from './links.js';
import { mendedText, spoiltByExport } from './spoilt-text.js';
import { planStaff } from './staff.js';

const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-11-25' as Day };
/** A row as its cells read. */
const rowOf = (row: number, cells: readonly string[]) => ({
  row,
  cells: Object.fromEntries(cells.map((text, at) => [letterOf(at), text])),
});
const tableOf = (headings: string, ...lines: readonly string[]) =>
  [headings.split('|'), lines.map((line, at) => rowOf(at + 2, line.split('|')))] as const;
const brief = (problems: readonly RowProblem[]) => problems.map(({ row, letter, weight, choices }) => [row, letter, weight, choices]);

test.each([
  ['O&#39;Brien', "O'Brien"],
  ['O&#x27;Brien', "O'Brien"],
  ['O&amp;#39;Brien', "O'Brien"],
  ['Teacher of D&amp;T', 'Teacher of D&T'],
  ['Ren&eacute;e Blanc', 'Renée Blanc'],
  ['&Ccaron;ech Nov&aacute;k', 'Čech Novák'],
  ['&Lstrok;ukasz Wo&#378;niak', 'Łukasz Woźniak'],
  ['&AElig;lfric &Oslash;rsted', 'Ælfric Ørsted'],
  ['Ann&nbsp;Ray', 'Ann Ray'],
  ['Ren%C3%A9e Noir', 'Renée Noir'],
  ['Ren%E9e Noir', 'Renée Noir'],
  ['Ann%20Ray', 'Ann Ray'],
  ['O%27Neil%2C Ann', "O'Neil, Ann"],
  ['Ren=C3=A9e', 'Renée'],
  ["Ann O\\'Neil", "Ann O'Neil"],
  ["Ann O\\\\'Neil", "Ann O'Neil"],
  ["Ann O''Neil", "Ann O'Neil"],
  ['Ren\\u00e9e', 'Renée'],
  ['Ray_x0020_Ann', 'Ray Ann'],
])('%s is mended as it was before an export', (spoilt, mended) => expect(mendedText(spoilt)).toBe(mended));

test.each([
  'Head of D&T',
  'R&D',
  'AT&T;',
  'A&B; C&D;',
  '50% post',
  '50%20',
  '100%25 post',
  '0.5%ed',
  '60%40 split',
  'Why?',
  'Who?What',
  'Ann (?)',
  'TA \\ SENCO',
  'Teacher\\TA',
  'Head & Deputy',
  'Q&acute;',
  'M&xyz;',
  "Governors' clerk",
  "Head's PA",
  'a = b',
  'x=10=20',
  '_x_',
  'Zoë Ŵyn',
])('%s is legitimate', (text) => {
  expect([mendedText(text), spoiltByExport(text, false)]).toEqual([undefined, undefined]);
});

test.each(['Wa?niak', 'WA?NIAK', '?ukasz Nowak', 'Ann ?wiatek', 'Ren??e', 'Wa¿niak'])('%s may lack a letter', (text) => {
  expect(spoiltByExport(text, true)).toEqual({
    message: expect.stringMatching(/^“.*” has a “[?¿]”\. If a letter is missing, correct it\.$/),
  });
});

test('a name may lack its last letter, a job asks', () => {
  for (const name of ['Andr?', 'Jos? Silva', 'Jos?, Ann'])
    expect([spoiltByExport(name, true), spoiltByExport(name, false)]).toMatchObject([{}, undefined]);
  expect(spoiltByExport('Ann (?)', true)).toBeUndefined();
  for (const job of ['Maths ?PE', 'IT?ICT', 'Teacher%Deputy', 'TEACHER%EDUCATION']) expect(spoiltByExport(job, false)).toBeUndefined();
  for (const school of ['St Mary?s School', 'ST MARY?S SCHOOL']) expect(spoiltByExport(school, false)).toBeDefined();
});

test('a text that is longer than a cell can be corrected to is not mended, however it goes on', () => {
  expect(mendedText(`${'\\'.repeat(200)}'`)).toBeUndefined();
  expect(spoiltByExport(`Ann ${'?'.repeat(400)}a`, false)).toBeUndefined();
});

test('names, jobs and managers of staff are noted with what they may stand for, and imported as they are', () => {
  const [headers, rows] = tableOf(
    'Name|Email|Job title|Line manager|Subjects',
    'Siobhan O&#39;Brien|s@a.example|Teacher of D&amp;T||Maths &amp; PE',
    'Ren&eacute;e Blanc|r@a.example|Head of D&T|Wa?niak|',
    'Ann Ray|a@a.example|Why?||',
  );
  const { staff, problems } = planStaff(headers, rows, look);
  expect(staff.map(({ name }) => name)).toEqual(['Siobhan O&#39;Brien', 'Ren&eacute;e Blanc', 'Ann Ray']);
  const said = problems.filter(({ message }) => /saved the list|letter is missing/.test(message));
  expect(brief(said)).toEqual([
    [2, 'A', 'note', ["Siobhan O'Brien"]],
    [2, 'C', 'note', ['Teacher of D&T']],
    [3, 'A', 'note', ['Renée Blanc']],
    [3, 'D', 'note', undefined],
  ]);
  expect(said[0]?.message).toBe(
    "“Siobhan O&#39;Brien” may stand for “Siobhan O'Brien”: the program that saved the list may have changed it. Check it.",
  );
  // The mark of an entity joins no two people.
  expect(problems.some(({ message }) => message.includes('two people'))).toBe(false);
});

test('each part of a name is noted by itself', () => {
  const [headers, rows] = tableOf('First name|Known as|Last name|Email', 'Ren%C3%A9e|Zo?|O&#39;Neil|r@a.example');
  expect(brief(planStaff(headers, rows, look).problems)).toEqual([
    [2, 'A', 'note', ['Renée']],
    [2, 'C', 'note', ["O'Neil"]],
    [2, 'B', 'note', undefined],
  ]);
});

test('names of schools, trusts and places of a register and of its links are noted alike', () => {
  const [headers, rows] = tableOf(
    'URN|EstablishmentName|EstablishmentStatus (name)|Trusts (code)|Trusts (name)|Town|Street',
    '100001|St Mary&#39;s|Open|1|D&amp;T Trust|Ynys M?n|a&amp;b',
    '100002|St John&#39;s|Closed|||York|',
  );
  const { problems, institutions } = planInstitutions(headers, rows);
  expect(institutions.map(({ details }) => details.name)).toContain('St Mary&#39;s');
  expect(brief(problems).toSorted()).toEqual([
    [2, 'B', 'note', ["St Mary's"]],
    [2, 'E', 'note', ['D&T Trust']],
    [2, 'F', 'note', undefined],
    [3, 'B', 'note', ["St John's"]],
  ]);
  const [linkHeaders, links] = tableOf('URN|LinkURN|LinkName|LinkType', '100001|100002|St Mary&#39;s|Successor');
  expect(brief(planLinks(linkHeaders, links).problems)).toEqual([[2, 'C', 'note', ["St Mary's"]]]);
});
