import type { Database } from '../../sqlite/driver.js';
import { refuseTheMoment } from '../not-checked.js';

/** A row of the log as it lies in the file, shredded ones included. */
export interface RawRow {
  readonly position: number;
  /** The number of its stream. */
  readonly key: number;
  readonly revision: number;
  /** Position of the event before it in its stream; 0 for the first. */
  readonly previous: number;
  readonly id: string;
  readonly hash: string;
  readonly body: string;
}

/** Some rows in order, or a stretch that cannot be read. */
export interface Piece {
  readonly rows: readonly RawRow[];
  readonly unreadable?: { readonly from: number; readonly to: number; readonly error: unknown };
  /** Nothing comes after this. */
  readonly end: boolean;
}

const PIECE_ROWS = 500;

/** Reads every row of a log that may be damaged: what cannot be read is passed over, and told. Throws `LogNotChecked` where the disk says so. */
export class RowsAsTheyAre {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** The rows after a position. */
  next(after: number): Piece {
    try {
      const rows = this.#rows(after, PIECE_ROWS);
      return { rows, end: rows.length < PIECE_ROWS };
    } catch (error) {
      refuseTheMoment(error);
      return this.#around(after, error);
    }
  }

  /** A piece failed: the rows of it that can be read, one by one, or the stretch that cannot. */
  #around(after: number, error: unknown): Piece {
    const rows: RawRow[] = [];
    for (let at = after; rows.length < PIECE_ROWS;) {
      const row = this.#one(at);
      if (row === 'end') return { rows, end: true };
      if (row === undefined) break;
      rows.push(row);
      at = row.position;
    }
    if (rows.length > 0) return { rows, end: false };
    const next = this.#nextReadable(after);
    const to = (next ?? Math.max(after + 1, this.#lastKnown() ?? 0)) - (next === undefined ? 0 : 1);
    return { rows: [], unreadable: { from: after + 1, to, error }, end: next === undefined };
  }

  /** The first position after which reading goes on: steps that double, then halves. */
  #nextReadable(after: number): number | undefined {
    let [low, high] = [after + 1, after + 2];
    const limit = this.#lastKnown() ?? after + FAR_POSITIONS;
    while (high <= limit && this.#at(high) === undefined) {
      low = high;
      high = after + (high - after) * 2;
    }
    if (high > limit) high = limit;
    if (this.#at(high) === undefined) return undefined;
    while (low + 1 < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#at(middle) === undefined) low = middle;
      else high = middle;
    }
    return high;
  }

  #at(position: number): RawRow | undefined {
    try {
      const row = this.#statements.at.get(position) as readonly unknown[] | undefined;
      return row && rowOf(row);
    } catch (error) {
      refuseTheMoment(error);
      return undefined;
    }
  }

  #one(after: number): RawRow | 'end' | undefined {
    try {
      return this.#rows(after, 1)[0] ?? 'end';
    } catch (error) {
      refuseTheMoment(error);
      return undefined;
    }
  }

  #rows(after: number, limit: number): readonly RawRow[] {
    return (this.#statements.after.all(after, limit) as (readonly unknown[])[]).map(rowOf);
  }

  #lastKnown(): number | undefined {
    try {
      return this.#statements.last.get() as number | undefined;
    } catch (error) {
      refuseTheMoment(error);
      return undefined;
    }
  }
}

/** How far a damaged stretch is looked past where even the end of the log cannot be read. */
const FAR_POSITIONS = 1_000_000;

function rowOf([position, key, revision, previous, id, hash, body]: readonly unknown[]): RawRow {
  const hex = String(id);
  return {
    position: Number(position),
    key: Number(key),
    revision: Number(revision),
    previous: Number(previous),
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    hash: String(hash),
    body: String(body),
  };
}

const COLUMNS = 'position, stream, revision, previous, lower(hex(id)), lower(hex(hash)), body';

function prepare(db: Database) {
  return {
    after: db.prepare(`SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`).raw(),
    at: db.prepare(`SELECT ${COLUMNS} FROM events WHERE position = ?`).raw(),
    last: db.prepare('SELECT position FROM events ORDER BY position DESC LIMIT 1').pluck(),
  };
}
