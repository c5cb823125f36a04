import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import type { Choices } from './choices.js';
import type { ImportPreview } from './import-answers.js';

interface Item {
  readonly row?: number;
  readonly field?: string;
  readonly person?: string;
  readonly planned?: string;
}
type Parts = Readonly<Record<string, { readonly total: number; readonly of: readonly Item[] }>>;

const partsOf = (preview: ImportPreview): Parts => ({ ...(preview.kind === 'staff' ? preview.comparison : preview.register) });
const keyOf = ({ row, field = '', person = '', planned = '' }: Item): string => `${row ?? ''} ${field} ${person} ${planned}`;

/** What is another thing than it was before the file was read again, or is there no more. Of what was not sent nothing is known. */
function changedIn(before: ImportPreview, now: ImportPreview): readonly Item[] {
  const parts = partsOf(now);
  return Object.entries(partsOf(before)).flatMap(([name, { of }]) => {
    const part = parts[name];
    const isWhole = !part || part.of.length >= part.total;
    const after = new Map(part?.of.map((one) => [keyOf(one), JSON.stringify(one)]));
    return of.filter((one) => {
      const same = after.get(keyOf(one));
      return same === undefined ? isWhole : same !== JSON.stringify(one);
    });
  });
}

function rowsCorrected(before: readonly CorrectedCell[], now: readonly CorrectedCell[]): readonly number[] {
  const [had, has] = [before, now].map((cells) => new Map(cells.map((one) => [JSON.stringify(one), one.row])));
  return [...(had ?? []), ...(has ?? [])].flatMap(([cell, row]) => (had?.has(cell) && has?.has(cell) ? [] : [row]));
}

const without = <Key>(set: ReadonlySet<Key>, gone: ReadonlySet<Key>): ReadonlySet<Key> => new Set([...set].filter((one) => !gone.has(one)));

/** Choices of a list once it was read again. Those of a row that is another thing now are dropped: they were made of what it was. */
export function stillMeant(choices: Choices, before: ImportPreview, now: ImportPreview, cellsBefore: readonly CorrectedCell[]): Choices {
  const items = changedIn(before, now);
  const rows = new Set([...items.flatMap(({ row }) => row ?? []), ...rowsCorrected(cellsBefore, now.cells)]);
  const people = new Set(items.flatMap(({ person }) => person ?? []));
  const planned = new Set(items.flatMap((one) => one.planned ?? []));
  if (rows.size + people.size === 0) return choices;
  return {
    taken: new Map([...choices.taken].filter(([key]) => !rows.has(Number.parseInt(key, 10)))),
    who: new Map([...choices.who].filter(([row]) => !rows.has(row))),
    leave: without(choices.leave, people),
    leftOut: without(choices.leftOut, rows),
    again: without(choices.again, rows),
    notClosed: without(choices.notClosed, rows),
    closeToday: without(choices.closeToday, rows),
    follows: without(choices.follows, rows),
    sure: without(choices.sure, rows),
    overHand: without(choices.overHand, rows),
    schools: new Map([...choices.schools].filter(([one]) => !planned.has(one))),
  };
}
