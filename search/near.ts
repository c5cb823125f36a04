import { squareBetween, type GridPoint } from '@alongside/domain/uk/national-grid.js';

/** All points no farther from its middle than so many metres. */
export interface Circle extends GridPoint {
  readonly metres: number;
}

/** From a point to the nearest of some places, in metres; absent where there is none. */
export function metresToNearest(places: readonly GridPoint[], from: GridPoint): number | undefined {
  let square = Infinity;
  for (const place of places) square = Math.min(square, squareBetween(place, from));
  return Number.isFinite(square) ? Math.sqrt(square) : undefined;
}
