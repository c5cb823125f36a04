import type { Database, Statement } from '../sqlite/driver.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets, type RowAudience } from '@alongside/domain/policies/audience.js';
import { cursorOf, ordered, type Order } from '@alongside/projections/engine/order.js';
import {
  audienceKey,
  keyRange,
  orderRange,
  whereKeys,
  type KeyRange,
  type Lookups,
  type RowKey,
} from '@alongside/projections/store/row-keys.js';
import { QUERY_LIMIT_ROWS, type Query, type StoredRow } from '@alongside/projections/store/view-store.js';

/** Beyond this, two lists are simply both long, and counting on would cost more than it saves. */
const LENGTH_LIMIT_KEYS = 2_000;
/** SQLite merges at most 500 lists in one statement. */
const MERGE_LIMIT_KEYS = 400;
/** A reader with fewer rows than this in a view gets them sorted: leading by an order could pass very many that are not theirs. */
const FEW_LIMIT_ROWS = 200;
/** Nobody is led past more rows in a run that they do not see. */
const PASSED_LIMIT_ROWS = 1_000;
const COLUMNS = 'r.id, r.position, r.audience, r.data';
/** Statements differ by how many keys they take; this many shapes are kept ready. */
const STATEMENTS_LIMIT = 200;

interface RawRow {
  readonly id: string;
  readonly position: string;
  readonly audience: string;
  readonly data: string;
}

type Found = Generator<readonly [RawRow, RowAudience]>;

/** What to look up: the rows under any of `lead` (or all rows), in order of id, that are also under every one of `also`. */
export interface Lookup {
  readonly lead: readonly RowKey[] | undefined;
  readonly also: readonly RowKey[];
  readonly ids: boolean;
  /** It leads by what the reader stands for. */
  readonly byAudience?: boolean;
}

/** What to look up in an order: the rows in one range of keys that are also under every one of `also`. */
export interface OrderedLookup {
  readonly descending: boolean;
  /** It begins after a place rather than at a value: with both bounds SQLite would seek the value, and walk from there to the place. */
  readonly after: boolean;
  readonly also: readonly RowKey[];
  readonly ids: boolean;
}

/** The statement of a lookup in an order: one range of the index, forwards or backwards, and probes by primary key. */
export function orderedSql(slot: number, columns: string, { descending, after, also, ids }: OrderedLookup): string {
  const [beyond, short, direction] = descending ? ['<', '>', 'DESC'] : ['>', '<', 'ASC'];
  const conditions = [
    after ? `(k.key, k.id) ${beyond} (?, ?)` : `k.key ${beyond}= ?`,
    `k.key ${short}= ?`,
    ...probes(slot, also, 'k.id'),
    ...(ids ? ['k.id IN (SELECT value FROM json_each(?))'] : []),
  ];
  return `SELECT ${columns} FROM keys_${slot} k CROSS JOIN rows_${slot} r ON r.id = k.id WHERE ${conditions.join(' AND ')} ORDER BY k.key ${direction}, k.id ${direction}`;
}

const probes = (slot: number, also: readonly RowKey[], id: string): readonly string[] =>
  also.map(() => `EXISTS (SELECT 1 FROM keys_${slot} o WHERE o.key = ? AND o.id = ${id})`);

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
    ...probes(slot, also, order),
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
    private readonly lookups: Lookups,
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
    for (const [found, audience] of this.#matching(COLUMNS, query)) {
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
    const { from, to } = keyRange(this.name, this.lookups, field, last);
    return this.#range.all(from, to).map((found) => storedRow(found, JSON.parse(found.audience) as RowAudience));
  }

  *#matching(columns: string, query: Query): Found {
    const where = whereKeys(this.name, this.lookups, query.where);
    const mine = query.for === 'all' ? undefined : query.for;
    // An order that the view does not declare is refused, for every reader.
    const range = query.order && orderRange(this.name, this.lookups, query.where, query.order);
    if (mine?.length === 0) return;
    if (range && query.order && !this.#seesFew(mine, query)) yield* this.#inOrder(query, query.order, where, range);
    else if (query.order) yield* this.#sorted(query, query.order, where);
    else yield* this.#byId(columns, query, where, mine);
  }

  /** In order of id, by the shortest list that leads there. */
  *#byId(columns: string, query: Query, where: readonly RowKey[], mine: readonly Principal[] | undefined): Found {
    const principals = mine && new Set(mine);
    const lookup = this.#plan(where, mine, query);
    let passed = 0;
    for (const found of this.#statement(lookupSql(this.slot, columns, lookup)).iterate(...parameters(lookup, query)) as Iterable<RawRow>) {
      const audience = JSON.parse(found.audience) as RowAudience;
      if (!principals || meets(audience, principals)) {
        passed = 0;
        yield [found, audience];
      } else if (mine && !lookup.byAudience && (passed += 1) >= PASSED_LIMIT_ROWS) {
        // As in an order: from here on, what they may see leads, and what was asked for is probed.
        const theirs: Lookup = { lead: mine.map(audienceKey), also: where, ids: lookup.ids, byAudience: true };
        const values = parameters(theirs, { ...query, afterId: found.id });
        return yield* this.#seen(this.#statement(lookupSql(this.slot, columns, theirs)).iterate(...values), mine);
      }
    }
  }

  /** A key of the audience leads to the row; whether the reader is kept out of it is said in the row. */
  *#seen(rows: Iterable<unknown>, mine: readonly Principal[] | undefined): Found {
    const principals = mine && new Set(mine);
    for (const found of rows as Iterable<RawRow>) {
      const audience = JSON.parse(found.audience) as RowAudience;
      if (!principals || meets(audience, principals)) yield [found, audience];
    }
  }

  *#inOrder(query: Query, order: Order, also: readonly RowKey[], range: KeyRange): Found {
    const mine = query.for === 'all' ? undefined : new Set(query.for);
    const lookup = { descending: order.descending ?? false, after: range.start.id !== undefined, also, ids: query.ids !== undefined };
    const start = range.start.id === undefined ? [range.start.key] : [range.start.key, range.start.id];
    const values = [...start, range.end, ...also, ...(query.ids ? [JSON.stringify(query.ids)] : [])];
    let passed = 0;
    for (const found of this.#statement(orderedSql(this.slot, COLUMNS, lookup)).iterate(...values) as Iterable<RawRow>) {
      const audience = JSON.parse(found.audience) as RowAudience;
      if (!mine || meets(audience, mine)) {
        passed = 0;
        yield [found, audience];
      } else if ((passed += 1) >= PASSED_LIMIT_ROWS) {
        // A range of which they see next to nothing: their own rows are looked through instead, from here on.
        const after = cursorOf(order.by, { id: found.id, data: JSON.parse(found.data) as unknown });
        return yield* this.#sorted(query, { ...order, after }, also);
      }
    }
  }

  /** A reader of few rows of the view at all is not led past all those that they do not see. */
  #seesFew(mine: readonly Principal[] | undefined, { ids }: Query): boolean {
    return ids !== undefined || (mine !== undefined && this.#lengthOf(mine.map(audienceKey), FEW_LIMIT_ROWS) < FEW_LIMIT_ROWS);
  }

  /** All rows that a query finds, in its order. */
  *#sorted(query: Query, order: Order, where: readonly RowKey[]): Found {
    const mine = query.for === 'all' ? undefined : query.for;
    const lookup = this.#plan(where, mine, query);
    const statement = this.#statement(lookupSql(this.slot, COLUMNS, lookup));
    const found = [...this.#seen(statement.iterate(...parameters(lookup, query)), mine)];
    const rows = found.map(([raw, audience]) => ({ id: raw.id, data: JSON.parse(raw.data) as unknown, found: [raw, audience] as const }));
    for (const row of ordered(rows, order)) yield row.found;
  }

  /** Chooses the shortest list to lead. */
  #plan(where: readonly RowKey[], mine: readonly Principal[] | undefined, query: Query): Lookup {
    const ids = query.ids !== undefined;
    // Named rows are found one by one: no list is shorter than that.
    if (ids) return { lead: undefined, also: where, ids };
    const audience = mine?.map(audienceKey);
    if (where.length === 0) return { lead: audience, also: [], ids, byAudience: true };
    let [lead, shortest] = [where[0] as RowKey, Infinity];
    for (const key of where.length > 1 || audience ? where : []) {
      const length = this.#lengthOf([key], shortest);
      if (length < shortest) [lead, shortest] = [key, length];
    }
    if (audience && this.#lengthOf(audience, shortest) < shortest) return { lead: audience, also: where, ids, byAudience: true };
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

  #statement(sql: string): Statement {
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
