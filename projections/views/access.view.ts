import type { InstitutionId, MentorshipId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { othersThan } from '@alongside/domain/mentorships/participants.js';
import { KINDS, type AccessKind, type Held, type Membership } from '@alongside/domain/policies/stands-for.js';
import type { Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { followBelonging, institutionsOf, leaveEverywhere, oneByOne, trustOf } from './belonging.js';
import type { HubEvent, HubEventOf } from './hub-event.js';
import { hubView } from './hub-view.js';

export type { AccessKind } from '@alongside/domain/policies/stands-for.js';
/** Everything that gives a person principals, one row for each kind. */
export type AccessRow = Held;

// Names of the table's own entries.
export const ACCESS_KINDS = Object.keys(KINDS) as readonly AccessKind[];

const KIND_END = '~';
/** The id of what one kind gives a person. */
export const accessId = (kind: AccessKind, person: PersonId): string => `${kind}${KIND_END}${person}`;
/** Whose row of which kind an id is of. */
export function ofAccessId(id: string): { readonly kind: AccessKind; readonly person: PersonId } {
  const end = id.indexOf(KIND_END);
  return { kind: id.slice(0, end) as AccessKind, person: id.slice(end + 1) as PersonId };
}

type Access = Rows<AccessRow>;
const put = (rows: Access, data: AccessRow): void =>
  rows.put(accessId(data.kind, data.person), { audience: onlyPerson(data.person), data });

const membershipsOf = (rows: Access, person: PersonId): readonly Membership[] => {
  const row = rows.get(accessId('belonging', person))?.data;
  return row?.kind === 'belonging' ? row.held : [];
};

/** Where they belong now, with the roles that they had there. */
function settle(rows: Access, person: PersonId): void {
  // Who was erased is on the list of people of a house still, and stands for nothing.
  if (!rows.get(accessId('belonging', person)) && institutionsOf(rows, person).length === 0) return;
  const before = membershipsOf(rows, person);
  const memberships = institutionsOf(rows, person).map((institution) => ({
    institution,
    trust: trustOf(rows, institution),
    roles: before.find((one) => one.institution === institution)?.roles ?? [],
  }));
  put(rows, { person, kind: 'belonging', held: memberships });
}

type Here = { readonly person: PersonId; readonly institution: InstitutionId };
function setRoles(rows: Access, { person, institution }: Here, next: (roles: readonly Role[]) => readonly Role[]): void {
  const memberships = membershipsOf(rows, person).map((one) =>
    one.institution === institution ? { ...one, roles: next(one.roles) } : one,
  );
  put(rows, { person, kind: 'belonging', held: memberships });
}

function joinPair(rows: Access, person: PersonId, mentorship: MentorshipId): void {
  const row = rows.get(accessId('pairs', person))?.data;
  const before = row?.kind === 'pairs' ? row.held : [];
  if (!before.includes(mentorship)) put(rows, { person, kind: 'pairs', held: [...before, mentorship] });
}

/** People known are never forgotten, erased ones included: their row goes on saying that there was a person who is gone. */
function meet(rows: Access, person: PersonId, others: readonly PersonId[], since: Position): void {
  const row = rows.get(accessId('known', person))?.data;
  const before = row?.kind === 'known' ? row.held : [];
  const met = others.filter((other) => !before.some((one) => one.person === other)).map((other) => ({ person: other, since }));
  if (met.length > 0) put(rows, { person, kind: 'known', held: [...before, ...met] });
}

function begin({ data: { mentorship, participants }, position }: Recorded<HubEventOf<'MentorshipStarted'>>, rows: Access): void {
  for (const { person } of participants) {
    joinPair(rows, person, mentorship);
    meet(rows, person, othersThan(participants, person), position);
  }
}

/** The one who is asked, or offered help, reads who it is. */
function askedOrOffered(
  { data: { mentor, mentee }, position }: Recorded<HubEventOf<'MentoringRequested' | 'HelpOffered'>>,
  rows: Access,
): void {
  meet(rows, mentor, [mentee], position);
  meet(rows, mentee, [mentor], position);
}

const without = (roles: readonly Role[], role: Role): readonly Role[] => roles.filter((one) => one !== role);

/** What people stand for, each to themself: actors, audiences and the live line read it here. */
export const accessView = hubView<HubEvent, AccessRow>()({
  name: 'access',
  version: 5,
  title: 'Who may see and do what',
  readers: ['person'],
  own: null,
  indexes: [],
  on: {
    ...followBelonging<AccessRow>(oneByOne(settle)),
    RoleGranted: ({ data }, rows) => setRoles(rows, data, (roles) => [...without(roles, data.role), data.role]),
    RoleRevoked: ({ data }, rows) => setRoles(rows, data, (roles) => without(roles, data.role)),
    MentoringRequested: askedOrOffered,
    HelpOffered: askedOrOffered,
    MentorshipStarted: begin,
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      for (const kind of ACCESS_KINDS) rows.remove(accessId(kind, person));
    },
  },
});
