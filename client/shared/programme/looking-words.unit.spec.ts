import { sayLastTo } from '../../features/today/desk/item-words.js';
import { lastTo } from './items.js';
import { howManyLook, sayLooking, stillLooking } from './looking-words.js';

const on = (since: string, lostMentor = false) => sayLooking({ person: 'ben', since, lostMentor } as never, '2026-03-16');

test('how long a member has looked is told in days, and never as none', () => {
  expect([on('2026-03-07'), on('2026-03-15'), on('2026-03-16')]).toEqual(['For 9 days', 'For one day', 'Since today']);
});

test('[R8] whose mentorship ended early is told to coordinators, who alone read this list', () => {
  expect(on('2026-03-07', true)).toBe('For 9 days. Their last mentorship ended early.');
});

test('those who look are counted where they belong, without the reader and those who chose focus areas long ago', () => {
  const rows = [
    ['ben', '2026-03-01', 'oakfield'],
    ['far', '2026-03-01', 'elm'],
    ['old', '2025-01-01', 'oakfield'],
    ['helen', '2026-03-01', 'oakfield'],
  ].map(([person, since, school]) => ({ person, since, reach: [school, 'riverbank'], lostMentor: false }));
  const looking = stillLooking(rows as never, { me: 'helen', today: '2026-03-16' });
  expect(looking.map(({ person }) => person)).toEqual(['ben', 'far']);

  const counted = (at: string, looking: object, own?: string) =>
    howManyLook({ institution: at, looking } as never, rows.find(({ person }) => person === own) as never, { at, today: '2026-03-16' });
  const oakfield = { '2026-03-01': 2, '2025-01-01': 1 };
  expect([counted('oakfield', oakfield, 'helen'), counted('oakfield', oakfield)]).toEqual([1, 2]);
  expect(counted('riverbank', { '2026-03-01': 3, '2025-01-01': 1 }, 'helen')).toBe(2);
  // The reader looks elsewhere, or chose so long ago that they are not counted.
  expect([counted('oakfield', oakfield, 'far'), counted('oakfield', oakfield, 'old')]).toEqual([2, 2]);
  expect(howManyLook(undefined, undefined, { at: 'oakfield', today: '2026-03-16' })).toBe(0);
});

describe('what a coordinator last did about a member', () => {
  const TODAY = '2026-03-16';
  const wrote = (to: string, at: string, ...mentors: string[]) => ({ message: `${to}-${at}`, from: 'helen', to, mentors, text: '', at });
  const rows = [
    wrote('ben', '2026-03-16T09:00:00.000Z', 'asha', 'cleo'),
    wrote('ben', '2026-03-12T09:00:00.000Z'),
    wrote('noor', '2026-03-12T10:00:00.000Z', 'asha'),
    wrote('old', '2026-01-02T10:00:00.000Z'),
  ] as never;
  const said = (person: string) => sayLastTo(lastTo([person], { messages: rows, today: TODAY }), TODAY);

  test('is told with its day: mentors that were suggested leave a trace, as a message does', () => {
    expect([said('ben'), said('noor')]).toEqual(['You suggested mentors today.', 'You suggested a mentor on Thursday 12 March.']);
    expect([said('old'), said('sana')]).toEqual(['', '']);
  });
});
