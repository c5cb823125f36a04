import { squareBetween } from '@alongside/domain/uk/national-grid.js';
import { metresToNearest, type Circle } from '@alongside/search/near.js';
import { allOf, hasCell, hasNoPlace, type Filter } from './filters.js';
import { CELL, PLACE, placeOf, squaresToCell } from './record.js';
import type { Answered, Asked, ServerIndex } from './server-index.js';

/** What lies around the middle of a circle. */
export interface Surroundings {
  /** The places in the circle of documents that match, filters aside: a facet is counted without its own. */
  readonly inside: readonly string[];
  /** Of those that meet everything else. */
  readonly around: { readonly withoutPlace: number; readonly nearestMetres?: number };
}

/** Distances are worked out here, to the metre: of those squares alone that the circle touches, or in which the nearest can be. */
export async function surroundingsOf(
  circle: Circle,
  matching: Filter,
  filters: readonly Filter[],
  index: ServerIndex,
): Promise<Surroundings> {
  const anywhere = allOf([matching, ...filters]);
  const [nowhere, all, filtered = all] = await index.ask([
    { filter: allOf([anywhere, hasNoPlace]) },
    ...[matching, ...(filters.length > 0 ? [anywhere] : [])].map((filter): Asked => ({ filter, counted: [CELL] })),
  ]);
  const most = circle.metres < 0 ? -1 : circle.metres ** 2;
  const touched = cellsOf(all, circle).filter(({ least }) => least <= most);
  const reachable = cellsOf(filtered, circle);
  const farthest = Math.min(...reachable.map((cell) => cell.most));
  const places = async (filter: Filter, cells: readonly Cell[]) =>
    cells.length === 0
      ? []
      : keysIn((await index.ask([{ filter: allOf([filter, hasCell(cells.map(({ key }) => key))]), counted: [PLACE] }]))[0], PLACE);
  const [near, nearest] = await Promise.all([
    places(matching, touched),
    places(
      anywhere,
      reachable.filter(({ least }) => least <= farthest),
    ),
  ]);
  const nearestMetres = metresToNearest(nearest.map(placeOf), circle);
  return {
    inside: near.filter((key) => squareBetween(placeOf(key), circle) <= most),
    around: { withoutPlace: nowhere?.total ?? 0, ...(nearestMetres !== undefined && { nearestMetres }) },
  };
}

interface Cell {
  readonly key: string;
  readonly least: number;
  readonly most: number;
}
const cellsOf = (answer: Answered | undefined, circle: Circle): readonly Cell[] =>
  keysIn(answer, CELL).map((key) => ({ key, ...squaresToCell(key, circle) }));
const keysIn = (answer: Answered | undefined, attribute: string): readonly string[] => Object.keys(answer?.counts[attribute] ?? {});
