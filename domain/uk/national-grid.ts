/** A point on the British National Grid, in metres. */
export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

export const METRES_PER_MILE = 1_609.344;
export const METRES_PER_KM = 1_000;

/** Between two points in a straight line, squared: enough to compare by. */
export const squareBetween = (a: GridPoint, b: GridPoint): number => (a.easting - b.easting) ** 2 + (a.northing - b.northing) ** 2;

/** Metres as miles, to a tenth. */
export const inMiles = (metres: number): number => Math.round((metres / METRES_PER_MILE) * 10) / 10;
