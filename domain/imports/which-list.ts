import type { Day } from '../kernel/brand.js';
import { sayDate } from '../uk/uk-time.js';
import { cell, upTo, type RawRow } from './columns.js';
import { daysIn, saysStays } from './staff-ends.js';
import { NOT_IMPORTED, type NotHere } from './staff-leavers.js';
import type { StaffColumn, StaffField } from './staff-fields.js';

/** Whom a list names: everybody who works at a school, or people who have left it or are leaving. */
export type ListOf = 'staff' | 'leavers';

/** What a list is taken for until a person says it, and which words say so. */
export interface ListGuess {
  readonly as: ListOf;
  readonly because?: { readonly where: 'file' | 'sheet' | 'title' | 'heading'; readonly text: string };
}

const OF_LEAVERS =
  /\b(?:leavers?|leaving|departures?|departed|(?:former|ex|past|previous) (?:staff|employees|colleagues|teachers|members)|(?:staff|teachers|who|have|people) left|left staff|resignations?|terminations?)\b/i;
/** “Staff and leavers”, “without leavers”, “starters and leavers”: others are in it as well, or they are not. */
const OF_OTHERS =
  /[&+]|\b(?:and|or|plus|with|incl\w*|excl\w*|without|no|not|non|minus|except|starters?|joiners?|new|current|all|everyone|date|day|reason|destination|status|leaving party)\b/i;

/** Whether words say that a list is of people who have left, and of nobody else: “Leavers 2026”, “staff_leaving.csv”. */
export function saysLeavers(text: string): boolean {
  const words = text.replace(/\.[a-z]{3,4}$/i, '').replace(/[_.()[\]-]+|(?<=\p{L})(?=\d)/gu, ' ');
  return OF_LEAVERS.test(words) && !OF_OTHERS.test(words);
}

/** What is known of a list beside its rows. */
export interface AroundList {
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  /** The lines above the headings. */
  readonly titles: readonly string[];
}

/** What a list is, by its words. A list with a column of leaving dates that is mostly empty is of those who stay. */
export function guessList(
  { file = '', sheet = '', titles }: AroundList,
  columns: readonly StaffColumn[],
  rows: readonly RawRow[],
): ListGuess {
  const dated = columns.filter(({ as }) => as === 'leaving');
  if (dated.length > 0 && !rows.some((raw) => dated.some(({ letter }) => cell(raw, letter) !== ''))) return { as: 'staff' };
  const isEmpty = (raw: RawRow) => dated.every(({ letter }) => cell(raw, letter) === '');
  if (dated.length > 0 && rows.filter(isEmpty).length * 2 > rows.length) return { as: 'staff' };
  const said = [
    ...titles.map((text) => ({ where: 'title' as const, text })),
    { where: 'sheet' as const, text: sheet },
    { where: 'file' as const, text: file },
    ...columns.flatMap(({ heading, byHeading, byCells }) =>
      byHeading === null || byCells ? [{ where: 'heading' as const, text: heading }] : [],
    ),
  ].find(({ text }) => saysLeavers(text));
  return said ? { as: 'leavers', because: { ...said, text: upTo(80, said.text.trim()) } } : { as: 'staff' };
}

/** What a row of a list of leavers says, and where. */
interface Leaver {
  readonly field: StaffField | undefined;
  readonly at: number;
  readonly why: string;
  readonly message: string;
  readonly isLater: boolean;
}

/** All that such a list says of most people. */
export const IN_LIST = 'They are in this list of leavers';

/** Everybody in a list of leavers has left, but for those whose day has not come. */
export function leaverIn(cellsOf: (field: StaffField) => readonly string[], gone: NotHere | undefined, today: Day): Leaver {
  if (gone) return { field: gone.field, at: gone.at, why: gone.why, message: `${gone.why}${NOT_IMPORTED}`, isLater: false };
  for (const field of ['leaving', 'contractEnd'] as const)
    for (const [at, text] of cellsOf(field).entries()) {
      const last = daysIn(text).toSorted().at(-1);
      if (last === undefined || last < today || saysStays(text)) continue;
      const why = last === today ? 'Today is their last day' : `They leave on ${sayDate(last)}`;
      return { field, at, why, message: `${why}. They stay a member until they are removed.`, isLater: true };
    }
  return { field: undefined, at: 0, why: IN_LIST, message: `${IN_LIST}${NOT_IMPORTED}`, isLater: false };
}
