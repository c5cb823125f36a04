import type { InstitutionEvent, Role } from '@alongside/domain/institutions/institution.events.js';
import type { JoiningEvent } from '@alongside/domain/joining/joining.events.js';
import type { EventId, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { isErased, noteErasure, noteJoin, personOf } from './records-so-far.js';

/** A role, or a place in a trust, that stands in the log behind the loss of the right to give it. */
export interface LateGrantRow {
  readonly institution: InstitutionId;
  /** Who gave it. */
  readonly from: PersonId;
  readonly gave: { readonly person: PersonId; readonly role: Role } | { readonly trust: InstitutionId };
}

type All = Rows<LateGrantRow>;
type Followed = InstitutionEvent | PersonEvent | JoiningEvent;
type Granted = Recorded<Extract<Followed, { type: 'RoleGranted' | 'TrustJoined' }>>;

/** Whether a person administers an institution. `late`: by a grant that is late itself, so that what they give on is late, too. */
type Right = 'held' | 'late' | 'lost';
const rights = privateRows<Readonly<Record<InstitutionId, Right>>>('rights');
const trusts = privateRows<InstitutionId>('trust');
/** By which event what was given late is held, until it is taken back. */
const open = privateRows<EventId>('open');

const rightOf = (rows: All, person: PersonId, institution: InstitutionId): Right | undefined => rights.get(rows, person)?.[institution];
const setRight = (rows: All, person: PersonId, institution: InstitutionId, right: Right): void =>
  rights.put(rows, person, { ...rights.get(rows, person), [institution]: right });

/** Undefined where an actor never administered any of these: an older hub’s rules let them, and nothing was lost. */
function rightToGive({ actor, data, type }: Granted, rows: All): 'held' | 'late' | undefined {
  if (actor === HUB) return 'held';
  const here = data.institution;
  const trust = type === 'TrustJoined' ? data.trust : trusts.get(rows, here);
  const [atHub, atHere, atTrust] = [HUB_INSTITUTION, here, trust].map((one) => one && rightOf(rows, personOf(rows, actor), one));
  const isHeld =
    atHub === 'held' || (type === 'TrustJoined' ? atHere === 'held' && atTrust === 'held' : [atHere, atTrust].includes('held'));
  if (isHeld) return 'held';
  return [atHub, atHere, atTrust].some((right) => right !== undefined && right !== 'held') ? 'late' : undefined;
}

type Gave = LateGrantRow['gave'];
const keyOf = (institution: InstitutionId, gave: Gave): string =>
  `${institution}:${'trust' in gave ? 'trust' : `${gave.person}:${gave.role}`}`;

function close(rows: All, institution: InstitutionId, gave: Gave): void {
  const event = open.get(rows, keyOf(institution, gave));
  if (event === undefined) return;
  rows.remove(event);
  open.remove(rows, keyOf(institution, gave));
}

function note(rows: All, { id, actor, data: { institution } }: Granted, gave: Gave): void {
  rows.put(id, { audience: [], data: { institution, from: personOf(rows, actor), gave } });
  open.put(rows, keyOf(institution, gave), id);
}

const ROLES: readonly Role[] = ['coordinator', 'leader', 'administrator'];
function loses(rows: All, record: PersonId, institution: InstitutionId, roles: readonly Role[]): void {
  const person = personOf(rows, record);
  for (const role of roles) close(rows, institution, { person, role });
  if (roles.includes('administrator') && rightOf(rows, person, institution) !== undefined) setRight(rows, person, institution, 'lost');
}

/** What was given behind the loss of the right to give it, in the log's order. Told of events as written: no later join makes an old grant late. */
export const lateGrantView = hubView<Followed, LateGrantRow>()({
  name: 'late-grant',
  version: 1,
  title: 'Roles given after the right to give them was lost',
  readers: [],
  indexes: [],
  asWritten: true,
  on: {
    RoleGranted: (event, rows) => {
      const { institution, role } = event.data;
      const person = personOf(rows, event.data.person);
      const isLate = rightToGive(event, rows) === 'late';
      if (isLate) note(rows, event, { person, role });
      if (role === 'administrator') setRight(rows, person, institution, isLate ? 'late' : 'held');
    },
    RoleRevoked: ({ data: { person, institution, role } }, rows) => loses(rows, person, institution, [role]),
    MemberLeft: ({ data: { person, institution } }, rows) => loses(rows, person, institution, ROLES),
    TrustJoined: (event, rows) => {
      const { institution, trust } = event.data;
      if (rightToGive(event, rows) === 'late') note(rows, event, { trust });
      trusts.put(rows, institution, trust);
    },
    TrustLeft: ({ data: { institution, trust } }, rows) => {
      close(rows, institution, { trust });
      trusts.remove(rows, institution);
    },
    RecordsJoined: (event, rows) => {
      const one = noteJoin(event, rows);
      // Either record’s right is the person’s from here on, and a loss of one takes none of the other.
      for (const [institution, right] of Object.entries(one ? (rights.get(rows, one.joined) ?? {}) : {}))
        if (one && (right === 'held' || rightOf(rows, one.kept, institution as InstitutionId) === undefined))
          setRight(rows, one.kept, institution as InstitutionId, right);
    },
    PersonErased: ({ data: { person: record } }, rows) => {
      const person = personOf(rows, record);
      if (isErased(rows, person)) return;
      noteErasure(rows, person);
      for (const institution of Object.keys(rights.get(rows, person) ?? {})) loses(rows, person, institution as InstitutionId, ROLES);
    },
  },
});
