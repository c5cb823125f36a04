import type { Day } from '../kernel/brand.js';
import { isDay } from '../kernel/moments.js';
import { plainKey } from '../text/folding.js';
import { cleanLine } from '../text/hygiene.js';

/** One thing wrong with one row, in words for the person who has the spreadsheet open. `row` counts from 1 with the header as row 1, as spreadsheets do. */
export interface RowProblem {
  readonly row: number;
  /** The column as the file names it, where the problem is about one. */
  readonly column?: string;
  readonly message: string;
  /** `error` keeps the row out; `note` only says what was left out of it. */
  readonly weight: 'error' | 'note';
}

/** Rows that one file may have, its headers aside. */
export const IMPORT_LIMIT_ROWS = 120_000;

/** How large one file may be, in megabytes of 2²⁰ bytes: the whole register of England is about 60, the staff of the largest trusts less than one. */
export const IMPORT_LIMIT_MEGABYTES = { institutions: 96, staff: 8 } as const;

/** A row as a CSV reader hands it over. `row` is where a spreadsheet shows it, as in `RowProblem`; empty lines above it count. */
export interface RawRow {
  readonly row: number;
  /** The file's own header → the cell, untrimmed. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Which of the file's headers stands for which field. `known` lists the names a field goes by, best first. */
export function findColumns<Field extends string>(
  headers: readonly string[],
  known: Readonly<Record<Field, readonly string[]>>,
): Partial<Record<Field, string>> {
  const byPlain = new Map(headers.map((header) => [plainKey(header), header]));
  const found: Partial<Record<Field, string>> = {};
  for (const [field, names] of Object.entries(known) as [Field, readonly string[]][]) {
    const header = names.map((name) => byPlain.get(plainKey(name))).find((name) => name !== undefined);
    if (header !== undefined) found[field] = header;
  }
  return found;
}

/** Those of the file's headers that stand for a field: a register has ten times as many columns as anybody reads here. */
export const understoodHeaders = (headers: readonly string[], known: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> =>
  new Set(Object.values(findColumns(headers, known)).filter((header) => header !== undefined));

/** Several columns of one heading, where that heading is needed: which of them is meant only the person knows. */
export function repeatedColumns(headers: readonly string[], needed: readonly string[]): readonly RowProblem[] {
  return [...new Set(needed)].flatMap((heading): readonly RowProblem[] => {
    const places = headers.flatMap((other, index) => (plainKey(other) === plainKey(heading) ? [letterOf(index)] : []));
    if (places.length < 2) return [];
    const which = `${places.slice(0, -1).join(', ')} and ${places.at(-1) ?? ''}`;
    const many = places.length === 2 ? 'Two' : String(places.length);
    const message = `${many} columns are called “${upTo(60, heading)}”: ${which}. Rename or remove all but one, then choose the file again.`;
    return [{ row: 1, column: heading, weight: 'error', message }];
  });
}

/** “A”, “Z”, “AA”: a column as a spreadsheet names it. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

/** A cell, cleaned of what cannot be seen and trimmed, with runs of white space folded. Empty where the file has no such column. */
export function cell({ cells }: RawRow, header: string | undefined): string {
  return header === undefined
    ? ''
    : cleanLine(cells[header] ?? '')
        .replace(/\s+/g, ' ')
        .trim();
}

/** As much of a text as fits, never half a character. */
export const upTo = (limitCharacters: number, text: string): string => text.slice(0, limitCharacters).replace(/[\ud800-\udbff]$/, '');

/** Nothing but separators: what spreadsheets leave where a row was cleared. */
export const isBlank = ({ cells }: RawRow): boolean => Object.values(cells).every((text) => text.trim() === '');

/** A whole number, or undefined where the cell is empty or holds something else. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** `6/3/2026`, `06-03-2026`, `2026-03-06` or that with a time as `2026-03-06`; undefined where it is no day that can be meant. */
export function dayFromCell(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : undefined;
  if (!parts) return undefined;
  const day = parts.map((part, index) => (part ?? '').padStart(index === 0 ? 4 : 2, '0')).join('-');
  return isDay(day) ? day : undefined;
}
