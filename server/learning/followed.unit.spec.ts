import type { Day, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { ShownRow } from '@alongside/projections/views/shown.view.js';
import { FollowedFigures, type FollowedAnswer } from './followed.js';

type Came = 'shown' | 'asked' | 'accepted' | 'too early' | 'parted' | 'still';
/** A suggestion of a mentee that came so far. */
const row = (n: number, came: Came, change: Partial<ShownRow> = {}): ShownRow => ({
  mentee: `mentee-${n}` as PersonId,
  mentor: 'asha' as PersonId,
  place: 1,
  ranking: 'rules-4',
  on: '2026-03-02' as Day,
  request: came === 'shown' ? null : (`r${n}` as RequestId),
  mentorship: came === 'shown' || came === 'asked' ? null : (`${came}-${n}` as MentorshipId),
  ...change,
});
const many = (count: number, came: Came, change: Partial<ShownRow> = {}, from = 0) =>
  Array.from({ length: count }, (_, n) => row(n + from, came, change));

/** Pairs are as their ids say; of those that were only accepted nothing is left to read. */
const look = {
  row: (_view: string, id: string) =>
    id.startsWith('accepted')
      ? undefined
      : {
          status: id.startsWith('parted') ? 'ended' : 'active',
          startedAt: id.startsWith('too early') ? '2026-05-20T09:00:00.000Z' : '2026-03-02T09:00:00.000Z',
          endedAt: id.startsWith('parted') ? '2026-03-20T09:00:00.000Z' : null,
        },
  rows: () => [{ status: 'closed', took: true, time: { startsAt: '2026-04-01T15:00:00.000Z', minutes: 45 } }],
} as unknown as HubReader;

function after(rows: readonly ShownRow[]): FollowedAnswer {
  const figures = new FollowedFigures(look, '2026-06-01' as Day);
  for (const one of rows) figures.take(one);
  return figures.answer();
}

describe('what came of suggestions, in figures', () => {
  test('one more who asks changes nothing that is told, until they are five, whoever looks how often', () => {
    const before = [...many(40, 'shown'), ...many(20, 'asked', {}, 40)];
    const at = (asking: number) => JSON.stringify(after([...before.slice(asking), ...many(asking, 'asked')]));
    expect([1, 2, 3, 4].map(at)).toEqual([at(0), at(0), at(0), at(0)]);
    expect(after([...before.slice(5), ...many(5, 'asked')]).all.asked).toBe(25);
  });

  test('a mentee who asks again and again is one', () => {
    const again = Array.from({ length: 12 }, (_, n) => row(3, 'asked', { mentor: `m${n}` as PersonId }));
    expect(after([...many(40, 'shown', {}, 100), ...many(20, 'asked'), ...again]).all).toMatchObject({ shown: 60, asked: 20 });
  });

  test('each step is some of the one before, in steps of five', () => {
    const rows = [
      ...many(20, 'shown'),
      ...many(10, 'asked', {}, 20),
      ...many(8, 'too early', {}, 30),
      ...many(6, 'parted', {}, 40),
      ...many(7, 'still', {}, 50),
    ];
    expect(after(rows).all).toEqual({ shown: 50, asked: 30, accepted: 20, reached: 10, still: 5 });
  });

  test('nothing is said about fewer than five mentees, however many suggestions they had', () => {
    const four = Array.from({ length: 12 }, (_, n) => row(n % 4, 'shown', { mentor: `m${n}` as PersonId }));
    expect(after(four).all.shown).toBeNull();
    expect(after([...four, row(4, 'shown')]).all).toEqual({ shown: 5, asked: null, accepted: null, reached: null, still: null });
  });

  test('nor what tells of them by subtraction: all but four asked', () => {
    expect(after([...many(4, 'shown'), ...many(9, 'asked', {}, 10)]).all).toMatchObject({ shown: 10, asked: null });
    expect(after([...many(5, 'shown'), ...many(9, 'asked', {}, 10)]).all).toMatchObject({ shown: 10, asked: 5 });
    expect(after(many(9, 'asked')).all).toMatchObject({ shown: 5, asked: 5 });
  });

  test('by place and by what ranked: of two groups both are told or neither', () => {
    const rows = [
      ...many(10, 'shown'),
      ...many(6, 'asked', {}, 10),
      ...many(7, 'shown', { place: 2, ranking: 'rules-4:a-model', on: '2026-04-01' as Day }, 20),
      ...many(3, 'asked', { place: 2, ranking: 'rules-4:a-model', on: '2026-04-02' as Day }, 30),
    ];
    const { all, places, rankings } = after(rows);
    expect(all).toMatchObject({ shown: 25, asked: 5 });
    expect(places.map(({ place, steps }) => [place, steps.shown, steps.asked])).toEqual([
      [1, 15, null],
      [2, 10, null],
    ]);
    expect(rankings.map(({ ranking, steps }) => [ranking, steps.shown])).toEqual([
      ['rules-4', 15],
      ['rules-4:a-model', 10],
    ]);
    const more = after([...rows, ...many(5, 'asked', { place: 2, ranking: 'rules-4:a-model' }, 40)]);
    expect(more.places.map(({ steps }) => steps.asked)).toEqual([5, 5]);
  });

  test('of more groups the smallest beside one that is too small is withheld with it, and no other', () => {
    const at = (place: number, asked: number, from: number) => [
      ...many(20, 'shown', { place }, from),
      ...many(asked, 'asked', { place }, from + 20),
    ];
    const { places } = after([...at(1, 30, 0), ...at(2, 9, 100), ...at(3, 3, 200), ...at(4, 12, 300)]);
    expect(places.map(({ steps }) => steps.asked)).toEqual([30, null, null, 10]);
    expect(places.map(({ steps }) => steps.shown)).toEqual([50, 25, 20, 30]);
    // Two that are too small hide each other, unless both have as many as such a group can.
    const two = after([...at(1, 30, 0), ...at(2, 4, 100), ...at(3, 3, 200), ...at(4, 12, 300)]);
    expect(two.places.map(({ steps }) => steps.asked)).toEqual([30, null, null, 10]);
    const most = after([...at(1, 30, 0), ...at(2, 4, 100), ...at(3, 4, 200), ...at(4, 12, 300)]);
    expect(most.places.map(({ steps }) => steps.asked)).toEqual([30, null, null, null]);
  });

  test('places far down are one group', () => {
    const { places } = after([...many(5, 'shown', { place: 4 }), ...many(5, 'shown', { place: 9 }, 10)]);
    expect(places.map(({ place, steps }) => [place, steps.shown])).toEqual([[4, 10]]);
  });

  test('a pair of whom nothing is left, or that has not come to week six, is not among those of whom it is known', () => {
    const rows = [...many(5, 'accepted'), ...many(5, 'too early', {}, 10), ...many(5, 'still', {}, 20)];
    expect(after(rows).all).toEqual({ shown: 15, asked: 15, accepted: 15, reached: 5, still: 5 });
  });
});
