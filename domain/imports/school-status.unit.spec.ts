import type { Day } from '../kernel/brand.js';
import { corrected, letterOf, type CorrectedCell, type RawRow } from './columns.js';
import { planInstitutions } from './institutions.js';
import { planLinks } from './links.js';

const rowsOf = (lines: readonly string[]): readonly RawRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])) }));
const NAMES = 'URN|EstablishmentName|EstablishmentStatus (name)|CloseDate';
const CODES = 'URN|EstablishmentName|EstablishmentStatus (code)';
const BOTH = 'URN|EstablishmentName|EstablishmentStatus (name)|EstablishmentStatus (code)';

function planOf(headings: string, lines: readonly string[], cells: readonly CorrectedCell[] = []) {
  const plan = planInstitutions(headings.split('|'), corrected(rowsOf(lines), cells), { nation: 'england', today: '2026-09-07' as Day });
  return {
    open: plan.institutions.map(({ details }) => details.name),
    toClose: plan.institutions.filter(({ details }) => details.proposedToClose).map(({ details }) => details.name),
    closed: plan.closed.map(({ name }) => name),
    notOpen: plan.notOpen,
    doubts: plan.problems.map(({ row, column, letter, text, choices, weight }) => ({ row, column, letter, text, choices, weight })),
    messages: plan.problems.map(({ message }) => message),
    who: plan.problems.map(({ who }) => who),
  };
}

describe('the status of a school in a register', () => {
  test.each([
    ['Open', 'open'],
    ['OPEN ', 'open'],
    ['Agored', 'open'],
    ['Ar agor', 'open'],
    ['Open, but proposed to close', 'toClose'],
    ['Open but proposed to close', 'toClose'],
    ['Proposed to close', 'toClose'],
    ['Closed', 'closed'],
    ['Ar gau', 'closed'],
    ['Wedi cau', 'closed'],
    ['Proposed to open', 'notYet'],
    ['Pending approval', 'notYet'],
  ])('“%s” is known by name', (status, is) => {
    const { open, toClose, closed, notOpen, doubts } = planOf(NAMES, [`100001|A|${status}|`]);
    expect({ open: open.length, toClose: toClose.length, closed: closed.length, notOpen, doubts }).toEqual({
      open: Number(is === 'open' || is === 'toClose'),
      toClose: Number(is === 'toClose'),
      closed: Number(is === 'closed'),
      notOpen: Number(is === 'closed' || is === 'notYet'),
      doubts: [],
    });
  });

  test('is known by England’s codes', () => {
    const { open, toClose, closed, notOpen, doubts } = planOf(CODES, ['100001|A|1', '100002|B|2', '100003|C|3', '100004|D|4']);
    expect({ open, toClose, closed, notOpen, doubts }).toEqual({ open: ['A', 'C'], toClose: ['C'], closed: ['B'], notOpen: 2, doubts: [] });
  });

  test.each([
    'Mothballed',
    'Closed temporarily',
    'Closed (for repairs)',
    'Open from September 2027',
    'Created in error',
    'Quarantine',
    'Opne',
    '1',
  ])('“%s” is not known: its row is kept out, shown, and chosen', (status) => {
    const read = (cells: readonly CorrectedCell[] = []) =>
      planOf(NAMES, [`100001|Vale School|${status}|`, '100002|Moor School|Open|'], cells);
    expect(read()).toMatchObject({
      open: ['Moor School'],
      closed: [],
      notOpen: 0,
      who: ['Vale School'],
      doubts: [
        {
          row: 2,
          column: 'EstablishmentStatus (name)',
          letter: 'C',
          text: status,
          weight: 'error',
          choices: ['Open', 'Closed', 'Proposed to open'],
        },
      ],
      messages: [expect.stringContaining(`“${status}”`) as string],
    });
    const chosen = (text: string) => read([{ row: 2, letter: 'C', text }]);
    expect(chosen('Open')).toMatchObject({ open: ['Vale School', 'Moor School'], doubts: [] });
    expect(chosen('Closed')).toMatchObject({ closed: ['Vale School'], notOpen: 1, doubts: [] });
    expect(chosen('Proposed to open')).toMatchObject({ closed: [], notOpen: 1, doubts: [] });
  });

  test('a code that is none is shown as well, and chosen in words', () => {
    expect(planOf(CODES, ['100001|A|27'])).toMatchObject({
      open: [],
      notOpen: 0,
      doubts: [{ row: 2, letter: 'C', text: '27', weight: 'error' }],
    });
    expect(planOf(CODES, ['100001|A|27'], [{ row: 2, letter: 'C', text: 'Closed' }])).toMatchObject({ closed: ['A'], doubts: [] });
  });

  test('words and a code that say otherwise are both shown, and either is taken', () => {
    const read = (cells: readonly CorrectedCell[] = []) => planOf(BOTH, ['100001|A|Open|2', '100002|B|Open|1', '100003|C|Open|27'], cells);
    expect(read()).toMatchObject({
      open: ['B', 'C'],
      notOpen: 0,
      doubts: [
        { row: 2, letter: 'C', text: 'Open', choices: ['Closed'], weight: 'error' },
        { row: 2, letter: 'D', text: '2', choices: ['Open'], weight: 'error' },
      ],
    });
    expect(read([{ row: 2, letter: 'C', text: 'Closed' }])).toMatchObject({ closed: ['A'], doubts: [] });
    expect(read([{ row: 2, letter: 'D', text: 'Open' }])).toMatchObject({ open: ['A', 'B', 'C'], doubts: [] });
  });

  test('a row without one is taken as open, and noted where the other rows have one', () => {
    expect(planOf(NAMES, ['100001|A||', '100002|B|Closed|'])).toMatchObject({
      open: ['A'],
      doubts: [{ row: 2, letter: 'C', text: '', weight: 'note', choices: ['Closed', 'Proposed to open'] }],
    });
    expect(planOf(NAMES, ['100001|A||', '100002|B||']).doubts).toEqual([]);
    // A total at the end is no school: its number alone is told.
    expect(planOf(NAMES, ['100002|B|Closed|', 'Total: 2|||']).doubts).toMatchObject([{ row: 3, letter: 'A', weight: 'error' }]);
    expect(planOf('URN|EstablishmentName', ['100001|A']).doubts).toEqual([]);
  });

  test('without one a closing date says it: closed from a day that has come, and proposed to close on a later one', () => {
    const dated = 'URN|EstablishmentName|Date closed';
    expect(planOf(dated, ['100001|A|31/08/2026', '100002|B|31/12/2026', '100003|C|', '100004|D|n/a'])).toMatchObject({
      open: ['B', 'C', 'D'],
      toClose: ['B'],
      closed: ['A'],
      notOpen: 1,
      doubts: [{ row: 5, letter: 'C', text: 'n/a', weight: 'note' }],
    });
  });

  test('open with a closing date that has come is taken as open, and noted', () => {
    expect(
      planOf(NAMES, ['100001|A|Open|31/08/2026', '100002|B|Open|31/12/2026', '100003|C|Open, but proposed to close|31/08/2026']),
    ).toMatchObject({
      open: ['A', 'B', 'C'],
      doubts: [{ row: 2, letter: 'C', text: 'Open', weight: 'note', choices: ['Closed'] }],
    });
  });

  test('is told what to do in the file where nothing can be corrected here', () => {
    const plan = planInstitutions(NAMES.split('|'), rowsOf(['100001|A|Mothballed|']), { nation: 'england', inFile: true });
    expect(plan.problems[0]?.message).toMatch(/Correct it in the file\.$/);
  });
});

test('links of a type that is not used are told, a line for each type', () => {
  const headings = 'URN|LinkURN|LinkName|LinkType|LinkEstablishedDate'.split('|');
  const rows = rowsOf([
    '1|2|B|Successor|',
    '3|4|D|Sixth Form Centre School|',
    '5|6|F|Sucessor|',
    '7|8|H|Sixth Form Centre School|',
    '9|10|J||',
  ]);
  expect(planLinks(headings, rows).problems).toMatchObject([
    { row: 3, column: 'LinkType', weight: 'note', message: 'We do not use links of the type “Sixth Form Centre School” (2 rows).' },
    { row: 4, column: 'LinkType', letter: 'D', weight: 'note', message: 'We do not use links of the type “Sucessor” (one row).' },
    { row: 6, column: 'LinkType', weight: 'note', message: 'We do not use links without a type (one row).' },
  ]);
});
