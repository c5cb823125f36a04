import type { Database } from '../../sqlite/driver.js';

/** The end of the log that `heads` does not tell yet never holds more events than this: what a connection reads when it opens the file. */
export const TAIL_LIMIT_EVENTS = 2_048;

/**
 * Where each stream ends, for one connection: the table `heads` and newer events, read once each. Call it in a transaction, so that both
 * agree.
 */
export class Tail {
  readonly #statements: ReturnType<typeof prepare>;
  /** Stream key → position of its last event, where that is later than `#folded`. */
  readonly #positions = new Map<number, number>();
  #folded = -1;
  #seen = 0;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Takes in what was appended since the last time, by any process. */
  catchUp(): void {
    const folded = this.#statements.folded.get() as number;
    if (folded !== this.#folded) {
      this.#positions.clear();
      this.#folded = folded;
      this.#seen = folded;
    }
    for (const [position, stream] of this.#statements.since.all(this.#seen) as (readonly [number, number])[]) this.moved(stream, position);
  }

  /** Position of the last event of a stream, by its key; 0 where it has none. */
  lastOf(stream: number): number {
    return this.#positions.get(stream) ?? (this.#statements.head.get(stream) as number | undefined) ?? 0;
  }

  /** A stream has a new last event: the last of the whole log. */
  moved(stream: number, position: number): void {
    this.#positions.set(stream, position);
    this.#seen = position;
  }

  /** Brings `heads` up to date where the tail has grown long. For the writer, before it commits. */
  fold(lastPosition: number): void {
    if (lastPosition - this.#folded < TAIL_LIMIT_EVENTS) return;
    this.#statements.fold.run();
    this.#statements.setFolded.run(lastPosition);
    this.#positions.clear();
    this.#folded = lastPosition;
  }

  /** A commit was taken back, and what was remembered with it may be wrong: the next `catchUp` reads it again. */
  forget(): void {
    this.#folded = -1;
  }
}

function prepare(db: Database) {
  return {
    folded: db.prepare('SELECT up_to FROM folded').pluck(),
    since: db.prepare('SELECT position, stream FROM events WHERE position > ? ORDER BY position').raw(),
    head: db.prepare('SELECT position FROM heads WHERE stream = ?').pluck(),
    fold: db.prepare(
      `INSERT INTO heads (stream, position)
       SELECT stream, max(position) FROM events JOIN streams ON key = stream WHERE position > (SELECT up_to FROM folded) GROUP BY stream
       ON CONFLICT (stream) DO UPDATE SET position = excluded.position`,
    ),
    setFolded: db.prepare('UPDATE folded SET up_to = ?'),
  };
}
