import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { Erased } from '../engine/erased.js';
import type { Landmark } from '../engine/landmark.js';
import type { Order } from '../engine/order.js';
import type { Row, View } from '../engine/view.js';
import type { RowKey } from './row-keys.js';

/** A row as the store keeps it. */
export interface StoredRow<Data = unknown> extends Row<Data> {
  readonly id: string;
  /** The event that last changed it. */
  readonly position: Position;
}

/** One change of a batch. `row` absent: removed. */
export interface Write {
  readonly id: string;
  readonly position: Position;
  readonly row?: Row<unknown>;
}

/** A change as followers of the store are told it. */
export interface Change {
  readonly view: string;
  readonly id: string;
  readonly position: Position;
  /** Everyone who could see the row before this change. */
  readonly before: RowAudience;
  /** What it stood under before, and stands under now: who reads by a value is told that a row left it. */
  readonly under: { readonly before: readonly RowKey[]; readonly after: readonly RowKey[] };
  /** Absent: the row is gone. */
  readonly row?: Row<unknown>;
}

export interface Query {
  /** Rows whose audience meets one of these. `'all'` is for the hub's own use: policies, facts, reactors. */
  readonly for: readonly Principal[] | 'all';
  /** Equality on indexed fields; every one must hold. A list-valued field matches where it contains the value. */
  readonly where?: Readonly<Record<string, string>>;
  readonly ids?: readonly string[];
  /** Rows with a greater id than this one, for paging: rows come in order of id where no other is asked for. */
  readonly afterId?: string;
  /** One of the orders of the view, within a field that `where` names. */
  readonly order?: Order;
  readonly limitRows?: number;
}
export const QUERY_LIMIT_ROWS = 1_000;

/**
 * Which rows of a version to use while it is rebuilt: the served ones, which follow the log, or those being built. Otherwise both are the
 * same.
 */
export type Side = 'served' | 'built';

/** The writes of one view version, and how far in the log they bring it. */
export interface Batch {
  readonly view: View;
  readonly writes: readonly Write[];
  readonly checkpoint: Position;
  /** `built` where nothing is said. */
  readonly side?: Side;
  /** While a version catches up, its changes are neither returned nor kept in the journal. */
  readonly quiet?: boolean;
}

/** Where a view's tables stand. */
export interface ViewState {
  readonly name: string;
  readonly version: number;
  readonly checkpoint: Position | undefined;
  /** Whether reads of this name come from here. */
  readonly served: boolean;
  /** Set when a poison event stopped the view: its id and what went wrong. */
  readonly stopped?: { readonly event: string; readonly error: string };
}

/** What a reader asks of the journal: changes of these views that a person with one of these principals could see, so many at most. */
export interface MissedQuery {
  readonly views: readonly string[];
  readonly for: readonly Principal[];
  readonly limitChanges: number;
}

/** What a reader missed of one row. */
export interface Missed {
  readonly view: string;
  readonly id: string;
  /** The event that last changed it, or the last one that took it from their sight. */
  readonly position: Position;
  /** As it now stands. Absent: they could see it, and no longer can. Shared with the store: it is read and never changed. */
  readonly row?: Row<unknown>;
}

/** `too-old`: the journal no longer reaches back to where the reader left off. `too-many`: more than was asked for. */
export type JournalAnswer =
  { readonly kind: 'changes'; readonly changes: readonly Missed[] } | { readonly kind: 'too-old' } | { readonly kind: 'too-many' };

/**
 * The rows of the views, in a local store and so synchronous. Rules: `docs/spec/view-store.md`, held by `view-store.contract.ts` for memory
 * and SQLite.
 */
export interface ViewStore {
  /** Makes room for a version of a view, beside an older one, and returns its state. Changed indexes start it again. */
  prepare(view: View): ViewState;
  /** The versions of a view that the store holds. */
  states(): readonly ViewState[];
  /**
   * Writes rows, checkpoints, `landmark` and the newly `erased` in one transaction. Returns changes of served, audible versions by
   * position. Throws if a checkpoint goes back.
   */
  commit(batches: readonly Batch[], through?: Landmark, erased?: Erased): readonly Change[];
  /** Everybody whose erasure any commit took in, and where it first stands: no view is told their words again, whatever comes behind (0054). */
  erased(): Erased;
  /** The furthest event that any commit took in: whether it stands in a log tells whether the rows were made from that log. */
  landmark(): Landmark | undefined;
  /** Marks a view version as stopped by a poison event; cleared by its next commit, `reset`, or `prepare` of a newer version. */
  stop(view: View, reason: { event: string; error: string }, side?: Side): void;
  /** Begins a version again from the start, as its side `built`. What it serves, it goes on serving until `serve`; commits to the side `served` still reach it. */
  reset(view: View): void;
  /** From now on reads of this name come from this version, and the journal of the name begins here; older ones are dropped. */
  serve(view: View): void;
  /** The row of a version being built (or of another side), for its handlers; not for readers. */
  draft(view: View, id: string, side?: Side): StoredRow | undefined;
  /** Ids, in order, of the rows about a person in a version being built (or of another side), for its handlers; not for readers. */
  draftsAbout(view: View, person: PersonId, side?: Side): readonly string[];
  /** Reads of a name that nothing is served for find nothing. Rows handed out are copies. */
  get<Data>(view: string, id: string): StoredRow<Data> | undefined;
  list<Data>(view: string, query: Query): readonly StoredRow<Data>[];
  count(view: string, query: Query): number;
  /** All rows whose indexed text field is `last` or sorts before it, for any audience: for what is due by a day. */
  upTo<Data>(view: string, field: string, last: string): readonly StoredRow<Data>[];
  /** What a reader missed of served views since a position, oldest first, one per row. Costs what it brings. Bounded by `JOURNAL_LIMIT_CHANGES`. */
  changesAfter(position: Position, query: MissedQuery): JournalAnswer;
  /** Overwrites deleted bytes in every file, write-ahead log included. Run after an erasure. */
  scrub(): void;
  close(): void;
}
export const JOURNAL_LIMIT_CHANGES = 200_000;
