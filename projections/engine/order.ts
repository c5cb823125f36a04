/** Rows of a view in order of a field, among those of one value of another: members of an institution by name, meetings of a pair by time. */
export interface ViewOrder<Field extends string = string> {
  /** An indexed field; a query in this order says its value in `where`. */
  readonly within: Field;
  /** The field of text that they stand in order of. A row that has none there comes first. */
  readonly by: Field;
}

/** A place in an order: after the row with this value and this id. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

/** What a query says of the order that it asks for. */
export interface Order {
  readonly by: string;
  /** Last first. */
  readonly descending?: boolean;
  /** The least and the greatest value, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Goes on after this place, in the direction asked for. */
  readonly after?: Cursor;
}

/** Where a row stands in an order. */
export const cursorOf = (by: string, { id, data }: { readonly id: string; readonly data: unknown }): Cursor => {
  const value = (data as Readonly<Record<string, unknown>> | null)?.[by];
  return { value: typeof value === 'string' ? value : '', id };
};

/** Places in the order asked for: by value, and by id among equals. */
export const inOrderOf =
  ({ descending }: Pick<Order, 'descending'>) =>
  (a: Cursor, b: Cursor): number => {
    const upwards = byCodePoint(a.value, b.value) || byCodePoint(a.id, b.id);
    return descending ? -upwards : upwards;
  };

/** Whether a place is within what was asked for. */
export function isWithin(order: Order, place: Cursor): boolean {
  const { from, to, after } = order;
  if (from !== undefined && byCodePoint(place.value, from) < 0) return false;
  if (to !== undefined && byCodePoint(place.value, to) > 0) return false;
  return after === undefined || inOrderOf(order)(place, after) > 0;
}

/** Rows within the bounds of an order, and in it; without one, in order of id. */
export function ordered<R extends { readonly id: string; readonly data: unknown }>(rows: readonly R[], order?: Order): readonly R[] {
  if (!order) return rows.toSorted((a, b) => byCodePoint(a.id, b.id));
  const compare = inOrderOf(order);
  const placed = rows.map((row) => ({ row, place: cursorOf(order.by, row) })).filter(({ place }) => isWithin(order, place));
  return placed.sort((a, b) => compare(a.place, b.place)).map(({ row }) => row);
}

/** The order of characters, as SQLite keeps text (UTF-8): that of JavaScript differs beyond the first 65,536 of them. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let place = 0; place < length; place += 1) {
    const [one, other] = [a.charCodeAt(place), b.charCodeAt(place)];
    if (one !== other) return weight(one) - weight(other);
  }
  return a.length - b.length;
}

/** Halves of characters beyond the first 65,536 come after all others. */
const SURROGATE_FIRST = 0xd800;
const SURROGATE_LAST = 0xdfff;
const weight = (unit: number): number => (unit >= SURROGATE_FIRST && unit <= SURROGATE_LAST ? unit + 0x1_0000 : unit);
