import type { Day } from '../kernel/brand.js';
import { letterOf, type RawRow } from './columns.js';
import { planInstitutions } from './institutions.js';
import { planLinks } from './links.js';

const today = '2026-12-01' as Day;
const rowsOf = (...lines: readonly string[]): readonly RawRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])) }));
const BOTH = (text: string, month: string, day: string) =>
  `“${text}” may have the month first, as elsewhere in this file. It may be ${month} or ${day}`;

describe('dates of registers with the month first', () => {
  const register = (headings: string, ...lines: readonly string[]) =>
    planInstitutions(headings.split('|'), rowsOf(...lines), { today, nation: 'england' });
  const CHOICES = ['11 December 2026', '12 November 2026'];
  const EITHER = BOTH('12/11/2026', '11 December 2026', '12 November 2026');

  test('close no school on a day that may be another', () => {
    const { closed, problems } = register(
      'URN|EstablishmentName|EstablishmentStatus (name)|CloseDate',
      '100001|Ash School|Closed|8/31/2026',
      '100002|Elm School|Closed|12/11/2026',
      '100003|Oak School|Closed|7/31/2026',
    );
    expect(closed.map(({ row, on, saidOn, either }) => ({ row, on, saidOn, either }))).toEqual([
      { row: 2, on: '2026-08-31', saidOn: undefined, either: undefined },
      { row: 3, on: undefined, saidOn: '12/11/2026', either: ['2026-12-11', '2026-11-12'] },
      { row: 4, on: '2026-07-31', saidOn: undefined, either: undefined },
    ]);
    expect(problems).toEqual([
      {
        ...{ row: 0, column: 'CloseDate', weight: 'note' },
        message: 'Dates in this file have the month first, so we read “8/31/2026” in row 2 as 31 August 2026.',
      },
      {
        ...{ row: 3, column: 'CloseDate', letter: 'D', text: '12/11/2026', who: 'Elm School', weight: 'note' },
        ...{ message: `${EITHER}, so we leave it out.`, choices: CHOICES },
      },
    ]);
  });

  test('are no day of a school that is to close, nor of one without a status', () => {
    const { institutions, problems } = register(
      'URN|EstablishmentName|EstablishmentStatus (name)|CloseDate',
      '100001|Ash School|Closed|8/31/2026',
      '100002|Elm School|Open, but proposed to close|9/3/2027',
      '100003|Oak School|Open|12/11/2026',
    );
    expect(institutions.map(({ details }) => details.proposedToClose)).toEqual([{}, undefined]);
    expect(problems.slice(-2)).toMatchObject([
      { row: 3, letter: 'D', choices: ['3 September 2027', '9 March 2027'] },
      { row: 4, letter: 'D', choices: CHOICES },
    ]);
    const past = register('URN|EstablishmentName|CloseDate', '100001|Ash School|03-04-2019', '100002|Elm School|08-31-2020');
    expect(past.institutions).toEqual([]);
    expect(past.closed.map(({ row, on, either }) => [row, on, either])).toEqual([
      [2, undefined, ['2019-03-04', '2019-04-03']],
      [3, undefined, ['2020-08-31']],
    ]);
    expect(past.problems.slice(1).map(({ message, choices }) => [message, choices])).toEqual([
      [
        `${BOTH('03-04-2019', '4 March 2019', '3 April 2019')}. Both have passed, so we take the school as closed.`,
        ['4 March 2019', '3 April 2019'],
      ],
      [
        '“08-31-2020” is not a date with the day first. It may be 31 August 2020. It has passed, so we take the school as closed.',
        ['31 August 2020'],
      ],
    ]);
    const without = register(
      'URN|EstablishmentName|CloseDate',
      '100001|Ash School|8/31/2026',
      '100002|Elm School|12/11/2026',
      '100003|Oak|7/31/2026',
    );
    expect([without.institutions.map(({ row }) => row), without.closed.map(({ row }) => row)]).toEqual([[3], [2, 4]]);
    expect(without.problems.at(-1)).toMatchObject({
      row: 3,
      weight: 'note',
      message: `${EITHER}. We take the school as open.`,
      choices: CHOICES,
    });
  });

  test('are left out of links, with both days', () => {
    const headers = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];
    const { links, problems } = planLinks(
      headers,
      rowsOf('100001|100011|Ash|Successor|9/13/2026', '100002|100012|Elm|Successor|9/1/2026', '100003|100013|Oak|Successor|2026-09-01'),
    );
    expect(links.map(({ successors }) => successors[0]?.on)).toEqual([undefined, undefined, '2026-09-01']);
    expect(problems.slice(1).map(({ row, message, choices }) => [row, message, choices])).toEqual([
      [2, '“9/13/2026” is not a date with the day first. It may be 13 September 2026. We use the link without it.', ['13 September 2026']],
      [3, `${BOTH('9/1/2026', '1 September 2026', '9 January 2026')}. We use the link without it.`, ['1 September 2026', '9 January 2026']],
    ]);
  });
});
