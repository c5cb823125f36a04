import type { Day, Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { InstitutionEvent, Role } from '@alongside/domain/institutions/institution.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Rows } from '../engine/view.js';
import { memberListReaders } from './audiences.js';
import { followHolders, inTurn, rolesOf } from './holders.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** A person was asked to join an institution, or asked to, and nobody has answered. */
export interface InvitationRow {
  readonly institution: InstitutionId;
  readonly person: PersonId;
  /** As the person who asked typed it: they may not know them by name. */
  readonly email: string;
  readonly by: PersonId;
  /** From when the person would belong. */
  readonly from: Day;
  readonly askedAt: Instant;
  /** No email has told them of Alongside, and none of this. */
  readonly untold?: true | undefined;
  /** `by` administered this hub, and coordinated or administered neither the institution nor its trust. */
  readonly byHub?: true;
  /** Set where the person asked themself, as this school of theirs closed: `by` is they. */
  readonly closed?: InstitutionId;
  /** Set with `closed`: who is asked to answer, in turn, and at which institution they hold that role. */
  readonly askedOf?: InstitutionId;
  readonly askedAs?: Role;
}

type Here = { readonly institution: InstitutionId; readonly person: PersonId };
/** The id of an invitation's row. */
export const invitationId = ({ institution, person }: Here): string => `${institution}:${person}`;

const trusts = privateRows<InstitutionId>('trust');
/** The people whom an institution invited, and the institutions that invited a person: for changes to all of these at once. */
const askedBy = privateRows<readonly PersonId[]>('asked-by');
const askers = privateRows<readonly InstitutionId[]>('askers');
/** Open requests to join: few, and any change of roles or trusts may send one to other people. */
const ALL = 'all';
const requests = privateRows<readonly string[]>('requests');

function open(rows: Rows<InvitationRow>, data: InvitationRow): void {
  const { institution, person } = data;
  askedBy.put(rows, institution, [...(askedBy.get(rows, institution) ?? []), person]);
  askers.put(rows, person, [...(askers.get(rows, person) ?? []), institution]);
  if (data.closed) requests.put(rows, ALL, [...(requests.get(rows, ALL) ?? []), invitationId(data)]);
  show(rows, data);
}

function askAgain(rows: Rows<InvitationRow>): void {
  for (const id of requests.get(rows, ALL) ?? []) {
    const row = rows.get(id);
    if (row) show(rows, row.data);
  }
}

function show(rows: Rows<InvitationRow>, data: InvitationRow): void {
  const trust = trusts.get(rows, data.institution);
  const audience = [`person:${data.person}` as const, ...memberListReaders(trust ? [data.institution, trust] : [data.institution])];
  const { at, role } = inTurn(rows, data.institution, trust ?? null, ['coordinator', 'administrator']);
  rows.put(invitationId(data), { audience, data: data.closed ? { ...data, askedOf: at, askedAs: role } : data });
}

function close(rows: Rows<InvitationRow>, here: Here): void {
  if (!rows.get(invitationId(here))) return;
  const [people, institutions] = [askedBy.get(rows, here.institution) ?? [], askers.get(rows, here.person) ?? []];
  askedBy.put(
    rows,
    here.institution,
    people.filter((one) => one !== here.person),
  );
  askers.put(
    rows,
    here.person,
    institutions.filter((one) => one !== here.institution),
  );
  const open = requests.get(rows, ALL);
  if (open?.includes(invitationId(here)))
    requests.put(
      rows,
      ALL,
      open.filter((id) => id !== invitationId(here)),
    );
  rows.remove(invitationId(here));
}

const closed = ({ data }: { readonly data: Here }, rows: Rows<InvitationRow>): void => close(rows, data);

function moved(rows: Rows<InvitationRow>, institution: InstitutionId): void {
  for (const person of askedBy.get(rows, institution) ?? []) {
    const row = rows.get(invitationId({ institution, person }));
    if (row) show(rows, row.data);
  }
}

/** Who administers this hub, and invites for no school of theirs. */
function isOfHub(rows: Rows<InvitationRow>, { institution, by }: { readonly institution: InstitutionId; readonly by: PersonId }): boolean {
  const invites = (at: InstitutionId) => rolesOf(rows, { institution: at, person: by }).some((role) => role !== 'leader');
  const trust = trusts.get(rows, institution);
  return invites(HUB_INSTITUTION) && !invites(institution) && !(trust && invites(trust));
}

const holders = followHolders<InvitationRow>(askAgain);

/** Open invitations: to the invited person, and to those who keep the member list of the institution or its trust. */
export const invitationView = hubView<InstitutionEvent | PersonEvent, InvitationRow>()({
  name: 'invitation',
  version: 5,
  title: 'Open invitations to join',
  readers: ['#administrators', '#coordinators', 'person'],
  own: 'invitations to join a school',
  indexes: ['institution', 'person', 'closed', 'askedOf'],
  on: {
    ...holders,
    MemberInvited: ({ data, at }, rows) => open(rows, { ...data, askedAt: at, ...(isOfHub(rows, data) && { byHub: true }) }),
    // The first email asks them, of whichever school.
    InvitationSent: ({ data: { person } }, rows) => {
      for (const institution of askers.get(rows, person) ?? []) {
        const row = rows.get(invitationId({ institution, person }));
        if (!row?.data.untold) continue;
        const { untold: _, ...told } = row.data;
        show(rows, told);
      }
    },
    JoinAsked: ({ data, at }, rows) => open(rows, { ...data, by: data.person, askedAt: at }),
    MemberJoined: closed,
    InvitationDeclined: closed,
    InvitationWithdrawn: closed,
    TrustJoined: ({ data: { institution, trust } }, rows) => {
      trusts.put(rows, institution, trust);
      moved(rows, institution);
    },
    TrustLeft: ({ data: { institution } }, rows) => {
      trusts.remove(rows, institution);
      moved(rows, institution);
    },
    PersonErased: (event, rows) => {
      const { person } = event.data;
      holders.PersonErased(event, rows);
      for (const institution of askers.get(rows, person) ?? []) close(rows, { institution, person });
      askers.remove(rows, person);
    },
  },
});
