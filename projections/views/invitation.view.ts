import type { Day, Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Rows } from '../engine/view.js';
import { memberListReaders } from './audiences.js';
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
  /** Set where the person asked themself, as this school of theirs closed: `by` is they. */
  readonly closed?: InstitutionId;
}

type Here = { readonly institution: InstitutionId; readonly person: PersonId };
/** The id of an invitation's row. */
export const invitationId = ({ institution, person }: Here): string => `${institution}:${person}`;

const trusts = privateRows<InstitutionId>('trust');
/** The people whom an institution invited, and the institutions that invited a person: for changes to all of these at once. */
const askedBy = privateRows<readonly PersonId[]>('asked-by');
const askers = privateRows<readonly InstitutionId[]>('askers');

function open(rows: Rows<InvitationRow>, data: InvitationRow): void {
  const { institution, person } = data;
  askedBy.put(rows, institution, [...(askedBy.get(rows, institution) ?? []), person]);
  askers.put(rows, person, [...(askers.get(rows, person) ?? []), institution]);
  show(rows, data);
}

function show(rows: Rows<InvitationRow>, data: InvitationRow): void {
  const trust = trusts.get(rows, data.institution);
  const audience = [`person:${data.person}` as const, ...memberListReaders(trust ? [data.institution, trust] : [data.institution])];
  rows.put(invitationId(data), { audience, data });
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
  rows.remove(invitationId(here));
}

const closed = ({ data }: { readonly data: Here }, rows: Rows<InvitationRow>): void => close(rows, data);

function moved(rows: Rows<InvitationRow>, institution: InstitutionId): void {
  for (const person of askedBy.get(rows, institution) ?? []) {
    const row = rows.get(invitationId({ institution, person }));
    if (row) show(rows, row.data);
  }
}

/** Open invitations: to the invited person, and to those who keep the member list of the institution or its trust. */
export const invitationView = hubView<InstitutionEvent | PersonEvent, InvitationRow>()({
  name: 'invitation',
  version: 2,
  title: 'Open invitations to join',
  readers: ['#administrators', '#coordinators', 'person'],
  own: 'invitations to join a school',
  indexes: ['institution', 'person', 'closed'],
  on: {
    MemberInvited: ({ data, at }, rows) => open(rows, { ...data, askedAt: at }),
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
    PersonErased: ({ data: { person } }, rows) => {
      for (const institution of askers.get(rows, person) ?? []) close(rows, { institution, person });
      askers.remove(rows, person);
    },
  },
});
