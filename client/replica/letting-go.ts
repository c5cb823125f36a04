import type { Cell } from './cells.js';
import { keyOf, listKept, type RowList } from './lists.js';
import type { Ports } from './ports.js';
import { scopeKey, type Kept } from './scopes.js';

/** What a browser holds, and how a row is looked at again once nobody tells of its next change. */
interface Holding {
  readonly views: ReadonlyMap<string, Map<string, Cell>>;
  readonly lists: Map<string, RowList>;
  readonly settle: (cell: Cell) => void;
}

/** Lets go of rows and lists that no screen reads, where there are more of them than a browser keeps. */
export function createLettingGo({ views, lists, settle }: Holding, limits: Ports['limits']) {
  let keptRows = 0;
  let dropped: (kept: Kept) => void = () => undefined;
  const allCells = () => [...views.values()].flatMap((cells) => [...cells.values()]);

  /** The line keeps a row in step by itself from now on. */
  function keep(one: Cell): void {
    if (!one.kept) keptRows += 1;
    one.kept = true;
  }

  function release(one: Cell): void {
    if (!one.kept) return;
    keptRows -= 1;
    one.kept = false;
    settle(one);
    dropped({ view: one.view, id: one.id });
  }

  function remove(one: Cell): void {
    release(one);
    views.get(one.view)?.delete(one.id);
  }

  function dropList(list: RowList): void {
    lists.delete(keyOf(list.view, list.where, list.order));
    const [kept, others] = [listKept(list), [...lists.values()]];
    if (!others.some((other) => scopeKey(listKept(other)) === scopeKey(kept))) dropped(kept);
    for (const id of list.ids()) {
      const held = views.get(list.view)?.get(id);
      if (held) settle(held);
    }
  }

  const isIdle = (one: { readonly users: number }) => one.users === 0;
  const keysOf = (some: readonly RowList[]) => new Set(some.flatMap((one) => one.ids().map((id) => `${one.view}/${id}`)));

  function tidy(): void {
    const idleLists = [...lists.values()].filter(isIdle);
    for (const one of idleLists.splice(0, Math.max(0, idleLists.length - limits.idleLists))) dropList(one);
    if (keptRows > limits.keptRows) for (const one of allCells()) if (one.kept && isIdle(one)) release(one);
    let count = 0;
    for (const cells of views.values()) count += cells.size;
    if (count > limits.idleRows) letRowsGo(idleLists);
  }

  /** Lets go of rows that no screen reads, the longest held first: those of no list, then those of lists that no screen reads either. */
  function letRowsGo(idleLists: RowList[]): void {
    const shown = keysOf([...lists.values()].filter((one) => !isIdle(one)));
    // What the line told of a row while its list is being read is newer than what that brings.
    const awaited = new Set([...lists.values()].flatMap((one) => (one.isBeingRead ? [one.view] : [])));
    const idle = allCells().filter((one) => isIdle(one) && !awaited.has(one.view) && !shown.has(`${one.view}/${one.id}`));
    const excess = idle.length - limits.idleRows;
    if (excess <= 0) return;
    let listed = keysOf(idleLists);
    const ofNone = () => idle.filter((one) => !listed.has(`${one.view}/${one.id}`));
    let free = ofNone();
    while (free.length < excess && idleLists.length > 0) {
      for (const one of idleLists.splice(0, 1)) dropList(one);
      listed = keysOf(idleLists);
      free = ofNone();
    }
    for (const one of free.slice(0, excess)) remove(one);
  }

  return {
    keep,
    remove,
    dropList,
    tidy,
    /** Hears of what the line need keep in step no longer. */
    onDropped: (told: (kept: Kept) => void): void => void (dropped = told),
  };
}
