import type { Principal } from '@alongside/domain/policies/actor.js';
import type { Exception, RowAudience } from '@alongside/domain/policies/audience.js';
import type { Query } from './view-store.js';

/** Where a row can be looked up: `@part` for each part of its audience, `field=value` for each indexed value. */
export type RowKey = string;

export const audienceKey = (part: Principal | Exception): RowKey => `@${part}`;
export const fieldKey = (field: string, value: string): RowKey => `${field}=${value}`;

/** Every key under which a row is found. Only text, and text in lists, is indexed; anything else is found by id alone. */
export function keysOf(indexes: readonly string[], audience: RowAudience, data: unknown): readonly RowKey[] {
  const keys = new Set<RowKey>(audience.map(audienceKey));
  for (const field of indexes) {
    const value = (data as Readonly<Record<string, unknown>> | null)?.[field];
    for (const one of Array.isArray(value) ? value : [value]) if (typeof one === 'string') keys.add(fieldKey(field, one));
  }
  return [...keys];
}

/** The first and the last key of the values of a field up to `last`; throws for a field that the view does not index. */
export function keyRange(
  view: string,
  indexes: readonly string[],
  field: string,
  last: string,
): { readonly from: RowKey; readonly to: RowKey } {
  const [to] = whereKeys(view, indexes, { [field]: last });
  return { from: fieldKey(field, ''), to: to as RowKey };
}

/** The keys that must all hold; throws for a field that the view does not index, since answering would need a scan. */
export function whereKeys(view: string, indexes: readonly string[], where: Query['where']): readonly RowKey[] {
  return Object.entries(where ?? {}).map(([field, value]) => {
    if (!indexes.includes(field)) throw new Error(`The view ${view} has no index on ${field}.`);
    return fieldKey(field, value);
  });
}

/** A row's data as it is kept. Throws where it has no JSON form, so that nothing half-written is ever stored. */
export function jsonOf(view: string, id: string, data: unknown): string {
  const text = JSON.stringify(data);
  if (text === undefined) throw new TypeError(`Row ${id} of the view ${view} has no data that JSON can hold.`);
  return text;
}
