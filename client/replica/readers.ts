import { createComputed, createMemo, createSignal, getOwner, onCleanup, runWithOwner, untrack, type Accessor } from 'solid-js';
import type { ListOrder, Where } from './lists.js';
import type { Rows } from './rows.js';
import type { Sync } from './sync.js';

/** A row as a screen reads it: `undefined` while it is read for the first time, and when there is none. */
export type RowAccessor<Row> = Accessor<Row | undefined> & { readonly loading: boolean; readonly gone: boolean };
export type RowsAccessor<Row> = Accessor<readonly Row[]> & {
  readonly loading: boolean;
  /** There are more rows than were read so far, and this browser may read them. */
  readonly hasMore: boolean;
  /** Reads so many more; without a number, all that a browser reads. */
  readonly more: (rows?: number) => void;
  /** The rows as they stand, for folding many at once: read again as a whole when any of them changes. Never to be changed. */
  readonly plain: Accessor<readonly Row[]>;
};

/** What screens read of rows. A row or list counts as used while a screen reads it, and the hub is asked for what is not held yet. */
export function createReaders(rows: Rows, sync: Pick<Sync, 'needRow' | 'needList' | 'keepRow'>) {
  /** One row, kept in step. Ask for as many as a screen shows: those of one tick travel together. */
  function createView<Row>(view: string, id: () => string | undefined): RowAccessor<Row> {
    const cell = createMemo(() => {
      const wanted = id();
      if (wanted === undefined) return undefined;
      const found = rows.cell(view, wanted);
      found.users += 1;
      onCleanup(() => (found.users -= 1));
      // Of one that was held before a reset nothing is known any more, though a screen may go on showing it ([RP11]).
      if (found.doubtful || untrack(() => found.state.status) === 'unknown') sync.needRow(view, wanted);
      else sync.keepRow(view, wanted);
      return found;
    });
    // Heard by itself, for a memo that only parts of others listen to can miss what changes on the way to another address (a transition).
    createComputed(cell);
    const read = () => (cell()?.state.status === 'here' ? (cell()?.state.data as Row) : undefined);
    return Object.defineProperties(read, {
      loading: { get: () => cell()?.state.status === 'unknown' },
      gone: { get: () => cell()?.state.status === 'gone' },
    }) as RowAccessor<Row>;
  }

  /** How many of the lists that are shown now are longer than a browser reads. */
  const [cutLists, setCutLists] = createSignal(0);

  /** The rows of a view whose fields equal these, kept in step, in their order; `undefined` reads nothing yet. */
  function createRowsOf<Row>(view: string, where: () => Where | undefined, order?: () => ListOrder): RowsAccessor<Row> {
    const list = createMemo(() => {
      const wanted = where();
      if (!wanted) return undefined;
      const found = rows.list(view, wanted, order?.());
      found.users += 1;
      onCleanup(() => (found.users -= 1));
      return found;
    });
    // Read at first, on request, and where rows left it.
    createComputed(() => {
      const found = list();
      if (!found) return;
      found.touched();
      if (found.status() === 'unknown' || (!found.whole() && found.ids().length < found.wanted())) sync.needList(found);
    });
    const rowsOfList = () =>
      (list()?.ids() ?? []).flatMap((id) => {
        const { state } = rows.cell(view, id);
        return state.status === 'here' ? [state.data as Row] : [];
      });
    let read: Accessor<readonly Row[]> | undefined;
    const owner = getOwner();
    // Made when it is first read: who only folds the rows does not need each to be reactive.
    const reading = (): Accessor<readonly Row[]> =>
      (read ??= runWithOwner(owner, () => {
        const made = createMemo(rowsOfList);
        createComputed(made);
        return made;
      }) as Accessor<readonly Row[]>);
    createComputed(() => {
      const found = list();
      if (!found || found.status() === 'unknown' || found.whole() || found.ids().length < rows.limitRows) return;
      setCutLists((count) => count + 1);
      onCleanup(() => setCutLists((count) => count - 1));
    });
    const plain = () => {
      const found = list();
      found?.touched();
      return (found?.ids() ?? []).map((id) => rows.cell(view, id).held.data as Row);
    };
    const accessor: Accessor<readonly Row[]> = () => reading()();
    return Object.defineProperties(accessor, {
      loading: { get: () => list()?.status() === 'unknown' },
      hasMore: { get: () => list()?.whole() === false && (list()?.ids().length ?? 0) < rows.limitRows },
      more: { value: (count = rows.limitRows) => list()?.setWanted((list()?.wanted() ?? 0) + count) },
      plain: { value: plain },
    }) as RowsAccessor<Row>;
  }

  return {
    createView,
    createRows: createRowsOf,
    /** A list that is shown is longer than a browser reads, so the end of it is missing. */
    cut: () => cutLists() > 0,
  };
}
export type Readers = ReturnType<typeof createReaders>;
