import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import type { FieldProblem } from '@alongside/domain/protocol/messages.js';
import type { Order } from '@alongside/projections/engine/order.js';
import type { Lookups } from '@alongside/projections/store/row-keys.js';
import { QUERY_LIMIT_ROWS, type Query } from '@alongside/projections/store/view-store.js';

/** How many ids one read may name. */
export const IDS_LIMIT = 200;
/** How long an id or a value in a query may be, in characters. */
const VALUE_LIMIT_CHARS = 200;
/** How long a place in an order may be: a name of 80 characters folds to some 1,400 where each stands for many. */
const PLACE_LIMIT_CHARS = 2_000;
const PLACES: ReadonlySet<string> = new Set(['from', 'to', 'afterValue']);

/** A query as it stands in an address, without the audience: that is never asked for, it follows from who asks. */
export type AskedRows = Pick<Query, 'ids' | 'where' | 'afterId' | 'limitRows' | 'order'>;

/** How an address says an order: `order=startsAt`, `descending=1`, `from`, `to`, and `afterValue` beside `afterId`. */
const ORDER_PARTS = ['order', 'descending', 'from', 'to', 'afterValue'] as const;
type OrderParts = { [Part in (typeof ORDER_PARTS)[number]]?: string };

/** Reads `ids=a,b`, `where.field=value`, `afterId`, `limit` and an order. Refuses fields that the view does not index: a read never scans. */
export function readQuery(
  parameters: Readonly<Record<string, unknown>>,
  { indexes, orders = [] }: Lookups,
): Result<AskedRows, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const where: Record<string, string> = {};
  const parts: OrderParts = {};
  const asked: { ids?: readonly string[]; afterId?: string; limitRows?: number } = {};
  for (const [name, value] of Object.entries(parameters)) {
    const problem = take(name, value);
    if (problem) problems.push({ field: name, message: problem });
  }
  const { afterId, ...others } = asked;
  const order = orderOf(parts, afterId);
  if (order === 'unclear')
    problems.push({ field: 'order', message: 'An order has a name, “descending=1” or not, and “afterValue” beside “afterId”.' });
  else if (order && !orders.some(({ within, by }) => by === order.by && where[within] !== undefined))
    problems.push({ field: 'order', message: sayOrders(orders) });
  if (problems.length > 0 || order === 'unclear') return refuse(problems);
  return ok({ ...others, ...(order ? { order } : afterId !== undefined && { afterId }), ...(Object.keys(where).length > 0 && { where }) });

  function take(name: string, value: unknown): string | undefined {
    if (typeof value !== 'string') return 'Give this once, as text.';
    if (name === 'ids') {
      const ids = [...new Set(value.split(',').filter((id) => id !== ''))];
      if (ids.length > IDS_LIMIT || ids.some((id) => id.length > VALUE_LIMIT_CHARS)) return `At most ${IDS_LIMIT} ids at a time.`;
      asked.ids = ids;
      return undefined;
    }
    const limitChars = PLACES.has(name) ? PLACE_LIMIT_CHARS : VALUE_LIMIT_CHARS;
    if (value.length > limitChars) return `At most ${limitChars} characters.`;
    if (isOrderPart(name)) parts[name] = value;
    else if (name === 'afterId') asked.afterId = value;
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

const isOrderPart = (name: string): name is keyof OrderParts => (ORDER_PARTS as readonly string[]).includes(name);

/** The order that an address asks for; `undefined` where it says nothing of one. */
function orderOf({ order: by, descending, from, to, afterValue }: OrderParts, afterId: string | undefined): Order | undefined | 'unclear' {
  if (by === undefined) return [descending, from, to, afterValue].some((part) => part !== undefined) ? 'unclear' : undefined;
  if ((afterId === undefined) !== (afterValue === undefined) || (descending !== undefined && descending !== '1')) return 'unclear';
  return {
    by,
    ...(descending && { descending: true }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(afterId !== undefined && afterValue !== undefined && { after: { value: afterValue, id: afterId } }),
  };
}

const sayOrders = (orders: NonNullable<Lookups['orders']>): string =>
  orders.length > 0
    ? `Rows of this view come in order of ${orders.map(({ within, by }) => `${by} where ${within} is given`).join(', ')}.`
    : 'Rows of this view come in order of id alone.';
