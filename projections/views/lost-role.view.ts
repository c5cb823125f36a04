import type { InstitutionEvent, Role } from '@alongside/domain/institutions/institution.events.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Rows } from '../engine/view.js';
import { administratorsOf } from './audiences.js';
import { closingOf, followBelonging, institutionsOf, leaveEverywhere, trustOf } from './belonging.js';
import { followHolders, inTurn, isHeld, rolesOf } from './holders.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

/** A person whose roles ended as they left a closed school, now at a school where these roles have no holder. */
export interface LostRoleRow {
  readonly institution: InstitutionId;
  readonly person: PersonId;
  /** The closed school where they had the roles. */
  readonly closed: InstitutionId;
  /** Of their roles there: those that are held by no one here. */
  readonly roles: readonly Role[];
  readonly on: Day;
}

type All = Rows<LostRoleRow>;
const idOf = ({ institution, person }: Pick<LostRoleRow, 'institution' | 'person'>): string => `${institution}:${person}`;

/** Every row that is open: few, and any change of roles may end one or give it other readers. */
const ALL = 'all';
const openRows = privateRows<readonly string[]>('open');

function put(rows: All, data: LostRoleRow): void {
  const { at } = inTurn(rows, data.institution, trustOf(rows, data.institution), ['administrator']);
  rows.put(idOf(data), { audience: administratorsOf(at), data, about: [data.person] });
}

/** A role that was given to anyone since needs no word any more, also where it is taken away again. */
function settle(rows: All): void {
  const before = openRows.get(rows, ALL) ?? [];
  if (before.length === 0) return;
  const left = before.filter((id) => {
    const data = rows.get(id)?.data;
    if (!data) return false;
    const roles = data.roles.filter((role) => !isHeld(rows, data.institution, role));
    const isOver = roles.length === 0 || closingOf(rows, data.institution) !== undefined;
    if (isOver || !institutionsOf(rows, data.person).includes(data.institution)) rows.remove(id);
    else put(rows, { ...data, roles });
    return rows.get(id) !== undefined;
  });
  openRows.put(rows, ALL, left);
}

/** A person leaves a closed school: what they were there, wherever that is missing at the place to which they went. */
function leaves(rows: All, closed: InstitutionId, person: PersonId, movedTo: InstitutionId | undefined, on: Day): void {
  const closing = closingOf(rows, closed);
  if (!closing) return;
  const here = institutionsOf(rows, person);
  const had = rolesOf(rows, { institution: closed, person });
  for (const institution of movedTo ? [movedTo] : closing.successors.filter((one) => here.includes(one))) {
    const roles = had.filter((role) => !isHeld(rows, institution, role));
    if (roles.length === 0) continue;
    const data: LostRoleRow = { institution, person, closed, roles, on };
    put(rows, data);
    openRows.put(rows, ALL, [...(openRows.get(rows, ALL) ?? []).filter((id) => id !== idOf(data)), idOf(data)]);
  }
}

const belonging = followBelonging<LostRoleRow>(settle, settle);
const holders = followHolders<LostRoleRow>(settle);

/** Roles that ended with a closed school, to those who can give them where its people went: its administrators, else its trust’s, else the hub’s. */
export const lostRoleView = hubView<InstitutionEvent | PersonEvent, LostRoleRow>()({
  name: 'lost-role',
  version: 1,
  title: 'Roles that ended with a closed school',
  readers: ['#administrators'],
  indexes: ['institution', 'person'],
  on: {
    ...belonging,
    ...holders,
    MemberLeft: (event, rows) => {
      const { institution, person, movedTo } = event.data;
      leaves(rows, institution, person, movedTo, ukDay(event.at));
      holders.MemberLeft(event, rows);
      belonging.MemberLeft(event, rows);
    },
    PersonErased: (event, rows) => {
      leaveEverywhere(rows, event.data.person);
      holders.PersonErased(event, rows);
      settle(rows);
    },
  },
});
