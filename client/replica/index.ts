import { replica } from './current.js';
import type { RowAccessor, RowsAccessor } from './readers.js';
import type { ListOrder, Where } from './lists.js';
import type { ComputedAnswer, RestsOn } from './answers.js';
import type { Session } from './session.js';
import type { Outcome } from './session.js';
import type { ViewName, ViewRows } from './view-rows.js';

export { LIST_LIMIT_ROWS } from './ports.js';
export { uuidv7 as newId } from 'uuidv7';
export { answerSoon, createSending, dispatch, dispatchQuietly, unanswered, type Sending, type Sent } from './command.js';
export { replica, startReplica } from './current.js';
export type { RefusedCommand } from './outbox.js';
export type { ComputedAnswer, RestsOn } from './answers.js';
export type { RowAccessor, RowsAccessor } from './readers.js';
export type { Replica } from './replica.js';
export type { SaveStatus } from './save-status.js';
export type { ViewName, ViewRows } from './view-rows.js';
export { isAway } from './session.js';
export type { Failure, Outcome, Session } from './session.js';

/** One row of a view, kept in step: `const person = createView('person', () => props.id)`. */
export const createView = <View extends ViewName>(view: View, id: () => string | undefined): RowAccessor<ViewRows[View]> =>
  replica().createView<ViewRows[View]>(view, id);

/**
 * The rows of a view whose fields equal these, kept live, by id or an order of the view. `where` takes indexed fields. `rows`: how many at
 * first.
 */
export const createRows = <View extends ViewName>(
  view: View,
  where: () => { readonly [Field in keyof ViewRows[View]]?: string } | undefined,
  order?: () => ListOrder,
): RowsAccessor<ViewRows[View]> => replica().createRows<ViewRows[View]>(view, () => where() as Where | undefined, order);

/**
 * A computed read by path, repeated when one of `views` changes; `ofOthers`: only slowly and after one’s own acts.
 * `createAnswer<Suggestions>(() => '/api/suggestions', { views: ['profile'], ofOthers: true })`.
 */
export const createAnswer = <Data>(path: () => string | undefined, on?: RestsOn): ComputedAnswer<Data> =>
  replica().createAnswer<Data>(path, on);

/** Who is signed in: `undefined` until known, `null` when nobody is. */
export const session = (): Session | null | undefined => replica().session();

/** The id of the signed-in person; for screens behind the sign-in, where there is always one. Throws elsewhere. */
export function me(): string {
  const person = session()?.person;
  if (!person) throw new Error('Nobody is signed in.');
  return person;
}

/** Sends JSON to a path that is neither a view nor a command. */
export const post = <Value>(path: string, body?: unknown): Promise<Outcome<Value>> => replica().ask<Value>({ method: 'POST', path, body });
