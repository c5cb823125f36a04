import type { CorrectedCell, RowProblem } from '@alongside/domain/imports/columns.js';
import type { Brought, Correction } from './kept-imports.js';

const headingOf = ({ job }: Brought, letter: string): string =>
  job.plan.summary.columns.find((one) => one.letter === letter)?.heading ?? '';

/** The corrected cells of a staff list that are told by a person and a heading, each with what the file has in it. */
export function correctionsOf(before: Brought, cells: readonly CorrectedCell[]): readonly Correction[] {
  if (before.target.kind !== 'staff') return [];
  return cells.flatMap((cell) => {
    const isCell = ({ row, letter }: { readonly row: number; readonly letter?: string }) => row === cell.row && letter === cell.letter;
    const known = before.said.corrections?.find(isCell);
    if (known) return [{ ...known, ...cell }];
    const { who, text: was } = before.job.plan.summary.problems.find(isCell) ?? {};
    const heading = headingOf(before, cell.letter);
    return who && was && heading ? [{ ...cell, heading, was, who }] : [];
  });
}

/** Errors of a list, with what the same cell of the same person was corrected to before among their choices. */
export function withCorrections(brought: Brought, before: readonly Correction[]): readonly RowProblem[] {
  const { problems } = brought.job.plan.summary;
  if (before.length === 0) return problems;
  return problems.map((one) => {
    const { letter, weight, choices = [] } = one;
    if (weight !== 'error' || letter === undefined) return one;
    const isSame = ({ who, was, heading }: Correction) => who === one.who && was === one.text && heading === headingOf(brought, letter);
    const said = new Set([...before.filter(isSame).map(({ text }) => text), ...choices]);
    return said.size > choices.length ? { ...one, choices: [...said] } : one;
  });
}
