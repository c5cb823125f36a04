import { CORRECT_CELL, CORRECT_IN_FILE, isOfFile, type CorrectedCell } from '@alongside/domain/imports/columns.js';
import { afterImport } from '@alongside/domain/imports/staff-managers.js';
import type { RowProblem } from './import-answers.js';

/** All that is wrong with one row of the file, as the table shows it. `row` 0: about no single row. */
export interface ProblemRow {
  readonly row: number;
  readonly who: string | undefined;
  /** An error keeps the row out, as does whose it is, whatever notes it has beside it. */
  readonly weight: RowProblem['weight'];
  /** Its person would be added, and can be left out instead. */
  readonly isNew: boolean;
  readonly said: readonly SaidProblem[];
}

/** One problem in words, with its cell where that can be corrected here. */
export interface SaidProblem {
  readonly words: string;
  readonly cell?: { readonly row: number; readonly letter: string; readonly column: string; readonly text: string };
  readonly choices: readonly string[];
}

/** Longer cells come cut: corrected here, the rest of them would be lost. */
const CELL_LIMIT_CHARACTERS = 200;

function sayProblem({ row, column, letter, text = '', choices = [], message }: RowProblem): SaidProblem {
  const isCut = text.length >= CELL_LIMIT_CHARACTERS;
  const said = isCut ? message.replace(CORRECT_CELL, CORRECT_IN_FILE) : message;
  const words = column ? `${column}: ${said}` : said;
  return { words, choices, ...(letter && !isCut && { cell: { row, letter, text, column: column ?? `Column ${letter}` } }) };
}

/** Problems by the row they are in, so that rows are counted and not problems. What is about no single row stays apart. */
export function byRow(problems: readonly RowProblem[]): readonly ProblemRow[] {
  const rows = new Map<number | RowProblem, ProblemRow>();
  for (const problem of problems) {
    const key = problem.row || problem;
    const before = rows.get(key);
    rows.set(key, {
      row: problem.row,
      who: before?.who ?? problem.who,
      weight: (['error', 'pupil', 'left'] as const).find((one) => before?.weight === one || problem.weight === one) ?? 'note',
      isNew: before?.isNew || problem.isNew === true,
      said: [...(before?.said ?? []), sayProblem(problem)],
    });
  }
  return [...rows.values()];
}

/** Rows that were kept out of an import, or in which something was left undone, with what the rules refused on the way, in the order of the file. */
export const toCheckAfter = (planned: readonly RowProblem[], refused: readonly RowProblem[]): readonly RowProblem[] =>
  [...planned.filter((one) => (one.weight === 'error' && !isOfFile(one)) || one.isUndone), ...refused]
    // It is imported: from now on only the file can be corrected.
    .map((one) => ({ ...one, message: afterImport(one.message.replace(CORRECT_CELL, CORRECT_IN_FILE)) }))
    .toSorted((a, b) => a.row - b.row);

/** Cells of one column that hold the same and may be meant to hold the same: corrected at once. */
export interface SameCells {
  readonly column: string;
  readonly text: string;
  readonly choices: readonly string[];
  readonly cells: readonly { readonly row: number; readonly letter: string }[];
}

/** Those of several rows, such as a status that a whole register writes in its own way. */
export function sameCells(problems: readonly RowProblem[]): readonly SameCells[] {
  const found = new Map<string, SameCells>();
  for (const { row, column, letter, text = '', choices = [] } of problems) {
    if (!letter || choices.length === 0) continue;
    const key = JSON.stringify([letter, text, choices]);
    const before = found.get(key);
    found.set(key, { column: column ?? `Column ${letter}`, text, choices, cells: [...(before?.cells ?? []), { row, letter }] });
  }
  return [...found.values()].filter(({ cells }) => cells.length > 1);
}

/** A cell that may be meant to hold one thing alone. */
export interface Suggested extends CorrectedCell {
  /** What it holds now. */
  readonly was: string;
}

/** The cells of each column that have one suggestion each, but for those that hold the same as another. */
export function suggestedCells(
  problems: readonly RowProblem[],
): readonly { readonly column: string; readonly cells: readonly Suggested[] }[] {
  const together = new Set(sameCells(problems).flatMap(({ cells }) => cells.map(({ row, letter }) => `${row} ${letter}`)));
  const found = new Map<string, { readonly column: string; readonly cells: readonly Suggested[] }>();
  for (const { row, column, letter, text: was = '', choices = [] } of problems) {
    const [text, ...others] = choices;
    if (!letter || text === undefined || others.length > 0 || together.has(`${row} ${letter}`)) continue;
    found.set(letter, { column: column ?? `Column ${letter}`, cells: [...(found.get(letter)?.cells ?? []), { row, letter, was, text }] });
  }
  return [...found.values()].filter(({ cells }) => cells.length > 1);
}
