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
  test('each step is some of the one before', () => {
    const rows = [
      ...many(20, 'shown'),
      ...many(10, 'asked', {}, 20),
      ...many(8, 'too early', {}, 30),
      ...many(6, 'parted', {}, 40),
      ...many(7, 'still', {}, 50),
    ];
    expect(after(rows).all).toEqual({ shown: 51, asked: 31, accepted: 21, reached: 13, still: 7 });
  });

  test('nothing is said about fewer than five mentees, however many suggestions they had', () => {
    const four = Array.from({ length: 12 }, (_, n) => row(n % 4, 'shown', { mentor: `m${n}` as PersonId }));
    expect(after(four).all.shown).toBeNull();
    expect(after([...four, row(4, 'shown')]).all).toEqual({ shown: 13, asked: null, accepted: null, reached: null, still: null });
  });

  test('nor what tells of them by subtraction: all but four asked', () => {
    expect(after([...many(4, 'shown'), ...many(9, 'asked', {}, 10)]).all).toMatchObject({ shown: 13, asked: null });
    expect(after([...many(5, 'shown'), ...many(9, 'asked', {}, 10)]).all).toMatchObject({ shown: 14, asked: 9 });
    expect(after(many(9, 'asked')).all).toMatchObject({ shown: 9, asked: 9 });
  });

  test('by place and by what ranked: of two groups both are told or neither', () => {
    const rows = [
      ...many(10, 'shown'),
      ...many(6, 'asked', {}, 10),
      ...many(7, 'shown', { place: 2, ranking: 'rules-4:a-model', on: '2026-04-01' as Day }, 20),
      ...many(3, 'asked', { place: 2, ranking: 'rules-4:a-model', on: '2026-04-02' as Day }, 30),
    ];
    const { all, places, rankings } = after(rows);
    expect(all).toMatchObject({ shown: 26, asked: 9 });
    expect(places.map(({ place, steps }) => [place, steps.shown, steps.asked])).toEqual([
      [1, 16, null],
      [2, 10, null],
    ]);
    expect(rankings.map(({ ranking, steps }) => [ranking, steps.shown])).toEqual([
      ['rules-4', 16],
      ['rules-4:a-model', 10],
    ]);
    const more = after([...rows, ...many(5, 'asked', { place: 2, ranking: 'rules-4:a-model' }, 40)]);
    expect(more.places.map(({ steps }) => steps.asked)).toEqual([6, 8]);
  });

  test('of more groups the smallest beside one that is too small is withheld with it, and no other', () => {
    const at = (place: number, asked: number, from: number) => [
      ...many(20, 'shown', { place }, from),
      ...many(asked, 'asked', { place }, from + 20),
    ];
    const { places } = after([...at(1, 30, 0), ...at(2, 9, 100), ...at(3, 3, 200), ...at(4, 12, 300)]);
    expect(places.map(({ steps }) => steps.asked)).toEqual([30, null, null, 12]);
    expect(places.map(({ steps }) => steps.shown)).toEqual([50, 29, 23, 32]);
    // Two that are too small hide each other, unless both have as many as such a group can.
    const two = after([...at(1, 30, 0), ...at(2, 4, 100), ...at(3, 3, 200), ...at(4, 12, 300)]);
    expect(two.places.map(({ steps }) => steps.asked)).toEqual([30, null, null, 12]);
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
