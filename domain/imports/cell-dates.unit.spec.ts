import type { Day } from '../kernel/brand.js';
import { dayFromCell, letterOf } from './columns.js';
import { DAY_FIRST } from './date-manner.js';
import { planInstitutions } from './institutions.js';
import { daysIn } from './staff-ends.js';
import { planStaff } from './staff.js';

const look = { subjects: () => [], phase: () => undefined, isMember: () => false, today: '2026-11-25' as Day };
const tableOf = (headings: string, ...lines: readonly string[]) =>
  [
    headings.split('|'),
    lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])) })),
  ] as const;

test.each([
  // Midnight of the United Kingdom, as programs in UTC save it: in summer the day before.
  ['2026-08-31T23:00:00Z', '2026-09-01'],
  ['2026-08-31T23:00:00.000Z', '2026-09-01'],
  ['2026-08-31 23:00:00 UTC', '2026-09-01'],
  ['2026-08-31T22:59:59Z', '2026-08-31'],
  ['2026-01-04T00:00:00Z', '2026-01-04'],
  ['2026-01-03T23:00:00Z', '2026-01-03'],
  // The end of a day, and any time within one, is of the day that is written.
  ['2026-08-31T23:59:59Z', '2026-08-31'],
  ['2026-08-31T23:30:00Z', '2026-08-31'],
  ['2026-09-01T00:00:00+01:00', '2026-09-01'],
  ['2026-09-01T00:00:00+0100', '2026-09-01'],
  ['2026-08-31T20:00:00-05:00', '2026-08-31'],
  ['31/08/2026 23:00:00 +00:00', '2026-09-01'],
  ['Tue Sep 01 2026 00:00:00 GMT+0100 (British Summer Time)', '2026-09-01'],
  ['Tue, 01 Sep 2026 00:00:00 +0100', '2026-09-01'],
  // Without a zone it is the clock of the person who wrote it.
  ['2026-08-31T23:00:00', '2026-08-31'],
  ['2026-08-31 23:00', '2026-08-31'],
  ['01/09/2024 00:00:00', '2024-09-01'],
  ['01/09/2024 00:00', '2024-09-01'],
  ['1/9/24 0:00', '2024-09-01'],
  ['01/09/2024, 00:00:00', '2024-09-01'],
  ['01/09/2024 12:00:00 AM', '2024-09-01'],
  ['01/09/2024 12:00am', '2024-09-01'],
  ['31/08/2024 11:59:59 p.m.', '2024-08-31'],
  ['31/08/2024 11:30 PM BST', '2024-08-31'],
  ['1 September 2024 00:00', '2024-09-01'],
  ['Sep 1 2024 12:00AM', '2024-09-01'],
])('%s is a day of the United Kingdom', (text, day) => expect(dayFromCell(text)).toBe(day));

test.each(['31/02/2024 00:00', '01/09/2024 24:00', '01/09/2024 10:60', '01/09/2024 13:00 AM', '01/09/2024 0:00 AM', '00:00', 'soon 00:00'])(
  '%s is none',
  (text) => expect(dayFromCell(text)).toBeUndefined(),
);

test('start, leaving and closing dates are read with their times', () => {
  const [headers, rows] = tableOf(
    'Name|Email|Start date|Leaving date',
    'Ann Ray|a@a.example|2026-08-31T23:00:00Z|',
    'Bo Cole|b@a.example|01/09/2024 00:00:00|31/08/2027 00:00:00',
    'Cy Dunn|c@a.example|01/09/2024 00:00|24/11/2026 00:00:00',
    'Di Fen|d@a.example|01/09/2024 12:00:00 AM|2026-11-24T00:00:00Z',
  );
  const { staff, problems } = planStaff(headers, rows, look);
  expect(staff.map(({ name, startDate }) => [name, startDate])).toEqual([
    ['Ann Ray', '2026-09-01'],
    ['Bo Cole', '2024-09-01'],
  ]);
  expect(problems.map(({ row, weight, message }) => [row, weight, message])).toEqual([
    [3, 'note', expect.stringContaining('They leave on 31 August 2027')],
    [4, 'left', expect.stringContaining('This person left on 24 November 2026')],
    [5, 'left', expect.stringContaining('This person left on 24 November 2026')],
  ]);
  const [schoolHeaders, schools] = tableOf(
    'URN|EstablishmentName|EstablishmentStatus (name)|CloseDate',
    '100001|Elm School|Closed|2026-08-30T23:00:00Z',
    '100002|Ash School|Closed|31/08/2026 00:00:00',
  );
  expect(planInstitutions(schoolHeaders, schools, { today: look.today }).closed.map(({ on }) => on)).toEqual(['2026-08-31', '2026-08-31']);
});

test('a day with the month first is known beside a time as well', () => {
  const [headers, rows] = tableOf(
    'Name|Email|Start date',
    'Ann Ray|a@a.example|09/13/2024 00:00:00',
    'Bo Cole|b@a.example|09/01/2024 00:00:00',
  );
  const { staff, problems } = planStaff(headers, rows, look);
  expect(staff.map(({ startDate }) => startDate)).toEqual([null, null]);
  expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('may have the month first'));
});

test('a year that cannot be meant is said beside a time as well', () => {
  const [headers, rows] = tableOf('Name|Email|Start date', 'Ann Ray|a@a.example|31/02/2062 00:00');
  expect(planStaff(headers, rows, look).problems).toMatchObject([
    { message: expect.stringContaining('is more than a year ahead') as string },
  ]);
});

test('among words a day is found with its time', () => {
  expect(daysIn('Left 2026-08-31T23:00:00Z', DAY_FIRST)).toEqual(['2026-09-01']);
  expect(daysIn('Left: 31/08/2026 00:00:00 (resigned)', DAY_FIRST)).toEqual(['2026-08-31']);
  expect(daysIn('Ended:31/08/2026', DAY_FIRST)).toEqual(['2026-08-31']);
});
