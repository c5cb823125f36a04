import { sayLetters, type RawRow } from './columns.js';

/** Cells of a column of a workbook that are formulas: whose result the file has, and whose it has not. */
export interface FormulaCells {
  readonly saved: number;
  readonly unsaved: number;
}

/** How many cells of each column are formulas; without those that have none. */
export function formulasIn(rows: readonly RawRow[]): ReadonlyMap<string, FormulaCells> {
  const found = new Map<string, { saved: number; unsaved: number }>();
  const count = (letters: readonly string[] | undefined, which: keyof FormulaCells) => {
    for (const letter of letters ?? []) {
      const of = found.get(letter) ?? { saved: 0, unsaved: 0 };
      of[which] += 1;
      found.set(letter, of);
    }
  };
  for (const { workedOut, formulas } of rows) {
    count(workedOut, 'saved');
    count(formulas, 'unsaved');
  }
  return found;
}

interface Seen {
  readonly letter: string;
  readonly heading: string;
  readonly as: string | null;
  readonly formulas?: FormulaCells;
}

/** What a person must know of formulas in the columns that are used, once for all rows. */
export function sayFormulas(columns: readonly Seen[]): readonly string[] {
  const named = (which: keyof FormulaCells) =>
    columns
      .filter(({ as, formulas }) => as !== null && (formulas?.[which] ?? 0) > 0)
      .map(({ heading, letter }) => (heading ? `“${heading}”` : `column ${letter}`));
  const [saved, unsaved] = [sayLetters(named('saved')), sayLetters(named('unsaved'))];
  return [
    ...(saved
      ? [`Some cells of ${saved} are formulas. We use the results that your spreadsheet saved with them. Check that they are up to date.`]
      : []),
    ...(unsaved
      ? [
          `Some cells of ${unsaved} are formulas, and the file does not have their results. Open it in Excel or LibreOffice, save it and choose it again.`,
        ]
      : []),
  ];
}
