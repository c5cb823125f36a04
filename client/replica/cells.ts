import { batch } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type { Position } from '@alongside/domain/kernel/brand.js';

/** `unknown`: not read yet. `gone`: there is none, or none that this person may see. */
export type RowStatus = 'unknown' | 'here' | 'gone';
interface Held {
  status: RowStatus;
  data: unknown;
}

/** What this browser holds of one row. */
export interface Cell {
  readonly view: string;
  readonly id: string;
  /** As it is held now. A screen reads `state`. */
  readonly held: Readonly<Held>;
  readonly state: Readonly<Held>;
  readonly write: (status: RowStatus, data: unknown) => void;
  /** Everything up to here is in it. */
  asOf: Position | undefined;
  /** It was held before everything was to be read again, and not read since ([RP11]). */
  doubtful: boolean;
  /** The line keeps it in step by itself. */
  kept: boolean;
  users: number;
}

/** Reactive from the first time that a screen reads it: of the thousands of rows of a list most are only held. */
export function newCell(view: string, id: string): Cell {
  const held: Held = { status: 'unknown', data: undefined };
  let store: ReturnType<typeof createStore<Held>> | undefined;
  const write = (status: RowStatus, data: unknown) => {
    if (!store) return void Object.assign(held, { status, data });
    const [, setState] = store;
    batch(() => {
      setState('data', reconcile(data));
      setState('status', status);
    });
  };
  return {
    view,
    id,
    held,
    write,
    asOf: undefined,
    doubtful: false,
    kept: false,
    users: 0,
    get state() {
      store ??= createStore(held);
      return store[0];
    },
  };
}
