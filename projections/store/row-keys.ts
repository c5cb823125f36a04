import type { Principal } from '@alongside/domain/policies/actor.js';
import type { Exception, RowAudience } from '@alongside/domain/policies/audience.js';
import { byCodePoint, cursorOf, type Order, type ViewOrder } from '../engine/order.js';

/** Where a row can be looked up: `@part` for each part of its audience, `field=value` for each indexed value, `>…` for each order. */
export type RowKey = string;

/** Values that fields must have. */
type Where = Readonly<Record<string, string>>;

/** By what the rows of a view are looked up. */
export interface Lookups {
  readonly indexes: readonly string[];
  readonly orders?: readonly ViewOrder[];
  /** How the log is read for the rows. */
  readonly readAs?: string;
}

export const audienceKey = (part: Principal | Exception): RowKey => `@${part}`;
export const fieldKey = (field: string, value: string): RowKey => `${field}=${value}`;

/** Nothing that is looked up holds this character, so that no value runs into the next. */
const END = '\u0001';
const PAST_END = '\u0002';
const orderPrefix = ({ within, by }: ViewOrder, value: string) => `>${within}=${value}${END}${by}`;

/** Of the keys of a row those of its indexed values, `field=value`. */
export const valueKeysIn = (keys: Iterable<RowKey>): readonly RowKey[] =>
  [...keys].filter((key) => !key.startsWith('@') && !key.startsWith('>'));

/** The texts that a field holds: one, or those of a list. */
function textsIn(data: unknown, field: string): readonly string[] {
  const value = (data as Readonly<Record<string, unknown>> | null)?.[field];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

/** Every key under which a row is found. Only text, and text in lists, is indexed; anything else is found by id alone. */
export function keysOf({ indexes, orders = [] }: Lookups, audience: RowAudience, data: unknown): readonly RowKey[] {
  const keys = new Set<RowKey>(audience.map(audienceKey));
  for (const field of indexes) for (const one of textsIn(data, field)) keys.add(fieldKey(field, one));
  for (const order of orders)
    for (const one of textsIn(data, order.within))
      keys.add(`${orderPrefix(order, one)}${END}${cursorOf(order.by, { id: '', data }).value}`);
  return [...keys];
}

/** The keys of rows in an order, one range of them, in the direction that was asked for. */
export interface KeyRange {
  /** The first key; with an id, what comes after this place. */
  readonly start: { readonly key: RowKey; readonly id?: string };
  readonly end: RowKey;
}

/** The version of a view that is served has no such index, or order. */
export class NotIndexed extends Error {}

/** The range of an order; throws `NotIndexed` for one that the view does not declare within any field of the `where`. */
export function orderRange(view: string, { orders = [] }: Lookups, where: Where | undefined, order: Order): KeyRange {
  const found = orders.find(({ within, by }) => by === order.by && where?.[within] !== undefined);
  if (!found) throw new NotIndexed(`The view ${view} has no order by ${order.by} within what was asked for.`);
  const prefix = orderPrefix(found, where?.[found.within] as string);
  const keyAt = (value: string) => `${prefix}${END}${value}`;
  const [least, greatest] = [keyAt(order.from ?? ''), order.to === undefined ? `${prefix}${PAST_END}` : keyAt(order.to)];
  const [first, end] = order.descending ? [greatest, least] : [least, greatest];
  if (!order.after) return { start: { key: first }, end };
  const place = { key: keyAt(order.after.value), id: order.after.id };
  const isWithout = order.descending ? byCodePoint(place.key, first) > 0 : byCodePoint(place.key, first) < 0;
  return { start: isWithout ? { key: first } : place, end };
}

/** The first and the last key of the values of a field up to `last`; throws for a field that the view does not index. */
export function keyRange(view: string, lookups: Lookups, field: string, last: string): { readonly from: RowKey; readonly to: RowKey } {
  const [to] = whereKeys(view, lookups, { [field]: last });
  return { from: fieldKey(field, ''), to: to as RowKey };
}

/** The keys that must all hold; throws `NotIndexed` for a field that the view does not index, since answering would need a scan. */
export function whereKeys(view: string, { indexes }: Lookups, where: Where | undefined): readonly RowKey[] {
  return Object.entries(where ?? {}).map(([field, value]) => {
    if (!indexes.includes(field)) throw new NotIndexed(`The view ${view} has no index on ${field}.`);
    return fieldKey(field, value);
  });
}

/** A row's data as it is kept. Throws where it has no JSON form, so that nothing half-written is ever stored. */
export function jsonOf(view: string, id: string, data: unknown): string {
  const text = JSON.stringify(data);
  if (text === undefined) throw new TypeError(`Row ${id} of the view ${view} has no data that JSON can hold.`);
  return text;
}
