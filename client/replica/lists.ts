import { createSignal, type Accessor } from 'solid-js';
import { matches } from '@alongside/projections/engine/matches.js';
import { cursorOf, inOrderOf, isWithin, type Cursor, type Order } from '@alongside/projections/engine/order.js';
import type { Rules } from './rules.js';
import type { Position } from '@alongside/domain/kernel/brand.js';

export type Where = Readonly<Record<string, string>>;

/** In which order a screen shows rows, and how many at first. Without one: in order of id, all of them. */
export interface ListOrder extends Omit<Order, 'after'> {
  /** So many are read at first; the screen asks for more. */
  readonly rows?: number;
}

/** The rows of a view whose fields equal these, as far as they were read: the first of them in their order, or all. */
export interface RowList {
  readonly view: string;
  readonly where: Where;
  readonly order: ListOrder | undefined;
  readonly ids: Accessor<readonly string[]>;
  readonly setIds: (ids: readonly string[]) => void;
  readonly status: Accessor<'unknown' | 'here'>;
  readonly setStatus: (status: 'unknown' | 'here') => void;
  /** How many rows a screen wants of it. */
  readonly wanted: Accessor<number>;
  readonly setWanted: (rows: number) => void;
  /** There are no more rows than were read. */
  readonly whole: Accessor<boolean>;
  readonly setWhole: (whole: boolean) => void;
  /** Heard again with each change of any of its rows. */
  readonly touched: Accessor<void>;
  readonly touch: () => void;
  /** Where what was read ends; nothing after it belongs to the list before that is read too. */
  reached: Cursor | undefined;
  /** Which rows are in it was last read as of here. */
  asOf: Position | undefined;
  /** A request for it is on its way. */
  isBeingRead: boolean;
  users: number;
}

/** What the line keeps in step for a list: its order is for the browser alone. */
export const listKept = ({ view, where }: Pick<RowList, 'view' | 'where'>) => ({ view, where });

/** One name for each list. */
export const keyOf = (view: string, where: Where, order?: ListOrder): string =>
  `${view}?${new URLSearchParams(Object.entries({ ...where }).sort(([a], [b]) => (a < b ? -1 : 1))).toString()}${order ? JSON.stringify(order) : ''}`;

export function newList(view: string, where: Where, order: ListOrder | undefined, limitRows: number): RowList {
  const [ids, setIds] = createSignal<readonly string[]>([], { equals: sameIds });
  const [status, setStatus] = createSignal<'unknown' | 'here'>('unknown');
  const [wanted, setWanted] = createSignal(order?.rows ?? limitRows);
  const [whole, setWhole] = createSignal(false);
  const [touched, touch] = createSignal<void>(undefined, { equals: false });
  return {
    view,
    where,
    order,
    ids,
    status,
    wanted,
    whole,
    touched,
    setIds: (next) => void setIds(next),
    setStatus: (next) => void setStatus(next),
    setWanted: (rows) => void setWanted(Math.min(rows, limitRows)),
    setWhole: (next) => void setWhole(next),
    touch: () => touch(),
    reached: undefined,
    asOf: undefined,
    isBeingRead: false,
    users: 0,
  };
}

/** A row that a list may hold. */
export interface Listed {
  readonly id: string;
  readonly data: unknown;
}

/** Where a row stands in a list. */
export const placeIn = ({ order }: RowList, row: Listed): Cursor => (order ? cursorOf(order.by, row) : { value: '', id: row.id });
const comparesIn = ({ order }: RowList) => inOrderOf(order ?? {});

/** Whether a row belongs to what was read of a list ([RP25]). */
export function belongsTo(list: RowList, row: Listed, { isReached }: Pick<Rules, 'isReached'>): boolean {
  if (!matches(row.data, list.where)) return false;
  const place = placeIn(list, row);
  if (list.order && !isWithin(list.order, place)) return false;
  return list.whole() || list.reached === undefined || isReached(comparesIn(list)(place, list.reached));
}

/** Ids of a list in its order. */
export function sortedIn(list: RowList, rows: readonly Listed[]): readonly string[] {
  const compare = comparesIn(list);
  return rows
    .map((row) => placeIn(list, row))
    .sort(compare)
    .map(({ id }) => id);
}

/** A list with one row in its place. `rowOf` tells what is held of the others. */
export function insertedIn(list: RowList, ids: readonly string[], row: Listed, rowOf: (id: string) => Listed): readonly string[] {
  const [compare, place] = [comparesIn(list), placeIn(list, row)];
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(placeIn(list, rowOf(ids[middle] as string)), place) < 0) low = middle + 1;
    else high = middle;
  }
  return ids.toSpliced(low, 0, row.id);
}

const sameIds = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, index) => id === b[index]);
