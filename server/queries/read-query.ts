import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import type { FieldProblem } from '@alongside/domain/protocol/messages.js';
import { QUERY_LIMIT_ROWS, type Query } from '@alongside/projections/store/view-store.js';

/** How many ids one read may name. */
export const IDS_LIMIT = 200;
/** How long an id or a value in a query may be, in characters. */
const VALUE_LIMIT_CHARS = 200;

/** A query as it stands in an address, without the audience: that is never asked for, it follows from who asks. */
export type AskedRows = Pick<Query, 'ids' | 'where' | 'afterId' | 'limitRows'>;

/** Reads `ids=a,b`, `where.field=value`, `afterId` and `limit`. Refuses fields that the view does not index: a read never scans. */
export function readQuery(
  parameters: Readonly<Record<string, unknown>>,
  indexes: readonly string[],
): Result<AskedRows, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const where: Record<string, string> = {};
  const asked: { ids?: readonly string[]; afterId?: string; limitRows?: number } = {};
  for (const [name, value] of Object.entries(parameters)) {
    const problem = take(name, value);
    if (problem) problems.push({ field: name, message: problem });
  }
  if (problems.length > 0) return refuse(problems);
  return ok({ ...asked, ...(Object.keys(where).length > 0 && { where }) });

  function take(name: string, value: unknown): string | undefined {
    if (typeof value !== 'string') return 'Give this once, as text.';
    if (name === 'ids') {
      const ids = [...new Set(value.split(',').filter((id) => id !== ''))];
      if (ids.length > IDS_LIMIT || ids.some((id) => id.length > VALUE_LIMIT_CHARS)) return `At most ${IDS_LIMIT} ids at a time.`;
      asked.ids = ids;
      return undefined;
    }
    if (value.length > VALUE_LIMIT_CHARS) return `At most ${VALUE_LIMIT_CHARS} characters.`;
    if (name === 'afterId') asked.afterId = value;
    else if (name === 'limit') {
      const limit = Number(value);
      if (!Number.isInteger(limit) || limit < 1 || limit > QUERY_LIMIT_ROWS) return `A whole number from 1 to ${QUERY_LIMIT_ROWS}.`;
      asked.limitRows = limit;
    } else if (name.startsWith('where.') && indexes.includes(name.slice('where.'.length))) where[name.slice('where.'.length)] = value;
    else
      return indexes.length > 0
        ? `Rows of this view are looked up by ${indexes.join(', ')}.`
        : 'Rows of this view are looked up by id alone.';
    return undefined;
  }
}
