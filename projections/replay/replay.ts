import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { ordered } from '../engine/order.js';
import type { Catalogue, ViewReader, Where } from '../engine/view-reader.js';
import type { View } from '../engine/view.js';
import { keysOf, orderRange, whereKeys, type Lookups } from '../store/row-keys.js';
import { QUERY_LIMIT_ROWS, type Query, type StoredRow } from '../store/view-store.js';
import type { LeftOut, PastState } from './past-state.js';

/** Some views as they stood at a moment: read-only, and not moved by what happens later. */
export class Replay<Views extends Catalogue = Catalogue> implements ViewReader<Views> {
  constructor(
    readonly instant: Instant,
    private readonly state: PastState,
    private readonly views: readonly View[],
  ) {}

  /** The last event that had happened; absent before the first. */
  get position(): Position | undefined {
    return this.state.position;
  }

  /** How many events had happened. */
  get events(): number {
    return this.state.events;
  }

  /** Events that a view could not take, if there were any: what is shown is without them. */
  get leftOut(): readonly LeftOut[] {
    return this.state.leftOut;
  }

  // The name of a view says what its rows hold, as with any store.
  row<Name extends keyof Views & string>(view: Name, id: string): Views[Name]['row'] | undefined {
    return this.state.of(view).get(id)?.data as Views[Name]['row'] | undefined;
  }

  rows<Name extends keyof Views & string>(view: Name, where: Where<Views, Name>): readonly Views[Name]['row'][] {
    return this.#matching(view, { for: 'all', where: where as Readonly<Record<string, string>> }).map(
      (row) => row.data as Views[Name]['row'],
    );
  }

  /** As a view store's `list`: the same audiences, order and limits, on that date. */
  list<Name extends keyof Views & string>(view: Name, query: Query): readonly StoredRow<Views[Name]['row']>[] {
    const limit = Math.min(query.limitRows ?? QUERY_LIMIT_ROWS, QUERY_LIMIT_ROWS);
    return this.#matching(view, query).slice(0, limit) as readonly StoredRow<Views[Name]['row']>[];
  }

  count(view: string, query: Query): number {
    return this.#matching(view, query).length;
  }

  #matching(name: string, query: Query): readonly StoredRow[] {
    const lookups: Lookups = this.views.find((view) => view.name === name) ?? { indexes: [] };
    const keys = whereKeys(name, lookups, query.where);
    if (query.order) orderRange(name, lookups, query.where, query.order);
    const mine = query.for === 'all' ? undefined : new Set(query.for);
    const ids = query.ids && new Set(query.ids);
    const found: StoredRow[] = [];
    for (const [id, row] of this.state.of(name)) {
      if (mine && !meets(row.audience, mine)) continue;
      if ((ids && !ids.has(id)) || (query.afterId !== undefined && id <= query.afterId)) continue;
      if (keys.length > 0 && !holdsAll(keysOf(lookups, [], row.data), keys)) continue;
      found.push({ id, ...row });
    }
    return ordered(found, query.order);
  }
}

const holdsAll = (has: readonly string[], keys: readonly string[]) => keys.every((key) => has.includes(key));
