import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { gainedAfter } from '@alongside/domain/policies/stands-for.js';
import { meets } from '@alongside/domain/policies/audience.js';
import type { RowChange } from '@alongside/domain/protocol/messages.js';
import type { Change, Missed, StoredRow, ViewStore } from '@alongside/projections/store/view-store.js';
import { accessView, ofAccessId, type AccessRow } from '@alongside/projections/views/access.view.js';
import { principalsIn, sentRow } from '../queries/audience.js';
import type { Listener } from './rooms.js';
import type { Scopes } from './scopes.js';

/**
 * How many rows of a view a client is sent, or told to forget, at once when what they may see changes. More come by pages, one in each
 * turn.
 */
export const ACCESS_CHANGE_LIMIT_ROWS = 500;

/** The view that actors are made of: when a row of it changes, a person may see more, or less, than before. */
export const ACCESS_VIEW = accessView.name;

/** Whose access may have changed with these rows. */
export const personsConcerned = (changes: readonly Change[]): ReadonlySet<PersonId> =>
  new Set(changes.flatMap(({ view, id }) => (view === ACCESS_VIEW ? [ofAccessId(id).person] : [])));

/**
 * What a person gained after a position, by which older rows came into sight. Undefined where these changes lack a since or removed
 * something: they must read afresh.
 */
export function gainedSince(changes: readonly Missed[], of: PersonId, after: Position): ReadonlySet<Principal> | undefined {
  const gained = new Set<Principal>();
  for (const { id, row } of changes) {
    const { kind, person } = ofAccessId(id);
    if (person !== of) continue;
    // The view that the change is of says what its rows hold.
    const principals = gainedAfter(kind, (row?.data as AccessRow | undefined)?.held, after);
    if (!principals) return undefined;
    for (const principal of principals) gained.add(principal);
  }
  return gained;
}

/**
 * Rows that did not change but came into sight, or left it, as their person’s rights did. `undefined`: too many at once, use `accessPages`.
 * `sent`: rows already in this message.
 */
export function accessChanges(
  store: ViewStore,
  { scopes, principals: before }: Listener,
  after: ReadonlySet<Principal>,
  sent: ReadonlySet<string>,
  limitRows: number = ACCESS_CHANGE_LIMIT_ROWS,
): readonly RowChange[] | undefined {
  const lost = [...before].filter((principal) => !after.has(principal));
  const gained = [...after].filter((principal) => !before.has(principal));
  const changes: RowChange[] = [];
  const rowsFor = (view: string, principals: readonly Principal[]) => {
    const by = principalsIn(view, new Set(principals));
    return by.length > 0 ? store.list(view, { for: by, limitRows }) : [];
  };
  for (const view of scopes.views) {
    const outOfSight = rowsFor(view, lost);
    const intoSight = rowsFor(view, gained);
    if (Math.max(outOfSight.length, intoSight.length) >= limitRows) return undefined;
    for (const row of outOfSight) {
      if (maySee(row, before) && !maySee(row, after) && !sent.has(keyOf(view, row.id)) && isKept(scopes, view, row))
        changes.push({ kind: 'gone', view, id: row.id });
    }
    for (const row of intoSight) {
      if (maySee(row, after) && !maySee(row, before) && !sent.has(keyOf(view, row.id)) && isKept(scopes, view, row))
        changes.push({ kind: 'put', row: sentRow(view, row) });
    }
  }
  return changes;
}

/**
 * The same by pages, each read on request: changes meanwhile are sent live, so a page holds rows as they are for the person’s rights at
 * that moment.
 */
export function* accessPages(
  store: ViewStore,
  { scopes, principals: before }: Listener,
  after: ReadonlySet<Principal>,
  now: () => ReadonlySet<Principal>,
  pageRows: number = ACCESS_CHANGE_LIMIT_ROWS,
): Generator<readonly RowChange[], void> {
  const moved = new Set([...before, ...after].filter((principal) => before.has(principal) !== after.has(principal)));
  for (const view of scopes.views) {
    let afterId: string | undefined;
    for (;;) {
      const rows = store.list(view, { for: principalsIn(view, moved), limitRows: pageRows, ...(afterId !== undefined && { afterId }) });
      const mine = now();
      yield rows.flatMap((row): RowChange[] => {
        if (!isKept(scopes, view, row)) return [];
        if (maySee(row, mine)) return maySee(row, before) ? [] : [{ kind: 'put', row: sentRow(view, row) }];
        return maySee(row, before) ? [{ kind: 'gone', view, id: row.id }] : [];
      });
      if (rows.length < pageRows) break;
      afterId = rows.at(-1)?.id;
    }
  }
}

/** Which values a row stands under is not asked here: a client that keeps a list of the view is sent a row that may be in it. */
const isKept = (scopes: Scopes, view: string, { id }: StoredRow): boolean => scopes.mayHaveHeld(view, id);
const maySee = ({ audience }: StoredRow, principals: ReadonlySet<Principal>): boolean => meets(audience, principals);
/** A row of a view, as one name. */
export const keyOf = (view: string, id: string): string => `${view} ${id}`;

/** A change with the position from which it is so. */
export const asOf = (change: RowChange, position: Position): RowChange =>
  change.kind === 'put' ? { kind: 'put', row: { ...change.row, position } } : { ...change, position };
