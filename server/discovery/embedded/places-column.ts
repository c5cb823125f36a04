import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import { Bitmap } from './bitmap.js';

const FIRST_ROOM_PLACES = 64;
/** So many at least are gathered before they are put in order. */
const SORTED_DOCUMENTS = 500;

/** How far every document is from a point, by its number: squared metres, and `Infinity` for those without a place. */
export type Squares = Float64Array<ArrayBuffer>;

/** Where documents are, as columns of numbers: a place is in one row of them, and a document may have several. */
export class PlacesColumn {
  #owners = new Int32Array(FIRST_ROOM_PLACES);
  #eastings = new Float64Array(FIRST_ROOM_PLACES);
  #northings = new Float64Array(FIRST_ROOM_PLACES);
  #length = 0;
  #numbers = 0;

  change(number: number, before: readonly GridPoint[], after: readonly GridPoint[]): void {
    if (before.length === after.length && before.every((place, at) => isSame(place, after[at]))) return;
    // Rows of a column are searched by the machine's own code: 50,000 take some microseconds.
    for (let left = before.length; left > 0; left -= 1) this.#remove(number);
    for (const place of after) this.#add(number, place);
  }

  squaresTo({ easting, northing }: GridPoint): Squares {
    const squares = new Float64Array(this.#numbers).fill(Infinity);
    const [owners, eastings, northings, length] = [this.#owners, this.#eastings, this.#northings, this.#length];
    for (let row = 0; row < length; row += 1) {
      const number = owners[row] ?? 0;
      const east = (eastings[row] ?? 0) - easting;
      const north = (northings[row] ?? 0) - northing;
      const square = east * east + north * north;
      if (square < (squares[number] ?? 0)) squares[number] = square;
    }
    return squares;
  }

  /** The documents that have a place. */
  placed(): Bitmap {
    const placed = Bitmap.of([], this.#numbers);
    const [owners, length] = [this.#owners, this.#length];
    for (let row = 0; row < length; row += 1) placed.add(owners[row] ?? 0);
    return placed;
  }

  #add(number: number, { easting, northing }: GridPoint): void {
    if (this.#length === this.#owners.length) this.#grow();
    this.#owners[this.#length] = number;
    this.#eastings[this.#length] = easting;
    this.#northings[this.#length] = northing;
    this.#length += 1;
    this.#numbers = Math.max(this.#numbers, number + 1);
  }

  /** Takes one row of a document away: the last one moves into its place. */
  #remove(number: number): void {
    const row = this.#owners.indexOf(number);
    if (row < 0 || row >= this.#length) return;
    const last = this.#length - 1;
    for (const column of [this.#owners, this.#eastings, this.#northings]) column[row] = column[last] ?? 0;
    // What is left behind is no document's: numbers begin at 1.
    this.#owners[last] = 0;
    this.#length = last;
  }

  #grow(): void {
    const room = this.#owners.length * 2;
    this.#owners = grown(this.#owners, new Int32Array(room));
    this.#eastings = grown(this.#eastings, new Float64Array(room));
    this.#northings = grown(this.#northings, new Float64Array(room));
  }
}

const isSame = (one: GridPoint, other: GridPoint | undefined): boolean => one.easting === other?.easting && one.northing === other.northing;

function grown<Column extends Int32Array | Float64Array>(column: Column, into: Column): Column {
  into.set(column);
  return into;
}

/** The documents no farther than so many metres. */
export function inside(squares: Squares, metres: number): Bitmap {
  const found = Bitmap.of([], squares.length);
  const most = metres < 0 ? -1 : metres * metres;
  for (let number = 0; number < squares.length; number += 1) if ((squares[number] ?? Infinity) <= most) found.add(number);
  return found;
}

/** How far the nearest of some documents is, in metres; absent where none has a place. */
export function nearestOf(squares: Squares, among: Bitmap): number | undefined {
  let nearest = Infinity;
  for (let number = 0; number < squares.length; number += 1) {
    const square = squares[number] ?? Infinity;
    if (square < nearest && among.has(number)) nearest = square;
  }
  return Number.isFinite(nearest) ? Math.sqrt(nearest) : undefined;
}

/** Documents from so many on, so many of them, the nearest first; those as far in the order in which they come. */
export function nearestFirst(numbers: readonly number[], squares: Squares, offset: number, limit: number): readonly number[] {
  const squareOf = (number: number) => squares[number] ?? Infinity;
  const nearer = (a: number, b: number) => squareOf(a) - squareOf(b) || 0;
  const most = offset + limit;
  if (limit <= 0) return [];
  // Nearly all are farther than the page goes, and are never put in order.
  const room = most + Math.max(most, SORTED_DOCUMENTS);
  let [kept, farthest]: [number[], number] = [[], Infinity];
  for (const number of numbers) {
    if (squareOf(number) >= farthest) continue;
    kept.push(number);
    if (kept.length < room) continue;
    kept = kept.sort(nearer).slice(0, most);
    farthest = squareOf(kept.at(-1) ?? 0);
  }
  return kept.sort(nearer).slice(offset, most);
}
