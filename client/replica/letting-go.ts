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

  function tidy(): void {
    const idleLists = [...lists.values()].filter((one) => one.users === 0);
    for (const one of idleLists.slice(0, Math.max(0, idleLists.length - limits.idleLists))) dropList(one);
    if (keptRows > limits.keptRows) for (const one of allCells()) if (one.kept && one.users === 0) release(one);
    let count = 0;
    for (const cells of views.values()) count += cells.size;
    if (count <= limits.idleRows) return;
    const listed = new Set([...lists.values()].flatMap((one) => one.ids().map((id) => `${one.view}/${id}`)));
    // What the line told of a row while its list is being read is newer than what that brings.
    const awaited = new Set([...lists.values()].flatMap((one) => (one.isBeingRead ? [one.view] : [])));
    const idle = allCells().filter((one) => one.users === 0 && !awaited.has(one.view) && !listed.has(`${one.view}/${one.id}`));
    for (const one of idle.slice(0, count - limits.idleRows)) remove(one);
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
