import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';

/** Ids of aggregates never begin with this, so that a view's private rows can stand among its others. */
const PRIVATE = '~';

/** Whether a row is one that only its view reads. */
export const isPrivate = (id: string): boolean => id.startsWith(PRIVATE);

/** A view’s private rows of one kind: what later events need and do not carry. They have no audience. */
export interface PrivateRows<Keep> {
  get<Data>(rows: Rows<Data>, key: string): Keep | undefined;
  put<Data>(rows: Rows<Data>, key: string, keep: Keep): void;
  remove<Data>(rows: Rows<Data>, key: string): void;
}

/** Names a kind of private row. */
export function privateRows<Keep>(name: string): PrivateRows<Keep> {
  // The rows of a view are typed as what people see; its private rows have ids of their own, which no reader of the others meets.
  const asKept = <Data>(rows: Rows<Data>) => rows as unknown as Rows<Keep>;
  const idOf = (key: string) => `${PRIVATE}${name}:${key}`;
  return {
    get: (rows, key) => asKept(rows).get(idOf(key))?.data,
    put: (rows, key, keep) => asKept(rows).put(idOf(key), { audience: [], data: keep }),
    remove: (rows, key) => asKept(rows).remove(idOf(key)),
  };
}

const trails = privateRows<readonly string[]>('trail');

/** Notes that a row holds words of a person, so that they can be found when the person is erased. */
export function indexAuthor<Data>(rows: Rows<Data>, person: PersonId, id: string): void {
  const trail = trails.get(rows, person) ?? [];
  if (!trail.includes(id)) trails.put(rows, person, [...trail, id]);
}

/** The rows that hold words of a person, in the order in which they were first noted. */
export const trailOf = <Data>(rows: Rows<Data>, person: PersonId): readonly string[] => trails.get(rows, person) ?? [];

/** Forgets which rows hold words of a person. */
export const unindexAuthor = <Data>(rows: Rows<Data>, person: PersonId): void => trails.remove(rows, person);
