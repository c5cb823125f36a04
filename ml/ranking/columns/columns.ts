import type { Mentor } from '../../features/candidate.js';
import type { Seeker } from '../seeker.js';
import type { Weights } from '../weights.js';

/** What of many mentors bounds one part of their scores, in columns of numbers with a row for each. */
export interface Columns {
  /** Makes room for rows 0 to `rows` - 1. */
  grow(rows: number): void;
  put(row: number, mentor: Mentor): void;
  /** The most that the part can give a row, weighted; `LEFT_OUT` where the row cannot come in at all. */
  mostFor(seeker: Seeker, weights: Weights): (row: number) => number;
}

/** Of a row that cannot come in: lower than all that parts can add. */
export const LEFT_OUT = -1_000;

/** A larger column with the same beginning. */
export function grown<Column extends Uint8Array | Int32Array | Float64Array>(
  column: Column,
  larger: new (length: number) => Column,
  rows: number,
): Column {
  if (rows <= column.length) return column;
  const wider = new larger(rows);
  wider.set(column);
  return wider;
}
