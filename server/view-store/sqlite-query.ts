import type { Database, Statement } from '../sqlite/driver.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets, type RowAudience } from '@alongside/domain/policies/audience.js';
import { audienceKey, keyRange, whereKeys, type RowKey } from '@alongside/projections/store/row-keys.js';
import { QUERY_LIMIT_ROWS, type Query, type StoredRow } from '@alongside/projections/store/view-store.js';

/** Beyond this, two lists are simply both long, and counting on would cost more than it saves. */
const LENGTH_LIMIT_KEYS = 2_000;
/** SQLite merges at most 500 lists in one statement. */
const MERGE_LIMIT_KEYS = 400;
/** Statements differ by how many keys they take; this many shapes are kept ready. */
const STATEMENTS_LIMIT = 200;

interface RawRow {
  readonly id: string;
  readonly position: string;
  readonly audience: string;
  readonly data: string;
}

/** What to look up: the rows under any of `lead` (or all rows), in order of id, that are also under every one of `also`. */
export interface Lookup {
  readonly lead: readonly RowKey[] | undefined;
  readonly also: readonly RowKey[];
  readonly ids: boolean;
}

/** The statement of a lookup: one ordered range of an index per leading key, merged without sorting, and probes by primary key. */
export function lookupSql(slot: number, columns: string, { lead, also, ids }: Lookup): string {
  const range = `SELECT id FROM keys_${slot} WHERE key = ? AND id > ?`;
  const merged =
    lead && lead.length > MERGE_LIMIT_KEYS
      ? `SELECT DISTINCT id FROM keys_${slot} WHERE key IN (SELECT value FROM json_each(?)) AND id > ?`
      : lead?.map(() => range).join(' UNION ');
  const from = merged ? `(${merged}) k CROSS JOIN rows_${slot} r ON r.id = k.id` : `rows_${slot} r`;
  const order = merged ? 'k.id' : 'r.id';
  const conditions = [
    ...(merged ? [] : ['r.id > ?']),
    ...also.map(() => `EXISTS (SELECT 1 FROM keys_${slot} o WHERE o.key = ? AND o.id = ${order})`),
    ...(ids ? [`${order} IN (SELECT value FROM json_each(?))`] : []),
  ];
  return `SELECT ${columns} FROM ${from}${conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''} ORDER BY ${order}`;
}

/** The rows under a range of keys: one range of the primary key, and probes by id. */
export const rangeSql = (slot: number): string =>
  `SELECT DISTINCT r.id, r.position, r.audience, r.data FROM keys_${slot} k CROSS JOIN rows_${slot} r ON r.id = k.id WHERE k.key >= ? AND k.key <= ?`;

/** Answers queries over one version of a view. */
export class SqliteReader {
  readonly #statements = new Map<string, Statement>();
  readonly #one: Statement<[string], RawRow>;
  readonly #length: Statement<[RowKey, number], number>;
  readonly #range: Statement<[RowKey, RowKey], RawRow>;

  constructor(
    private readonly db: Database,
    private readonly slot: number,
    private readonly name: string,
    private readonly indexes: readonly string[],
  ) {
    this.#one = db.prepare(`SELECT id, position, audience, data FROM rows_${slot} WHERE id = ?`);
    this.#range = db.prepare(rangeSql(slot));
    this.#length = db
      .prepare<[RowKey, number], number>(`SELECT count(*) FROM (SELECT 1 FROM keys_${slot} WHERE key = ? LIMIT ?)`)
      .pluck() as never;
  }

  get(id: string): StoredRow | undefined {
    const found = this.#one.get(id);
    return found && storedRow(found, JSON.parse(found.audience) as RowAudience);
  }

  list(query: Query): readonly StoredRow[] {
    const limit = Math.min(query.limitRows ?? QUERY_LIMIT_ROWS, QUERY_LIMIT_ROWS);
    const rows: StoredRow[] = [];
    if (limit < 1) return rows;
    for (const [found, audience] of this.#matching('r.id, r.position, r.audience, r.data', query)) {
      rows.push(storedRow(found, audience));
      if (rows.length >= limit) break;
    }
    return rows;
  }

  count(query: Query): number {
    let count = 0;
    for (const _ of this.#matching('r.id, r.audience', query)) count += 1;
    return count;
  }

  upTo(field: string, last: string): readonly StoredRow[] {
    const { from, to } = keyRange(this.name, this.indexes, field, last);
    return this.#range.all(from, to).map((found) => storedRow(found, JSON.parse(found.audience) as RowAudience));
  }

  *#matching(columns: string, query: Query): Generator<readonly [RawRow, RowAudience]> {
    const where = whereKeys(this.name, this.indexes, query.where);
    const mine = query.for === 'all' ? undefined : query.for;
    if (mine?.length === 0) return;
    const lookup = this.#plan(where, mine, query);
    // A key of the audience leads to the row; whether the reader is kept out of it is said in the row.
    const principals = mine && new Set(mine);
    for (const found of this.#statement(columns, lookup).iterate(...parameters(lookup, query)) as IterableIterator<RawRow>) {
      const audience = JSON.parse(found.audience) as RowAudience;
      if (!principals || meets(audience, principals)) yield [found, audience];
    }
  }

  /** Chooses the shortest list to lead. */
  #plan(where: readonly RowKey[], mine: readonly Principal[] | undefined, query: Query): Lookup {
    const ids = query.ids !== undefined;
    // Named rows are found one by one: no list is shorter than that.
    if (ids) return { lead: undefined, also: where, ids };
    const audience = mine?.map(audienceKey);
    if (where.length === 0) return { lead: audience, also: [], ids };
    let [lead, shortest] = [where[0] as RowKey, Infinity];
    for (const key of where.length > 1 || audience ? where : []) {
      const length = this.#lengthOf([key], shortest);
      if (length < shortest) [lead, shortest] = [key, length];
    }
    if (audience && this.#lengthOf(audience, shortest) < shortest) return { lead: audience, also: where, ids };
    return { lead: [lead], also: where.filter((key) => key !== lead), ids };
  }

  #lengthOf(keys: readonly RowKey[], shortest: number): number {
    let length = 0;
    for (const key of keys) {
      length += this.#length.get(key, LENGTH_LIMIT_KEYS) ?? 0;
      if (length >= shortest) break;
    }
    return length;
  }

  #statement(columns: string, lookup: Lookup): Statement {
    const sql = lookupSql(this.slot, columns, lookup);
    const ready = this.#statements.get(sql);
    if (ready && !ready.busy) return ready;
    if (this.#statements.size >= STATEMENTS_LIMIT) this.#statements.clear();
    const fresh = this.db.prepare(sql);
    this.#statements.set(sql, fresh);
    return fresh;
  }
}

function parameters({ lead, also }: Lookup, query: Query): readonly string[] {
  const after = query.afterId ?? '';
  const leading = !lead ? [after] : lead.length > MERGE_LIMIT_KEYS ? [JSON.stringify(lead), after] : lead.flatMap((key) => [key, after]);
  return [...leading, ...also, ...(query.ids ? [JSON.stringify(query.ids)] : [])];
}

function storedRow({ id, position, data }: RawRow, audience: RowAudience): StoredRow {
  return { id, position: position as Position, audience, data: JSON.parse(data) as unknown };
}
