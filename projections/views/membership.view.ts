import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { InstitutionEvent, Role } from '@alongside/domain/institutions/institution.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Membership } from '@alongside/domain/policies/actor.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { followBelonging, institutionsOf, leaveEverywhere, oneByOne, trustOf } from './belonging.js';
import { hubView } from './hub-view.js';

/** One belonging, with those who appraise or assess the person there (R5). */
export interface MembershipHere extends Membership {
  readonly from: Day;
  readonly lineManager: PersonId | null;
  readonly inductionTutor: PersonId | null;
}

/** Where a person belongs, with those who appraise or assess them there. What they stand for is in `access`. */
export interface MembershipRow {
  readonly person: PersonId;
  readonly memberships: readonly MembershipHere[];
  /** The ids of `memberships`, for looking people up by where they belong. */
  readonly institutions: readonly InstitutionId[];
}

type Here = { readonly person: PersonId; readonly institution: InstitutionId };

function refresh(rows: Rows<MembershipRow>, person: PersonId): void {
  const institutions = institutionsOf(rows, person);
  change(rows, person, ({ memberships }) => ({
    person,
    institutions,
    memberships: memberships
      .filter(({ institution }) => institutions.includes(institution))
      .map((one) => ({ ...one, trust: trustOf(rows, one.institution) })),
  }));
}

const set = (rows: Rows<MembershipRow>, { person, institution }: Here, next: (before: MembershipHere) => Partial<MembershipHere>): void =>
  change(rows, person, (data) => ({
    ...data,
    memberships: data.memberships.map((one) => (one.institution === institution ? { ...one, ...next(one) } : one)),
  }));

const without = (roles: readonly Role[], role: Role): readonly Role[] => roles.filter((one) => one !== role);
const following = followBelonging<MembershipRow>(oneByOne(refresh));

/** A person's belongings, to themselves. */
export const membershipView = hubView<InstitutionEvent | PersonEvent, MembershipRow>()({
  name: 'membership',
  version: 2,
  title: 'Memberships and roles',
  readers: ['person'],
  own: 'memberships',
  indexes: ['institutions'],
  on: {
    ...following,
    MemberJoined: (event, rows) => {
      const { person, institution, from } = event.data;
      const others = (rows.get(person)?.data.memberships ?? []).filter((one) => one.institution !== institution);
      const joined: MembershipHere = { institution, trust: null, roles: [], from, lineManager: null, inductionTutor: null };
      rows.put(person, { audience: onlyPerson(person), data: { person, memberships: [...others, joined], institutions: [] } });
      following.MemberJoined(event, rows);
    },
    FirstDayCorrected: ({ data }, rows) => set(rows, data, () => ({ from: data.from })),
    RoleGranted: ({ data }, rows) => set(rows, data, ({ roles }) => ({ roles: [...without(roles, data.role), data.role] })),
    RoleRevoked: ({ data }, rows) => set(rows, data, ({ roles }) => ({ roles: without(roles, data.role) })),
    ReportingLineSet: ({ data }, rows) => set(rows, data, () => ({ lineManager: data.lineManager, inductionTutor: data.inductionTutor })),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      rows.remove(person);
    },
  },
});
