import { createMemo, mapArray, type Accessor } from 'solid-js';
import { HUB_INSTITUTION, isHubAdministrator, type Membership } from '@alongside/domain/policies/actor.js';
import { sortedByName } from '@alongside/domain/text/folding.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { createRows, createView, session } from '../../replica/index.js';
import { actor } from './rights.js';

/** An institution that a person may look at or manage. */
export interface InstitutionChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: InstitutionRow['details']['kind'] | undefined;
  readonly trust: string | null;
}

const choiceOf = (id: string, row: InstitutionRow | undefined): InstitutionChoice => ({
  id,
  name: row?.details.name ?? (id === HUB_INSTITUTION ? 'This hub' : ''),
  kind: row?.details.kind ?? (id === HUB_INSTITUTION ? 'hub' : undefined),
  trust: row?.trust ?? null,
});

/** The memberships of the signed-in person that carry one of these roles. */
export const heldWith = (roles: readonly Role[]): readonly Membership[] =>
  (session()?.memberships ?? []).filter((membership) => membership.roles.some((role) => roles.includes(role)));

/** Whether the signed-in person holds the role at the institution, at its trust or, as an administrator, at the hub. */
export const holds = (role: Role, at: InstitutionChoice): boolean =>
  heldWith([role]).some(
    ({ institution }) => institution === at.id || institution === at.trust || (role === 'administrator' && institution === HUB_INSTITUTION),
  );

/** Whether the signed-in person coordinates or administers the institution, itself or through its trust. Looking after the hub is not enough. */
export const hasDesk = (at: Pick<InstitutionChoice, 'id' | 'trust'>): boolean =>
  heldWith(['coordinator', 'administrator']).some(({ institution }) => institution === at.id || institution === at.trust);

/**
 * The institutions where the signed-in person has one of these roles, trusts first. `schools`: adds schools of those trusts. `hub: false`:
 * leaves out the hub, which runs no programme.
 */
export function createInstitutions(options: {
  readonly roles: readonly Role[];
  readonly schools?: boolean;
  readonly hub?: boolean;
  /** An institution that the address names: administrators of the hub reach any of them. */
  readonly named?: () => string | undefined;
}): Accessor<readonly InstitutionChoice[]> & { readonly loading: boolean } {
  const held = createMemo(() =>
    heldWith(options.roles)
      .map(({ institution }) => institution as string)
      .filter((institution) => options.hub !== false || institution !== HUB_INSTITUTION),
  );
  const reached = createMemo(() => {
    const named = options.named?.();
    const isReachable = named !== undefined && isHubAdministrator(actor()) && !held().includes(named);
    return isReachable ? [...held(), named] : held();
  });
  const own = createMemo(mapArray(reached, (id) => ({ id, row: createView('institution', () => id) })));
  const schools = createMemo(
    mapArray(
      () => (options.schools ? held() : []),
      (trust) => createRows('institution', () => ({ trust })),
    ),
  );
  const all = createMemo((): readonly InstitutionChoice[] => {
    const found = new Map<string, InstitutionChoice>();
    // One that was never registered, or whose name is not read yet, is not held just because an address names it.
    for (const { id, row } of own()) if (held().includes(id) || row()) found.set(id, choiceOf(id, row()));
    for (const list of schools()) for (const row of list()) found.set(row.institution, choiceOf(row.institution, row));
    return sortedByName([...found.values()], ({ name }) => name).sort(byKind);
  });
  const accessor: Accessor<readonly InstitutionChoice[]> = () => all();
  const loading = () => own().some(({ row }) => row.loading) || schools().some((list) => list.loading);
  return Object.defineProperties(accessor, { loading: { get: loading } }) as Accessor<readonly InstitutionChoice[]> & {
    readonly loading: boolean;
  };
}

const ORDER: Readonly<Record<string, number>> = { trust: 0, school: 1, college: 1, hub: 2 };
const byKind = (a: InstitutionChoice, b: InstitutionChoice): number => (ORDER[a.kind ?? ''] ?? 1) - (ORDER[b.kind ?? ''] ?? 1);

/** The people of these institutions by id, read in a few requests whatever their number. */
export function createPeopleOf(
  institutions: Accessor<readonly string[]>,
): Accessor<ReadonlyMap<string, PersonRow>> & { readonly loading: boolean } {
  const lists = createMemo(mapArray(institutions, (institution) => createRows('person', () => ({ institutions: institution }))));
  const people = createMemo(() => new Map(lists().flatMap((list) => list().map((row) => [row.person as string, row] as const))));
  const accessor: Accessor<ReadonlyMap<string, PersonRow>> = () => people();
  return Object.defineProperties(accessor, { loading: { get: () => lists().some((list) => list.loading) } }) as Accessor<
    ReadonlyMap<string, PersonRow>
  > & { readonly loading: boolean };
}
