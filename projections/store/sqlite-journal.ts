import type { Database, Statement } from '@alongside/sqlite/driver.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import { FROM_THE_START, mergeEntries, type JournalEntry } from './journal.js';
import type { Change } from './view-store.js';

export const JOURNAL_SCHEMA = `
  CREATE TABLE IF NOT EXISTS journal (seq INTEGER PRIMARY KEY, view TEXT NOT NULL, id TEXT NOT NULL, position TEXT NOT NULL, before TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS journal_position ON journal (position);
  CREATE TABLE IF NOT EXISTS journal_floor (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), position TEXT NOT NULL);
`;

/** Which rows changed and when, and who could see them before. Holds ids and audiences, never data, and forgets its oldest entries. */
export class SqliteJournal {
  readonly #insert: Statement;
  readonly #bounds: Statement<[], { first: number | null; last: number | null }>;
  readonly #positionOf: Statement<[number], string>;
  readonly #prune: Statement<[number]>;
  readonly #setFloor: Statement<[string]>;
  readonly #getFloor: Statement<[], string>;
  readonly #after: Statement<[string, string], { view: string; id: string; position: string; before: string }>;

  constructor(
    db: Database,
    private readonly limitChanges: number,
  ) {
    this.#insert = db.prepare('INSERT INTO journal (view, id, position, before) VALUES (?, ?, ?, ?)');
    this.#bounds = db.prepare('SELECT (SELECT min(seq) FROM journal) AS first, (SELECT max(seq) FROM journal) AS last');
    this.#positionOf = db.prepare<[number], string>('SELECT position FROM journal WHERE seq = ?').pluck() as never;
    this.#prune = db.prepare('DELETE FROM journal WHERE seq <= ?');
    this.#setFloor = db.prepare(
      'INSERT INTO journal_floor VALUES (1, ?) ON CONFLICT (only_row) DO UPDATE SET position = excluded.position',
    );
    this.#getFloor = db.prepare<[], string>('SELECT position FROM journal_floor').pluck() as never;
    this.#after = db.prepare(
      'SELECT view, id, position, before FROM journal WHERE position > ? AND view IN (SELECT value FROM json_each(?)) ORDER BY position, seq',
    );
  }

  /** The journal holds everything after this position. */
  floor(): Position {
    return (this.#getFloor.get() as Position | undefined) ?? FROM_THE_START;
  }

  record(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const { view, id, position, before } of changes) this.#insert.run(view, id, position, JSON.stringify(before));
    const { first, last } = this.#bounds.get() ?? { first: null, last: null };
    if (first === null || last === null || last - first < this.limitChanges) return;
    const through = last - this.limitChanges;
    const position = this.#positionOf.get(through);
    if (position !== undefined) this.#setFloor.run(position);
    this.#prune.run(through);
  }

  entriesAfter(position: Position, views: readonly string[]): readonly JournalEntry[] {
    const found = this.#after.all(position, JSON.stringify(views));
    return mergeEntries(
      found.map((entry) => ({ ...entry, position: entry.position as Position, before: JSON.parse(entry.before) as RowAudience })),
    );
  }
}
