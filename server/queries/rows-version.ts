import { NEWER_ROWS, OLDER_ROWS, type Scope } from '@alongside/domain/protocol/messages.js';
import { NotIndexed } from '@alongside/projections/store/row-keys.js';
import type { Query, StoredRow, ViewStore } from '@alongside/projections/store/view-store.js';
import { Problem } from '../app/problem.js';

/** Versions of rows that a client understands, by view; a client of before says nothing of a view. */
export type Understood = Readonly<Record<string, number>>;

/** The version of a view that is served: while a new one is built, the one before. */
const servedOf = (store: Pick<ViewStore, 'states'>, view: string): number | undefined =>
  store.states().find(({ name, served }) => name === view && served)?.version;

/** Throws where the rows of a view are others than the reader understands. `said`: the header of a read. */
export function mustUnderstand(store: Pick<ViewStore, 'states'>, view: string, said: string | undefined): void {
  const [understood, served] = [Number(said), servedOf(store, view)];
  if (said === undefined || !Number.isInteger(understood) || served === undefined || understood === served) return;
  if (understood < served) throw new Problem(409, NEWER_ROWS, 'Alongside was updated. Load the page again.');
  throw older();
}

const older = () => new Problem(409, OLDER_ROWS, 'Alongside is being updated. Try again in a minute.');

/**
 * The rows that a query of the current view finds. An older version still served may lack its index or order; a client that names its version was already told.
 */
export function rowsOf(store: Pick<ViewStore, 'list'>, view: string, query: Query): readonly StoredRow[] {
  try {
    return store.list(view, query);
  } catch (error) {
    if (error instanceof NotIndexed) throw older();
    throw error;
  }
}

/** What a client asks to keep live and understands, and the views of which this hub has newer or still older rows. */
export function understoodOf(store: Pick<ViewStore, 'states'>, scopes: readonly Scope[], versions: Understood = {}) {
  const served = new Map(store.states().flatMap(({ name, version, served: is }) => (is ? [[name, version] as const] : [])));
  const differs = (view: string) => {
    const [understood, has] = [versions[view], served.get(view)];
    return understood === undefined || has === undefined ? 0 : has - understood;
  };
  const views = [...new Set(scopes.map(({ view }) => view))];
  const [newer, older] = [views.filter((view) => differs(view) > 0), views.filter((view) => differs(view) < 0)];
  return {
    scopes: scopes.filter(({ view }) => differs(view) === 0),
    differing: { ...(newer.length > 0 && { newer }), ...(older.length > 0 && { older }) },
  };
}
