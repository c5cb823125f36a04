import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { Erasure } from './erased.js';
import type { ViewOrder } from './order.js';

/** A row of a view and who may see it. An empty audience is a row that only the view itself reads. */
export interface Row<Data> {
  readonly audience: RowAudience;
  readonly data: Data;
  /** People by whom the view finds the row again (`Rows.about`). For the view alone: no reader is shown them. */
  readonly about?: readonly PersonId[];
}

/** The rows of one view while an event is applied: what a handler may read and change, and nothing else. */
export interface Rows<Data> {
  get(id: string): Row<Data> | undefined;
  put(id: string, row: Row<Data>): void;
  remove(id: string): void;
  /** Ids, in order, of the rows that were ever put as about a person, and in a view that can `forget`, of those that words of theirs went into. */
  about(person: PersonId): readonly string[];
}

/** What an event does to a view's rows. Pure: no clock, no randomness, no other view. */
export type Handler<E extends Event, Data> = (event: Recorded<E>, rows: Rows<Data>) => void;
export type Handlers<E extends Event, Data> = { readonly [Type in E['type']]?: Handler<Extract<E, { type: Type }>, Data> };

/** A read model: rebuilt from the log at will. A new `version` is built beside the old one while that one serves. */
export interface View<E extends Event = Event, Data = unknown> {
  readonly name: string;
  readonly version: number;
  /** Fields of `data` (text, or a list of text) by which rows are looked up. Only these may stand in a `where`. */
  readonly indexes: readonly (keyof Data & string)[];
  /** The orders in which rows can be asked for, other than that of their ids. */
  readonly orders?: readonly ViewOrder<keyof Data & string>[];
  readonly on: Handlers<E, Data>;
  /** Names how the log is read for it (`Reading`): rows that were made by reading it otherwise are built again. */
  readonly readAs?: string;
  /** Told of events as they are written, whatever is learnt later, and never built again for it: what it once showed, it shows for good. */
  readonly asWritten?: true;
  /**
   * What becomes of a row that may hold words of an erased person. The engine records whose words went where, and leads such a view to
   * these rows.
   */
  readonly forget?: Forget<Data>;
  /** What else becomes of an erased person. Done again behind each event that names them or writes a row about them. */
  readonly erase?: (event: Erasure, rows: Rows<Data>) => void;
}

/** Takes a person out of a row, again where it is written behind their erasure. Rows that hold nothing of theirs come as well, and stay as they are. */
export type Forget<Data> = (rows: Rows<Data>, id: string, person: PersonId) => void;

/** Declares a view so that the compiler checks handlers against events and indexes against the row. */
export const view = <E extends Event, Data>(definition: View<E, Data>): View<E, Data> => definition;

/** Changes a row that is there; an absent one stays absent. */
export function change<Data>(rows: Rows<Data>, id: string, next: (data: Data) => Data): void {
  const row = rows.get(id);
  if (row) rows.put(id, { ...row, data: next(row.data) });
}
