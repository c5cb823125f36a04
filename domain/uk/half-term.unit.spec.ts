import type { Day } from '../kernel/brand.js';
import { endedBefore, halfTermOf } from './half-term.js';

const day = (of: string) => of as Day;
const autumn = { name: 'Autumn', from: day('2026-09-02'), to: day('2026-12-18') };
const holiday = { from: day('2026-10-26'), to: day('2026-10-30'), why: 'Half-term' };
const inset = { from: day('2026-11-20'), to: day('2026-11-20'), why: 'INSET day' };
const calendar = { terms: [autumn], closures: [holiday, inset] };

test.each([
  ['2026-09-14', '2026-09-02', 'this half term'],
  ['2026-10-28', '2026-09-02', 'last half term'],
  ['2026-10-30', '2026-09-02', 'last half term'],
  ['2026-11-02', '2026-10-31', 'this half term'],
  ['2026-11-26', '2026-10-31', 'this half term'],
  ['2026-12-25', '2026-10-31', 'last half term'],
  ['2027-03-01', '2027-01-18', 'in the last 6 weeks'],
  ['2026-08-20', '2026-07-09', 'in the last 6 weeks'],
])('on %s it is from %s: %s', (today, from, said) => expect(halfTermOf(calendar, day(today))).toEqual({ from, said }));

test('a hub without term dates looks back six weeks', () => {
  expect(halfTermOf({ terms: [], closures: [] }, day('2026-11-26'))).toEqual({ from: '2026-10-15', said: 'in the last 6 weeks' });
});

test('three days off within a term are its half-term holiday, two are not, and none is where the term begins or ends', () => {
  const shut = (from: string, to: string) =>
    halfTermOf({ terms: [autumn], closures: [{ from: day(from), to: day(to), why: '' }] }, day('2026-12-18')).from;
  expect(shut('2026-10-26', '2026-10-28')).toBe('2026-10-29');
  expect(shut('2026-10-26', '2026-10-27')).toBe(autumn.from);
  expect(shut(autumn.from, '2026-09-10')).toBe(autumn.from);
  expect(shut('2026-12-10', autumn.to)).toBe(autumn.from);
});

test('what ended before a day: the half term up to its holiday, and the term', () => {
  const spring = { name: 'Spring', from: day('2027-01-04'), to: day('2027-03-26') };
  const ends = (of: string) => endedBefore({ terms: [autumn, spring], closures: [holiday, inset] }, day(of));
  expect(ends('2026-10-25')).toEqual({ halfTerm: undefined, term: undefined });
  expect(ends('2026-11-26')).toEqual({ halfTerm: '2026-10-25', term: undefined });
  expect(ends('2027-01-11')).toEqual({ halfTerm: autumn.to, term: autumn.to });
});
