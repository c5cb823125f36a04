import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { sayNoneStuck, stuckAmong } from './stuck.js';

const TODAY = '2026-03-06';
const pair = (mentorship: string, more: Partial<Record<keyof PairingRow, unknown>>) =>
  ({
    ...{
      mentorship,
      mentor: 'asha',
      mentee: 'ben',
      status: 'active',
      startedOn: '2026-01-05',
      agreedOn: null,
      endedOn: null,
    },
    ...{ meetingsHeld: 0, minutes: 0, lastMetOn: null, nextMeetingOn: null, closesAfter: null, continuedOn: null },
    bookedUntil: more.nextMeetingOn ?? null,
    ...more,
  }) as unknown as PairingRow;
const found = (...pairs: readonly PairingRow[]) => stuckAmong(pairs, TODAY).map((one) => one.pair.mentorship);

describe('pairs that may need a hand', () => {
  test('matched a fortnight ago and not met; a day earlier is no concern', () => {
    expect(
      found(pair('old', { status: 'trial', startedOn: '2026-02-20' }), pair('new', { status: 'trial', startedOn: '2026-02-21' })),
    ).toEqual(['old']);
  });

  test('quiet for four weeks with nothing booked; a booking ends it', () => {
    expect(found(pair('quiet', { lastMetOn: '2026-02-06' }), pair('lately', { lastMetOn: '2026-02-07' }))).toEqual(['quiet']);
    expect(found(pair('booked', { lastMetOn: '2026-01-06', nextMeetingOn: TODAY }))).toEqual([]);
  });

  test('a meeting that was not recorded for three days', () => {
    expect(found(pair('open', { nextMeetingOn: '2026-03-03' }), pair('fresh', { nextMeetingOn: '2026-03-04' }))).toEqual(['open']);
  });

  test('paused and finished pairs are left in peace; the longest wait stands first', () => {
    expect(found(pair('paused', { status: 'paused' }), pair('ended', { status: 'ended' }), pair('done', { status: 'completed' }))).toEqual(
      [],
    );
    expect(found(pair('b', { lastMetOn: '2026-01-20' }), pair('a', { lastMetOn: '2025-12-01' }))).toEqual(['a', 'b']);
  });

  test('an end can be suggested to those that no longer meet by the rule that decides', () => {
    const silent = (more: Parameters<typeof pair>[1]) => stuckAmong([pair('one', more)], TODAY).map((one) => one.silent);
    expect(silent({ lastMetOn: '2026-02-06' })).toEqual([true]);
    expect(silent({ status: 'trial', startedOn: '2026-02-20' })).toEqual([true]);
    expect(silent({ lastMetOn: '2026-01-06', nextMeetingOn: '2026-03-02' })).toEqual([false]);
    expect(silent({ lastMetOn: '2025-12-06', nextMeetingOn: '2026-01-06' })).toEqual([true]);
    expect(silent({ lastMetOn: '2025-12-06', nextMeetingOn: '2026-01-06', bookedUntil: '2026-03-20' })).toEqual([false]);
  });

  test('those who were asked whether they continue need nobody until they have replied, and four weeks after it', () => {
    expect(found(pair('asked', { lastMetOn: '2026-01-06', closesAfter: '2026-03-10' }))).toEqual([]);
    expect(found(pair('continues', { lastMetOn: '2026-01-06', continuedOn: '2026-02-07' }))).toEqual([]);
    const [again] = stuckAmong([pair('again', { lastMetOn: '2026-01-06', continuedOn: '2026-02-06' })], TODAY);
    expect(again).toMatchObject({ what: 'They replied on Friday 6 February that they continue, and nothing is booked', silent: true });
  });

  test('[R6] an ended pair is not among them: that its mentee has no mentor is for coordinators, in their own list', () => {
    expect(found(pair('ended', { status: 'ended', endedOn: '2026-02-10' }))).toEqual([]);
  });

  test('says what is known and what to do, in days and without a word of content', () => {
    const [one] = stuckAmong([pair('quiet', { lastMetOn: '2026-02-03' })], TODAY);
    expect(one?.what).toBe('Last met on Tuesday 3 February, and nothing is booked');
    expect(stuckAmong([pair('new', { startedOn: '2026-02-02' })], TODAY)[0]?.what).toBe('Matched on Monday 2 February, and not met yet');
  });
});

test('without a pair that goes on nothing is said of how pairs do', () => {
  expect(sayNoneStuck(false)).toBe('Pairs who have not met for some time show here.');
  expect(sayNoneStuck(true)).toBe('No pair needs a hand right now.');
});
