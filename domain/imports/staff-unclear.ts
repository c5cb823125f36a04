import { eitherOf } from '../text/counting.js';
import { NO_ROW, sayLetters, type RowProblem } from './columns.js';
import type { ListOf } from './which-list.js';
import { columnProblem, STAFF_FIELD_NAMES, type StaffColumn, type StaffField } from './staff-fields.js';

/** The letters of the columns that hold each field. */
type Letters = Partial<Record<StaffField, readonly string[]>>;

/** Why nobody can be read from the file yet: two columns for one thing, or none for what everybody needs. */
export function whatIsUnclear(
  all: readonly StaffColumn[],
  letters: Letters,
  { inFile, list }: { readonly inFile?: true; readonly list?: ListOf },
): readonly RowProblem[] {
  const twice = Object.entries(letters).filter(([field]) => all.some((one) => one.as === field && columnProblem(one, all)));
  if (twice.length > 0)
    return twice.map(([field, of]) => ({
      row: NO_ROW,
      weight: 'error',
      message: `Columns ${sayLetters(of)} have the same choice, “${STAFF_FIELD_NAMES[field as StaffField]}”. Keep one of them and leave out the others.`,
    }));
  const wanted = [...missingNames(letters), ...(letters.email === undefined && list !== 'leavers' ? ['“Email”'] : [])];
  if (wanted.length === 0) return [];
  const [it, itsHeading] = wanted.length === 1 ? ['it', 'its heading'] : ['them', 'their headings'];
  // Once a heading is known the row of headings was found: the file may have it in any row.
  const isFound = all.some(({ byHeading, byCells }) => byHeading !== null && !byCells);
  const inTheFile = isFound ? `Correct ${itsHeading} in the file` : 'Put the column names in the first row';
  // Where every column holds something else already, none is left to choose.
  const isLeft = all.some(({ as, heading }) => as === null && heading !== '');
  const here = !isFound
    ? `${inTheFile}, or choose what the columns hold`
    : isLeft
      ? `Choose which of the columns below ${wanted.length === 1 ? 'holds' : 'hold'} ${it}`
      : `Add ${it} to the file and choose the file again, or change what a column holds`;
  const none = `no ${wanted.length === 1 ? 'column' : 'columns'} ${eitherOf(wanted)}`;
  return [{ row: NO_ROW, weight: 'error', message: `The file has ${none}. ${inFile ? inTheFile : here}.` }];
}

/** What is missing of the columns that a name needs: a whole name, or a family name with the name before it. */
function missingNames({ name, firstName, knownAs, lastName: last, knownAsFamily }: Letters): readonly string[] {
  if (name) return [];
  const [given, lastName] = [firstName ?? knownAs, last ?? knownAsFamily];
  if (given && lastName) return [];
  if (given) return ['“Surname”'];
  return [lastName ? '“First name”' : '“Name”'];
}
