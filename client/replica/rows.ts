import { batch } from 'solid-js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ChangesMessage, SentRow } from '@alongside/domain/protocol/messages.js';
import { newCell, type Cell, type RowStatus } from './cells.js';
import { createLettingGo } from './letting-go.js';
import {
  belongsTo,
  insertedIn,
  keyOf,
  newList,
  placeIn,
  sortedIn,
  type Listed,
  type ListOrder,
  type RowList,
  type Where,
} from './lists.js';
import { earlier, later } from './positions.js';
import type { Ports } from './ports.js';

/** One answer to a read. */
export interface Page {
  readonly rows: readonly SentRow[];
  readonly through: Position;
}

/** More rows than this at once are sorted into a list, fewer are put in their places. */
const INSERT_LIMIT_ROWS = 20;

/**
 * The rows of this browser, each a reactive cell, so that a change re-renders only what reads the changed field. Lists hold ids. Overtaken
 * answers are recognised by position.
 */
export function createRows({ rules, limits }: Pick<Ports, 'rules' | 'limits'>) {
  const views = new Map<string, Map<string, Cell>>();
  const lists = new Map<string, RowList>();
  /** What is older than this is doubtful: everything was to be read again from here. */
  let doubtedTo: Position | undefined;
  const isOfBefore = (asOf: Position) => doubtedTo !== undefined && asOf < doubtedTo;

  function cell(view: string, id: string): Cell {
    const cells = views.get(view) ?? new Map<string, Cell>();
    views.set(view, cells);
    const found = cells.get(id);
    if (found) return found;
    const made = newCell(view, id);
    cells.set(id, made);
    return made;
  }

  function list(view: string, where: Where, order?: ListOrder): RowList {
    const key = keyOf(view, where, order);
    const found = lists.get(key);
    if (found) return found;
    const made = newList(view, where, order, limits.listRows);
    lists.set(key, made);
    return made;
  }

  /** What is held of a row, as it came. */
  const heldOf = (view: string, id: string): Listed => ({ id, data: cell(view, id).held.data });
  const isIn = (list: RowList, id: string) => cell(list.view, id).held.status === 'here' && belongsTo(list, heldOf(list.view, id), rules);

  /** Adds rows that changed to the lists of their view that they now belong in, and removes them from the others. One message may bring thousands. */
  function updateLists(view: string, changed: readonly string[]): void {
    for (const list of lists.values()) {
      if (list.view !== view || list.status() === 'unknown') continue;
      const moving = new Set(changed);
      const staying = list.ids().filter((id) => !moving.has(id));
      const joining = changed.filter((id) => isIn(list, id));
      if (joining.length === 0 && staying.length === list.ids().length) continue;
      list.setIds(withThem(list, staying, joining));
      list.touch();
    }
  }

  /** Few are put in their places one by one; of many, all are sorted. */
  function withThem(list: RowList, staying: readonly string[], joining: readonly string[]): readonly string[] {
    const rowOf = (id: string) => heldOf(list.view, id);
    if (joining.length > INSERT_LIMIT_ROWS) return sortedIn(list, [...staying, ...joining].map(rowOf));
    return joining.reduce((ids, id) => insertedIn(list, ids, rowOf(id), rowOf), staying);
  }

  /** The lists that are kept in step and have a row in them. */
  const listsWith = (view: string, id: string): readonly RowList[] =>
    [...lists.values()].filter((list) => list.view === view && list.status() === 'here' && isIn(list, id));

  /** Nobody is told of the next change of a row that is kept neither by itself nor with a list: it is read again when a screen opens it ([RP26]). */
  function settle(target: Cell): void {
    const { view, id, asOf } = target;
    const kept = rules.isKept(target.kept, listsWith(view, id).length);
    target.doubtful = !kept || (asOf !== undefined && isOfBefore(asOf));
  }

  /** What the live line says, in its order. */
  function apply({ through, changes }: ChangesMessage): void {
    const changed = new Map<string, Set<string>>();
    batch(() => {
      for (const change of changes) {
        const { view, id } = change.kind === 'put' ? change.row : change;
        const target = cell(view, id);
        const position = change.kind === 'put' ? change.row.position : change.position;
        if (rules.changeIsOvertaken(target.asOf, { through, ...(position !== undefined && { position }) })) continue;
        // A part of what was missed says `through` of before it, and what is in it is newer ([RP9]).
        target.asOf = later(later(target.asOf, through), position ?? through);
        if (change.kind === 'put') target.write('here', change.row.data);
        else target.write('gone', undefined);
        changed.set(view, (changed.get(view) ?? new Set()).add(id));
      }
      for (const [view, ids] of changed) {
        updateLists(view, [...ids]);
        for (const id of ids) settle(cell(view, id));
      }
    });
    tidy();
  }

  /** Rows of an answer, or ids that it should have brought and did not. Returns the ids of those that are not overtaken. */
  function take(view: string, answered: readonly { readonly id: string; readonly data?: unknown }[], status: RowStatus, through: Position) {
    const fresh = answered.filter(({ id }) => !rules.answerIsOvertaken(cell(view, id).asOf, through));
    for (const { id, data } of fresh) {
      const target = cell(view, id);
      target.asOf = through;
      target.doubtful = isOfBefore(through);
      target.write(status, data);
    }
    return fresh.map(({ id }) => id);
  }

  /** What a read by ids brought: those that were asked for and did not come are gone. */
  function takeIds(view: string, asked: readonly string[], rows: readonly SentRow[], through: Position): void {
    batch(() => {
      const came = new Set(rows.map((row) => row.id));
      const missing = asked.filter((id) => !came.has(id)).map((id) => ({ id }));
      updateLists(view, [...take(view, rows, 'here', through), ...take(view, missing, 'gone', through)]);
      for (const id of asked) settle(cell(view, id));
    });
  }

  /** What a read of a list from its start brought, by page. A row is as new as its page; the set of rows is as old as the oldest. */
  function takeList(list: RowList, pages: readonly Page[], whole = true): void {
    const through = pages.reduce<Position | undefined>((oldest, page) => earlier(oldest, page.through), undefined);
    if (through === undefined || rules.answerIsOvertaken(list.asOf, through)) return;
    list.asOf = through;
    takePages(list, pages, whole, through, []);
  }

  /** What a read of a list brought from where it was read to. */
  function takeMore(list: RowList, page: Page, whole: boolean): void {
    takePages(list, [page], whole, page.through, list.ids());
  }

  function takePages(list: RowList, pages: readonly Page[], whole: boolean, through: Position, before: readonly string[]): void {
    batch(() => {
      updateLists(
        list.view,
        pages.flatMap((page) => take(list.view, page.rows, 'here', page.through)),
      );
      const last = pages.at(-1)?.rows.at(-1);
      list.setWhole(whole);
      if (last) list.reached = placeIn(list, last);
      // Rows that the live line touched since then are judged as they now stand.
      const newer = [...(views.get(list.view)?.values() ?? [])]
        .filter((one) => one.asOf !== undefined && one.asOf > through)
        .map((one) => one.id);
      const ids = new Set([...before, ...pages.flatMap(({ rows }) => rows.map((row) => row.id)), ...newer]);
      list.setIds(
        sortedIn(
          list,
          [...ids].filter((id) => isIn(list, id)).map((id) => heldOf(list.view, id)),
        ),
      );
      list.setStatus('here');
      list.touch();
      for (const page of pages) for (const { id } of page.rows) settle(cell(list.view, id));
    });
    tidy();
  }

  const { keep, remove, dropList, tidy, onDropped } = createLettingGo({ views, lists, settle }, limits);
  const inUse = <T extends { users: number }>(all: Iterable<T>) => [...all].filter((one) => one.users > 0);
  const allCells = () => [...views.values()].flatMap((cells) => [...cells.values()]);

  /** Marks everything as unread, without taking it off the screen. How new each row was stays known: an older answer may be on its way. */
  function doubt(from?: Position): { cells: readonly Cell[]; lists: readonly RowList[] } {
    for (const one of lists.values()) if (one.users === 0) dropList(one);
    doubtedTo = later(doubtedTo, from);
    for (const one of allCells()) one.doubtful = true;
    return { cells: inUse(allCells()), lists: [...lists.values()] };
  }

  /** Forgets everything: another person may be next at this computer. */
  function clear(): void {
    doubtedTo = undefined;
    batch(() => {
      for (const one of allCells()) one.write('unknown', undefined);
      for (const one of lists.values()) {
        one.setIds([]);
        one.setStatus('unknown');
        one.setWhole(false);
        one.asOf = one.reached = undefined;
      }
    });
    for (const one of lists.values()) if (one.users === 0) dropList(one);
    for (const one of allCells()) {
      one.asOf = undefined;
      one.doubtful = false;
      if (one.users === 0) remove(one);
    }
  }

  return {
    limitRows: limits.listRows,
    onDropped,
    /** The line keeps a row in step by itself from now on. */
    keep: (view: string, id: string): void => keep(cell(view, id)),
    listsWith,
    cell,
    list,
    apply,
    takeIds,
    takeList,
    takeMore,
    doubt,
    clear,
  };
}
export type Rows = ReturnType<typeof createRows>;
