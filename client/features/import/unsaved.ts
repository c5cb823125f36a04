import { createEffect, createSignal, onCleanup } from 'solid-js';
import type { CorrectedCell } from '@alongside/domain/imports/columns.js';

type Place = Pick<CorrectedCell, 'row' | 'letter'>;
const keyOf = (list: string, { row, letter }: Place): string => `${list} ${row} ${letter}`;

/** Where a correction was typed that is neither saved nor cancelled. No words: those are in its draft. */
const typed = new Set<string>();
/** Boxes on the screen. */
const shown = new Set<string>();
const [asked, setAsked] = createSignal<{ readonly key: string; isFound: boolean } | undefined>();

/** Notes of a box whether anything is typed in it. `onAsked`: the import waits for it. */
export function createUnsaved(at: () => { readonly list: string; readonly cell: Place }, isTyped: () => boolean, onAsked: () => void) {
  createEffect(() => {
    const key = keyOf(at().list, at().cell);
    shown.add(key);
    onCleanup(() => shown.delete(key));
    if (isTyped()) typed.add(key);
    else typed.delete(key);
    const one = asked();
    if (one?.key !== key || one.isFound) return;
    // Once: the table is made anew whenever the file is read again.
    one.isFound = true;
    onAsked();
  });
  return { isAsked: () => asked()?.key === keyOf(at().list, at().cell) && isTyped() };
}

/** Whether one of these cells, or a box that is shown, has a correction that is not saved: its person is asked for it. */
export function asksToSave(list: string, cells: readonly Place[]): boolean {
  const key = [...cells.map((cell) => keyOf(list, cell)), ...shown].find((one) => typed.has(one) && one.startsWith(`${list} `));
  setAsked(key === undefined ? undefined : { key, isFound: false });
  return key !== undefined;
}

/** Whether the import waits for the box of this cell, and it is not on the screen. */
export const isToShow = (list: string, cell: Place): boolean => {
  const one = asked();
  return one !== undefined && one.key === keyOf(list, cell) && !shown.has(one.key);
};
