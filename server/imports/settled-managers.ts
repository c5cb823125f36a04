import type { RowProblem } from '@alongside/domain/imports/columns.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { comparableName } from '@alongside/domain/text/names.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { personWith } from './acts.js';
import type { LookedAt } from './looked-at.js';
import type { FileSummary } from './reading-messages.js';
import { LINES } from './staff-wave.js';

/** A summary without the question of whom a short name means, where the only one who may be meant is whom the member has already. */
export function withoutSettled(summary: FileSummary, looked: LookedAt | undefined, look: HubReader): FileSummary {
  const isThem = (choice: string, person: PersonId): boolean =>
    comparableName(choice) === comparableName(look.row('person', person)?.name ?? '') || personWith(choice, look) === person;
  const isSettled = ({ row, letter, choices, isUndone }: RowProblem): boolean => {
    const line = LINES.find((one) => summary.columns.some((column) => column.as === one && column.letter === letter));
    const above = line && looked?.member(row)?.[line];
    const [choice] = choices ?? [];
    return isUndone === true && choices?.length === 1 && choice !== undefined && !!above && isThem(choice, above);
  };
  const problems = summary.problems.filter((one) => !isSettled(one));
  return { ...summary, problems, problemsTotal: summary.problemsTotal - (summary.problems.length - problems.length) };
}
