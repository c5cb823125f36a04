import { corrected, letterOf, type CorrectedCell, type RawRow } from './columns.js';
import { planInstitutions } from './institutions.js';
import { sayPlaced, sayUntried } from './nations-of-rows.js';
import { planLinks } from './links.js';

const rowsOf = (lines: readonly string[]): readonly RawRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])) }));
const planOf = (headings: string, ...lines: readonly string[]) => planInstitutions(headings.split('|'), rowsOf(lines));
const nationsIn = (headings: string, ...lines: readonly string[]) =>
  planOf(headings, ...lines).institutions.map(({ institution, details }) => [institution, details.nation]);

describe('a number that is not like those of its register', () => {
  const HEADINGS = 'URN|EstablishmentName';
  const LINES = ['abc|Ash', '12345|Birch', '100001|Elm', '1234567|Oak'];

  test('is a note on its row in England, where it can be corrected; the school is taken all the same', () => {
    const plan = planOf(HEADINGS, ...LINES);
    expect(plan.institutions).toHaveLength(4);
    expect(plan.problems).toMatchObject([
      { row: 2, who: 'Ash', column: 'URN', letter: 'A', text: 'abc', weight: 'note' },
      { row: 5, who: 'Oak', column: 'URN', letter: 'A', text: '1234567', weight: 'note' },
    ]);
    expect(plan.problems[0]?.message).toMatch(/^“abc” does not look like a number of England’s register: those have five or six digits\./);
  });

  test('says nothing of other nations, whose numbers have other forms', () => {
    expect(planInstitutions(HEADINGS.split('|'), rowsOf(LINES), { nation: 'wales' }).problems).toEqual([]);
  });
});

describe('the nation of a school', () => {
  test('is what the file says of it', () => {
    expect(nationsIn('Name|Local authority|Reference|Postcode|Nation', 'Leith Academy|Edinburgh City|5533031|EH6 8JQ|Scotland')).toEqual([
      ['seed-5533031', 'scotland'],
    ]);
    expect(planOf('Name|Reference|Nation', 'A|1|Mars').problems).toMatchObject([
      { row: 2, message: expect.stringContaining('“Mars”') as string },
    ]);
  });

  test('is that of the register whose headings the file has', () => {
    expect(nationsIn('SeedCode|SchoolName|LAName|SchoolType|PostCode', '5533031|Leith Academy|Edinburgh City|Secondary|EH6 8JQ')).toEqual([
      ['seed-5533031', 'scotland'],
    ]);
    expect(nationsIn('Institution Reference Number|Institution Name|Type|Status', '101-6059|Fane Street Primary|Primary|Open')).toEqual([
      ['ni-1016059', 'northern-ireland'],
    ]);
    expect(nationsIn('URN|EstablishmentName|TypeOfEstablishment (name)', '1|A|Community school', '2|B|Welsh establishment')).toEqual([
      ['urn-1', 'england'],
      ['urn-2', 'wales'],
    ]);
  });

  test('makes two schools of one number, each in its own nation, whatever form the file has', () => {
    const plan = planOf('Name|Reference|Nation', 'Ysgol A|6601234|Wales', 'School B|6601234|Scotland', 'C|660123|England');
    expect(plan.problems).toEqual([]);
    expect(plan.institutions.map(({ institution }) => institution)).toEqual(['wales-6601234', 'seed-6601234', 'urn-660123']);
    const closed = planOf('Name|Reference|Nation|Status', 'School B|6601234|Scotland|Closed').closed;
    expect(closed).toMatchObject([{ institution: 'seed-6601234', nation: 'scotland' }]);
    expect(nationsIn('URN|Name|Nation', '400001|Ysgol C|Wales', '5533031|Leith|Scotland')).toEqual([
      ['urn-400001', 'wales'],
      ['seed-5533031', 'scotland'],
    ]);
  });

  test('is said once where postcodes alone gave it, with how to say otherwise', () => {
    const HEADINGS = 'Reference|Name|Postcode|Nation|Status';
    const { nations } = planOf(
      HEADINGS,
      '1|A|G1 1AA||Open',
      '2|B|EH6 8JQ||Closed',
      '3|C|BT1 1AA||Open',
      '4|D|EH6 8JQ|Scotland|Open',
      '5|E|SW1 1AA||Open',
    );
    expect(sayPlaced(nations, true)).toBe(
      '2 schools were placed in Scotland and 1 in Northern Ireland by postcode, where the file gives no nation. If that is not so, choose whose register it is, or add a column “Nation” to the file.',
    );
    expect(sayPlaced(planOf(HEADINGS, '1|A|G1 1AA||Open').nations, false)).toBe(
      '1 school was placed in Scotland by postcode, where the file gives no nation. If that is not so, add a column “Nation” to the file.',
    );
    // The file, or its register, says it.
    expect(sayPlaced(planOf(HEADINGS, '4|D|EH6 8JQ|Scotland|Open').nations, true)).toBeUndefined();
    expect(sayPlaced(planOf('SeedCode|SchoolName|PostCode', '5533031|Leith Academy|EH6 8JQ').nations, true)).toBeUndefined();
  });

  test('is named where no real list of it was tried, by each row and by the file', () => {
    const untried = (headings: string, ...lines: readonly string[]) => planOf(headings, ...lines).nations.untried;
    expect(untried('Name|Reference|Nation', 'A|1|Wales', 'B|2|Scotland', 'C|3|England', 'D|4|Wales')).toEqual(['wales', 'scotland']);
    expect(untried('Name|Reference|Postcode', 'A|1|BT1 1AA')).toEqual(['northern-ireland']);
    expect(untried('SeedCode|SchoolName')).toEqual(['scotland']);
    expect(untried('URN|Name|Nation', '1|A|England', '5533031|Leith|Scotland')).toEqual(['scotland']);
    // England’s own list has some schools of Wales, and was tried.
    expect(untried('URN|EstablishmentName|TypeOfEstablishment (name)', '1|A|Community school', '2|B|Welsh establishment')).toEqual([]);
    expect(sayUntried(['wales', 'scotland'], 'Check it.')).toBe('We could not try a real list of Wales and Scotland yet. Check it.');
  });

  test('is that of a postcode area in one nation alone, and otherwise asked for', () => {
    expect(nationsIn('Reference|Name|Postcode', '1|A|BT1 1AA', '2|B|G1 1AA', '3|C|GL1 1AA')).toEqual([
      ['ni-1', 'northern-ireland'],
      ['seed-2', 'scotland'],
    ]);
    expect(planOf('Reference|Name|Postcode', '3|C|TD1 1AA').problems).toMatchObject([
      { row: 2, weight: 'error', message: expect.stringContaining('which nation this school is in') as string },
    ]);
  });
});

describe('a school that is closed', () => {
  const GIAS = 'URN|EstablishmentName|EstablishmentStatus (name)|Postcode';

  test('is told with what may have come after it: of its name, or else of its postcode', () => {
    const plan = planOf(
      GIAS,
      '900001|Stokes Vale School|Closed|AB1 2CD',
      '900011|Stokes Vale School|Open|AB1 2CD',
      '900002|Vale Infant School|Closed|AB1 2CE',
      '900003|Vale Primary School|Open|AB1 2CE',
      '900004|Gone School|Closed|AB9 9ZZ',
      '900005|New School|Proposed to open|AB9 9ZZ',
    );
    expect(plan.notOpen).toBe(4);
    expect(plan.closed).toEqual([
      {
        ...{ institution: 'urn-900001', nation: 'england', name: 'Stokes Vale School', row: 2 },
        maybe: { institution: 'urn-900011', name: 'Stokes Vale School', nation: 'england' },
      },
      {
        ...{ institution: 'urn-900002', nation: 'england', name: 'Vale Infant School', row: 4 },
        maybe: { institution: 'urn-900003', name: 'Vale Primary School', nation: 'england' },
      },
      { institution: 'urn-900004', nation: 'england', name: 'Gone School', row: 6 },
    ]);
  });

  test('is known by the code of its status as well', () => {
    const plan = planOf('URN|EstablishmentName|EstablishmentStatus (code)', '1|A|1', '2|B|2', '3|C|3', '4|D|4');
    expect([plan.institutions.map(({ details }) => details.name), plan.closed.map(({ name }) => name), plan.notOpen]).toEqual([
      ['A', 'C'],
      ['B'],
      2,
    ]);
  });
});

describe('a cell of a register that is doubtful', () => {
  const HEADINGS = 'URN|EstablishmentName|Town|Nation';
  const LINES = [
    '12 34|Vale School|Leeds|England',
    '100002|Elm \ufffd School|Leeds|England',
    '100003|Moor School|Leeds|Mars',
    '100004|Hill School|Leeds|England',
    '100004|Dale School|York|England',
  ];
  const read = (cells: readonly CorrectedCell[] = []) => planInstitutions(HEADINGS.split('|'), corrected(rowsOf(LINES), cells));

  test('says which it is and what it holds, so that it can be corrected before the import', () => {
    expect(read().problems).toEqual([
      expect.objectContaining({ row: 2, column: 'URN', letter: 'A', text: '12 34', weight: 'error' }),
      expect.objectContaining({ row: 3, column: 'EstablishmentName', letter: 'B', text: 'Elm \ufffd School', weight: 'error' }),
      expect.objectContaining({
        row: 4,
        column: 'Nation',
        letter: 'D',
        text: 'Mars',
        choices: ['England', 'Scotland', 'Wales', 'Northern Ireland'],
      }),
      expect.objectContaining({ row: 6, column: 'URN', letter: 'A', text: '100004', weight: 'error' }),
    ]);
    expect(read().problems[1]?.message).toContain('Correct it here or in the file.');
  });

  test('is told whatever it holds, also of a school that is closed: its number and its date may be others', () => {
    const headings = 'URN|EstablishmentName|EstablishmentStatus (name)|CloseDate|Town|Nation'.split('|');
    const [closed, open] = rowsOf(['100001|Vale School|Closed|1/02/2020|Leeds|England', '100002|Moor School|Open||Leeds|England']);
    const rows = [
      { ...closed, doubtful: ['A', 'D'] },
      { ...open, doubtful: ['C'] },
    ] as RawRow[];
    expect(planInstitutions(headings, rows).problems.map(({ row, letter, weight }) => [row, letter, weight])).toEqual([
      [2, 'A', 'note'],
      [2, 'D', 'note'],
      [3, 'C', 'note'],
    ]);
  });

  test('is checked by the same rules once it is corrected', () => {
    const cells = [
      { row: 2, letter: 'A', text: '101234' },
      { row: 3, letter: 'B', text: 'Elm Tree School' },
      { row: 4, letter: 'D', text: 'Wales' },
      { row: 6, letter: 'A', text: 'not a number' },
    ];
    const { institutions, problems } = read(cells);
    expect(institutions.map(({ institution, details }) => [institution, details.name, details.nation])).toEqual([
      ['urn-101234', 'Vale School', 'england'],
      ['urn-100002', 'Elm Tree School', 'england'],
      ['urn-100003', 'Moor School', 'wales'],
      ['urn-100004', 'Hill School', 'england'],
    ]);
    expect(problems).toMatchObject([{ row: 6, text: 'not a number', message: '“not a number” is not a reference number.' }]);
  });

  test('can be corrected in the file alone where that is too large to be kept', () => {
    const { problems } = planInstitutions(HEADINGS.split('|'), rowsOf(LINES), { inFile: true });
    expect(problems[1]?.message).toContain('Correct it in the file.');
  });

  test('of the file of links is corrected in the same way', () => {
    const headings = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];
    const rows = rowsOf(['1|2x|Elm|Successor|soon']);
    expect(planLinks(headings, rows).problems).toMatchObject([{ row: 2, column: 'LinkURN', letter: 'B', text: '2x' }]);
    const once = planLinks(headings, corrected(rows, [{ row: 2, letter: 'B', text: '2' }]));
    expect(once.problems).toMatchObject([{ row: 2, column: 'LinkEstablishedDate', letter: 'E', text: 'soon', weight: 'note' }]);
    const twice = planLinks(
      headings,
      corrected(rows, [
        { row: 2, letter: 'B', text: '2' },
        { row: 2, letter: 'E', text: '1 May 2026' },
      ]),
    );
    expect(twice).toMatchObject({
      problems: [],
      links: [{ institution: 'urn-1', successors: [{ institution: 'urn-2', on: '2026-05-01' }] }],
    });
  });
});

test.each([
  ['Town', 'We do not know which columns hold “Number in the register” and “Name”. Choose below what the columns hold.'],
  ['URN|Town', 'We do not know which column holds “Name”. Choose below what the columns hold.'],
])('a register with only “%s” is told what is missing, of one column and of two', (headings, message) => {
  expect(planOf(headings, 'Leeds').problems).toEqual([{ row: 0, weight: 'error', message }]);
});

test('at a terminal, what to do is said of one column and of two', () => {
  const told = (headings: string) => planInstitutions(headings.split('|'), [], { inFile: true }).problems[0]?.message;
  expect([told('Town'), told('URN')]).toEqual([
    expect.stringMatching(/ Name their columns in the first row of the file\.$/),
    expect.stringMatching(/ Name its column in the first row of the file\.$/),
  ]);
});

test('a school or trust whose name holds a web address is an error, and none of it is taken', () => {
  const headings = 'URN|EstablishmentName|Trusts (code)|Trusts (name)';
  const { institutions, problems } = planOf(
    headings,
    '100001|Visit evil.com|1|Ark',
    '100002|Elm|2|http://evil.test',
    '100003|Academy@Worden|3|St.Mary’s',
  );
  expect(institutions.map(({ details }) => details.name)).toEqual(['St.Mary’s', 'Academy@Worden']);
  expect(problems.map(({ row, column, weight, message }) => [row, column, weight, message.slice(0, 43)])).toEqual([
    [2, 'EstablishmentName', 'error', 'Enter the name without a web or email addre'],
    [3, 'Trusts (name)', 'error', 'Enter the name without a web or email addre'],
  ]);
});

describe('the row in which a file ends', () => {
  const cut = (row: number, ...texts: readonly string[]): RawRow => ({
    row,
    cells: Object.fromEntries(texts.map((text, index) => [letterOf(index), text])),
    cutOff: letterOf(texts.length - 1),
  });

  test('is kept out of a register and of a file of links, with what may be half', () => {
    const register = planInstitutions(['URN', 'EstablishmentName', 'Town'], [cut(2, '100001', 'Ash Sch')]);
    expect(register.institutions).toEqual([]);
    expect(register.problems).toMatchObject([{ row: 2, letter: 'B', text: 'Ash Sch', weight: 'error', choices: ['Ash Sch'] }]);
    const links = planLinks(['URN', 'LinkURN', 'LinkType', 'LinkName'], [cut(2, '100001', '1000', 'Successor')]);
    expect(links.links).toEqual([]);
    expect(links.problems).toMatchObject([{ row: 2, letter: 'C', weight: 'error' }]);
  });
});
