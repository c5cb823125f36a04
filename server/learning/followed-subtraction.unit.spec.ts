import type { Day, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import { seeded } from '@alongside/domain/testing/seeded.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { ShownRow } from '@alongside/projections/views/shown.view.js';
import { FollowedFigures, STEPS, type Followed, type Step } from './followed.js';

const random = seeded();
const [PLACES, RANKINGS] = [
  [1, 2, 3, 4],
  ['rules-1', 'rules-2', 'rules-3'],
] as const;
const RUNS = 60;
const CELLS = PLACES.length * RANKINGS.length * STEPS.length;

/** A suggestion, and in which cell it lies: its place, what ranked it, and the last step it came to. */
interface Suggestion {
  readonly row: ShownRow;
  readonly cell: number;
}
const cellOf = (place: number, ranking: number, step: number) => (place * RANKINGS.length + ranking) * STEPS.length + step;

function anySuggestion(n: number, mentees: number): Suggestion {
  const [place, ranking] = [random.below(PLACES.length), random.below(RANKINGS.length)];
  const step = random.below(2) === 0 ? 0 : random.below(STEPS.length);
  const came = STEPS[step] as Step;
  const row = {
    mentee: `mentee-${random.below(mentees)}` as PersonId,
    mentor: `mentor-${n}` as PersonId,
    place: PLACES[place] as number,
    ranking: RANKINGS[ranking] as string,
    on: `2026-01-0${ranking + 1}` as Day,
    request: came === 'shown' ? null : (`r${n}` as RequestId),
    mentorship: came === 'shown' || came === 'asked' ? null : (`${came}-${n}` as MentorshipId),
  };
  return { row, cell: cellOf(place, ranking, step) };
}

const look = {
  row: (_view: string, id: string) =>
    id.startsWith('accepted')
      ? undefined
      : {
          status: id.startsWith('reached') ? 'ended' : 'active',
          startedAt: '2026-03-02T09:00:00.000Z',
          endedAt: id.startsWith('reached') ? '2026-03-20T09:00:00.000Z' : null,
        },
  rows: () => [{ status: 'closed', took: true, time: { startsAt: '2026-04-01T15:00:00.000Z', minutes: 45 } }],
} as unknown as HubReader;

const every = (length: number) => Array.from({ length }, (_, at) => at);
const subsets = (length: number) =>
  every(2 ** length)
    .slice(1)
    .map((bits) => every(length).filter((at) => (bits >> at) & 1));
/** The cells of these places, rankings and last steps, as a row of ones and noughts. */
function vector(places: readonly number[], rankings: readonly number[], steps: readonly number[]): Float64Array {
  const cells = new Float64Array(CELLS);
  for (const place of places) for (const ranking of rankings) for (const step of steps) cells[cellOf(place, ranking, step)] = 1;
  return cells;
}

/** All sums that can be made of what is told, as rows of which each has a one where the others have none. */
function spanOf(told: readonly Float64Array[]): (cells: Float64Array) => boolean {
  const rows: { readonly at: number; readonly cells: Float64Array }[] = [];
  const reduce = (cells: Float64Array) => {
    const left = Float64Array.from(cells);
    for (const row of rows) {
      const times = left[row.at] as number;
      if (times !== 0) row.cells.forEach((value, at) => (left[at] = (left[at] as number) - times * value));
    }
    return left;
  };
  const firstOf = (cells: Float64Array) => cells.findIndex((value) => Math.abs(value) > 1e-9);
  for (const cells of told) {
    const left = reduce(cells);
    const at = firstOf(left);
    if (at >= 0) rows.push({ at, cells: left.map((value) => value / (left[at] as number)) });
  }
  return (cells) => firstOf(reduce(cells)) < 0;
}

/** What was told, each figure as the cells that it is the sum of. */
function toldBy(suggestions: readonly Suggestion[]): Float64Array[] {
  const figures = new FollowedFigures(look, '2026-06-01' as Day);
  for (const { row } of suggestions) figures.take(row);
  const { all, places, rankings } = figures.answer();
  const [anyPlace, anyRanking] = [every(PLACES.length), every(RANKINGS.length)];
  const of = (steps: Followed, ...where: [readonly number[], readonly number[]]) =>
    STEPS.flatMap((step, at) => (steps[step] === null ? [] : [vector(...where, every(STEPS.length).slice(at))]));
  return [
    ...of(all, anyPlace, anyRanking),
    ...places.flatMap(({ place, steps }) => of(steps, [place - 1], anyRanking)),
    ...rankings.flatMap(({ ranking, steps }) => of(steps, anyPlace, [RANKINGS.indexOf(ranking as never)])),
  ];
}

const GROUPS = subsets(STEPS.length).flatMap((steps) => [
  ...subsets(PLACES.length).map((places) => vector(places, every(RANKINGS.length), steps)),
  ...subsets(RANKINGS.length).map((rankings) => vector(every(PLACES.length), rankings, steps)),
  ...every(PLACES.length).flatMap((place) => every(RANKINGS.length).map((ranking) => vector([place], [ranking], steps))),
]);

describe('who adds and subtracts what is told of suggestions', () => {
  test('learns of no group of fewer than five mentees, whatever places, rankings and steps it is made of', () => {
    let [told, groups] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const size = 10 + random.below(140);
      const suggestions = every(size).map((n) => anySuggestion(n, size));
      const figures = toldBy(suggestions);
      const isTold = spanOf(figures);
      told += figures.length;
      for (const cells of GROUPS.filter(isTold)) {
        const people = new Set(suggestions.filter(({ cell }) => cells[cell] === 1).map(({ row }) => row.mentee)).size;
        groups += 1;
        expect(people === 0 || people >= 5).toBe(true);
      }
    }
    // Far from all is withheld, or this would show nothing.
    expect(told / RUNS).toBeGreaterThan(8);
    expect(groups).toBeGreaterThan(1000);
  });
});
