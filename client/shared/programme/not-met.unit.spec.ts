import type { Day } from '@alongside/domain/kernel/brand.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { notMetPath, notMetSince, sayFirstBooked, sayNotMet, sayOnToday } from './not-met.js';

const FROM = '2026-11-02';
const pair = (more: object = {}) =>
  ({
    status: 'active',
    menteeAt: ['elm', 'riverbank'],
    lastMetOn: null,
    meetingsHeld: 0,
    nextMeetingOn: null,
    ...more,
  }) as unknown as PairingRow;

test('a pair has not met where its last meeting was before the half term, while it goes on', () => {
  const isOne = (more?: object) => notMetSince(pair(more), FROM);
  expect([isOne(), isOne({ lastMetOn: '2026-11-01' }), isOne({ status: 'trial' })]).toEqual([true, true, true]);
  expect([isOne({ lastMetOn: FROM }), isOne({ status: 'paused' }), isOne({ status: 'ended' })]).toEqual([false, false, false]);
});

test('says how many of them Today counts, where it does not count all', () => {
  const mentor = pair({ menteeAt: ['moor'] });
  expect(sayOnToday([pair(), pair()], 'elm')).toBeUndefined();
  expect(sayOnToday([pair(), pair(), mentor], 'elm')).toBe('Today counts 2 of them, whose mentees belong here.');
  expect(sayOnToday([pair(), mentor], 'elm')).toBe('Today counts 1 of them, whose mentee belongs here.');
  expect(sayOnToday([mentor], 'elm')).toBe('Today counts none of them: their mentees belong elsewhere.');
});

test('says how many, in any half term, and which of them are only new', () => {
  expect(sayNotMet(4, { said: 'this half term' })).toBe('4 pairs have not met this half term');
  expect(sayNotMet(1, { said: 'in the last 6 weeks' })).toBe('One pair has not met in the last 6 weeks');
  expect(sayNotMet(4, { said: 'last half term' })).toBe('4 pairs did not meet last half term');
  const today: Day = '2026-11-30' as Day;
  const booked = pair({ nextMeetingOn: today });
  expect(sayFirstBooked([booked, pair()], today)).toBe('One of them is new and has a first meeting booked.');
  expect(sayFirstBooked([booked, booked], today)).toBe('2 of them are new and have a first meeting booked.');
  expect(sayFirstBooked([pair({ nextMeetingOn: '2026-11-29' }), pair({ nextMeetingOn: today, meetingsHeld: 2 })], today)).toBeUndefined();
});

test('leads to the list of a trust, or of one of its schools', () => {
  expect(notMetPath('riverbank')).toBe('/programme?at=riverbank&show=not-met');
  expect(notMetPath('riverbank', 'elm')).toBe('/programme?at=riverbank&show=not-met&school=elm');
});
