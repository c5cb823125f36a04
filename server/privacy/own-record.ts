import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { QUERY_LIMIT_ROWS, type ViewStore } from '@alongside/projections/store/view-store.js';
import { allViews } from '@alongside/projections/views/index.js';

/** Views that hold something about a person, by what they are called in the file they take away. */
const OWN_VIEWS = allViews.flatMap(({ name, own }) => (own ? [[name, own] as const] : []));

/** Everything that the hub shows a person because it is about them, as one document. Ids are the hub's; times are in UTC. */
export interface OwnRecord {
  readonly person: PersonId;
  readonly takenAt: Instant;
  readonly note: string;
  readonly records: Readonly<Record<string, readonly unknown[]>>;
}

const NOTE =
  'Everything that this hub holds about you and shows to you, except what everyone can see. It includes what your mentor or mentee wrote for you both. It does not include what only they can see.';

/** Gathers a person's record by the one rule of audiences: rows for them by name or for a mentorship of theirs. */
export function ownRecord(
  store: Pick<ViewStore, 'list'>,
  person: PersonId,
  principals: ReadonlySet<Principal>,
  takenAt: Instant,
): OwnRecord {
  const mine = [...principals].filter((principal) => principal.startsWith('person:') || principal.startsWith('mentorship:'));
  const records = Object.fromEntries(OWN_VIEWS.map(([view, name]) => [name, [...everyRow(store, view, mine)]]));
  return { person, takenAt, note: NOTE, records };
}

function* everyRow(store: Pick<ViewStore, 'list'>, view: string, mine: readonly Principal[]): Iterable<unknown> {
  for (let afterId: string | undefined; ;) {
    const page = store.list<object>(view, { for: mine, limitRows: QUERY_LIMIT_ROWS, ...(afterId !== undefined && { afterId }) });
    for (const { id, data } of page) yield { id, ...data };
    if (page.length < QUERY_LIMIT_ROWS) return;
    afterId = page.at(-1)?.id;
  }
}
