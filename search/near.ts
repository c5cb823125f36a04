/** A point on the British National Grid, in metres. */
export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}
/** All points no farther from its middle than so many metres. */
export interface Circle extends GridPoint {
  readonly metres: number;
}

export const METRES_PER_MILE = 1_609.344;
export const METRES_PER_KM = 1_000;

/** Between two points in a straight line, squared: enough to compare by. */
export const squareBetween = (a: GridPoint, b: GridPoint): number => (a.easting - b.easting) ** 2 + (a.northing - b.northing) ** 2;

/** From a point to the nearest of some places, in metres; absent where there is none. */
export function metresToNearest(places: readonly GridPoint[], from: GridPoint): number | undefined {
  let square = Infinity;
  for (const place of places) square = Math.min(square, squareBetween(place, from));
  return Number.isFinite(square) ? Math.sqrt(square) : undefined;
}

/** Metres as miles, to a tenth. */
export const milesOf = (metres: number): number => Math.round((metres / METRES_PER_MILE) * 10) / 10;
