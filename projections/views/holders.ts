import type { InstitutionEvent, Role } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Handlers, Rows } from '../engine/view.js';
import { privateRows } from './private-rows.js';

type Held = { readonly [One in Role]?: readonly PersonId[] };
type Here = { readonly institution: InstitutionId; readonly person: PersonId };
type Followed = Extract<InstitutionEvent | PersonEvent, { type: 'RoleGranted' | 'RoleRevoked' | 'MemberLeft' | 'PersonErased' }>;

const held = privateRows<Held>('held');
const holdsAt = privateRows<readonly InstitutionId[]>('holds-at');

/** The roles that a person holds at an institution. */
export const rolesOf = <Data>(rows: Rows<Data>, { institution, person }: Here): readonly Role[] =>
  (Object.entries(held.get(rows, institution) ?? {}) as [Role, readonly PersonId[]][]).flatMap(([role, people]) =>
    people.includes(person) ? [role] : [],
  );

/** Whether anyone holds a role at an institution. */
export const isHeld = <Data>(rows: Rows<Data>, institution: InstitutionId, role: Role): boolean =>
  (held.get(rows, institution)?.[role] ?? []).length > 0;

/** Who is asked in turn: those with one of these roles at the institution, else at its trust, else the administrators of the hub. */
export function inTurn<Data>(
  rows: Rows<Data>,
  institution: InstitutionId,
  trust: InstitutionId | null,
  roles: readonly Role[],
): { readonly at: InstitutionId; readonly role: Role } {
  for (const at of trust ? [institution, trust] : [institution]) for (const role of roles) if (isHeld(rows, at, role)) return { at, role };
  return { at: HUB_INSTITUTION, role: 'administrator' };
}

/** Follows who holds which role. `changed` is told after each change. */
export function followHolders<Data>(changed: (rows: Rows<Data>) => void): Required<Handlers<Followed, Data>> {
  const set = (rows: Rows<Data>, here: Here, roles: readonly Role[]) => {
    const { institution, person } = here;
    const before = rolesOf(rows, here);
    if (before.length === roles.length && before.every((role) => roles.includes(role))) return;
    const next: { [One in Role]?: readonly PersonId[] } = { ...held.get(rows, institution) };
    for (const role of before) next[role] = (next[role] ?? []).filter((one) => one !== person);
    for (const role of roles) next[role] = [...(next[role] ?? []), person];
    held.put(rows, institution, next);
    const places = (holdsAt.get(rows, person) ?? []).filter((one) => one !== institution);
    holdsAt.put(rows, person, roles.length > 0 ? [...places, institution] : places);
    changed(rows);
  };
  return {
    RoleGranted: ({ data }, rows) => set(rows, data, [...rolesOf(rows, data).filter((role) => role !== data.role), data.role]),
    RoleRevoked: ({ data }, rows) =>
      set(
        rows,
        data,
        rolesOf(rows, data).filter((role) => role !== data.role),
      ),
    MemberLeft: ({ data }, rows) => set(rows, data, []),
    PersonErased: ({ data: { person } }, rows) => {
      for (const institution of holdsAt.get(rows, person) ?? []) set(rows, { institution, person }, []);
      holdsAt.remove(rows, person);
    },
  };
}
