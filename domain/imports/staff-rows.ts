import { comparableName, readName } from '../text/names.js';
import { cell, columnName, isBlank, upTo, type RawRow, type RowProblem } from './columns.js';

const IN_BRACKETS = /\s*[([{][^)\]}]*[)\]}]?/g;
/** Part of a degree, as in `BA (Hons)`. */
const OF_A_DEGREE = /\s*\(Hons\)/gi;

/** A name without what is in brackets, as in `Jan Lovell (mat leave)`; undefined where it has none. Titles in brackets are known. */
export function withoutBrackets(written: string): string | undefined {
  const { name } = readName(written.replace(OF_A_DEGREE, ''));
  return /[([{]/.test(name) ? written.replace(IN_BRACKETS, '').trim() : undefined;
}

/** As names are compared where it must not be missed that a row may name a person. */
export const nameBesideBrackets = (name: string): string => comparableName(name.replace(IN_BRACKETS, '').trim() || name);

/** What a spreadsheet adds up. */
const SUM = /^(?:(?:grand|sub)[ -]?)?totals?(?![\p{L}\p{N}])/iu;
/** What stands alone below a list: a count, a date, a page. A name has no figures. */
const FOOTING = /[\d:©]|^(?:end of|printed|page|report|generated|exported|produced|confidential|notes?\b)/i;

const filledIn = ({ cells }: RawRow) => Object.entries(cells).filter(([, text]) => text.trim() !== '');

/** The rows of people, with a note for each other row: a sum, or a footing below the list. Neither has an address. */
export function withoutFootings(
  rows: readonly RawRow[],
  headers: readonly string[],
): { readonly people: readonly RawRow[]; readonly notes: readonly RowProblem[] } {
  const below = footingsOf(rows);
  const isNone = (raw: RawRow) => below.has(raw.row) || isSum(raw);
  return { people: rows.filter((raw) => !isNone(raw)), notes: rows.filter(isNone).map((raw) => noteOf(raw, headers)) };
}

function isSum(raw: RawRow): boolean {
  const filled = filledIn(raw);
  return SUM.test(filled[0]?.[1].trim() ?? '') && !filled.some(([, text]) => text.includes('@'));
}

function footingsOf(rows: readonly RawRow[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const raw of rows.toReversed()) {
    const [first, ...more] = filledIn(raw);
    const text = first?.[1].trim() ?? '';
    if (isBlank(raw)) continue;
    if (more.length > 0 || text.includes('@') || !(FOOTING.test(text) || SUM.test(text))) break;
    found.add(raw.row);
  }
  return found;
}

function noteOf(raw: RawRow, headers: readonly string[]): RowProblem {
  const letter = filledIn(raw)[0]?.[0] ?? '';
  const text = upTo(200, cell(raw, letter));
  const message = `“${upTo(60, text)}” is not a person, so we leave this row out.`;
  return { row: raw.row, column: columnName(headers, letter), letter, text, message, weight: 'note' };
}
