import type { Database, Statement } from '../sqlite/driver.js';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import { jsonOf, keysOf, valueKeysIn, type Lookups, type RowKey } from '@alongside/projections/store/row-keys.js';
import { TwoGenerationCache } from './two-generation-cache.js';
import type { Change, StoredRow, Write } from '@alongside/projections/store/view-store.js';

/** How many rows of one version are kept at hand between commits. */
const CACHE_LIMIT_ROWS = 20_000;

/** How many rows are read at once while their keys are made. */
const PAGE_ROWS = 1_000;

interface Kept {
  readonly n: number | bigint;
  readonly position: Position;
  readonly audience: RowAudience;
  readonly text: string;
  readonly data: unknown;
  /** What it stands under in the table of keys; none while the version is being built. */
  readonly keys: readonly RowKey[];
  readonly about: readonly PersonId[];
}

export const slotSchema = (slot: number): string => `
  CREATE TABLE rows_${slot} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position TEXT NOT NULL, audience TEXT NOT NULL, data TEXT NOT NULL, about TEXT);
  CREATE TABLE keys_${slot} (key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
  CREATE TABLE about_${slot} (person TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (person, id)) WITHOUT ROWID;
`;

/**
 * The rows of one version of a view, written with few statements. Index keys are made when it begins to serve: maintaining them earlier
 * would slow the build.
 */
export class SqliteSlot {
  readonly #cache = new TwoGenerationCache<string, Kept>(CACHE_LIMIT_ROWS);
  readonly #select: Statement<[string], { n: number; position: string; audience: string; data: string; about: string | null }>;
  readonly #page: Statement<[number], { n: number; id: string; audience: string; data: string }>;
  readonly #insert: Statement;
  readonly #update: Statement;
  readonly #remove: Statement;
  readonly #addKey: Statement;
  readonly #dropKey: Statement;
  readonly #findAbout: Statement<[PersonId], string>;
  readonly #addAbout: Statement;
  readonly #dropAbout: Statement;

  constructor(
    db: Database,
    readonly number: number,
    readonly name: string,
    private readonly lookups: Lookups,
    private keyed: boolean,
  ) {
    this.#page = db.prepare(`SELECT n, id, audience, data FROM rows_${number} WHERE n > ? ORDER BY n LIMIT ${PAGE_ROWS}`);
    this.#select = db.prepare(`SELECT n, position, audience, data, about FROM rows_${number} WHERE id = ?`);
    this.#insert = db.prepare(`INSERT INTO rows_${number} (id, position, audience, data, about) VALUES (?, ?, ?, ?, ?)`);
    this.#update = db.prepare(`UPDATE rows_${number} SET position = ?, audience = ?, data = ?, about = ? WHERE n = ?`);
    this.#remove = db.prepare(`DELETE FROM rows_${number} WHERE n = ?`);
    this.#addKey = db.prepare(`INSERT INTO keys_${number} (key, id) VALUES (?, ?)`);
    this.#dropKey = db.prepare(`DELETE FROM keys_${number} WHERE key = ? AND id = ?`);
    this.#findAbout = db.prepare<[PersonId], string>(`SELECT id FROM about_${number} WHERE person = ? ORDER BY id`).pluck() as never;
    this.#addAbout = db.prepare(`INSERT OR IGNORE INTO about_${number} (person, id) VALUES (?, ?)`);
    this.#dropAbout = db.prepare(`DELETE FROM about_${number} WHERE person = ? AND id = ?`);
  }

  /** The row for the view's own handlers, which never change what they are given: it may be shared. */
  row(id: string): StoredRow | undefined {
    const kept = this.#kept(id);
    return (
      kept && { id, position: kept.position, audience: kept.audience, data: kept.data, ...(kept.about.length > 0 && { about: kept.about }) }
    );
  }

  /** Rows about a person, for the view's own handlers, in order of id. */
  about(person: PersonId): readonly string[] {
    return this.#findAbout.all(person);
  }

  /** Who could see the row before, and under which values it stood and stands; `undefined` where the write changes nothing. */
  write(write: Write): Before | undefined {
    const before = this.#kept(write.id);
    if (write.row) return this.#put(write.id, write.position, write.row, before);
    if (!before) return undefined;
    this.#remove.run(before.n);
    for (const key of before.keys) this.#dropKey.run(key, write.id);
    for (const person of before.about) this.#dropAbout.run(person, write.id);
    this.#cache.delete(write.id);
    return beforeOf(before, NO_KEYS);
  }

  /** Makes the keys of every row, in a transaction of the caller, who then says `keysMade`. */
  makeKeys(): void {
    if (this.keyed) return;
    for (let [after, rows] = [0, this.#page.all(0)]; rows.length > 0; rows = this.#page.all(after)) {
      for (const { n, id, audience, data } of rows) {
        for (const key of keysOf(this.lookups, JSON.parse(audience) as RowAudience, JSON.parse(data))) this.#addKey.run(key, id);
        after = n;
      }
    }
  }

  /** From now on every write keeps the keys. */
  keysMade(): void {
    this.keyed = true;
    this.forget();
  }

  /** After a transaction that was undone nothing at hand can be relied on. */
  forget(): void {
    this.#cache.clear();
  }

  #put(
    id: string,
    position: Position,
    { audience, data, about = NO_PEOPLE }: NonNullable<Write['row']>,
    before: Kept | undefined,
  ): Before | undefined {
    const text = jsonOf(this.name, id, data);
    // For readers nothing changes by whom a row is about: it stays of the event that it was of.
    const same = before !== undefined && before.text === text && sameList(before.audience, audience);
    if (same && sameList(before.about, about)) return undefined;
    if (same) position = before.position;
    const keys = this.#keysOf(audience, data);
    const who = JSON.stringify(audience);
    const whom = about.length > 0 ? JSON.stringify(about) : null;
    const n = before ? before.n : this.#insert.run(id, position, who, text, whom).lastInsertRowid;
    if (before) this.#update.run(position, who, text, whom, n);
    for (const key of before?.keys ?? []) if (!keys.includes(key)) this.#dropKey.run(key, id);
    for (const key of keys) if (!before?.keys.includes(key)) this.#addKey.run(key, id);
    for (const person of before?.about ?? []) if (!about.includes(person)) this.#dropAbout.run(person, id);
    for (const person of about) if (!before?.about.includes(person)) this.#addAbout.run(person, id);
    this.#cache.set(id, { n, position, audience, text, data, keys, about });
    return same ? undefined : beforeOf(before, keys);
  }

  #keysOf(audience: RowAudience, data: unknown): readonly RowKey[] {
    return this.keyed ? keysOf(this.lookups, audience, data) : NO_KEYS;
  }

  #kept(id: string): Kept | undefined {
    const cached = this.#cache.get(id);
    if (cached) return cached;
    const found = this.#select.get(id);
    if (!found) return undefined;
    const audience = JSON.parse(found.audience) as RowAudience;
    const data: unknown = JSON.parse(found.data);
    const kept = {
      n: found.n,
      position: found.position as Position,
      audience,
      text: found.data,
      data,
      keys: this.#keysOf(audience, data),
      about: found.about === null ? NO_PEOPLE : (JSON.parse(found.about) as readonly PersonId[]),
    };
    this.#cache.set(id, kept);
    return kept;
  }
}

/** How a row was before a write changed it. */
type Before = Pick<Change, 'before' | 'under'>;

const beforeOf = (before: Kept | undefined, keys: readonly RowKey[]): Before => ({
  before: before?.audience ?? [],
  under: { before: valuesIn(before?.keys ?? NO_KEYS), after: valuesIn(keys) },
});

const NO_KEYS: readonly RowKey[] = [];
/** A version that is being built has no keys, and millions of writes. */
const valuesIn = (keys: readonly RowKey[]): readonly RowKey[] => (keys.length === 0 ? NO_KEYS : valueKeysIn(keys));
const NO_PEOPLE: readonly PersonId[] = [];

const sameList = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, place) => one === b[place]);
