import type { Database, Statement } from '../sqlite/driver.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import {
  entryOf,
  FROM_THE_START,
  inOrder,
  JOURNAL_LIMIT_ENTRIES_PER_CHANGE,
  standingIn,
  rowKey,
  type JournalEntry,
} from '@alongside/projections/store/journal.js';
import { JournalIndex } from '@alongside/projections/store/journal-index.js';
import { keyNumber } from '@alongside/projections/store/key-number.js';
import { TwoGenerationCache } from './two-generation-cache.js';
import type { Change, MissedQuery } from '@alongside/projections/store/view-store.js';

/** Entries kept at hand: many who come back together read the same. */
const CACHE_LIMIT_ENTRIES = 20_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS journal (
    seq INTEGER PRIMARY KEY, view TEXT NOT NULL, id TEXT NOT NULL, position TEXT NOT NULL, before TEXT NOT NULL, after TEXT
  );
  CREATE INDEX IF NOT EXISTS journal_position ON journal (position);
  CREATE TABLE IF NOT EXISTS journal_floor (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), position TEXT NOT NULL);
`;

interface Written {
  readonly view: string;
  readonly id: string;
  readonly position: string;
  readonly before: string;
  /** Absent: as before. */
  readonly after: string | null;
}

/**
 * Which rows changed and when, and who could see them, found by view and principal. Holds ids and audiences, never data, and forgets its oldest
 * entries.
 */
export class SqliteJournal {
  readonly #insert: Statement<[string, string, string, string, string | null]>;
  readonly #bounds: Statement<[], { first: number | null; last: number | null }>;
  readonly #positionOf: Statement<[number], string>;
  readonly #prune: Statement<[number]>;
  readonly #setFloor: Statement<[string]>;
  readonly #getFloor: Statement<[], string>;
  readonly #firstAfter: Statement<[string], number | null>;
  readonly #one: Statement<[number], Written>;
  readonly #cache = new TwoGenerationCache<number, JournalEntry>(CACHE_LIMIT_ENTRIES);
  readonly #index = new JournalIndex();
  /** Recorded in a transaction that is not through yet. */
  #pending: { readonly seq: number; readonly keys: readonly number[] }[] = [];

  constructor(
    db: Database,
    private readonly limitChanges: number,
  ) {
    db.exec(SCHEMA);
    this.#insert = db.prepare('INSERT INTO journal (view, id, position, before, after) VALUES (?, ?, ?, ?, ?)');
    this.#bounds = db.prepare('SELECT (SELECT min(seq) FROM journal) AS first, (SELECT max(seq) FROM journal) AS last');
    this.#positionOf = db.prepare<[number], string>('SELECT position FROM journal WHERE seq = ?').pluck() as never;
    this.#prune = db.prepare('DELETE FROM journal WHERE seq <= ?');
    this.#setFloor = db.prepare(
      'INSERT INTO journal_floor VALUES (1, ?) ON CONFLICT (only_row) DO UPDATE SET position = excluded.position',
    );
    this.#getFloor = db.prepare<[], string>('SELECT position FROM journal_floor').pluck() as never;
    this.#firstAfter = db.prepare<[string], number | null>('SELECT min(seq) FROM journal WHERE position > ?').pluck() as never;
    this.#one = db.prepare('SELECT view, id, position, before, after FROM journal WHERE seq = ?');
    this.#readIndex(db);
  }

  /** The journal holds everything after this position. */
  floor(): Position {
    return (this.#getFloor.get() as Position | undefined) ?? FROM_THE_START;
  }

  record(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const change of changes) {
      const entry = entryOf(change);
      const { view, id, position, before, after } = entry;
      const { lastInsertRowid } = this.#insert.run(
        view,
        id,
        position,
        JSON.stringify(before),
        after === before ? null : JSON.stringify(after),
      );
      this.#pending.push({ seq: Number(lastInsertRowid), keys: keysOf(entry) });
    }
    const { first, last } = this.#bounds.get() ?? { first: null, last: null };
    if (first === null || last === null || last - first < this.limitChanges) return;
    const through = last - this.limitChanges;
    const position = this.#positionOf.get(through);
    if (position !== undefined) this.#setFloor.run(position);
    this.#prune.run(through);
  }

  /** The transaction is through: what it recorded can be found. */
  kept(): void {
    for (const { seq, keys } of this.#pending) this.#index.add(seq, keys);
    this.#pending = [];
    const { first } = this.#bounds.get() ?? { first: null };
    if (first !== null) this.#index.forget(first - 1);
  }

  /** A reader's entries in order, each once; `undefined` where they are more than it may cost to read them. */
  entriesAfter(position: Position, { views, for: mine, limitChanges }: MissedQuery): readonly JournalEntry[] | undefined {
    const first = this.#firstAfter.get(position);
    if (first === null || first === undefined) return [];
    const limit = limitChanges * JOURNAL_LIMIT_ENTRIES_PER_CHANGE;
    const found = this.#seqs(first, new Set(views), new Set(mine), limit);
    if (!found) return undefined;
    const wanted = new Set(views);
    const entries = found.map((seq) => this.#entry(seq)).filter((entry) => entry.position > position && wanted.has(entry.view));
    return inOrder(entries);
  }

  /** After a transaction that was undone nothing at hand can be relied on. */
  forget(): void {
    this.#pending = [];
    this.#cache.clear();
  }

  /** Counted before any of them is read. */
  #seqs(first: number, views: ReadonlySet<string>, mine: ReadonlySet<Principal>, limit: number): readonly number[] | undefined {
    const found = new Set<number>();
    let count = 0;
    for (const view of views) {
      for (const principal of mine) {
        const seqs = this.#index.under(keyNumber(view, principal), first, limit + 1 - count);
        count += seqs.length;
        if (count > limit) return undefined;
        for (const seq of seqs) found.add(seq);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  #entry(seq: number): JournalEntry {
    const known = this.#cache.get(seq);
    if (known) return known;
    const written = this.#one.get(seq);
    if (!written) throw new Error(`The journal names its entry ${seq} and does not hold it.`);
    const entry = read(written);
    this.#cache.set(seq, entry);
    return entry;
  }

  /** Rows that changed often have had the same audience each time: its keys are worked out once. */
  #readIndex(db: Database): void {
    const known = new TwoGenerationCache<string, readonly number[]>(CACHE_LIMIT_ENTRIES);
    const all = db.prepare<[], Written & { seq: number }>('SELECT seq, view, id, position, before, after FROM journal ORDER BY seq');
    for (const { seq, ...written } of all.iterate()) {
      const text = `${written.view}\n${written.before}\n${written.after ?? ''}`;
      const keys = known.get(text) ?? keysOf(read(written));
      known.set(text, keys);
      this.#index.add(seq, keys);
    }
  }
}

const keysOf = (entry: JournalEntry): readonly number[] => [...standingIn(entry)].map((principal) => keyNumber(entry.view, principal));

function read({ view, id, position, before: written, after }: Written): JournalEntry {
  const before = JSON.parse(written) as RowAudience;
  const of = rowKey(view, id);
  return { of, view, id, position: position as Position, before, after: after === null ? before : (JSON.parse(after) as RowAudience) };
}
