import type { InstitutionEvent, Role } from '@alongside/domain/institutions/institution.events.js';
import type { JoiningEvent } from '@alongside/domain/joining/joining.events.js';
import type { EventId, InstitutionId, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
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
  /** When the first was given of those that it was given on by. */
  readonly since: Instant;
  readonly gave: { readonly person: PersonId; readonly role: Role } | { readonly trust: InstitutionId };
}

type All = Rows<LateGrantRow>;
type Followed = InstitutionEvent | PersonEvent | JoiningEvent;
type Granted = Recorded<Extract<Followed, { type: 'RoleGranted' | 'TrustJoined' }>>;

/** What was given late and was let stand so long is right: the reactor takes back nothing older. */
export const STANDS_AFTER_MS = 7 * 24 * 60 * 60 * 1_000;

/** Whether a person administers an institution. `late`: by a grant that is late itself, so that what they give on is late, too. */
type Right = 'held' | 'lost' | { readonly late: Instant };
const rights = privateRows<Readonly<Record<InstitutionId, Right>>>('rights');
const trusts = privateRows<InstitutionId>('trust');
/** By which event what was given late is held, until it is taken back. */
const open = privateRows<EventId>('open');

const rightOf = (rows: All, person: PersonId, institution: InstitutionId): Right | undefined => rights.get(rows, person)?.[institution];
const setRight = (rows: All, person: PersonId, institution: InstitutionId, right: Right): void =>
  rights.put(rows, person, { ...rights.get(rows, person), [institution]: right });

/** Since when what is given is late. Undefined where an actor never administered any of these: an older hub’s rules let them, and nothing was lost. */
function rightToGive({ actor, at, data, type }: Granted, rows: All): Exclude<Right, 'lost'> | undefined {
  if (actor === HUB) return 'held';
  const here = data.institution;
  const trust = type === 'TrustJoined' ? data.trust : trusts.get(rows, here);
  const [atHub, atHere, atTrust] = [HUB_INSTITUTION, here, trust].map((one) => {
    const right = one && rightOf(rows, personOf(rows, actor), one);
    return typeof right === 'object' && Date.parse(at) - Date.parse(right.late) > STANDS_AFTER_MS ? 'held' : right;
  });
  const isHeld =
    atHub === 'held' || (type === 'TrustJoined' ? atHere === 'held' && atTrust === 'held' : [atHere, atTrust].includes('held'));
  if (isHeld) return 'held';
  const since = [atHub, atHere, atTrust].flatMap((right) => (typeof right === 'object' ? [right.late] : right === 'lost' ? [at] : []));
  const [late] = since.toSorted();
  return late && { late };
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

function note(rows: All, { id, actor, data: { institution } }: Granted, since: Instant, gave: Gave): void {
  rows.put(id, { audience: [], data: { institution, from: personOf(rows, actor), since, gave } });
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
  version: 2,
  title: 'Roles given after the right to give them was lost',
  readers: [],
  indexes: [],
  asWritten: true,
  on: {
    RoleGranted: (event, rows) => {
      const { institution, role } = event.data;
      const person = personOf(rows, event.data.person);
      const right = rightToGive(event, rows) ?? 'held';
      if (right !== 'held') note(rows, event, right.late, { person, role });
      if (role === 'administrator') setRight(rows, person, institution, right);
    },
    RoleRevoked: ({ data: { person, institution, role } }, rows) => loses(rows, person, institution, [role]),
    MemberLeft: ({ data: { person, institution } }, rows) => loses(rows, person, institution, ROLES),
    TrustJoined: (event, rows) => {
      const { institution, trust } = event.data;
      const right = rightToGive(event, rows) ?? 'held';
      if (right !== 'held') note(rows, event, right.late, { trust });
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
