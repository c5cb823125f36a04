import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { InstitutionEvent, Role } from '@alongside/domain/institutions/institution.events.js';
import type { Rows } from '../engine/view.js';
import { privateRows } from './private-rows.js';

type RoleAt = Pick<Extract<InstitutionEvent, { type: 'RoleGranted' }>['data'], 'person' | 'institution' | 'role'>;
type Held = Omit<RoleAt, 'person'>;
/** Roles by which a person reads figures of what people said. */
const held = privateRows<readonly Held[]>('oversees');
const READING: ReadonlySet<Role> = new Set<Role>(['coordinator', 'leader']);

const heldBy = <Data>(rows: Rows<Data>, person: PersonId): readonly Held[] => held.get(rows, person) ?? [];

/** The institutions that a person coordinates or leads. */
export const overseenBy = <Data>(rows: Rows<Data>, person: PersonId): readonly InstitutionId[] => [
  ...new Set(heldBy(rows, person).map(({ institution }) => institution)),
];

/** Notes a role that a person has. */
export function noteRole<Data>(rows: Rows<Data>, { person, institution, role }: RoleAt): void {
  if (READING.has(role)) held.put(rows, person, [...heldBy(rows, person), { institution, role }]);
}

/** Notes that a person has lost a role, or with their membership every role there. */
export function noteRoleLost<Data>(rows: Rows<Data>, { person, institution, role }: Omit<RoleAt, 'role'> & { role?: Role }): void {
  const before = heldBy(rows, person);
  const after = before.filter((one) => one.institution !== institution || (role !== undefined && one.role !== role));
  if (after.length < before.length) held.put(rows, person, after);
}

/** The roles of a joined record are the kept one’s. */
export function overseeTogether<Data>(rows: Rows<Data>, kept: PersonId, joined: PersonId): void {
  for (const one of heldBy(rows, joined)) noteRole(rows, { ...one, person: kept });
  held.remove(rows, joined);
}

/** An erased person has no roles. */
export const overseeNothing = <Data>(rows: Rows<Data>, person: PersonId): void => held.remove(rows, person);
