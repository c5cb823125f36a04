import { lastSchoolDay, linesOf } from './since-words.js';

const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

test.each([
  ['2026-11-26', '2026-11-25'],
  ['2026-11-23', '2026-11-20'],
])('on %s a coordinator was last at work on %s', (today, last) => expect(lastSchoolDay(today, weekday)).toBe(last));

test('in long holidays a fortnight is looked back over', () => {
  expect(lastSchoolDay('2026-08-20', () => false)).toBe('2026-08-06');
});

test('[R7] each day on which anything happened has a line, small numbers as well', () => {
  const rows = [
    { institution: 'a', day: '2026-11-25', kinds: { met: 6, joined: 1 }, height: 1 },
    { institution: 'a', day: '2026-11-26', kinds: { paired: 2 }, height: 1 },
  ] as never;
  expect(linesOf(rows, '2026-11-26')).toEqual(['Today: 2 pairs started.', 'Yesterday: one person was added, 6 pairs met.']);
});
