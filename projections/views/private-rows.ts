import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';

/** Ids of aggregates never begin with this, so that a view's private rows can stand among its others. */
const PRIVATE = '~';

/** Whether a row is one that only its view reads. */
export const isPrivate = (id: string): boolean => id.startsWith(PRIVATE);

/** A view’s private rows of one kind: what later events need and do not carry. They have no audience. */
export interface PrivateRows<Keep> {
  get<Data>(rows: Rows<Data>, key: string): Keep | undefined;
  /** `about`: people by whom `Rows.about` finds it, where the event itself does not say so. */
  put<Data>(rows: Rows<Data>, key: string, keep: Keep, about?: readonly PersonId[]): void;
  remove<Data>(rows: Rows<Data>, key: string): void;
  /** The key in the id of a row of this kind; undefined for every other id. */
  keyIn(id: string): string | undefined;
}

/** Names a kind of private row. */
export function privateRows<Keep>(name: string): PrivateRows<Keep> {
  // The rows of a view are typed as what people see; its private rows have ids of their own, which no reader of the others meets.
  const asKept = <Data>(rows: Rows<Data>) => rows as unknown as Rows<Keep>;
  const idOf = (key: string) => `${PRIVATE}${name}:${key}`;
  return {
    get: (rows, key) => asKept(rows).get(idOf(key))?.data,
    put: (rows, key, keep, about) => asKept(rows).put(idOf(key), { audience: [], data: keep, ...(about && { about }) }),
    remove: (rows, key) => asKept(rows).remove(idOf(key)),
    keyIn: (id) => (id.startsWith(idOf('')) ? id.slice(idOf('').length) : undefined),
  };
}
