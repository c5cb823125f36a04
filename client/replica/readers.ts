import { createComputed, createMemo, createSignal, onCleanup, untrack, type Accessor } from 'solid-js';
import type { Rows, Where } from './rows.js';
import type { Sync } from './sync.js';

/** A row as a screen reads it: `undefined` while it is read for the first time, and when there is none. */
export type RowAccessor<Row> = Accessor<Row | undefined> & { readonly loading: boolean; readonly gone: boolean };
export type RowsAccessor<Row> = Accessor<readonly Row[]> & { readonly loading: boolean };

/** What screens read of rows. A row or list counts as used while a screen reads it, and the hub is asked for what is not held yet. */
export function createReaders(rows: Rows, sync: Pick<Sync, 'needRow' | 'needList' | 'wantView'>) {
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
      else sync.wantView(view);
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

  /** The rows of a view whose fields equal these, kept in step, in order of id; `undefined` reads nothing yet. */
  function createRowsOf<Row>(view: string, where: () => Where | undefined): RowsAccessor<Row> {
    const list = createMemo(() => {
      const wanted = where();
      if (!wanted) return undefined;
      const found = rows.list(view, wanted);
      found.users += 1;
      onCleanup(() => (found.users -= 1));
      if (untrack(found.status) === 'unknown') sync.needList(found);
      return found;
    });
    const read = createMemo(() =>
      (list()?.ids() ?? []).flatMap((id) => (rows.cell(view, id).state.status === 'here' ? [rows.cell(view, id).state.data as Row] : [])),
    );
    createComputed(read);
    createComputed(() => {
      if (!list()?.cut()) return;
      setCutLists((count) => count + 1);
      onCleanup(() => setCutLists((count) => count - 1));
    });
    const accessor: Accessor<readonly Row[]> = () => read();
    return Object.defineProperties(accessor, { loading: { get: () => list()?.status() === 'unknown' } }) as RowsAccessor<Row>;
  }

  return {
    createView,
    createRows: createRowsOf,
    /** A list that is shown is longer than a browser reads, so the end of it is missing. */
    cut: () => cutLists() > 0,
  };
}
export type Readers = ReturnType<typeof createReaders>;
