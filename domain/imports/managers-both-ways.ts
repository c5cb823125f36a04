import { comparableEmail } from '../text/folding.js';
import type { RowProblem } from './columns.js';
import type { Above, ManagedRow } from './staff-managers.js';

/** A note for each two people of a list who are each other’s line managers, at the first of them. Both are imported so. */
export function managersBothWays(staff: readonly ManagedRow[], at: Above['at']): readonly RowProblem[] {
  const byEmail = new Map(staff.map((one) => [comparableEmail(one.email), one]));
  return staff.flatMap((one): readonly RowProblem[] => {
    const above = one.lineManager === null ? undefined : byEmail.get(comparableEmail(one.lineManager));
    if (!above?.lineManager || above.row <= one.row || comparableEmail(above.lineManager) !== comparableEmail(one.email)) return [];
    const message = `${one.name} and ${above.name}, row ${above.row}, are each other’s line managers. If one of the two is not so, correct it.`;
    return [{ ...at(one.row, 'lineManager', one.lineManager ?? ''), weight: 'note', message }];
  });
}
